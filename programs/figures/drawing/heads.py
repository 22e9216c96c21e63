"""Heads: skull, jaw, ears and hair, as shapes. The head's y runs up from the chin, its z to the front."""

from typing import Final, Literal

from programs.figures.drawing.model import Model
from programs.figures.drawing.scene import HAIR, HEAD
from programs.figures.picture import Person

Hair = Literal["bun", "short"]

WIDER: Final[dict[Hair, float]] = {"bun": 0, "short": 0.35}  # cm: the man's jaw


def hair_of(person: Person) -> Hair:
    """How a person wears the hair."""
    return "bun" if person == "woman" else "short"


def add_head(model: Model, hair: Hair) -> None:
    """Skull, jaw, chin, lips, nose and ears, and the hair."""
    wider = WIDER[hair]
    model.egg(HEAD, "head", 0, (0, 10.6, -0.6), (7.0, 9.2, 8.8))
    model.egg(HEAD, "head", 3.5, (0, 4.4, 2.9), (5.3 + wider, 6.0, 5.5))
    model.egg(HEAD, "head", 2, (0, 0.9, 5.5), (2.7 + wider, 2.5, 2.8))
    model.egg(HEAD, "head", 0.9, (0, 2.9, 7.3), (1.9, 1.2, 1.3))
    model.cone(HEAD, "head", 1.2, ((0, 8.2, 7.6), (0, 5.5, 9.3)), (0.55, 1.05))
    for s in (-1, 1):
        model.egg(HEAD, "head", 0.6, (s * 7.1, 6.6, -0.8), (1.0, 2.7, 1.9))
    if hair == "short":
        add_short_hair(model)
    else:
        add_bun(model)


def add_short_hair(model: Model) -> None:
    """Short hair, fuller in front."""
    model.egg(HAIR, "head", 0, (0, 12.9, -1.9), (7.5, 8.2, 8.7))
    model.egg(HAIR, "head", 2.5, (0, 9.8, -4.4), (7.15, 6.6, 5.1))
    model.cone(HAIR, "head", 2.5, ((-4.8, 16.6, 3.8), (2.6, 17.8, 5.0)), (1.9, 2.2))
    model.cone(HAIR, "head", 2.5, ((2.0, 18.0, 4.8), (5.2, 16.8, 2.5)), (2.2, 1.9))
    for s in (-1, 1):
        model.cone(HAIR, "head", 1.5, ((s * 5.9, 13.0, 2.4), (s * 6.5, 8.2, 0.7)), (1.7, 0.9))


def add_bun(model: Model) -> None:
    """Long hair, parted in front and tied in a bun."""
    model.egg(HAIR, "head", 0, (0, 12.1, -1.75), (7.8, 8.8, 9.1))
    model.egg(HAIR, "head", 2.5, (0, 8.2, -4.8), (7.1, 7.2, 5.8))
    model.cone(HAIR, "head", 3, ((-1.6, 16.4, 4.5), (6.2, 11.6, 2.4)), (1.9, 1.2))
    model.cone(HAIR, "head", 3, ((-1.6, 16.4, 4.5), (-6.4, 11.8, 2.0)), (1.7, 1.1))
    model.egg(HAIR, "head", 0.5, (0, 20.9, -5.4), (4.1, 3.9, 4.1))
