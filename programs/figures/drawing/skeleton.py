"""From a pose to the frames of all bones. Lengths in cm, standing height about 170."""

import math
from typing import Any, Final

import numpy as np

from programs.figures.bones import BONES, Bone
from programs.figures.drawing.turns import Array, pitched, rolled, turned, unit, vector, yawed
from programs.figures.pose import Anchor, Arm, Leg, Pose

THIGH: Final = 41.5
SHIN: Final = 40.5
UPPER_ARM: Final = 28.0
FOREARM: Final = 24.0
HIP_OUT: Final = 8.4  # half the distance of the hip joints
RIGHT: Final = -1
LEFT: Final = 1


def bone_along(direction: Array, pole: Any) -> Array:
    """The frame of a bone: -y along `direction`, +z toward `pole`."""
    y = -unit(direction)
    z = np.asarray(pole, float) - np.dot(pole, y) * y
    if np.linalg.norm(z) < 1e-6:
        z = np.array([0, 0, 1.0]) - y[2] * y
    z = unit(z)
    return np.stack([np.cross(y, z), y, z], 1)


def reach(start: Array, end: Array, upper: float, lower: float, pole: Any) -> tuple[Array, Array]:
    """Where two bones from `start` bend, toward `pole`, and where they end: at `end`, or as near as they reach."""
    gap = end - start
    distance = np.linalg.norm(gap)
    distance = min(distance, (upper + lower) * 0.9995)
    u = unit(gap)
    end = start + u * distance
    c = (upper * upper + distance * distance - lower * lower) / (2 * distance)
    h = math.sqrt(max(upper * upper - c * c, 0))
    p = np.asarray(pole, float)
    p = unit(p - np.dot(p, u) * u)
    return start + u * c + p * h, end


