"""Heads: skull, hair, and the face that is drawn onto it."""

from typing import Any, Final, Literal

import numpy as np

from programs.figures.drawing.model import Model
from programs.figures.drawing.paint import Paint
from programs.figures.drawing.scene import HAIR, HEAD
from programs.figures.picture import Person
from programs.figures.pose import Triple

Hair = Literal["bun", "short"]

AROUND: Final = np.linspace(0, 2 * np.pi, 13)[:-1]
BROW: Final = ((1.5, 10.3), (2.4, 10.75), (3.4, 10.7), (4.3, 10.1))
EAR: Final = ((7.4, 8.0, -0.2), (7.6, 7.6, 0.4), (7.6, 6.4, 0.3), (7.5, 5.4, -0.2))
NOSTRILS: Final = ((-0.95, 5.1, 9.5), (-0.35, 4.5, 9.6), (0.35, 4.5, 9.6), (0.95, 5.1, 9.5))
# Combed hair: height and depth where a line begins, height where it ends.
COMBED: Final = ((19.5, 4.5, 15.2), (15.0, 4.2, 13.6), (10.5, 1.0, 12.2))


def hair_of(person: Person) -> Hair:
    """How a person wears the hair."""
    return "bun" if person == "woman" else "short"


def add_head(model: Model, hair: Hair) -> None:
    """Skull, jaw, chin, nose and ears, and the hair."""
    model.egg(HEAD, "head", 0, (0, 10.6, -0.6), (7.0, 9.2, 8.8))
    model.egg(HEAD, "head", 3.5, (0, 4.2, 3.1), (5.1, 5.9, 5.4))
    model.egg(HEAD, "head", 2, (0, 1.1, 5.0), (2.8, 2.6, 2.8))
    model.cone(HEAD, "head", 1.2, ((0, 8.0, 7.7), (0, 5.3, 9.1)), (0.6, 1.05))
    for s in (-1, 1):
        model.egg(HEAD, "head", 0.8, (s * 6.9, 6.4, -0.6), (0.9, 2.7, 1.8))
    if hair == "short":
        add_short_hair(model)
    else:
        add_bun(model)


def add_short_hair(model: Model) -> None:
    """Short hair, fuller in front."""
    model.egg(HAIR, "head", 0, (0, 12.9, -1.9), (7.5, 8.2, 8.7))
    model.egg(HAIR, "head", 2.5, (0, 9.8, -4.4), (7.15, 6.6, 5.1))
    model.cone(HAIR, "head", 2.0, ((-5.2, 17.2, 4.2), (3.0, 18.9, 6.2)), (2.2, 2.7))
    model.cone(HAIR, "head", 2.0, ((2.0, 19.0, 5.6), (5.6, 17.6, 2.5)), (2.7, 2.3))


def add_bun(model: Model) -> None:
    """Long hair, tied in a bun."""
    model.egg(HAIR, "head", 0, (0, 12.1, -1.75), (7.8, 8.8, 9.1))
    model.egg(HAIR, "head", 2.5, (0, 8.2, -4.8), (7.1, 7.2, 5.8))
    model.egg(HAIR, "head", 0.5, (0, 20.6, -5.6), (3.9, 3.7, 3.9))


def face(shot: Any, hair: Hair) -> list[Paint]:
    """Eyes, brows, ears, mouth, nostrils and combed hair, where the camera of a shot sees them."""
    paint = []
    for s in (-1, 1):
        eye = [(s * 2.65 + 0.55 * np.cos(a), 8.3 + 0.78 * np.sin(a), 7.5) for a in AROUND]
        paint += shot.filled("head", eye, "line")
        paint += shot.drawn("head", [(s * x, y, 8) for x, y in BROW], 0.5)
        paint += shot.drawn("head", [(s * x, y, z) for x, y, z in EAR], 0.35, tolerance=1.2)
    paint += shot.drawn("head", [(x, 2.3 + 0.09 * x * x, 8.5) for x in np.linspace(-1.9, 1.9, 9)], 0.48)
    if not shot.sees_side_of("head"):
        paint += shot.drawn("head", NOSTRILS, 0.4, tolerance=1.6)
    if hair == "bun":
        for s in (-1, 1):
            for line in COMBED:
                paint += shot.drawn("head", combed(s, *line), 0.4, "hairline")
    return paint


def combed(s: int, high: float, front: float, low: float) -> list[Triple]:
    """A line of combed hair from the parting back to the bun."""
    return [
        (
            s * 8 * np.sin(0.25 + 1.1 * np.sin(np.pi * q)) if high > 17 else s * (8 - 3 * q * q),
            high + (low - high) * q + 1.2 * np.sin(np.pi * q),
            front + (-9.5 - front) * q,
        )
        for q in np.linspace(0, 0.92, 10)
    ]
