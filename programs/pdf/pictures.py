"""The pictures of an exercise: all at one scale, in the rows that let them be largest."""

from collections.abc import Sequence

from programs.pdf import wording
from programs.pdf.figures import Figure, figure
from programs.pdf.job import Job
from programs.pdf.marks import cross, tick
from programs.pdf.sketch import Art, Sketch
from programs.pdf.styles import PICTURE, Style
from programs.pdf.text import one_line
from programs.plan import Picture, PrescribedExercise, Side

EDGE = 4.0
CELL_EDGE = 3.0
SIGN_ROOM = 18.0
SIGN = 4.6
LEAST_GAP, MOST_GAP = 3.0, 14.0
LEAST_SCALE = 0.02
"""Points to one unit of the drawings, of which 20 are one centimeter: someone standing is 24 mm high."""

Rows = list[Sequence[Picture]]


def picture_panel(
    exercise: PrescribedExercise, job: Job, width: float, height: float, style: Style = PICTURE
) -> Sketch:
    """The pictures in a room of this size, mirrored where the other leg works. Labels are never mirrored.

    Without any, the room is there to be drawn in.
    """
    sketch = Sketch(width, height)
    if not exercise.pictures:
        sketch.text(width / 2, (height - style.lead) / 2, job.say(wording.NO_PICTURE), style, "center")
        return sketch
    rows, scale = _largest(exercise.pictures, job, width, height, style)
    needed = _tall(rows) * scale + len(rows) * _label_room(style)
    gap = min(MOST_GAP, (height - needed) / (len(rows) + 1))
    y = (height - needed - gap * (len(rows) - 1)) / 2
    for row in rows:
        _draw_row(sketch, row, exercise.leg, job, y, scale, style)
        y += _tallest(row) * scale + _label_room(style) + gap
    return sketch


def _largest(pictures: Sequence[Picture], job: Job, width: float, height: float, style: Style) -> tuple[Rows, float]:
    """The rows and the scale; right and wrong give way where start and finish would come out too small for them."""
    rows = _best_rows(pictures, job, width, height, style)
    scale = _scale(rows, width, height, style)
    moves = [picture for picture in pictures if not picture.mark]
    if scale >= LEAST_SCALE or len(moves) < 2 or len(moves) == len(pictures):
        return rows, scale
    rows = _best_rows(moves, job, width, height, style)
    return rows, _scale(rows, width, height, style)


def full_height(pictures: Sequence[Picture], width: float, style: Style = PICTURE, across: int = 2) -> float:
    """The height from which the width of the room, not its height, limits the pictures; in points.

    `across` is how many stand side by side at most; pictures of someone lying stand one below the other.
    """
    if not pictures:
        return 0.0
    rows = _rows(pictures, 1 if lying(pictures) and across == 2 else min(across, len(pictures)))
    return _tall(rows) * _across(rows, width) + len(rows) * (_label_room(style) + LEAST_GAP) + 2 * EDGE


def lying(pictures: Sequence[Picture]) -> bool:
    """Whether the pictures are wider than high; False where there are none."""
    return bool(pictures) and max(drawn.width for drawn in _drawn(pictures)) > _tallest(pictures)


def _label_room(style: Style) -> float:
    return style.lead + LEAST_GAP


def _draw_row(
    sketch: Sketch, row: Sequence[Picture], leg: Side, job: Job, y: float, scale: float, style: Style
) -> None:
    """One row on a common ground, its labels below; signs stand beside their words where there is room."""
    base, cell = y + _tallest(row) * scale, (sketch.width - 2 * EDGE) / len(row)
    labels = [one_line(job.say(picture.label), style) for picture in row]
    beside = max(label.width for label in labels) + SIGN_ROOM <= cell
    for place, (picture, label) in enumerate(zip(row, labels, strict=True)):
        middle, drawn = EDGE + (place + 0.5) * cell, figure(picture.slug)
        wide, high = drawn.width * scale, drawn.height * scale
        flipped = picture.flipped_for(leg)
        sketch.add(Art(middle - wide / 2, base - high, wide, high, picture.slug, flipped))
        if picture.mark and beside:
            _sign(sketch, picture, middle - label.width / 2 - 5, base + 2 + style.lead / 2)
            middle += 4
        elif picture.mark:
            _sign(sketch, picture, middle - cell / 2 + 6, base - _tallest(row) * scale + 6)
        sketch.lines(middle - label.width / 2, base + 2, (label,), style)


def _sign(sketch: Sketch, picture: Picture, x: float, y: float) -> None:
    (tick if picture.mark == "right" else cross)(sketch, x, y, SIGN)


def _best_rows(pictures: Sequence[Picture], job: Job, width: float, height: float, style: Style) -> Rows:
    """The rows at which the pictures come out largest; no label may reach into its neighbor's place."""
    widest = max(one_line(job.say(picture.label), style).width for picture in pictures) + LEAST_GAP
    most = max(1, min(len(pictures), int((width - 2 * EDGE) / widest)))
    options = [_rows(pictures, columns) for columns in range(1, most + 1)]
    return max(options, key=lambda rows: _scale(rows, width, height, style))


def _rows(pictures: Sequence[Picture], columns: int) -> Rows:
    """Pictures in order; a row that is not full comes first, so that right and wrong stand side by side."""
    odd = len(pictures) % columns
    starts = range(odd, len(pictures), columns)
    return ([pictures[:odd]] if odd else []) + [pictures[start : start + columns] for start in starts]


def _scale(rows: Rows, width: float, height: float, style: Style) -> float:
    """Points to one unit of the drawings, limited by the room's width and by its height."""
    room = height - 2 * EDGE - len(rows) * (_label_room(style) + LEAST_GAP)
    return min(_across(rows, width), room / _tall(rows))


def _across(rows: Rows, width: float) -> float:
    cell = (width - 2 * EDGE) / max(len(row) for row in rows) - 2 * CELL_EDGE
    return cell / max(drawn.width for row in rows for drawn in _drawn(row))


def _tall(rows: Rows) -> float:
    return sum(_tallest(row) for row in rows)


def _tallest(pictures: Sequence[Picture]) -> float:
    return max(drawn.height for drawn in _drawn(pictures))


def _drawn(pictures: Sequence[Picture]) -> list[Figure]:
    return [figure(picture.slug) for picture in pictures]
