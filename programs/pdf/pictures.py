"""The picture panel of a card: all drawings at one scale, in the rows that let them be largest."""

from collections.abc import Sequence

from programs.pdf.figures import Figure, figure
from programs.pdf.job import Job
from programs.pdf.marks import cross, tick
from programs.pdf.sketch import Art, Sketch
from programs.pdf.styles import PICTURE
from programs.pdf.text import one_line
from programs.plan import Picture, PrescribedExercise, Side

WIDTH = 148.0
EDGE = 4.0
CELL_EDGE = 3.0
LABEL_ROOM = 14.0
SIGN_ROOM = 18.0
LEAST_GAP, MOST_GAP = 3.0, 14.0

Rows = list[Sequence[Picture]]


def draw_pictures(sketch: Sketch, exercise: PrescribedExercise, job: Job, height: float) -> None:
    """Fill the panel at the left of `sketch`, mirrored where the other leg works. Labels are never mirrored."""
    if not exercise.pictures:
        return
    rows = _best_rows(exercise.pictures, height)
    scale = _scale(rows, height)
    needed = _tall(rows) * scale + len(rows) * LABEL_ROOM
    gap = min(MOST_GAP, (height - needed) / (len(rows) + 1))
    y = (height - needed - gap * (len(rows) - 1)) / 2
    for row in rows:
        _draw_row(sketch, row, exercise.leg, job, y, scale)
        y += _tallest(row) * scale + LABEL_ROOM + gap


def _draw_row(sketch: Sketch, row: Sequence[Picture], leg: Side, job: Job, y: float, scale: float) -> None:
    """One row on a common ground, its labels below; signs stand beside their words where there is room."""
    base, cell = y + _tallest(row) * scale, (WIDTH - 2 * EDGE) / len(row)
    labels = [one_line(job.say(picture.label), PICTURE) for picture in row]
    beside = max(label.width for label in labels) + SIGN_ROOM <= cell
    for place, (picture, label) in enumerate(zip(row, labels, strict=True)):
        middle, drawn = EDGE + (place + 0.5) * cell, figure(picture.slug)
        wide, high = drawn.width * scale, drawn.height * scale
        flipped = picture.flipped_for(leg)
        sketch.add(Art(middle - wide / 2, base - high, wide, high, picture.slug, flipped))
        if picture.mark and beside:
            _sign(sketch, picture, middle - label.width / 2 - 5, base + 7.6)
            middle += 4
        elif picture.mark:
            _sign(sketch, picture, middle - cell / 2 + 6, base - _tallest(row) * scale + 6)
        sketch.lines(middle - label.width / 2, base + 2, (label,), PICTURE)


def _sign(sketch: Sketch, picture: Picture, x: float, y: float) -> None:
    (tick if picture.mark == "right" else cross)(sketch, x, y, 4.6)


def full_height(pictures: Sequence[Picture]) -> float:
    """The height from which the panel's width, not its height, limits the pictures; in points."""
    if not pictures:
        return 0.0
    lying = max(_drawn(pictures), key=_width).width > _tallest(pictures)
    rows = _rows(pictures, 1 if lying else min(2, len(pictures)))
    return _tall(rows) * _across(rows) + len(rows) * (LABEL_ROOM + LEAST_GAP) + 2 * EDGE


def _best_rows(pictures: Sequence[Picture], height: float) -> Rows:
    options = [_rows(pictures, columns) for columns in range(1, len(pictures) + 1)]
    return max(options, key=lambda rows: _scale(rows, height))


def _rows(pictures: Sequence[Picture], columns: int) -> Rows:
    """Pictures in order; a row that is not full comes first, so that right and wrong stand side by side."""
    odd = len(pictures) % columns
    starts = range(odd, len(pictures), columns)
    return ([pictures[:odd]] if odd else []) + [pictures[start : start + columns] for start in starts]


def _scale(rows: Rows, height: float) -> float:
    """Points to one unit of the drawings, limited by the panel's width and by `height`."""
    room = height - 2 * EDGE - len(rows) * (LABEL_ROOM + LEAST_GAP)
    return min(_across(rows), room / _tall(rows))


def _across(rows: Rows) -> float:
    cell = (WIDTH - 2 * EDGE) / max(len(row) for row in rows) - 2 * CELL_EDGE
    return cell / max(drawn.width for row in rows for drawn in _drawn(row))


def _tall(rows: Rows) -> float:
    return sum(_tallest(row) for row in rows)


def _tallest(pictures: Sequence[Picture]) -> float:
    return max(drawn.height for drawn in _drawn(pictures))


def _drawn(pictures: Sequence[Picture]) -> list[Figure]:
    return [figure(picture.slug) for picture in pictures]


def _width(drawn: Figure) -> float:
    return drawn.width
