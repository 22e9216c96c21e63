"""The panels before the exercises: what this stage is for, how much pain is all right, when to stop."""

from collections.abc import Sequence

from programs.library_content import Light
from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import caution, cross, tick
from programs.pdf.sketch import Box, Disc, Sketch
from programs.pdf.styles import (
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
from programs.plan import Stage

PAD = 8.0
BAND_HEIGHT = 16.0
BAND_ENDS = ((0, 2, GREEN_1), (3, 5, AMBER_1), (6, 10, RED_1))
"""First and last number of each zone: 0-2, 3-5, above 5 (clinical rules 5.3); each darker than the last."""
PAIN_SHARE = 0.58
"""The share of the width at which the pain band and the stop rules come out about as high as each other."""
ZONE_GAP = 5.0
SIGN = 16.0
ZONE = 62.0
CALL_STYLE = Style("semibold", 9.8, 11.9, TEAL)
URGENT = Style("bold", 9.8, 12.4)
RED_PANEL = Style("bold", 11, 14, RED)


def fixed(sketch: Sketch) -> Block:
    """A block that keeps its height."""
    return Block(sketch.height, lambda _height: sketch)


def aim_panel(stage: Stage, job: Job) -> Block:
    """What the stage is for, then which leg starts, across the page."""
    sketch = Sketch(job.width, 0)
    legs = [(job.say(job.plan.both_legs), STRONG)] if job.plan.both_legs else []
    sketch.height = sketch.run_on(0, 0, job.width, [(job.say(stage.aim), BODY), *legs])
    return fixed(sketch)


def pain_panel(job: Job) -> Block:
    """The pain band at the left; at the right when to stop."""
    left_width = job.width * PAIN_SHARE
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
    for sign, light in zip((tick, caution, cross), lights, strict=True):
        sign(sketch, 5.5, y + 6, 5)
        sketch.text(SIGN, y, job.say(light.pain), STRONG)
        y = sketch.paragraph(ZONE, y, width - ZONE, job.say(light.sentence), BODY) + 3
    sketch.height = y - 3
    return sketch


def _rules(job: Job, width: float) -> Sketch:
    sketch, words = Sketch(width, 0), job.library.sheet
    y = sketch.paragraph(0, 0, width, job.say(wording.STOP_TITLE), RED_PANEL) + 2
    for sentence in (*words.stop_rule.sentences, words.form_rule):
        y = sketch.paragraph(0, y, width, job.say(sentence), BODY) + 2
    sketch.height = y - 2
    return sketch


def call_line(job: Job) -> str:
    """Whom to ask, at which number, and when if the clinic says when."""
    clinic = job.letterhead
    return "  ".join(filter(None, (job.say(job.library.sheet.contact), clinic.phone, clinic.hours)))


def help_panel(job: Job) -> Block:
    """What ends the plan for now: 911 first, then the list; below the box whom to ask. Stands once in every file."""
    box = _help_box(job)
    sketch = Sketch(job.width, 0)
    y = sketch.place(box, 0, 0) + 4
    sketch.height = sketch.paragraph(PAD, y, job.width - 2 * PAD, call_line(job), CALL_STYLE)
    return fixed(sketch)


def _help_box(job: Job) -> Sketch:
    """The red box holds nothing that can wait for office hours."""
    words, width = job.library.sheet, job.width - 2 * PAD
    sketch, column = Sketch(job.width, 0), (width - PAD) / 2
    y = sketch.paragraph(PAD, PAD - 2, width, job.say(words.get_help_title), RED_PANEL)
    y = sketch.paragraph(PAD, y, width, job.say(words.urgent), URGENT) + 2
    columns = even_columns([_listed(job.say(item), column) for item in words.get_help], column)
    for place, stack in enumerate(columns):
        sketch.place(stack, PAD + place * (column + PAD), y)
    sketch.height = y + max(stack.height for stack in columns) + PAD - 2
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=WHITE, stroke=RED, line=0.9))
    return sketch


def _listed(text: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.add(Disc(2, 6, 1.7, RED))
    sketch.height = sketch.paragraph(9, 0, width - 9, text, BODY) + 1
    return sketch


def even_columns(items: Sequence[Sketch], width: float) -> tuple[Sketch, Sketch]:
    """Items in their order in two columns of nearly equal height, each `width` wide."""
    stacks = ((stacked(items[:place], width), stacked(items[place:], width)) for place in range(len(items), -1, -1))
    return min(stacks, key=lambda pair: max(stack.height for stack in pair))


def stacked(items: Sequence[Sketch], width: float) -> Sketch:
    """Items in their order, one below the other."""
    sketch = Sketch(width, 0)
    for item in items:
        sketch.height = sketch.place(item, 0, sketch.height)
    return sketch
