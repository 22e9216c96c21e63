"""Small signs the sheets share: tick and cross, number, box to tick, the project's mark."""

from programs.pdf.sketch import Box, Disc, Sketch, Stroke
from programs.pdf.styles import AMBER, BADGE, FIELD, GREEN, ORANGE_1, RED, TEAL, WHITE


def tick(sketch: Sketch, x: float, y: float, radius: float = 5.6) -> None:
    """A green disc with a white tick: told from the cross by its shape in a gray print."""
    arm = radius * 0.42
    points = ((x - arm * 1.1, y), (x - arm * 0.25, y + arm * 0.85), (x + arm * 1.15, y - arm * 0.8))
    sketch.add(Disc(x, y, radius, GREEN), Stroke(points, WHITE, radius * 0.27))


def cross(sketch: Sketch, x: float, y: float, radius: float = 5.6) -> None:
    """A red disc with a white cross."""
    arm = radius * 0.42
    sketch.add(Disc(x, y, radius, RED))
    sketch.add(Stroke(((x - arm, y - arm), (x + arm, y + arm)), WHITE, radius * 0.27))
    sketch.add(Stroke(((x - arm, y + arm), (x + arm, y - arm)), WHITE, radius * 0.27))


def caution(sketch: Sketch, x: float, y: float, radius: float) -> None:
    """An amber disc with a level bar."""
    sketch.add(Disc(x, y, radius, AMBER))
    sketch.add(Stroke(((x - radius * 0.5, y), (x + radius * 0.5, y)), WHITE, radius * 0.27))


def number(sketch: Sketch, x: float, y: float, value: int, radius: float = 8.8) -> None:
    """A number in a teal disc around `x`, `y`."""
    sketch.add(Disc(x, y, radius, TEAL))
    sketch.text(x, y - BADGE.lead / 2, str(value), BADGE, "center")


def empty_box(sketch: Sketch, x: float, y: float, size: float, height: float | None = None) -> None:
    """A white box to tick or to write in; `y` is its top."""
    sketch.add(Box(x, y, size, height or size, 2, fill=WHITE, stroke=FIELD, line=0.8))


def emblem(sketch: Sketch, x: float, y: float, size: float = 27.0) -> None:
    """The project's mark: a level bar, a leg, a knee; `y` is its top."""
    middle, unit = x + size / 2, size / 9
    sketch.add(Box(x, y, size, size, size * 0.24, fill=TEAL))
    bar = ((middle - 2.3 * unit, y + 2.4 * unit), (middle + 2.3 * unit, y + 2.4 * unit))
    sketch.add(Stroke(bar, WHITE, 2.3), Stroke(((middle, y + 2.4 * unit), (middle, y + 7.1 * unit)), WHITE, 2.3))
    sketch.add(Disc(middle, y + 4.9 * unit, 1.15 * unit, TEAL, stroke=ORANGE_1, line=1.8))
