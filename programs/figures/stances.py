"""Poses and things that several pictures share."""

from typing import Final

from programs.figures.picture import Box, Pair, Tube
from programs.figures.pose import Anchor, Arm, Leg, Pose, Triple

# Where the camera stands: (yaw, pitch).
FRONT: Final[Pair] = (0, 5)
FRONT_ABOVE: Final[Pair] = (0, 6)
FRONT_STEP: Final[Pair] = (0, 8)
FROM_SIDE: Final[Pair] = (-12, 6)
OVER_FLOOR: Final[Pair] = (-12, 13)

RIGHT_ON_HIP: Final = Arm(
    within="pelvis",
    hand=(-15.8, 12.4, -3.2),
    elbow=(-1, 0, -0.5),
    palm=((0.34, -0.42, 0.84), (0.85, -0.42, -0.38)),
    grip="wrap",
)
LEFT_ON_HIP: Final = Arm(
    within="pelvis",
    hand=(15.8, 12.4, -3.2),
    elbow=(1, 0, -0.5),
    palm=((-0.34, -0.42, 0.84), (-0.85, -0.42, -0.38)),
    grip="wrap",
)
LEFT_ON_THIGH: Final = Arm(
    within="pelvis", hand=(15.4, 2, 3), elbow=(1, 0, -0.4), palm=((-0.15, -0.9, 0.35), (-1, 0, -0.25))
)
HANGING: Final = Arm(shoulder=(6, 7, 0), bend=12)

SIDE_LYING: Final = Pose(
    pelvis=(0, 16.5, 0),
    turn=(0, 0, 90),
    neck=(0, 0, 15.5),
    right_arm=Arm(shrug=(5, 0, 4), hand=(-47, 3, 21), elbow=(-1, 0.05, -0.2), palm=((0.35, 0, 0.94), (0, -1, 0))),
    left_arm=Arm(hand=(-12, 3, 26), elbow=(0.25, 1, 0.1), palm=((-0.6, 0, 0.8), (0, -1, 0))),
)
BOTTOM_LEG_BENT: Final = Leg(hip=(44, 0, 0), bend=82, toes_down=12)

PROPPED_ARM: Final = Arm(hand=(-58, 3, 20), elbow=(0.2, -1, -0.4), palm=((-0.55, 0, 0.85), (0, -1, 0)))
# One upper arm above the floor.
PROPPED_SHOULDER: Final = Anchor("chest", (-17, 24.2, -1.6), (-46, 30.5, 0))

STEP: Final = Box("wood", center=(-16, 7.5, 3), half=(20, 7.5, 17), rounding=0.6)


def mat(start: float, end: float, back: float, front: float) -> Box:
    """An exercise mat on the floor: from x to x, from z to z."""
    center, half = ((start + end) / 2, -1.2, (back + front) / 2), ((end - start) / 2, 1.2, (front - back) / 2)
    return Box("mat", center, half, rounding=0.5)


def band(right: float, left: float, height: float = 15) -> Tube:
    """A band around both ankles, whose middles stand at `right` and `left`."""
    points: tuple[Triple, ...] = (
        (right - 3.6, height, -2),
        (right - 3.4, height, 1.5),
        (right, height, 4),
        ((right + left) / 2, height, 4.3),
        (left, height, 4),
        (left + 3.4, height, 1.5),
        (left + 3.6, height, -2),
    )
    return Tube("bandprop", points, radius=1.25)


def mirror_squat(drop: float = 0, cave: float = 0) -> Pose:
    """The single-leg squat as a mirror shows it: the pelvis drops by `drop` degrees, the knee turns in by `cave`."""
    return Pose(
        pelvis=(2.0 + drop * 0.12, 74.5, -13),
        turn=(0, 24, -drop),
        spine=(0, 0, drop * 0.55),
        chest=(0, 0, drop * 0.5),
        neck=(0, -20, 0),
        right_leg=Leg(ankle=(-4, 7.5, 0), knee=(-0.10 + cave, 0, 1), foot=(-6 + cave * 8, 0, 0)),
        left_leg=Leg(ankle=(10, 25 - drop * 0.2, -33), knee=(0.04, 0, 1), foot=(4, 52, 0)),
        right_arm=RIGHT_ON_HIP,
        left_arm=LEFT_ON_HIP,
    )


MIRROR_START: Final = Pose(
    pelvis=(1.0, 90.3, -2),
    turn=(0, 3, 0),
    neck=(0, -2, 0),
    right_leg=Leg(ankle=(-4, 7.5, 0), knee=(-0.10, 0, 1), foot=(-6, 0, 0)),
    left_leg=Leg(ankle=(10, 32, -30), knee=(0.04, 0, 1), foot=(4, 60, 0)),
    right_arm=RIGHT_ON_HIP,
    left_arm=LEFT_ON_HIP,
)


def on_step(pelvis: Triple, lean: float, free_leg: Leg, *, drop: float = 0, cave: float = 0) -> Pose:
    """On a step with the leg at the viewer's left, hands on hips, leaning forward by `lean` degrees."""
    return Pose(
        pelvis=pelvis,
        turn=(0, lean, -drop),
        spine=(0, 0, drop * 0.55),
        chest=(0, 0, drop * 0.5),
        neck=(0, -lean * 0.8, 0),
        right_leg=Leg(ankle=(-5, 22.5, 0), knee=(-0.08 + cave, 0, 1), foot=(-6, 0, 0)),
        left_leg=free_leg,
        right_arm=RIGHT_ON_HIP,
        left_arm=LEFT_ON_HIP,
    )


SHOULDERS_DOWN: Final = Anchor("chest", (0, 25, -6.5), (-44, 1.6, 0))


def supine(height: float, pitch: float, anchor: Anchor | None = SHOULDERS_DOWN) -> Pose:
    """On the back, knees bent, feet flat: the pelvis `height` above the floor and tipped by `pitch` degrees."""
    return Pose(
        pelvis=(0, height, 0),
        turn=(90, -90 - pitch, 0),
        neck=(0, 4 + pitch * 0.9, 0),
        chest=(0, pitch * 0.22, 0),
        anchor=anchor,
        right_leg=Leg(ankle=(43, 7.5, 9), knee=(0.3, 1, 0.06), foot=(90, 0, 0)),
        left_leg=Leg(ankle=(43, 7.5, -9), knee=(0.3, 1, -0.06), foot=(90, 0, 0)),
        right_arm=Arm(hand=(4, 2.6, 24), elbow=(-0.2, 0.3, 1), palm=((0.86, 0, 0.5), (0, -1, 0))),
        left_arm=Arm(hand=(4, 2.6, -24), elbow=(-0.2, 0.3, -1), palm=((0.95, 0, -0.3), (0, -1, 0))),
    )
