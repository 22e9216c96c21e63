"""Each part of a sheet in large print: words, lists, values, lights, tables."""

from collections.abc import Iterator

from programs.pdf.flow import Block
from programs.pdf.large_boxes import blank_blocks, choice_blocks
from programs.pdf.large_pictures import picture_block
from programs.pdf.large_styles import BODY, CAUTION, NUMBER, PAD, SIGN, STOP, STRONG, TICK
from programs.pdf.marks import cross, empty_box, tick
from programs.pdf.panels import fixed
from programs.pdf.sketch import Box, Disc, Sketch, Stroke
from programs.pdf.styles import AMBER, AMBER_1, GREEN_1, HAIR, RED_1, TEAL, WHITE, Style
from programs.pdf.text import one_line
from programs.sheets.text import (
    Blanks,
    Choices,
    Facts,
    Light,
    Lights,
    Listing,
    Part,
    Pictures,
    Prose,
    Table,
    Tone,
)

TONES: dict[Tone, Style] = {"strong": STRONG, "stop": STOP, "caution": CAUTION, "call": STRONG}
ITEM_GAP = 5.0
SIGN_RADIUS = 10.0
NAMES_WIDTH = 0.44
"""The share of the width up to which names stand beside their values; longer ones stand over them."""
LIGHT_GROUND = {"green": GREEN_1, "amber": AMBER_1, "red": RED_1}
MIDDLE = 11.5
"""From the top of a line to the middle of its letters."""


def part_blocks(part: Part, width: float, room: float, smaller: float = 0.0) -> tuple[Block, ...]:
    """A part as one block; what is higher than `room` comes as a block for each of its items or rows.

    Pictures are `smaller` by so many points than they need be.
    """
    match part:
        case Pictures(shown):
            return (picture_block(shown, width, smaller),)
        case Choices():
            return tuple(choice_blocks(part, width))
        case Blanks():
            return _whole(tuple(blank_blocks(part, width)), width, room)
    return _whole(tuple(fixed(sketch) for sketch in _sketches(part, width)), width, room)


def _whole(blocks: tuple[Block, ...], width: float, room: float) -> tuple[Block, ...]:
    """The blocks as one, if that fits on a page."""
    height = sum(block.height + ITEM_GAP for block in blocks) - ITEM_GAP
    if height > room:
        return blocks
    sketch, y = Sketch(width, height), 0.0
    for block in blocks:
        y = sketch.place(block.build(block.height), 0, y) + ITEM_GAP
    return (fixed(sketch),)


def _sketches(part: Part, width: float) -> Iterator[Sketch]:
    match part:
        case Prose(text, tone):
            yield _paragraph(text, TONES.get(tone, BODY), width)
        case Listing(items, sign, lead):
            if lead:
                yield _paragraph(lead, STRONG, width)
            for place, item in enumerate(items, 1):
                yield _item(item, sign, place, width)
        case Facts(rows):
            yield from _facts(rows, width)
        case Lights(lights):
            yield from (_light(light, width) for light in lights)
        case Table(_, head, rows):
            yield from (_table_row(head, row, width) for row in rows)


def _paragraph(text: str, style: Style, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.height = sketch.paragraph(0, 0, width, text, style)
    return sketch


def _item(text: str, sign: str, place: int, width: float) -> Sketch:
    """One item behind its sign."""
    sketch = Sketch(width, 0)
    if sign == "number":
        sketch.text(SIGN - 8, 0, str(place), NUMBER, "right")
    elif sign == "box":
        empty_box(sketch, 0.5, 0.5, TICK)
    elif sign == "dot":
        sketch.add(Disc(8, MIDDLE + 1, 4, TEAL))
    else:
        (tick if sign == "tick" else cross)(sketch, SIGN_RADIUS, MIDDLE, SIGN_RADIUS)
    left = SIGN + 2 if sign == "box" else SIGN
    sketch.height = sketch.paragraph(left, 0, width - left, text, BODY)
    return sketch


def _facts(rows: tuple[tuple[str, str], ...], width: float) -> Iterator[Sketch]:
    """Names beside their values where all names are short, else over them."""
    left = max((one_line(name, BODY).width for name, _ in rows), default=0.0) + 14
    beside = left <= width * NAMES_WIDTH
    for name, value in rows:
        sketch = Sketch(width, 0)
        y = sketch.paragraph(0, 0, width, name, BODY if beside else STRONG)
        x, style = (left, STRONG) if beside else (SIGN, BODY)
        sketch.height = max(y, sketch.paragraph(x, 0 if beside else y, width - x, value, style))
        yield sketch


def _light(light: Light, width: float) -> Sketch:
    """One light: told apart by its sign and its words, in gray too."""
    sketch, left = Sketch(width, 0), PAD + SIGN + 4
    y = sketch.paragraph(left, PAD - 2, width - left - PAD, light.pain, STRONG)
    y = sketch.paragraph(left, y, width - left - PAD, light.sentence, BODY)
    sketch.height = y + PAD - 2
    sketch.marks.insert(0, Box(0, 0, width, sketch.height, 8, fill=LIGHT_GROUND[light.color]))
    x, middle = PAD + SIGN_RADIUS, PAD + MIDDLE - 2
    if light.color == "amber":
        sketch.add(Disc(x, middle, SIGN_RADIUS, AMBER))
        sketch.add(Stroke(((x - 5, middle), (x + 5, middle)), WHITE, 2.7))
    else:
        (tick if light.color == "green" else cross)(sketch, x, middle, SIGN_RADIUS)
    return sketch


def _table_row(head: tuple[str, ...], row: tuple[str, ...], width: float) -> Sketch:
    """The first cell in bold, then each other one behind the name of its column."""
    sketch = Sketch(width, 0)
    y = sketch.paragraph(0, 0, width, f"{head[0]}: {row[0]}", STRONG)
    for name, cell in zip(head[1:], row[1:], strict=True):
        if cell:
            y = sketch.paragraph(SIGN, y, width - SIGN, f"{name}: {cell}", BODY)
    sketch.add(Stroke(((0, y + 3), (width, y + 3)), HAIR, 1))
    sketch.height = y + 4
    return sketch
