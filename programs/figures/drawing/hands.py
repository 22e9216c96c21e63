"""Hands: a palm, four fingers and a thumb. Fingers point along -y, the thumb lies at +z."""

from typing import Final

from programs.figures.bones import Bone
from programs.figures.drawing.model import Model
from programs.figures.drawing.scene import HAND
from programs.figures.drawing.skeleton import LEFT, RIGHT

# Where each finger begins across the palm, and how long it is.
FINGERS: Final = ((2.55, 6.0), (0.9, 6.8), (-0.75, 6.3), (-2.3, 4.9))


def add_hand(model: Model, s: int) -> None:
    """One hand; side -1 is the person's right, 1 the left."""
    hand = HAND + (s == LEFT)
    bone: Bone = "right hand" if s == RIGHT else "left hand"
    model.egg(hand, bone, 0, (0, -0.5, 0), (1.8, 2.6, 2.1))
    model.egg(hand, bone, 2, (0, -5.0, 0.2), (1.5, 4.6, 3.5))
    for z, length in FINGERS:
        model.cone(hand, bone, 0.9, ((0, -8.0, z), (-s * 0.9, -8.2 - length * 0.85, z * 0.9)), (0.95, 0.8))
    model.cone(hand, bone, 1.0, ((-s * 0.4, -3.0, 2.8), (-s * 1.6, -8.4, 5.0)), (1.2, 0.8))
