"""The run weeks on paper: exact tenths, a box to tick and one to write the pain for every run."""

from collections.abc import Iterator

from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.panels import PAD, fixed, pain_band, side_by_side
from programs.pdf.run_chart import chart, tenths
from programs.pdf.sketch import Box, Disc, Sketch, Stroke
from programs.pdf.styles import BODY, HAIR, LABEL, PANEL, SAND, STRONG, TABLE, TABLE_STRONG, TEAL, TEAL_0
from programs.pdf.way_on import notes_panel
from programs.plan import Plan
from programs.rules.mileage import RunPlan, RunWeek

ROW = 17.0
STEP_ROW = 22.0
HEAD = 16.0
WEEK_WIDTH = 44.0
TOTAL_WIDTH = 52.0
BOX = 10.5
PAIN_BOX = 20.0
MOST_ROWS = 20
"""Rows that share a page with nothing else stay under this."""


def run_blocks(run: RunPlan, plan: Plan, job: Job) -> list[Block]:
    """How to use the weeks, the run-walk steps if they come first, the weeks, the chart."""
    blocks = [fixed(_intro(run, job)), *_ladder(run, job), *_tables(run.weeks, job)]
    if run.weeks:
        blocks.append(fixed(chart(run.weeks, plan, job)))
    return [*blocks, notes_panel(job)]


def _intro(run: RunPlan, job: Job) -> Sketch:
    """What the weeks are and what to leave for later, beside the pain rule for running."""
    running, width = job.library.running, job.width * 0.48
    opening = wording.RUN_INTRO if run.weeks else wording.RUN_WALK_INTRO
    text = Sketch(width - 2 * PAD, 0)
    y = text.paragraph(0, 0, text.width, job.say(opening), STRONG) + 3
    rest, cues = running.rest.sentences, running.cues.sentences
    for sentence in (rest[0], *rest[2:], running.avoid.sentences[0], cues[0]):
        text.add(Disc(2, y + 6, 1.7, TEAL))
        y = text.paragraph(9, y, text.width - 9, job.say(sentence), BODY) + 2
    text.height = y - 2
    band = pain_band(job, job.width - width - 3 * PAD, wording.RUN_PAIN_TITLE, running.lights)
    return side_by_side(text, band, job, grounds=(SAND, None))


def _tables(weeks: tuple[RunWeek, ...], job: Job) -> Iterator[Block]:
    """The weeks in tables short enough for a page, each with its own head."""
    for start in range(0, len(weeks), MOST_ROWS):
        yield fixed(_table(weeks[start : start + MOST_ROWS], max(len(week.runs) for week in weeks), job))


def _table(weeks: tuple[RunWeek, ...], most_runs: int, job: Job) -> Sketch:
    sketch = Sketch(job.width, HEAD + ROW * len(weeks))
    sketch.text(6, 2, job.say(wording.COLUMN_WEEK), LABEL)
    sketch.text(WEEK_WIDTH, 2, job.say(wording.COLUMN_RUNS), LABEL)
    sketch.text(job.width - 6, 2, job.say(wording.COLUMN_TOTAL), LABEL, "right")
    sketch.add(Stroke(((0, HEAD), (job.width, HEAD)), HAIR, 0.8))
    for place, week in enumerate(weeks):
        sketch.place(_row(week, most_runs, job, shaded=place % 2 == 0), 0, HEAD + place * ROW)
    return sketch


def _row(week: RunWeek, most_runs: int, job: Job, *, shaded: bool) -> Sketch:
    """Week, its runs, and their sum: 2.0 2.0 2.0 = 6.0."""
    sketch = Sketch(job.width, ROW)
    if shaded:
        sketch.add(Box(0, 0, job.width, ROW, fill=TEAL_0))
    top = (ROW - TABLE.lead) / 2
    sketch.text(24, top, str(week.week), TABLE_STRONG, "right")
    cell = (job.width - WEEK_WIDTH - TOTAL_WIDTH) / max(most_runs, 4)
    for place, run in enumerate(week.runs):
        left = WEEK_WIDTH + place * cell
        empty_box(sketch, left, (ROW - BOX) / 2, BOX)
        sketch.text(left + BOX + 24, top, tenths(run), TABLE, "right")
        empty_box(sketch, left + BOX + 29, (ROW - 13) / 2, PAIN_BOX, 13)
    sketch.text(job.width - 6, top, f"= {tenths(week.total)}", TABLE_STRONG, "right")
    return sketch


def _ladder(run: RunPlan, job: Job) -> Iterator[Block]:
    """The run-walk steps from the one this runner starts at."""
    if run.mode != "run_walk":
        return
    running = job.library.running
    names = [step.id for step in running.run_walk]
    first = names.index(run.start) if run.start in names else 0
    sketch = Sketch(job.width, 0)
    y = sketch.text(0, 0, job.say(wording.LADDER_TITLE), PANEL) + 2
    rules = " ".join(job.say(sentence) for sentence in running.run_walk_rules.sentences)
    y = sketch.paragraph(0, y, job.width, rules, BODY) + 5
    for place, step in enumerate(running.run_walk[first:]):
        y = sketch.place(_step(first + place + 1, job.say(step.sentence), job, shaded=place % 2 == 0), 0, y)
    sketch.height = y
    yield fixed(sketch)


def _step(step: int, text: str, job: Job, *, shaded: bool) -> Sketch:
    """One step with boxes for the two times it is done."""
    sketch = Sketch(job.width, STEP_ROW)
    if shaded:
        sketch.add(Box(0, 0, job.width, STEP_ROW, fill=TEAL_0))
    top = (STEP_ROW - TABLE.lead) / 2
    sketch.text(6, top, job.say(wording.STEP, step=step), STRONG)
    sketch.text(WEEK_WIDTH + 10, top, text, TABLE)
    for place in range(2):
        left = job.width - 90 + place * 44
        empty_box(sketch, left, (STEP_ROW - BOX) / 2, BOX)
        empty_box(sketch, left + BOX + 4, (STEP_ROW - 13) / 2, PAIN_BOX, 13)
    return sketch
