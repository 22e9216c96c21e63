"""The questions of the mirror check as they stand on paper: answer cards with pictures, boxes to tick, numbers."""

from collections.abc import Sequence

from programs.pdf.figures import figure
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.panels import PAD
from programs.pdf.sketch import Art, Box, Sketch, Stroke
from programs.pdf.styles import BAND, BODY, FIELD, HAIR, SMALL, STRONG, TEAL_0, WHITE
from programs.pdf.text import one_line
from programs.sheets.handout_words import mirror_words
from screening.questions import Choice, Page, Question

BOX = 10.0
BOX_ROOM = 15.0
CELL_GAP = 6.0
LEAST_PICTURE, MOST_PICTURE = 76.0, 150.0
CHOICE_GAP = 14.0
NUMBER_HEIGHT = 17.0


def look_card(page: Page, again: Page | None, job: Job, width: float, picture: float) -> Sketch:
    """One look in the mirror: what to do, the question, its answers as pictures `picture` points high at most.

    `again` is the page of the second look, for a runner who could not tell.
    """
    question, inner = page.questions[0], width - 2 * PAD
    sketch = Sketch(width, 0)
    y = sketch.paragraph(PAD, PAD - 2, inner, job.say(page.lead), BODY) + 3
    y = sketch.paragraph(PAD, y, inner, job.say(question.label), STRONG) + 4
    y = _pictures(sketch, y, question, job, picture) + 3
    for choice in question.choices:
        if not choice.figure:
            text = f"{job.say(choice.label)}. {job.say(choice.hint)}." if choice.hint else job.say(choice.label)
            y = _ticked(sketch, PAD, y, inner, text) + 2
    if again:
        y = _second_look(sketch, y + 1, again, job)
    sketch.height = y + PAD - 3
    return sketch


def _pictures(sketch: Sketch, y: float, question: Question, job: Job, picture: float) -> float:
    """The cards with pictures side by side, drawn for the left leg and turned for the right."""
    shown = [choice for choice in question.choices if choice.figure]
    cell = (sketch.width - 2 * PAD - (len(shown) - 1) * CELL_GAP) / max(1, len(shown))
    bottoms = [y]
    for place, choice in enumerate(shown):
        x = PAD + place * (cell + CELL_GAP)
        bottoms.append(_card(sketch, (x, y, cell), choice, question.leg == "right", job, picture))
    return max(bottoms)


def _card(
    sketch: Sketch, room: tuple[float, float, float], choice: Choice, flipped: bool, job: Job, picture: float
) -> float:
    """One answer: its picture on a ground of its own, a box to tick, its words. Returns the y below."""
    x, y, width = room
    slug = f"mirror/{choice.figure}"
    drawn = figure(slug)
    scale = min(picture / drawn.height, (width - 4) / drawn.width)
    wide, high = drawn.width * scale, drawn.height * scale
    sketch.add(Box(x, y, width, high + 4, 4, fill=TEAL_0))
    sketch.add(Art(x + (width - wide) / 2, y + 2, wide, high, slug, flipped))
    y += high + 8
    empty_box(sketch, x, y, BOX)
    y = sketch.paragraph(x + BOX_ROOM, y - 0.5, width - BOX_ROOM, job.say(choice.label), STRONG) + 1
    return sketch.paragraph(x, y, width, job.say(choice.hint), SMALL)


def _second_look(sketch: Sketch, y: float, again: Page, job: Job) -> float:
    """The tip for a second look, and a row of boxes for its answer."""
    inner = sketch.width - 2 * PAD
    sketch.add(Stroke(((PAD, y), (sketch.width - PAD, y)), HAIR, 0.7, dash=2))
    parts = [(job.say(mirror_words().second_look), STRONG), (job.say(again.lead), SMALL)]
    y = sketch.run_on(PAD, y + 3, inner, parts) + 2
    labels = [job.say(choice.label) for choice in again.questions[0].choices]
    return _boxes(sketch, PAD, y, inner, labels)


def question_part(question: Question, job: Job, width: float) -> Sketch:
    """One question in words with its answers to tick, or its numbers to circle."""
    sketch, words = Sketch(width, 0), mirror_words()
    extra = [(job.say(words.circle), SMALL)] if question.kind == "scale" else []
    y = sketch.run_on(0, 0, width, [(job.say(question.label), STRONG), *extra]) + 3
    labels = [job.say(choice.label) for choice in question.choices]
    if question.kind == "scale":
        y = _numbers(sketch, y, labels, job)
    else:
        after = job.say(words.optional) if question.optional else ""
        y = _boxes(sketch, 0, y, width, labels, after)
    sketch.height = y
    return sketch


def _boxes(sketch: Sketch, x: float, y: float, width: float, labels: Sequence[str], after: str = "") -> float:
    """Boxes with their answers: in one row where that fits, else one below the other; then a remark, flush right.

    Returns the y below.
    """
    widths = [BOX_ROOM + one_line(label, BODY).width for label in labels]
    if sum(widths) + CHOICE_GAP * (len(labels) - 1) > width:
        for label in labels:
            y = _ticked(sketch, x, y, width, label) + 1.5
        return y
    for label, wide in zip(labels, widths, strict=True):
        empty_box(sketch, x, y + 0.8, BOX)
        sketch.text(x + BOX_ROOM, y, label, BODY)
        x += wide + CHOICE_GAP
    if after and x + one_line(after, SMALL).width > width:
        y = sketch.text(0, y + BODY.lead, after, SMALL) - BODY.lead
    elif after:
        sketch.text(width, y + BODY.rise - SMALL.rise, after, SMALL, "right")
    return y + BODY.lead + 1


def _ticked(sketch: Sketch, x: float, y: float, width: float, label: str) -> float:
    empty_box(sketch, x, y + 0.8, BOX)
    return sketch.paragraph(x + BOX_ROOM, y, width - BOX_ROOM, label, BODY)


def _numbers(sketch: Sketch, y: float, labels: Sequence[str], job: Job) -> float:
    """A band of numbers to circle, with what its ends mean."""
    cell, words = sketch.width / len(labels), mirror_words()
    for place, label in enumerate(labels):
        sketch.add(Box(place * cell, y, cell - 2, NUMBER_HEIGHT, 3, fill=WHITE, stroke=FIELD, line=0.8))
        sketch.text(place * cell + cell / 2 - 1, y + 3.2, label, BAND, "center")
    y += NUMBER_HEIGHT + 1
    sketch.text(0, y, job.say(words.none_pain), SMALL)
    sketch.text(sketch.width - 2, y, job.say(words.worst_pain), SMALL, "right")
    return y + SMALL.lead
