"""Faces: a calm look that reads at 40 mm. Eyes, brows and cheeks are drawn flat on the page where the head has them."""

import math
from typing import Final

import numpy as np

from programs.figures.bones import BONES
from programs.figures.drawing.heads import Hair
from programs.figures.drawing.paint import Paint, Point, circle, curved
from programs.figures.drawing.shot import Shot, Visible
from programs.figures.drawing.turns import Array, unit, vector
from programs.figures.pose import Triple

HEAD: Final = BONES["head"]
AROUND: Final = np.linspace(0, 2 * np.pi, 9)[:-1]
OUT: Final = 8.4  # cm from the middle of the head to its face
EYE: Final = 20  # degrees from straight ahead
BACK: Final = 23  # degrees that an eye seen from the side moves back, or it would vanish
# Points beside and above an eye: outward, up.
BROW: Final = ((-1.6, 2.5), (-0.5, 2.95), (0.8, 3.0), (2.0, 2.55))
LID: Final = ((0.2, 1.25), (1.05, 0.85))
LID_INNER: Final = ((-1.1, 0.5), (-0.7, 1.0))
LID_FROM_SIDE: Final = ((-0.55, 1.05),)
LASH: Final[dict[Hair, Point]] = {"bun": (1.7, 0.75), "short": (1.45, 0.35)}
BROW_WIDTH: Final[dict[Hair, float]] = {"bun": 0.62, "short": 0.85}
NOSTRILS: Final = ((-1.05, 5.6, 9.4), (-0.5, 4.75, 9.6), (0.35, 4.7, 9.6), (1.0, 5.4, 9.5))
MOUTH_FROM_SIDE: Final = ((4, 2.5), (16, 2.4), (28, 2.6), (38, 3.2))  # degrees from straight ahead, height
EAR: Final = ((8.1, 7.9, 0.2), (8.2, 8.2, -0.9), (8.2, 7.0, -1.5), (8.1, 5.8, -0.9))
COMBED: Final = (
    ((-0.8, 17.4, 7), (2.6, 16.2, 6.6), (5.6, 13.2, 4.6)),
    ((-2.8, 16.8, 6.6), (-4.8, 14.8, 5.2), (-6.6, 12.2, 3)),
    ((-2.2, 19, 5), (-1.8, 20.2, 1.4), (-1.2, 20.6, -1)),
    ((2.4, 18.6, 5), (2.0, 20, 1.4), (1.4, 20.5, -1)),
    ((7.4, 10.4, -1.5), (7.4, 14.2, -3.4), (5.4, 18.2, -4.9)),
    ((-7.4, 10.4, -1.5), (-7.4, 14.2, -3.4), (-5.4, 18.2, -4.9)),
    ((5.8, 5.0, -7.4), (6.2, 11.0, -8.6), (4.2, 17.6, -8.0)),
    ((-5.8, 5.0, -7.4), (-6.2, 11.0, -8.6), (-4.2, 17.6, -8.0)),
    ((0, 4.5, -11), (0.4, 11, -11.8), (0.2, 17.2, -10)),
)
SEEN_NEAR: Final = 0.28  # how much an eye must face the camera,
SEEN_FAR: Final = 0.5  # or its lashes would stand out beyond the face


def face(shot: Shot, hair: Hair) -> list[Paint]:
    """Eyes, brows, cheeks, mouth, nostrils, ears and combed hair, where the camera of a shot sees them."""
    look = Look(shot)
    paint = [] if look.from_above else [*look.eyes(hair), *look.mouth()]
    if look.side < 0.7:
        paint += shot.drawn("head", NOSTRILS, 0.42, how=Visible(1.6))
    for s in (-1, 1):
        paint += shot.drawn("head", [(s * x, y, z) for x, y, z in EAR], 0.38, how=Visible(1.2))
    if hair == "bun":
        for line in COMBED:
            paint += shot.drawn("head", line, 0.4, "hairline", Visible(facing=0.35))
    return paint


