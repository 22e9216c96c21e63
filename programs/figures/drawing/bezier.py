"""Points to as few Bezier curves as keep within an error (Schneider 1990, Graphics Gems)."""

from typing import Any, Final

import numpy as np

from programs.figures.drawing.paint import Path

Array = Any

TRIES: Final = 5
HOPELESS: Final = 6  # times the error: not worth another try, split at once
TANGENT: Final = 5  # points over which a direction is measured


def on_curve(c: Array, t: Array) -> Array:
    """Points of a curve with control points `c` at `t` (0 to 1)."""
    return (1 - t) ** 3 * c[0] + 3 * (1 - t) ** 2 * t * c[1] + 3 * (1 - t) * t * t * c[2] + t**3 * c[3]


def direction(gap: Array) -> Array:
    """A gap as a vector of length 1."""
    return gap / (np.linalg.norm(gap) + 1e-12)


def nearest_curve(points: Array, start: Array, end: Array, u: Array) -> Array:
    """The curve with the directions `start` and `end` that lies nearest to the points, which it passes at `u`."""
    b0, b1, b2, b3 = (1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u**3
    one = start[None] * b1[:, None]
    two = end[None] * b2[:, None]
    c = np.array([[np.sum(one * one), np.sum(one * two)], [np.sum(one * two), np.sum(two * two)]])
    rest = points - (points[0][None] * (b0 + b1)[:, None] + points[-1][None] * (b2 + b3)[:, None])
    x = np.array([np.sum(one * rest), np.sum(two * rest)])
    det = c[0, 0] * c[1, 1] - c[0, 1] * c[1, 0]
    length = np.linalg.norm(points[-1] - points[0])
    a1 = a2 = 0.0
    if abs(det) > 1e-9:
        a1 = (x[0] * c[1, 1] - x[1] * c[0, 1]) / det
        a2 = (c[0, 0] * x[1] - c[1, 0] * x[0]) / det
    if a1 < 1e-6 * length or a2 < 1e-6 * length or a1 > 3 * length + 1 or a2 > 3 * length + 1:
        a1 = a2 = length / 3
    return np.array([points[0], points[0] + start * a1, points[-1] + end * a2, points[-1]])


def passed_at(points: Array, c: Array, u: Array, gap: Array) -> Array:
    """Where the curve passes nearest to each point: one step of Newton's from `u`; `gap` is how far off it is there."""
    d1 = (
        3 * ((1 - u) ** 2)[:, None] * (c[1] - c[0])
        + 6 * ((1 - u) * u)[:, None] * (c[2] - c[1])
        + 3 * (u * u)[:, None] * (c[3] - c[2])
    )
    d2 = 6 * (1 - u)[:, None] * (c[2] - 2 * c[1] + c[0]) + 6 * u[:, None] * (c[3] - 2 * c[2] + c[1])
    numerator = np.sum(gap * d1, 1)
    denominator = np.sum(d1 * d1, 1) + np.sum(gap * d2, 1)
    firm = np.abs(denominator) > 1e-9
    u = np.clip(np.where(firm, u - numerator / np.where(firm, denominator, 1), u), 0, 1)
    return np.maximum.accumulate(u)


def fit_open(points: Array, start: Array, end: Array, error: float) -> list[Array]:
    """Curves through an open row of points, leaving in direction `start` and arriving against `end`."""
    n = len(points)
    if n == 2:
        third = np.linalg.norm(points[1] - points[0]) / 3
        return [np.array([points[0], points[0] + start * third, points[1] + end * third, points[1]])]
    u = np.r_[0, np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=1))]
    u /= u[-1]
    worst = 0
    for _ in range(TRIES):
        c = nearest_curve(points, start, end, u)
        gap = on_curve(c, u[:, None]) - points
        squared = np.sum(gap**2, 1)
        worst = int(np.argmax(squared))
        if squared[worst] < error * error:
            return [c]
        if squared[worst] > (error * HOPELESS) ** 2:
            break
        u = passed_at(points, c, u, gap)
    split = min(max(worst, 1), n - 2)
    middle = direction(points[max(split - TANGENT, 0)] - points[min(split + TANGENT, n - 1)])
    return fit_open(points[: split + 1], start, middle, error) + fit_open(points[split:], -middle, end, error)


def fit(points: Any, error: float = 0.06, closed: bool = False) -> list[Array]:
    """Curves (4 x 2 control points each) that stay within `error` of a row of points."""
    points = np.asarray(points, float)
    points = points[np.r_[True, np.linalg.norm(np.diff(points, axis=0), axis=1) > 1e-3]]
    if len(points) < 2:
        return []
    m = min(TANGENT, len(points) - 1)
    if closed:
        start = direction(points[m] - points[-1 - m])
        end = -start
    else:
        start = direction(points[m] - points[0])
        end = direction(points[-1 - m] - points[-1])
    return fit_open(points, start, end, error)


def path_of(curves: list[Array], closed: bool = False) -> Path:
    """Curves as a path."""
    if not curves:
        return []
    path: Path = [("M", *curves[0][0])] + [("C", *c[1], *c[2], *c[3]) for c in curves]
    return path + ([("Z",)] if closed else [])
