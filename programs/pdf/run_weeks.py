"""The run weeks on paper: exact tenths, a box to tick and one to write the pain for every run."""

from collections.abc import Iterator
from functools import partial

from programs.library_content import RunWalkStep
from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.panels import PAD, fixed, pain_band, side_by_side
from programs.pdf.run_chart import chart
from programs.pdf.run_dates import earliest_days
from programs.pdf.sketch import Box, Disc, Sketch, Stroke
from programs.pdf.styles import BODY, HAIR, LABEL, PANEL, SAND, STRONG, TABLE, TABLE_STRONG, TEAL, TEAL_0
from programs.pdf.way_on import notes_panel
from programs.plan import Plan
from programs.rules.mileage import RunPlan, RunWeek
from programs.run_chart import tenths

LEAST_ROW, ROW = 14.6, 18.0
STEP_ROW = 22.0
HEAD = 16.0
WEEK_WIDTH = 44.0
TOTAL_WIDTH = 52.0
BOX = 10.5
PAIN_BOX = 20.0
RULES_SHARE = 0.52
"""The share of the width at which the rules and the pain band come out about as high as each other."""
MOST_ROWS = 20
"""Rows that share a page with nothing else stay under this."""


def run_blocks(run: RunPlan, plan: Plan, job: Job) -> list[Block]:
    """When and how to use the weeks, the run-walk steps if they come first, the weeks, the chart."""
    steps = _steps_to_do(run, job)
    blocks = [fixed(_opening(run, len(steps), job)), fixed(_rules(run, job))]
    if steps:
        blocks.append(fixed(_ladder(steps, job)))
    blocks += _tables(run.weeks, job)
    if run.weeks:
        blocks.append(fixed(chart(run.weeks, plan, job)))
    return [*blocks, notes_panel(job)]


def _opening(run: RunPlan, steps: int, job: Job) -> Sketch:
    """What the weeks are, and the earliest days they can happen."""
    sketch = Sketch(job.width, 0)
    opening = job.say(wording.RUN_INTRO if run.weeks else wording.RUN_WALK_INTRO)
    sketch.height = sketch.run_on(0, 0, job.width, [(opening, STRONG), (earliest_days(job, steps), BODY)])
    return sketch


def _rules(run: RunPlan, job: Job) -> Sketch:
    """Rest days for the run counts of this plan and what to leave for later, beside the pain rule for running."""
    running, width = job.library.running, job.width * RULES_SHARE
    text = Sketch(width - 2 * PAD, 0)
    rest = running.rest_lines({len(week.runs) for week in run.weeks})
    y = text.paragraph(0, 0, text.width, job.say(wording.RUN_RULES_TITLE), PANEL) + 2
    for sentence in (*rest, *running.avoid.sentences, running.cues.sentences[0]):
        text.add(Disc(2, y + 6, 1.7, TEAL))
        y = text.paragraph(9, y, text.width - 9, job.say(sentence), BODY) + 1.5
    text.height = y - 1.5
    band = pain_band(job, job.width - width - 3 * PAD, wording.RUN_PAIN_TITLE, running.lights)
    return side_by_side(text, band, job, grounds=(SAND, None))


def _tables(weeks: tuple[RunWeek, ...], job: Job) -> Iterator[Block]:
    """The weeks in tables short enough for a page, each with its own head; rows grow where there is room."""
    most_runs = max((len(week.runs) for week in weeks), default=0)
    for start in range(0, len(weeks), MOST_ROWS):
        rows = weeks[start : start + MOST_ROWS]
        build = partial(_table, rows, most_runs, job)
        yield Block(HEAD + LEAST_ROW * len(rows), build, most=HEAD + ROW * len(rows))


def _table(weeks: tuple[RunWeek, ...], most_runs: int, job: Job, height: float) -> Sketch:
    sketch, row = Sketch(job.width, height), (height - HEAD) / len(weeks)
    sketch.text(6, 2, job.say(wording.COLUMN_WEEK), LABEL)
    sketch.text(WEEK_WIDTH, 2, job.say(wording.COLUMN_RUNS), LABEL)
    sketch.text(job.width - 6, 2, job.say(wording.COLUMN_TOTAL), LABEL, "right")
    sketch.add(Stroke(((0, HEAD), (job.width, HEAD)), HAIR, 0.8))
    for place, week in enumerate(weeks):
        sketch.place(_row(week, most_runs, job, row, shaded=place % 2 == 0), 0, HEAD + place * row)
    return sketch


def _row(week: RunWeek, most_runs: int, job: Job, height: float, *, shaded: bool) -> Sketch:
    """Week, its runs, and their sum: 2.0 2.0 2.0 = 6.0."""
    sketch = Sketch(job.width, height)
    if shaded:
        sketch.add(Box(0, 0, job.width, height, fill=TEAL_0))
    top = (height - TABLE.lead) / 2
    sketch.text(24, top, str(week.week), TABLE_STRONG, "right")
    cell = (job.width - WEEK_WIDTH - TOTAL_WIDTH) / max(most_runs, 4)
    for place, run in enumerate(week.runs):
        left = WEEK_WIDTH + place * cell
        empty_box(sketch, left, (height - BOX) / 2, BOX)
        sketch.text(left + BOX + 24, top, tenths(run), TABLE, "right")
        empty_box(sketch, left + BOX + 29, (height - 13) / 2, PAIN_BOX, 13)
    sketch.text(job.width - 6, top, f"= {tenths(week.total)}", TABLE_STRONG, "right")
    return sketch


def _steps_to_do(run: RunPlan, job: Job) -> list[tuple[int, RunWalkStep]]:
    """The run-walk steps with their numbers, from the one this runner starts at; none for a plan by distance."""
    steps = list(enumerate(job.library.running.run_walk, 1))
    if run.mode != "run_walk":
        return []
    first = next((place for place, (_, step) in enumerate(steps) if step.id == run.start), 0)
    return steps[first:]


def _ladder(steps: list[tuple[int, RunWalkStep]], job: Job) -> Sketch:
    """The run-walk steps with a box for each time they are done."""
    sketch = Sketch(job.width, 0)
    y = sketch.text(0, 0, job.say(wording.LADDER_TITLE), PANEL) + 2
    rules = " ".join(job.say(sentence) for sentence in job.library.running.run_walk_rules.sentences)
    y = sketch.paragraph(0, y, job.width, rules, BODY) + 5
    for place, (number, step) in enumerate(steps):
        y = sketch.place(_step(number, job.say(step.sentence), job, shaded=place % 2 == 0), 0, y)
    sketch.height = y
    return sketch


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