class Look:
    """How a camera sees a head: `side` is 0 from the front and 1 from the side; `from_above` hides the face."""

    def __init__(self, shot: Shot) -> None:
        self.shot, self.turn = shot, shot.skeleton.turn[HEAD]
        self.toward = self.turn.T @ shot.camera[2]
        away = math.degrees(math.atan2(abs(self.toward[0]), self.toward[2]))
        self.side = min(1.0, max(0.0, (away - 35) / 45))
        self.from_above = abs(self.toward[1]) > 0.6
        self.up = unit(shot.on_page(self.turn[:, 1]))
        self.across = unit(shot.on_page(self.turn[:, 0]))

    def spot(self, degrees: float, height: float) -> tuple[Array, bool]:
        """A spot of the face, `degrees` from straight ahead: where it is on the page, and whether it is visible."""
        a = math.radians(degrees)
        spots: list[Triple] = [(OUT * math.sin(a), height, OUT * math.cos(a))]
        found: tuple[Array, bool] = self.shot.stuck("head", spots, Visible(1.2))[0]
        return found

    def facing(self, degrees: float) -> float:
        """How much the face looks at the camera there: 1 straight on, 0 from the side."""
        a = math.radians(degrees)
        return float(self.shot.camera[2] @ self.turn @ vector((math.sin(a), 0, math.cos(a))))

    def eyes(self, hair: Hair) -> list[Paint]:
        """Both eyes with brow and cheek, as far as they are seen."""
        paint: list[Paint] = []
        for s in (-1, 1):
            near = s * self.toward[0] > 0
            degrees, enough = s * (EYE + (BACK * self.side if near else 0)), SEEN_NEAR if near else SEEN_FAR
            facing = self.facing(degrees)
            place, visible = self.spot(degrees * 1.5, 4.9)
            if visible and facing >= enough:
                paint.append(self.cheek(place, facing))
            place, visible = self.spot(degrees, 8.5)
            if visible and facing >= enough:
                brow, _ = self.spot(degrees * 1.02, 8.5)
                paint += self.eye(place, brow, self.outward(s, degrees) * max(0.62, min(1, facing * 1.1)), hair)
        return paint

    def outward(self, s: int, degrees: float) -> Array:
        """The direction on the page from the nose around the head."""
        a = math.radians(abs(degrees))
        return unit(self.shot.on_page(self.turn @ vector((s * math.cos(a), 0, -math.sin(a)))))

    def cheek(self, place: Array, facing: float) -> Paint:
        """A little color on a cheek."""
        wide = 1.5 * max(0.5, facing)
        around = [place + self.across * wide * math.cos(t) + self.up * math.sin(t) for t in AROUND]
        return Paint(curved(around, True), "blush", strength=0.45)

    def eye(self, place: Array, brow: Array, out: Array, hair: Hair) -> list[Paint]:
        """An eye with its gleam, its lid and its brow."""
        around = [place + out * 0.68 * math.cos(t) + self.up * 0.92 * math.sin(t) for t in AROUND]
        lid = [*(LID_INNER if self.side < 0.5 else LID_FROM_SIDE), *LID, LASH[hair]]
        return [
            Paint(curved(around, True), "line"),
            Paint(circle(place + self.up * 0.32 - out * 0.1, 0.24), "paper"),
            Paint(curved([place + out * x + self.up * y for x, y in lid]), None, "line", 0.42),
            Paint(curved([brow + out * x + self.up * y for x, y in BROW]), None, "hair", BROW_WIDTH[hair]),
        ]

    def mouth(self) -> list[Paint]:
        """A light smile."""
        if self.side >= 0.7:
            found = [self.spot(math.copysign(degrees, self.toward[0]), y) for degrees, y in MOUTH_FROM_SIDE]
            places = [place for place, visible in found if visible]
            return [Paint(curved(places), None, "line", 0.5)] if len(places) > 1 else []
        smile = [(x, 2.35 + 0.55 * (x / 2.5) ** 2, 8.6) for x in np.linspace(-2.5, 2.5, 9)]
        paint: list[Paint] = self.shot.drawn("head", smile, 0.5)
        if self.side < 0.3:
            paint += self.shot.drawn("head", [(x, 1.25 + 0.1 * x * x, 8.6) for x in np.linspace(-0.8, 0.8, 4)], 0.34)
        return paint
