"""The home exercise program: one stage, or every stage that may be handed out, in any layout."""

from collections.abc import Sequence

from programs.pdf import wording
from programs.pdf.cards import card
from programs.pdf.exercise import more_line
from programs.pdf.flow import GAP, Block, pages_of
from programs.pdf.fridge import fridge_rows
from programs.pdf.grid import Numbered, rows
from programs.pdf.job import Job
from programs.pdf.layouts import GRIDS
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.note import under_note, without_note
from programs.pdf.page import body_height
from programs.pdf.panels import aim_panel, fixed, help_panel, pain_panel
from programs.pdf.pocket import pocket_leaves
from programs.pdf.run_sheet import run_leaves
from programs.pdf.sketch import Sketch
from programs.pdf.styles import BODY, STRONG
from programs.pdf.warm_up import warm_up_panel
from programs.pdf.way_on import notes_panel, way_on
from programs.plan import Stage
from programs.sheets.order import Item, Layout, SheetError, released_stages, stage_of
from programs.sheets.stage_text import drills, waiting
from programs.sheets.stage_title import stage_title


def program_leaves(job: Job, item: Item) -> list[Leaf]:
    """The sheet of one stage. Raises SheetError where the plan has no such stage or staff have not released it."""
    return stage_leaves(job, stage_of(job.plan, item.stage))


def whole_plan_leaves(job: Job, item: Item) -> list[Leaf]:
    """Every released stage, then the run weeks; what waits for the clinic is named, no more. Raises SheetError."""
    stages = released_stages(job.plan)
    if not stages:
        raise SheetError("no stage has been released")
    found, after = stage_leaves(job, stages[0], waiting(job.plan, job.say)), without_note(job)
    for stage in stages[1:]:
        found += stage_leaves(after, stage)
    return found + (run_leaves(after, item) if job.plan.run_is_released else [])


def stage_leaves(job: Job, stage: Stage, waits: Sequence[str] = ()) -> list[Leaf]:
    """One stage on as few pages as can be; `waits` are sentences about what is still to be released."""
    if job.look.layout == Layout.POCKET:
        return pocket_leaves(job, stage, numbered(job, stage), drills(stage, job.library), waits)
    last = max(planned.number for planned in job.plan.stages)
    name = stage_title(stage, job.plan, job)
    subtitle = "  ·  ".join(filter(None, (name, job.say(stage.lasts))))
    bodies = pages_of(_blocks(job, stage, last, waits), body_height(job), job.width)
    return leaves(job, job.say(job.library.sheet.title), subtitle, bodies)


def _blocks(job: Job, stage: Stage, last: int, waits: Sequence[str]) -> list[Block]:
    if job.look.layout == Layout.FRIDGE:
        key = [*waits, job.say(wording.FRIDGE_KEY), more_line(job)]
        return [_aim(job, stage, key), *fridge_rows(numbered(job, stage), drills(stage, job.library), job)]
    make = _grid_blocks if job.look.layout in GRIDS else _stage_blocks
    return make(job, stage, last, waits)


def _stage_blocks(job: Job, stage: Stage, last: int, waits: Sequence[str]) -> list[Block]:
    """In reading order: the rules, when to get help, the exercises, the warm-up before a run, the way on."""
    cards = [card(exercise, place, job) for place, exercise in numbered(job, stage)]
    return [_aim(job, stage, waits), pain_panel(job), help_panel(job), *cards, *_last_blocks(job, stage, last)]


def _grid_blocks(job: Job, stage: Stage, last: int, waits: Sequence[str]) -> list[Block]:
    """What the stage is for and the exercises first, as they hang on the wall; the rules follow them."""
    aim = _aim(job, stage, waits)
    cells = rows(numbered(job, stage), job, aim.height + GAP)
    return [aim, *cells, pain_panel(job), help_panel(job), *_last_blocks(job, stage, last)]


def _last_blocks(job: Job, stage: Stage, last: int) -> list[Block]:
    warm_up = drills(stage, job.library)
    return [*([warm_up_panel(warm_up, job)] if warm_up else []), *way_on(stage, last, job), notes_panel(job)]


def _aim(job: Job, stage: Stage, waits: Sequence[str]) -> Block:
    """What the stage is for and which leg starts; running on from it, what waits and how to use the sheet.

    The clinic's note stands above it.
    """
    if not waits:
        return under_note(job, aim_panel(stage, job))
    sketch, legs = Sketch(job.width, 0), [(job.say(job.plan.both_legs), STRONG)] if job.plan.both_legs else []
    lines = [(job.say(stage.aim), BODY), *legs, *((sentence, STRONG) for sentence in waits)]
    sketch.height = sketch.run_on(0, 0, job.width, lines)
    return under_note(job, fixed(sketch))


def numbered(job: Job, stage: Stage) -> list[Numbered]:
    """What is done in one session: practice, which has no number, then the exercises from 1."""
    practice = job.library.stages[stage.number].practice
    first: list[Numbered] = [(None, drill) for drill in stage.warm_up if drill.key in practice]
    return first + list(enumerate(stage.exercises, 1))
