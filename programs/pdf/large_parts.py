"""Each part of a sheet in large print: words, lists, values, lights, tables."""

from collections.abc import Iterator, Sequence

from programs.pdf.flow import Block
from programs.pdf.large_boxes import blank_blocks, choice_blocks
from programs.pdf.large_pictures import picture_block
from programs.pdf.large_styles import BODY, CAUTION, NUMBER, PAD, SIGN, STOP, STRONG, TICK
from programs.pdf.marks import cross, empty_box, tick
from programs.pdf.panels import fixed
from programs.pdf.sketch import Box, Disc, Sketch, Stroke
from programs.pdf.styles import AMBER, AMBER_1, GREEN_1, HAIR, RED_1, TEAL, TEAL_0, WHITE, Style
from programs.pdf.text import fits, one_line
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
LEAST_FACTS = 3
"""Fewer stand one below the other."""
NAME_GAP, COLUMN_GAP = 10.0, 14.0
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
        case Prose(text, "note"):
            yield _boxed(text, width)
        case Prose(text, tone):
            yield _paragraph(text, TONES.get(tone, BODY), width)
        case Listing(items, sign, lead):
            if lead:
                yield _paragraph(lead, STRONG, width)
            if sign in ("tick", "cross"):
                yield from _paired(items, sign, width)
            else:
                yield from (_item(item, sign, place, width) for place, item in enumerate(items, 1))
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


def _boxed(text: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.height = sketch.paragraph(PAD, PAD, width - 2 * PAD, text, STRONG) + PAD
    sketch.marks.insert(0, Box(0, 0, width, sketch.height, 8, fill=TEAL_0, stroke=TEAL, line=1.6))
    return sketch


def _paired(items: Sequence[str], sign: str, width: float) -> Iterator[Sketch]:
    """Two short items that follow each other on one line, the others each on its own."""
    half, rest = (width - COLUMN_GAP) / 2, list(items)
    while rest:
        pair = rest[:2] if len(rest) > 1 and all(fits(item, BODY, half - SIGN) for item in rest[:2]) else rest[:1]
        sketch = Sketch(width, 0)
        for place, item in enumerate(pair):
            drawn = _item(item, sign, 0, half if len(pair) > 1 else width)
            sketch.height = max(sketch.height, sketch.place(drawn, place * (half + COLUMN_GAP), 0))
        yield sketch
        del rest[: len(pair)]


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
    """Names beside their values where all names are short, else over them; in two columns where all but one are."""
    if columns := _columns(rows, width):
        yield _in_columns(rows, columns, width)
        return
    if (longest := _longest(rows)) % 2 == 0 and (columns := _around(rows, longest, width)):
        parts = (rows[:longest], rows[longest : longest + 1], rows[longest + 1 :])
        yield from (_in_columns(part, columns, width) for part in parts if part)
        return
    left = max((one_line(name, BODY).width for name, _ in rows), default=0.0) + 14
    beside = left <= width * NAMES_WIDTH
    for name, value in rows:
        sketch = Sketch(width, 0)
        y = sketch.paragraph(0, 0, width, name, BODY if beside else STRONG)
        x, style = (left, STRONG) if beside else (SIGN, BODY)
        sketch.height = max(y, sketch.paragraph(x, 0 if beside else y, width - x, value, style))
        yield sketch


def _columns(rows: Sequence[tuple[str, str]], width: float) -> list[float]:
    """Where the values begin and how wide they are, for the left and the right column; none where they do not fit."""
    if len(rows) < LEAST_FACTS:
        return []
    sides = (rows[::2], rows[1::2])
    names = [max(one_line(name, BODY).width for name, _ in side) + NAME_GAP for side in sides]
    values = [max(one_line(value, STRONG).width for _, value in side) for side in sides]
    needed = sum(names) + sum(values) + COLUMN_GAP
    return [names[0], values[0], names[1], values[1]] if needed <= width else []


def _longest(rows: Sequence[tuple[str, str]]) -> int:
    return max(range(len(rows)), key=lambda place: one_line(rows[place][1], STRONG).width, default=0)


def _around(rows: Sequence[tuple[str, str]], longest: int, width: float) -> list[float]:
    """The columns of all rows but the longest, which then has a line of its own; none where anything does not fit."""
    columns = _columns((*rows[:longest], *rows[longest + 1 :]), width)
    if not columns:
        return []
    name, value = rows[longest]
    columns[0] = max(columns[0], one_line(name, BODY).width + NAME_GAP)
    across = columns[0] + one_line(value, STRONG).width
    return columns if max(across, sum(columns) + COLUMN_GAP) <= width else []


def _in_columns(rows: Sequence[tuple[str, str]], columns: Sequence[float], width: float) -> Sketch:
    """Two facts a line, read from left to right."""
    sketch = Sketch(width, -(-len(rows) // 2) * (BODY.lead + ITEM_GAP) - ITEM_GAP)
    half = max(width / 2, columns[0] + columns[1] + COLUMN_GAP)
    starts = (0.0, min(half, width - columns[2] - columns[3]))
    for place, (name, value) in enumerate(rows):
        line, side = divmod(place, 2)
        y = line * (BODY.lead + ITEM_GAP)
        sketch.text(starts[side], y, name, BODY)
        sketch.text(starts[side] + columns[2 * side], y, value, STRONG)
    return sketch


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
