"""The return-to-run sheet."""

from collections.abc import Sequence
from functools import partial

from programs.pdf import wording
from programs.pdf.flow import GAP, Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.note import note_blocks
from programs.pdf.page import body_height
from programs.pdf.panels import fixed, help_panel
from programs.pdf.run_chart import HEIGHT, HIGHEST, chart
from programs.pdf.run_ladder import ladder
from programs.pdf.run_weeks import week_tables
from programs.pdf.run_words import cues, cues_in_a_row, opening, rules
from programs.pdf.sketch import Sketch
from programs.pdf.way_on import notes_panel
from programs.rules.mileage import RunPlan
from programs.sheets.order import Item, Kind, SheetError
from programs.sheets.run_dates import steps_to_do


def run_leaves(job: Job, item: Item) -> list[Leaf]:
    """The run weeks. Raises SheetError where none are planned or staff have yet to release them.

    When to get help stands here too, unless a stage's sheet of the same order already says it.
    """
    if job.plan.run is None or not job.plan.run_is_released:
        raise SheetError("no run weeks to hand out")
    told = any(other.kind in (Kind.STAGE, Kind.PLAN) for other in (*job.contents, item))
    bodies = _bodies(job.plan.run, [] if told else [help_panel(job)], job)
    return leaves(job, job.say(wording.RUN_TITLE), job.say(wording.RUN_SUBTITLE[job.plan.unit]), bodies)


def _bodies(run: RunPlan, end: list[Block], job: Job) -> list[Sketch]:
    """All on one page, with the form cues in a panel or, where that is what it takes, in a few lines.

    Else what to run by on the first page and the rest behind it; else the cues stand before the weeks, so that
    nobody turns page after page for them, and the rest takes as few pages as can be.
    """
    height, notes, row, bars = body_height(job), notes_panel(job), fixed(cues_in_a_row(job)), _bars(run, job)
    before, after = _to_run_by(run, job), [*bars, fixed(cues(job)), *end]
    for blocks in ([*before, *after], [*before, row, *bars, *end]):
        if _fit(blocks, height):
            return pages_of([*blocks, notes], height, job.width)
    if _fit(before, height):
        return pages_of(before, height, job.width) + pages_of([*after, notes], height, job.width)
    return pages_of([*_to_run_by(run, job, row), *bars, *end, notes], height, job.width)


def _to_run_by(run: RunPlan, job: Job, *more: Block) -> list[Block]:
    """What a runner needs at each run: when and how, `more`, then the steps or the weeks to tick."""
    steps = steps_to_do(run, job.library)
    top = [*note_blocks(job), fixed(opening(run, len(steps), job)), fixed(rules(run, job)), *more]
    if steps:
        top.append(ladder(steps, job))
    room = body_height(job) - sum(block.height + GAP for block in top)
    return [*top, *week_tables(run.weeks, room, job)]


def _bars(run: RunPlan, job: Job) -> list[Block]:
    """The weeks as a chart; none for run-walk steps."""
    return [Block(HEIGHT, partial(chart, run.weeks, job.plan, job), most=HIGHEST)] if run.weeks else []


def _fit(blocks: Sequence[Block], height: float) -> bool:
    return sum(block.height for block in blocks) + GAP * (len(blocks) - 1) <= height
