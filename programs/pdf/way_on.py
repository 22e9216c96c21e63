"""The end of a stage's sheet: what must be true before the next stage, sessions to tick, room for notes."""

from collections.abc import Sequence

from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.panels import PAD, even_columns, fixed, stacked
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import BODY, HAIR, LABEL, PANEL, SMALL, WHITE, Style
from programs.plan import Stage
from programs.sheets.stage_text import WEEKS_TO_TICK

LOG_WIDTH = 196.0
LOG_LABEL = 38.0
TICK_HEIGHT = 10.5
PAIN_HEIGHT = 12.0
WEEK_HEIGHT = TICK_HEIGHT + PAIN_HEIGHT + 2.5
MOST_CELL = 30.0
NOTE_LINE = 23.0
MOST_NOTES = 6


def way_on(stage: Stage, last: int, job: Job) -> list[Block]:
    """The gate and the sessions to tick: side by side where that is shorter, else one below the other."""
    if not stage.gate:
        return [_framed([_log(job, job.width - 2 * PAD)], job)]
    words = job.library.sheet
    title = job.say(words.upkeep_title if stage.number >= last else words.gate_title)
    sentences = [job.say(sentence) for sentence in stage.gate]
    after = [job.say(words.review)] if stage.number < last else []
    lead = [(title, PANEL)] + [(job.say(words.gate_help), SMALL)] * (stage.number < last)
    narrow = _gate(lead, sentences, after, job.width - LOG_WIDTH - 4 * PAD, columns=1)
    wide = _gate(lead, sentences, after, job.width - 2 * PAD, columns=2)
    log = _log(job, LOG_WIDTH)
    if max(narrow.height, log.height) < wide.height + log.height:
        return [_framed([narrow, log], job)]
    return [_framed([wide], job), _framed([_log(job, job.width - 2 * PAD)], job)]


def _framed(parts: Sequence[Sketch], job: Job) -> Block:
    """Sketches side by side in one frame, with a rule between them."""
    sketch = Sketch(job.width, max(part.height for part in parts) + 2 * PAD - 4)
    sketch.add(Box(0, 0, job.width, sketch.height, 6, fill=WHITE, stroke=HAIR))
    x = PAD
    for place, part in enumerate(parts):
        if place:
            sketch.add(Stroke(((x - PAD, PAD), (x - PAD, sketch.height - PAD)), HAIR, 0.7))
        sketch.place(part, x, PAD - 2)
        x += part.width + 2 * PAD
    return fixed(sketch)


def _gate(
    lead: Sequence[tuple[str, Style]], sentences: Sequence[str], after: Sequence[str], width: float, columns: int
) -> Sketch:
    """Sentences with a box to tick before each, and below them when to call."""
    sketch = Sketch(width, 0)
    top = sketch.run_on(0, 0, width, lead) + 3
    column = (width - (columns - 1) * 2 * PAD) / columns
    items = [_checked(sentence, column) for sentence in sentences]
    stacks = even_columns(items, column) if columns == 2 else (stacked(items, column),)
    for place, stack in enumerate(stacks):
        sketch.place(stack, place * (column + 2 * PAD), top)
    y = top + max(stack.height for stack in stacks)
    for sentence in after:
        y = sketch.paragraph(0, y + 1, width, sentence, SMALL)
    sketch.height = y
    return sketch


def _checked(sentence: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    empty_box(sketch, 0.5, 1.2, 9.5)
    sketch.height = sketch.paragraph(17, 0, width - 17, sentence, BODY) + 3
    return sketch


def _log(job: Job, width: float) -> Sketch:
    """A box to tick for each day, below each one to write the pain in: as many weeks as on the screen."""
    sketch, words = Sketch(width, 0), job.library.sheet
    y = sketch.text(0, 0, job.say(words.log_title), PANEL)
    help_text = f"{job.say(words.log_help)} {job.say(words.log_bring)}"
    y = sketch.paragraph(0, y, width, help_text, SMALL) + 5
    cell = min((width - LOG_LABEL + 3) / 7, MOST_CELL)
    for week in range(WEEKS_TO_TICK):
        sketch.text(0, y + 1, f"{job.say(words.log_week)} {week + 1}", LABEL)
        sketch.text(0, y + TICK_HEIGHT + 2, job.say(words.log_pain), LABEL)
        for day in range(7):
            empty_box(sketch, LOG_LABEL + day * cell, y, cell - 3, TICK_HEIGHT)
            empty_box(sketch, LOG_LABEL + day * cell, y + TICK_HEIGHT, cell - 3, PAIN_HEIGHT)
        y += WEEK_HEIGHT
    sketch.height = y - 2
    return sketch


def notes_panel(job: Job) -> Block:
    """Ruled lines for what the runner wants to ask: two to six, where a last page has the room."""

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        y = sketch.text(0, 2, job.say(wording.NOTES), PANEL)
        for _ in range(min(MOST_NOTES, int((height - y) / NOTE_LINE))):
            y += NOTE_LINE
            sketch.add(Stroke(((0, y), (job.width, y)), HAIR, 0.7))
        return sketch

    return Block(PANEL.lead + 2 * NOTE_LINE + 4, build, filler=True)
