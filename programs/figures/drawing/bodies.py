"""The two people: trunk, legs and arms as shapes on bones. Side -1 is the person's right, 1 the left."""

from typing import Final

from programs.figures.bones import Bone
from programs.figures.drawing.hands import add_hand
from programs.figures.drawing.heads import add_head, hair_of
from programs.figures.drawing.model import Model
from programs.figures.drawing.scene import ARM, CHEST, FOOT, NECK, PELVIS, SHIN, THIGH
from programs.figures.drawing.skeleton import FOREARM, LEFT, RIGHT, UPPER_ARM
from programs.figures.picture import Person
from programs.figures.pose import Grip

SHOULDER_OUT: Final[dict[Person, float]] = {"woman": 14.6, "man": 17.0}


def body(person: Person, grips: tuple[Grip, Grip] = ("rest", "rest")) -> Model:
    """A person without things, the right and the left hand held as `grips` say."""
    model, female = Model(grips), person == "woman"
    add_pelvis(model, female)
    add_chest(model, female)
    add_head(model, hair_of(person))
    for side, grip in zip((RIGHT, LEFT), grips, strict=True):
        add_leg(model, side)
        add_foot(model, side)
        add_arm(model, side, 1.0 if female else 1.2)
        add_hand(model, side, grip)
    return model


def add_pelvis(model: Model, female: bool) -> None:
    """Pelvis, hips and buttocks."""
    model.egg(PELVIS, "pelvis", 0, (0, 1, 0), (12.9, 10.5, 8.4) if female else (12.6, 10.5, 8.6))
    model.egg(PELVIS, "pelvis", 5, (0, 8, 0.3), (11.0, 8, 7.4) if female else (11.8, 8, 8.0))
    for s in (RIGHT, LEFT):
        model.egg(PELVIS, "pelvis", 5, (s * 6.2, -4.0, -4.4), (6.0, 6.8, 5.8) if female else (5.8, 6.6, 5.4))
        model.egg(PELVIS, "pelvis", 6, (s * 9.2, -3.5, 0), (4.4, 9.0, 5.4) if female else (3.8, 8.5, 5.4))


def add_chest(model: Model, female: bool) -> None:
    """Abdomen, chest, shoulder girdle and neck."""
    model.egg(CHEST, "abdomen", 0, (0, 2, 0.6), (10.4, 11, 7.4) if female else (12.2, 11, 8.2))
    model.egg(CHEST, "chest", 7, (0, 11, 0.4), (11.3, 15, 8.2) if female else (13.2, 15, 9.2))
    model.egg(CHEST, "chest", 5, (0, 21.5, -1.2), (11.6, 8, 6.4) if female else (14.0, 8, 7.2))
    for s in (RIGHT, LEFT):
        model.cone(CHEST, "chest", 4, ((s * 2, 28.0, -2.6), (s * 12.0, 24.6, -1.8)), (3.0, 3.2))
        if female:
            model.egg(CHEST, "chest", 4.5, (s * 5.2, 14.8, 5.6), (4.4, 4.4, 4.0))
        else:
            model.egg(CHEST, "chest", 4.5, (s * 6.4, 18.0, 4.6), (6.2, 4.8, 4.2))
        model.egg(CHEST, "chest", 4, (s * 7.8, 14, -4.4), (4.2, 10, 3.8) if female else (5.4, 10, 4.4))
    model.cone(NECK, "neck", 0, ((0, -3, 0), (0, 8, 0.6)), (4.5, 3.9) if female else (5.5, 4.9))


def add_leg(model: Model, s: int) -> None:
    """Thigh and shin, muscle by muscle."""
    thigh, shin = THIGH + (s == LEFT), SHIN + (s == LEFT)
    upper: Bone = "right thigh" if s == RIGHT else "left thigh"
    lower: Bone = "right shin" if s == RIGHT else "left shin"
    model.cone(thigh, upper, 0, ((s * 0.4, -4, 1.6), (0, -40, 0.5)), (5.8, 3.2))  # front
    model.cone(thigh, upper, 4, ((0, -4, -2.2), (0, -41, -0.9)), (6.0, 3.0))  # back
    model.cone(thigh, upper, 4, ((-s * 1.2, -5, -0.2), (-s * 0.3, -36, 0)), (5.6, 3.0))  # inner side
    model.cone(thigh, upper, 4, ((s * 2.2, -3, -0.2), (s * 0.4, -38, 0.2)), (4.8, 3.0))  # outer side
    model.egg(thigh, upper, 4, (0, -41.0, 0.1), (3.7, 4.6, 3.8))
    model.cone(shin, lower, 0, ((0, 0, 0.2), (0, -40, 0.1)), (3.8, 2.25))
    model.egg(shin, lower, 3, (0, -0.4, 2.1), (2.3, 3.5, 2.0))  # kneecap
    model.egg(shin, lower, 5, (-s * 1.7, -13.5, -2.0), (2.5, 11.0, 3.1))
    model.egg(shin, lower, 5, (s * 1.7, -12.0, -1.9), (2.4, 10.0, 2.9))
    model.cone(shin, lower, 5, ((0, -24, -1.6), (0, -40.5, -2.0)), (1.5, 1.2))
    for ankle in (-1, 1):
        model.egg(shin, lower, 1.5, (ankle * 2.1, -40.0, 0), (1.0, 1.5, 1.4))


def add_foot(model: Model, s: int) -> None:
    """A foot in its shoe."""
    foot = FOOT + (s == LEFT)
    bone: Bone = "right foot" if s == RIGHT else "left foot"
    model.egg(foot, bone, 0, (0, -3.6, -2.4), (3.5, 4.6, 4.2))
    model.cone(foot, bone, 3, ((0, -1.0, -0.4), (s * 0.2, -4.3, 11)), (3.5, 2.9))
    model.egg(foot, bone, 3, (s * 0.2, -5.2, 12.2), (4.3, 2.9, 6.0))
    model.egg(foot, bone, 2.5, (s * 0.2, -6.2, 4), (3.7, 2.0, 9.0))
    model.egg(foot, bone, 1.5, (0, -6.0, -3.0), (3.7, 2.2, 4.4))


def add_arm(model: Model, s: int, girth: float) -> None:
    """Upper arm and forearm; `girth` makes them thicker."""
    arm = ARM + (s == LEFT)
    upper: Bone = "right upper arm" if s == RIGHT else "left upper arm"
    lower: Bone = "right forearm" if s == RIGHT else "left forearm"
    model.egg(arm, upper, 0, (-s * 0.3, -2.6, 0), (3.6 * girth, 6.2, 3.9 * girth))
    model.cone(arm, upper, 3, ((0, -3, 0), (0, -UPPER_ARM, 0)), (3.2 * girth, 2.5 * girth))
    model.egg(arm, upper, 4, (0, -13, 0.6), (2.3 * girth, 9, 2.5 * girth))
    model.cone(arm, lower, 3, ((0, 0, 0), (0, -FOREARM, 0)), (2.4 * girth, 1.7 * girth))
    model.egg(arm, lower, 4, (0, -7, 0.2), (2.3 * girth, 7.5, 2.4 * girth))
