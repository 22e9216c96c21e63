"""The run-walk steps on paper, each with boxes for the two times it is done."""

from collections.abc import Sequence

from programs.library_content import RunWalkStep
from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.run_grid import GAP, LABELS, PAIN_WIDTH, TICK, place_to_write
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import BODY, HAIR, LABEL, PANEL, SMALL_STRONG, STRONG, TABLE, TABLE_STRONG, TEAL_0
from programs.pdf.text import wrap

LEAST_ROW, MOST_ROW = 23.5, 40.0
BOX_HEIGHT = 19.0
STEP_WIDTH = 22.0
MINUTES_WIDTH = 40.0
DONE_WIDTH = 26.0
WRITTEN = 34.0
TIME_WIDTH = DONE_WIDTH + WRITTEN + GAP + PAIN_WIDTH + 14.0
EDGE = 6.0


def ladder(steps: Sequence[tuple[int, RunWalkStep]], job: Job) -> Block:
    """The steps, one a row; rows grow where there is room."""
    lead = _lead(job)
    head = lead.height + STRONG.lead + LABELS + 3

    def build(height: float) -> Sketch:
        sketch, row = Sketch(job.width, height), (height - head) / len(steps)
        sketch.place(lead, 0, 0)
        _columns(sketch, lead.height, head, job)
        for place, (number, step) in enumerate(steps):
            sketch.place(_step(number, step, job, row, shaded=place % 2 == 0), 0, head + place * row)
        return sketch

    return Block(head + LEAST_ROW * len(steps), build, most=head + MOST_ROW * len(steps))


def _lead(job: Job) -> Sketch:
    """What the steps are called, and what the boxes are for."""
    sketch = Sketch(job.width, 0)
    y = sketch.text(0, 0, job.say(wording.LADDER_TITLE), PANEL) + 1
    sketch.height = sketch.paragraph(0, y, job.width, job.say(wording.LADDER_KEY), BODY) + 4
    return sketch


def _times(job: Job) -> tuple[float, float]:
    """Where the cells of the first and of the second time begin."""
    return job.width - 2 * TIME_WIDTH, job.width - TIME_WIDTH


def _columns(sketch: Sketch, y: float, bottom: float, job: Job) -> None:
    last = bottom - LABELS - 2
    sketch.text(EDGE, last, job.say(wording.COLUMN_STEP), LABEL)
    sketch.text(EDGE + STEP_WIDTH, last, job.say(wording.COLUMN_TO_DO), LABEL)
    sketch.text(_times(job)[0] - 14, last, job.say(wording.COLUMN_MINUTES), LABEL, "right")
    for x, time in zip(_times(job), wording.TIMES, strict=True):
        sketch.text(x, y, job.say(time), SMALL_STRONG)
        sketch.text(x, last, job.say(wording.COLUMN_DONE), LABEL)
        middle = x + DONE_WIDTH + WRITTEN / 2
        sketch.text(middle, last, job.say(wording.COLUMN_MINUTES), LABEL, "center")
        sketch.text(middle + WRITTEN / 2 + GAP + PAIN_WIDTH / 2, last, job.say(wording.COLUMN_PAIN), LABEL, "center")
    sketch.add(Stroke(((0, bottom), (job.width, bottom)), HAIR, 0.8))


def _step(number: int, step: RunWalkStep, job: Job, height: float, *, shaded: bool) -> Sketch:
    """One step: what to do, how many minutes that is, and for each of its two times the three boxes."""
    sketch, middle = Sketch(job.width, height), height / 2
    if shaded:
        sketch.add(Box(0, 0, job.width, height, fill=TEAL_0))
    sketch.text(EDGE + 4, middle - TABLE.lead / 2, str(number), TABLE_STRONG)
    left, first = EDGE + STEP_WIDTH, _times(job)[0]
    lines = wrap(job.say(step.sentence), TABLE, first - 14 - MINUTES_WIDTH - left)
    sketch.lines(left, middle - len(lines) * TABLE.lead / 2, lines, TABLE)
    minutes = (step.run_minutes + step.walk_minutes) * step.times
    sketch.text(first - 14, middle - TABLE.lead / 2, str(minutes), TABLE_STRONG, "right")
    for x in _times(job):
        empty_box(sketch, x + 4, middle - TICK / 2, TICK)
        place_to_write(sketch, x + DONE_WIDTH, middle - BOX_HEIGHT / 2, WRITTEN, BOX_HEIGHT)
        place_to_write(sketch, x + DONE_WIDTH + WRITTEN + GAP, middle - BOX_HEIGHT / 2, PAIN_WIDTH, BOX_HEIGHT)
    return sketch