class Skeleton:
    """The frames of all bones in a pose: `turn` (3 x 3) and `place` (3) of each."""

    def __init__(self, pose: Pose, shoulder_out: float) -> None:
        self.turn = np.zeros((len(BONES), 3, 3))
        self.place = np.zeros((len(BONES), 3))
        self.turn[BONES["world"]] = np.eye(3)
        self.set_spine(pose)
        if pose.anchor:
            self.drop_anchor(pose.anchor)
        self.set_leg(RIGHT, pose.right_leg)
        self.set_leg(LEFT, pose.left_leg)
        self.set_arm(RIGHT, pose.right_arm, shoulder_out)
        self.set_arm(LEFT, pose.left_arm, shoulder_out)

    def set(self, bone: int, turn: Array, place: Array) -> None:
        """Put one bone where it belongs."""
        self.turn[bone], self.place[bone] = turn, place

    def spot(self, bone: Bone, spot: Any) -> Array:
        """A spot of a bone in the world."""
        return self.place[BONES[bone]] + self.turn[BONES[bone]] @ vector(spot)

    def set_spine(self, pose: Pose) -> None:
        """Pelvis, abdomen, chest, neck and head, from below."""
        pelvis = turned(pose.turn)
        if pose.about_spine:
            pelvis = pelvis @ yawed(pose.about_spine)
        place = vector(pose.pelvis)
        self.set(0, pelvis, place)
        abdomen = pelvis @ turned(pose.spine)
        self.set(1, abdomen, place + pelvis @ vector((0, 8, -0.5)))
        chest = abdomen @ turned(pose.chest)
        self.set(2, chest, self.place[1] + abdomen @ vector((0, 9.5, -0.5)))
        neck = chest @ pitched(14) @ turned([v * 0.5 for v in pose.neck])
        self.set(3, neck, self.place[2] + chest @ vector((0, 31.0, -2.6)))
        self.set(4, chest @ turned(pose.neck), self.place[3] + neck @ vector((0, 7.4, 0)))

    def drop_anchor(self, anchor: Anchor) -> None:
        """Move the trunk so that the anchor's spot lies at its place."""
        there = self.spot(anchor.bone, anchor.spot)
        move = np.array([0 if to is None else to - at for to, at in zip(anchor.place, there, strict=True)])
        for bone in range(5):
            self.place[bone] = self.place[bone] + move

    def set_leg(self, side: int, leg: Leg) -> None:
        """Thigh, shin and foot of one leg."""
        thigh, pelvis = BONES["right thigh"] if side == RIGHT else BONES["left thigh"], self.turn[0]
        hip = self.place[0] + pelvis @ vector((side * HIP_OUT, -1.5, 0))
        if leg.ankle is not None:
            pole = vector(leg.knee if leg.knee is not None else pelvis @ vector((0, 0, 1)))
            knee, ankle = reach(hip, vector(leg.ankle), THIGH, SHIN, pole)
            self.set(thigh, bone_along(knee - hip, pole), hip)
            self.set(thigh + 1, bone_along(ankle - knee, pole), knee)
        else:
            flexion, abduction, inward = leg.hip
            turn = pelvis @ rolled(side * abduction) @ pitched(-flexion) @ yawed(-side * inward)
            self.set(thigh, turn, hip)
            knee = hip + turn @ vector((0, -THIGH, 0))
            turn = turn @ pitched(leg.bend)
            self.set(thigh + 1, turn, knee)
            ankle = knee + turn @ vector((0, -SHIN, 0))
        if leg.foot is not None:
            foot = turned(leg.foot)
        else:
            foot = self.turn[thigh + 1] @ pitched(leg.toes_down) @ yawed(-side * -6)
        self.set(thigh + 2, foot, ankle)

    def set_arm(self, side: int, arm: Arm, shoulder_out: float) -> None:
        """Upper arm, forearm and hand of one arm."""
        upper, chest = BONES["right upper arm"] if side == RIGHT else BONES["left upper arm"], self.turn[2]
        shoulder = self.place[2] + chest @ (vector((side * shoulder_out, 24.2, -1.6)) + vector(arm.shrug))
        if arm.hand is not None:
            wrist = self.set_reaching_arm(side, arm, upper, shoulder)
        else:
            flexion, abduction, inward = arm.shoulder
            turn = chest @ rolled(side * abduction) @ pitched(-flexion) @ yawed(-side * inward)
            self.set(upper, turn, shoulder)
            elbow = shoulder + turn @ vector((0, -UPPER_ARM, 0))
            turn = turn @ pitched(-arm.bend)
            self.set(upper + 1, turn, elbow)
            wrist = elbow + turn @ vector((0, -FOREARM, 0))
        self.set(upper + 2, palm_frame(side, arm, self.turn[upper + 1], self.turn[BONES[arm.within]]), wrist)

    def set_reaching_arm(self, side: int, arm: Arm, upper: int, shoulder: Array) -> Array:
        """Upper arm and forearm toward where the hand is; gives the wrist."""
        hand = vector(arm.hand)
        pole = vector(arm.elbow if arm.elbow is not None else (side * 0.6, -0.2, -1))
        if arm.within != "world":
            bone = BONES[arm.within]
            hand = self.place[bone] + self.turn[bone] @ hand
            pole = self.turn[bone] @ pole
        elbow, wrist = reach(shoulder, hand, UPPER_ARM, FOREARM, pole)
        self.set(upper, bone_along(elbow - shoulder, -pole), shoulder)
        self.set(upper + 1, bone_along(wrist - elbow, -pole), elbow)
        return wrist


def palm_frame(side: int, arm: Arm, forearm: Array, within: Array) -> Array:
    """The frame of the hand: in line with the forearm, or as the palm says, measured in the frame `within`."""
    if arm.palm is None:
        return forearm
    fingers, palm = arm.palm
    y = -unit(within @ vector(fingers))
    normal = within @ vector(palm)
    normal = unit(normal - np.dot(normal, y) * y)
    x = -side * normal
    return np.stack([x, y, np.cross(x, y)], 1)
