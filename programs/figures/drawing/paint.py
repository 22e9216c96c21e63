"""What a picture is painted with: paths in cm, y down, filled or stroked in a color by role."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from programs.figures.picture import Role

Step = tuple[Any, ...]  # ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)
Path = list[Step]
Point = Sequence[float]


@dataclass(slots=True)
class Paint:
    """One painted path; `strength` is how opaque the fill is, `dash` lengths of stroke and gap, `width` in cm."""

    path: Path
    fill: Role | None = None
    stroke: Role | None = None
    width: float = 0
    strength: float = 1
    dash: tuple[float, float] | None = None
    cap: str = "round"


def straight(points: Sequence[Any], closed: bool = False) -> Path:
    """A path along straight lines."""
    end: Path = [("Z",)] if closed else []
    return [("M", *points[0])] + [("L", *p) for p in points[1:]] + end


def curved(points: Iterable[Any], closed: bool = False) -> Path:
    """A smooth path through points."""
    through = [np.array(p, float) for p in points]
    n = len(through)

    def at(i: int) -> Any:
        return through[i % n] if closed else through[min(max(i, 0), n - 1)]

    path: Path = [("M", *through[0])]
    for i in range(n if closed else n - 1):
        a, b, c, d = at(i - 1), at(i), at(i + 1), at(i + 2)
        path.append(("C", *(b + (c - a) / 6), *(c - (d - b) / 6), *c))
    return path + ([("Z",)] if closed else [])


def circle(center: Point, radius: float) -> Path:
    """A circle as four curves."""
    x, y = center
    r, k = radius, 0.5523 * radius
    return [
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    ]


def extent(paints: Iterable[Paint]) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of painted paths, y up, with the width of their strokes."""
    across, down = [], []
    for paint in paints:
        half = paint.width / 2 if paint.stroke else 0
        for step in paint.path:
            for i in range(1, len(step), 2):
                across += [step[i] - half, step[i] + half]
                down += [step[i + 1] - half, step[i + 1] + half]
    return min(across), max(across), -max(down), -min(down)
