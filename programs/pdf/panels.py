"""The panels before the exercises: what this stage is for, how much pain is all right, when to stop."""

from collections.abc import Sequence

from programs.library_content import Light
from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import cross, tick
from programs.pdf.sketch import Box, Disc, Sketch, Stroke
from programs.pdf.styles import (
    AMBER,
    AMBER_1,
    BAND,
    BODY,
    GREEN_1,
    HAIR,
    PANEL,
    RED,
    RED_1,
    SAND,
    STRONG,
    TEAL,
    WHITE,
    Style,
)
from programs.pdf.text import one_line
from programs.plan import Stage

PAD = 10.0
BAND_HEIGHT = 17.0
BAND_ENDS = ((0, 2, GREEN_1), (3, 5, AMBER_1), (6, 10, RED_1))
"""First and last number of each zone: 0-2, 3-5, above 5 (clinical rules 5.3); each darker than the last."""
ZONE_GAP = 5.0
SIGN = 16.0
ZONE = 62.0
CALL_STYLE = Style("semibold", 9.8, 11.9, TEAL)
RED_PANEL = Style("bold", 11, 14, RED)


def fixed(sketch: Sketch) -> Block:
    """A block that keeps its height."""
    return Block(sketch.height, lambda _height: sketch)


def aim_panel(stage: Stage, job: Job) -> Block:
    """What the stage is for, across the page."""
    sketch = Sketch(job.width, 0)
    sketch.height = sketch.paragraph(0, 0, job.width, job.say(stage.aim), BODY)
    return fixed(sketch)


def pain_panel(job: Job) -> Block:
    """The pain band at the left; at the right when to stop, which leg first, whom to call."""
    left_width = job.width * 0.55
    left = pain_band(job, left_width - 2 * PAD, wording.PAIN_TITLE, job.library.sheet.pain_rule)
    right = _rules(job, job.width - left_width - PAD - 2 * PAD)
    return fixed(side_by_side(left, right, job, grounds=(None, SAND)))


def side_by_side(
    left: Sketch, right: Sketch, job: Job, *, grounds: tuple[tuple[float, float, float] | None, ...]
) -> Sketch:
    """Two panels of one height; a ground of None means a white panel with a frame."""
    sketch = Sketch(job.width, max(left.height, right.height) + 2 * PAD - 2)
    places = (0.0, left.width + 3 * PAD)
    for part, x, ground in zip((left, right), places, grounds, strict=True):
        look = (ground, None) if ground else (WHITE, HAIR)
        sketch.add(Box(x, 0, part.width + 2 * PAD, sketch.height, 6, fill=look[0], stroke=look[1]))
        sketch.place(part, x + PAD, PAD - 2)
    return sketch


def pain_band(job: Job, width: float, title: str, lights: Sequence[Light]) -> Sketch:
    """Eleven numbers in three zones and what each means; zones differ in gray too, by gap, sign and tone."""
    sketch = Sketch(width, 0)
    y = sketch.paragraph(0, 0, width, job.say(title), PANEL) + 4
    cell = (width - 2 * ZONE_GAP + 1) / 11
    for zone, (first, last, color) in enumerate(BAND_ENDS):
        for value in range(first, last + 1):
            left = value * cell + zone * ZONE_GAP
            sketch.add(Box(left, y, cell - 1, BAND_HEIGHT, 2, fill=color))
            sketch.text(left + (cell - 1) / 2, y + 2.8, str(value), BAND, "center")
    y += BAND_HEIGHT + 6
    for sign, light in zip((tick, _caution, cross), lights, strict=True):
        sign(sketch, 5.5, y + 6, 5)
        sketch.text(SIGN, y, job.say(light.pain), STRONG)
        y = sketch.paragraph(ZONE, y, width - ZONE, job.say(light.sentence), BODY) + 3
    sketch.height = y - 3
    return sketch


def _caution(sketch: Sketch, x: float, y: float, radius: float) -> None:
    """An amber disc with a level bar."""
    sketch.add(Disc(x, y, radius, AMBER))
    sketch.add(Stroke(((x - radius * 0.5, y), (x + radius * 0.5, y)), WHITE, radius * 0.27))


def _rules(job: Job, width: float) -> Sketch:
    sketch, words = Sketch(width, 0), job.library.sheet
    y = sketch.paragraph(0, 0, width, job.say(wording.STOP_TITLE), RED_PANEL) + 2
    for sentence in (*words.stop_rule.sentences, words.form_rule):
        y = sketch.paragraph(0, y, width, job.say(sentence), BODY) + 2
    if job.plan.both_legs:
        y = sketch.paragraph(0, y + 1, width, job.say(job.plan.both_legs), STRONG)
    sketch.height = y
    return sketch


def call_line(job: Job) -> str:
    """Whom to ask, at which number, and when if the clinic says when."""
    clinic = job.letterhead
    return "  ".join(filter(None, (job.say(job.library.sheet.contact), clinic.phone, clinic.hours)))


def help_panel(job: Job) -> Block:
    """What ends the plan for now: stop and get help. Stands once in every file."""
    words, width = job.library.sheet, job.width - 2 * PAD
    sketch = Sketch(job.width, 0)
    title, call = one_line(job.say(words.get_help_title), RED_PANEL), one_line(call_line(job), CALL_STYLE)
    sketch.lines(PAD, PAD - 2, (title,), RED_PANEL)
    y = PAD - 2 + RED_PANEL.lead + 2
    if title.width + call.width + 2 * PAD <= width:
        sketch.lines(PAD + min((width + PAD) / 2, width - call.width), PAD - 1, (call,), CALL_STYLE)
    else:
        y = sketch.paragraph(PAD, y, width, call_line(job), CALL_STYLE)
    column = (width - PAD) / 2
    half = len(words.get_help) // 2
    ends = [y]
    for place, items in enumerate((words.get_help[:half], words.get_help[half:])):
        ends.append(_listed(sketch, PAD + place * (column + PAD), y, column, [job.say(item) for item in items]))
    sketch.height = max(ends) + PAD - 3
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=WHITE, stroke=RED, line=0.9))
    return fixed(sketch)


def _listed(sketch: Sketch, x: float, y: float, width: float, items: Sequence[str]) -> float:
    for item in items:
        sketch.add(Disc(x + 2, y + 6, 1.7, RED))
        y = sketch.paragraph(x + 9, y, width - 9, item, BODY) + 1
    return y
