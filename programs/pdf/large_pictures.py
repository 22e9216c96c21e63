"""Pictures in large print: in the rows that let them be largest, each over its own words."""

from collections.abc import Sequence

from programs.pdf.figures import Figure, figure
from programs.pdf.flow import Block
from programs.pdf.large_styles import PAD, PICTURE
from programs.pdf.marks import cross, tick
from programs.pdf.sketch import Art, Box, Sketch
from programs.pdf.styles import TEAL_0
from programs.pdf.text import wrap
from programs.sheets.text import Shown

EXERCISES = "exercises/"
LEAST_ALONE, LEAST, MOST = 90.0, 112.0, 330.0
"""How high one picture, and several, are drawn at least and at most, without their words."""
SIGN = 11.0
SIDE = 6.0

Rows = list[Sequence[Shown]]


def drawing(shown: Shown) -> Figure:
    """The figure of a picture; an exercise's is known by its plain name."""
    return figure(figure_name(shown))


def figure_name(shown: Shown) -> str:
    """What the figures call a picture."""
    return shown.slug.removeprefix(EXERCISES)


def picture_block(shown: Sequence[Shown], width: float, smaller: float = 0.0) -> Block:
    """Pictures on one ground, larger where there is room, and `smaller` by so many points where that saves a page.

    Labels are never mirrored.
    """
    least = _needed(shown, width, (LEAST if len(shown) > 1 else LEAST_ALONE) - smaller)
    most = _needed(shown, width, MOST)

    def build(height: float) -> Sketch:
        rows = _best(shown, width, height - 2 * PAD)
        scale = _scale(rows, width, height - 2 * PAD)
        sketch = Sketch(width, height)
        sketch.add(Box(0, 0, width, height, 8, fill=TEAL_0))
        used = sum(_tallest(row) * scale + _words_height(row, width) for row in rows)
        y = (height - used) / 2
        for row in rows:
            _draw_row(sketch, row, y, scale, width)
            y += _tallest(row) * scale + _words_height(row, width)
        return sketch

    return Block(least, build, most=most)


def _needed(shown: Sequence[Shown], width: float, height: float) -> float:
    """The height that pictures of about this height take, and no more than their width lets them use."""
    rows = _best(shown, width, height + _words_height(shown[:1], width))
    scale = _scale(rows, width, height + sum(_words_height(row, width) for row in rows))
    return sum(_tallest(row) * scale + _words_height(row, width) for row in rows) + 2 * PAD


def _draw_row(sketch: Sketch, row: Sequence[Shown], y: float, scale: float, width: float) -> None:
    base, cell = y + _tallest(row) * scale, width / len(row)
    for place, shown in enumerate(row):
        middle, drawn = (place + 0.5) * cell, drawing(shown)
        wide, high = drawn.width * scale, drawn.height * scale
        sketch.add(Art(middle - wide / 2, base - high, wide, high, figure_name(shown), shown.flipped))
        _draw_words(sketch, shown, middle, base, cell)


def _draw_words(sketch: Sketch, shown: Shown, middle: float, base: float, cell: float) -> None:
    room = _words_room(shown, cell)
    lines = wrap(shown.label, PICTURE, room) if shown.label else ()
    shift = (2 * SIGN + 6) / 2 if shown.mark else 0.0
    for place, line in enumerate(lines):
        left = middle - line.width / 2 + shift
        if shown.mark and place == 0:
            (tick if shown.mark == "right" else cross)(sketch, left - SIGN - 6, base + 2 + PICTURE.lead / 2, SIGN)
        sketch.lines(left, base + 2 + place * PICTURE.lead, (line,), PICTURE)


def _words_room(shown: Shown, cell: float) -> float:
    return cell - 2 * SIDE - (2 * SIGN + 6 if shown.mark else 0.0)


def _words_height(row: Sequence[Shown], width: float) -> float:
    cell = width / len(row)
    lines = [len(wrap(shown.label, PICTURE, _words_room(shown, cell))) if shown.label else 0 for shown in row]
    return max(lines) * PICTURE.lead + 6


def _best(shown: Sequence[Shown], width: float, height: float) -> Rows:
    options = [_rows(shown, columns) for columns in range(1, len(shown) + 1)]
    return max(options, key=lambda rows: _scale(rows, width, height))


def _rows(shown: Sequence[Shown], columns: int) -> Rows:
    """Pictures in order; a row that is not full comes first, so that right and wrong stand side by side."""
    odd = len(shown) % columns
    starts = range(odd, len(shown), columns)
    return ([shown[:odd]] if odd else []) + [shown[start : start + columns] for start in starts]


def _scale(rows: Rows, width: float, height: float) -> float:
    """Points to one unit of the drawings, limited by the width of a cell and by `height`, words included."""
    across = min((width / len(row) - 2 * SIDE) / max(drawing(shown).width for shown in row) for row in rows)
    room = height - sum(_words_height(row, width) for row in rows)
    return min(across, room / sum(_tallest(row) for row in rows))


def _tallest(row: Sequence[Shown]) -> float:
    return max(drawing(shown).height for shown in row)
