"""The pictures of one drill in a room of any shape: side by side or one below the other, whichever is larger."""

from collections.abc import Sequence

from programs.pdf.figures import Figure, figure
from programs.pdf.job import Job
from programs.pdf.marks import cross, tick
from programs.pdf.sketch import Art, Sketch
from programs.pdf.styles import PICTURE
from programs.pdf.text import one_line
from programs.plan import Picture, Side

LABEL_ROOM = 12.0
BETWEEN = 6.0
SIGN = 4.4

Rows = Sequence[Sequence[Picture]]


def picture_row(pictures: Sequence[Picture], leg: Side, room: tuple[float, float], job: Job) -> Sketch:
    """All pictures at one scale in a room of this width and height, mirrored where the other leg works.

    Labels stand below their pictures and are never mirrored.
    """
    sketch = Sketch(*room)
    if not pictures:
        return sketch
    choices: tuple[Rows, Rows] = ((pictures,), [(picture,) for picture in pictures])
    rows = max(choices, key=lambda rows: _scale(rows, room))
    scale = _scale(rows, room)
    needed = sum(_tallest(row) * scale + LABEL_ROOM for row in rows)
    y = (room[1] - needed) / 2
    for row in rows:
        base = y + _tallest(row) * scale
        _draw(sketch, row, leg, (base, scale), job)
        y = base + LABEL_ROOM
    return sketch


def _draw(sketch: Sketch, row: Sequence[Picture], leg: Side, place: tuple[float, float], job: Job) -> None:
    """One row on a common ground; `place` is the y of that ground and the scale."""
    base, scale = place
    gap = (sketch.width - scale * sum(one.width for one in _drawn(row))) / len(row)
    x = gap / 2
    for picture, drawn in zip(row, _drawn(row), strict=True):
        wide, high = drawn.width * scale, drawn.height * scale
        sketch.add(Art(x, base - high, wide, high, picture.slug, picture.flipped_for(leg)))
        label = one_line(job.say(picture.label), PICTURE)
        left = x + (wide - label.width) / 2
        if picture.mark:
            (tick if picture.mark == "right" else cross)(sketch, left - SIGN, base + 6.8, SIGN)
            left += 3
        sketch.lines(left, base + 1.2, (label,), PICTURE)
        x += wide + gap


def _scale(rows: Rows, room: tuple[float, float]) -> float:
    """Points to one unit of the drawings, limited by the room's width or height."""
    across = min((room[0] - BETWEEN * len(row)) / sum(one.width for one in _drawn(row)) for row in rows)
    return min(across, (room[1] - LABEL_ROOM * len(rows)) / sum(map(_tallest, rows)))


def _tallest(row: Sequence[Picture]) -> float:
    return max(drawn.height for drawn in _drawn(row))


def _drawn(row: Sequence[Picture]) -> list[Figure]:
    return [figure(picture.slug) for picture in row]
