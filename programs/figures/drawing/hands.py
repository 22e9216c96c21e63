"""Hands: a palm, four fingers in two parts and a thumb, in a few grips. Fingers point along -y, the thumb is at +z."""

import math
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from programs.figures.bones import Bone
from programs.figures.drawing.model import Model
from programs.figures.drawing.paint import Paint
from programs.figures.drawing.scene import ARM_OBJECT, HAND, HAND_OBJECT
from programs.figures.drawing.shot import Shot, Visible
from programs.figures.drawing.skeleton import LEFT, RIGHT
from programs.figures.drawing.turns import Array, unit, vector
from programs.figures.pose import Arm, Grip, Pose, Triple

FINGERS: Final = ((2.75, 6.6), (0.95, 7.6), (-0.85, 7.0), (-2.55, 5.5))  # where across the palm, and how long
KNUCKLE: Final = -8.0
FIST_FROM: Final = 80  # a bent elbow: who runs does not spread the fingers
LINE: Final = 0.32  # width of the line between two fingers
SHORT: Final = 1.6  # cm: fingers that look shorter are seen end on,
NARROW: Final = 0.85  # or thinner: edge on; then the lines would run together


class Shape(NamedTuple):
    """How a hand is held: how far fingers bend at the knuckle and in their middle, how they fan, and the thumb.

    The thumb is three points, measured toward the palm, along the fingers, and away from them.
    """

    knuckle: float
    middle: float
    fan: float
    thumb: tuple[Triple, Triple, Triple]


SHAPES: Final[dict[Grip, Shape]] = {
    "flat": Shape(3, 6, 0.10, ((0.2, -2.0, 2.2), (0.5, -5.4, 5.2), (0.5, -8.8, 6.9))),
    "rest": Shape(16, 26, 0.02, ((0.4, -2.2, 2.4), (1.0, -5.6, 4.6), (1.5, -9.2, 5.2))),
    "wrap": Shape(10, 18, 0.02, ((0.2, -1.8, 2.0), (0.5, -3.4, 5.0), (1.1, -4.0, 8.0))),
    "fist": Shape(44, 64, 0.02, ((0.4, -2.4, 2.6), (1.6, -5.8, 4.6), (3.6, -8.4, 4.2))),
}


def grip_of(arm: Arm) -> Grip:
    """How an arm holds its hand: flat on what the palm faces, loosely closed when running, else at rest."""
    if arm.grip:
        return arm.grip
    if arm.palm:
        return "flat"
    return "fist" if arm.bend >= FIST_FROM else "rest"


def grips_of(pose: Pose) -> tuple[Grip, Grip]:
    """How the right and the left hand are held."""
    return grip_of(pose.right_arm), grip_of(pose.left_arm)


def bone_of(s: int) -> Bone:
    """The bone of a hand; side -1 is the person's right, 1 the left."""
    return "right hand" if s == RIGHT else "left hand"


def fingers(s: int, grip: Grip) -> list[tuple[Array, Array, Array]]:
    """Knuckle, middle and tip of each finger, index finger first. The palm looks along x: +x at the right hand."""
    shape, joints = SHAPES[grip], []
    for i, (z, length) in enumerate(FINGERS):
        first, then = math.radians(shape.knuckle + 2 * i), math.radians(shape.knuckle + shape.middle + 4 * i)
        fan = shape.fan * (z - 0.1) / 2.6
        knuckle = vector((0, KNUCKLE, z))
        middle = knuckle + length * 0.52 * vector((-s * math.sin(first), -math.cos(first), fan * math.cos(first)))
        tip = middle + length * 0.48 * vector((-s * math.sin(then), -math.cos(then), fan * 0.3))
        joints.append((knuckle, middle, tip))
    return joints


def add_hand(model: Model, s: int, grip: Grip) -> None:
    """One hand."""
    hand, bone = HAND + (s == LEFT), bone_of(s)
    model.egg(hand, bone, 0, (0, -0.5, 0), (1.75, 2.8, 2.1))
    model.egg(hand, bone, 2, (0, -5.2, 0.15), (1.5, 4.6, 3.5))
    for knuckle, middle, tip in fingers(s, grip):
        model.cone(hand, bone, 0.7, (knuckle, middle), (1.02, 0.95))
        model.cone(hand, bone, 0.45, (middle, tip), (0.95, 0.82))
    root, joint, end = ((-s * x, y, z) for x, y, z in SHAPES[grip].thumb)
    model.cone(hand, bone, 1.4, (root, joint), (1.35, 1.05))
    model.cone(hand, bone, 0.3, (joint, end), (1.05, 0.82))


def finger_lines(shot: Shot) -> list[Paint]:
    """The lines between the fingers of both hands, on the side that the camera sees."""
    paint: list[Paint] = []
    for s, grip in zip((RIGHT, LEFT), shot.model.grips, strict=True):
        held = fingers(s, grip)
        for one, other in pairwise(held):
            if parted(shot, bone_of(s), one, other):
                paint += line_between(shot, s, grip, one, other)
    return paint


def parted(shot: Shot, bone: Bone, one: tuple[Array, ...], other: tuple[Array, ...]) -> bool:
    """Whether two fingers are seen long and far apart enough for a line between them."""
    root, middle, beside = shot.spot(bone, one[0]), shot.spot(bone, one[1]), shot.spot(bone, other[1])
    along, gap = unit(middle - root), beside - middle
    return bool(np.linalg.norm(middle - root) >= SHORT and abs(gap[0] * along[1] - gap[1] * along[0]) >= NARROW)


def line_between(shot: Shot, s: int, grip: Grip, one: tuple[Array, ...], other: tuple[Array, ...]) -> list[Paint]:
    """The line between two fingers, on the back of the hand and on the palm."""
    root, middle, tip = ((a + b) / 2 for a, b in zip(one, other, strict=True))
    end = middle + (tip - middle) * 0.35
    on = (ARM_OBJECT + (s == LEFT), HAND_OBJECT + (s == LEFT))
    paint: list[Paint] = []
    for palm in (-1, 1) if grip != "fist" else (-1,):
        out = palm * vector((-s, 0, 0))
        spots = (
            root + out * 1.3 + (0, 0.6, 0),
            root + out * 1.2 + (middle - root) * 0.5,
            middle + out,
            end + out * 0.8,
        )
        paint += shot.drawn(bone_of(s), spots, LINE, how=Visible(0.6, on=on))
    return paint
