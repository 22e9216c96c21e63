"""Marks over and under a figure: arrows, belt line, knee line, ground, mirror, and dots where the work is felt."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np

from programs.figures.bones import Bone
from programs.figures.drawing.paint import Paint, Point, circle, curved, straight
from programs.figures.drawing.shot import Shot
from programs.figures.drawing.turns import unit
from programs.figures.picture import (
    Arrow,
    At,
    BeltLine,
    DashedLine,
    Ground,
    KneeLine,
    Mark,
    MirrorFrame,
    Role,
    RollerEnd,
)
from programs.figures.pose import Triple

HEAD: Final = 6.0  # length of an arrow's head, cm
DASHES: Final = (2.6, 2.0)  # dashes across a figure
LEVEL: Final = (2.2, 1.8)  # dashes of a level or plumb line
FULL_TURN: Final = np.linspace(0, 2 * np.pi, 17)[:-1]


def at(shot: Shot, point: At) -> Any:
    """A point of a bone on the page, with its shift."""
    return shot.spot(point.bone, point.spot) + np.array([point.shift[0], -point.shift[1]])


def line(
    start: Point, end: Point, role: Role = "guide", width: float = 0.9, dash: tuple[float, float] | None = None
) -> list[Paint]:
    """A straight line; unless dashed, with a pale casing that lifts it off the figure."""
    path = straight([start, end])
    casing = [] if dash else [Paint(path, None, "paper", width + 1.1)]
    return [*casing, Paint(path, None, role, width, dash=dash, cap="butt" if dash else "round")]


def dashed(start: Point, end: Point, role: Role) -> list[Paint]:
    """A dashed line that is seen on dark shorts too, because every dash has pale sides."""
    path = straight([start, end])
    return [Paint(path, None, color, width, dash=DASHES, cap="butt") for color, width in (("paper", 2.2), (role, 1.1))]


def dot(center: Point, radius: float = 1.6, role: Role = "good") -> list[Paint]:
    """A ring around a joint."""
    return [Paint(circle(center, radius), "paper", role, 0.9)]


def arrow(points: Sequence[Any], role: Role = "accent", width: float = 2.2) -> list[Paint]:
    """A smooth arrow through two points, or bent through the middle one of three."""
    points = [np.array(p, float) for p in points]
    if len(points) == 3:
        a, b, c = points
        b = 2 * b - (a + c) / 2
        points = [(1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c for t in np.linspace(0, 1, 13)]
    tip = points[-1]
    along = unit(tip - points[-2 if len(points) < 4 else -3])
    aside = np.array([-along[1], along[0]])
    base = tip - along * HEAD
    behind = [p for p in points if (p - base) @ along < -0.2] if len(points) > 2 else [points[0]]
    shaft = curved([*behind, base + along * 0.3])
    wing, back = aside * HEAD * 0.52, along * HEAD * 0.08
    head = straight([tip, base + wing - back, base - wing - back], True)
    return [
        Paint(shaft, None, "paper", width + 1.6),
        Paint(head, "paper", "paper", 1.6),
        Paint(shaft, None, role, width),
        Paint(head, role, role, 0.5),
    ]


def belt(shot: Shot) -> tuple[Any, Any]:
    """The middle of the belt on the page and its direction."""
    right, left = shot.spot("pelvis", (-19, 6.6, 9)), shot.spot("pelvis", (19, 6.6, 9))
    return (right + left) / 2, unit(left - right)


def belt_line(shot: Shot, mark: BeltLine) -> list[Paint]:
    """The line of the belt, beside a level one unless it is good."""
    c, along = belt(shot)
    level = [] if mark.tone == "good" else line((c[0] - 24, c[1]), (c[0] + 24, c[1]), "guide", 0.8, LEVEL)
    return level + line(c - along * 24, c + along * 24, mark.tone, 1.5)


def leg_line(shot: Shot) -> tuple[Any, Any, Any]:
    """Hip, kneecap and second toe of the right leg on the page."""
    return (
        shot.spot("right thigh", (0, -10, 7)),
        shot.spot("right shin", (0, 0, 4.5)),
        shot.spot("right foot", (0, -3, 13)),
    )


def knee_line(shot: Shot, mark: KneeLine) -> list[Paint]:
    """Hip, kneecap and toe, with a plumb line unless the knee is over the toe."""
    hip, knee, toe = leg_line(shot)
    paint = line(hip, knee, mark.tone, 1.5) + line(knee, toe, mark.tone, 1.5)
    paint += dot(knee, 1.9, mark.tone) + dot(toe, 1.4, mark.tone)
    return paint + ([] if mark.tone == "good" else line(knee, (knee[0], toe[1]), "guide", 0.8, LEVEL))


def ground(mark: Ground) -> list[Paint]:
    """The shadow on the floor."""
    start, end = mark.start, mark.end
    around = [(start + (end - start) * (0.5 + 0.5 * np.cos(t)), 1.5 + 3.2 * np.sin(t)) for t in FULL_TURN]
    return [Paint(curved(around, True), "ground")]


def mirror_frame(mark: MirrorFrame) -> list[Paint]:
    """A long mirror with two gleams."""
    x0, x1, y1, r = mark.start, mark.end, mark.top, 6
    frame = [
        ("M", x0, 8),
        ("L", x0, -y1 + r),
        ("C", x0, -y1 + 2, x0 + 2, -y1, x0 + r, -y1),
        ("L", x1 - r, -y1),
        ("C", x1 - 2, -y1, x1, -y1 + 2, x1, -y1 + r),
        ("L", x1, 8),
        ("Z",),
    ]
    gleams = [
        Paint(straight([(x1 - a, -y1 + b), (x1 - a + c, -y1 + b - c)]), None, "paper", 1.6)
        for a, b, c in ((78, 22, 9), (82, 34, 14))
    ]
    return [Paint(frame, "mirror", "frame", 1.1), *gleams]


def roller_end(shot: Shot, mark: RollerEnd) -> list[Paint]:
    """The near end of a roller, lighter than its side, and its hole."""
    x, y, z = mark.center

    def ring(radius: float) -> list[Any]:
        return [shot.on_page((x + radius * np.cos(t), y + radius * np.sin(t), z)) for t in FULL_TURN]

    end, hole = curved(ring(mark.radius), True), curved(ring(mark.radius * 0.42), True)
    return [Paint(end, "rollerend", "line", 0.88), Paint(hole, "line")]


def under(marks: Iterable[Mark]) -> list[Paint]:
    """The marks behind the figure, in order."""
    paint = []
    for mark in marks:
        if isinstance(mark, Ground):
            paint += ground(mark)
        elif isinstance(mark, MirrorFrame):
            paint += mirror_frame(mark)
    return paint


def over(shot: Shot, marks: Iterable[Mark]) -> list[Paint]:
    """The marks before the figure, in order."""
    paint = []
    for mark in marks:
        match mark:
            case Arrow(points):
                paint += arrow([at(shot, point) for point in points])
            case BeltLine():
                paint += belt_line(shot, mark)
            case KneeLine():
                paint += knee_line(shot, mark)
            case RollerEnd():
                paint += roller_end(shot, mark)
            case DashedLine(start, end, color):
                paint += dashed(at(shot, start), at(shot, end), color)
    return paint


def felt(shot: Shot, spots: Iterable[tuple[Bone, Triple]]) -> list[Paint]:
    """A dot with a halo at each spot where the work is felt."""
    paint = []
    for bone, spot in spots:
        place = shot.on_page(shot.on_surface(shot.skeleton.spot(bone, spot)))
        paint += [
            Paint(circle(place, 6.2), "feel", strength=0.30),
            Paint(circle(place, 3.4), "feel", "paper", 0.9),
        ]
    return paint
