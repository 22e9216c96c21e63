"""WU-02, WU-03, WU-07, WU-08: leg swings, side shuffle and mirror mini-squat."""

from dataclasses import replace
from typing import Final

from programs.figures.picture import Arrow, At, BeltLine, Box, Cylinder, Figure, Ground, KneeLine, MirrorFrame, Picture
from programs.figures.pose import Arm, Leg, Pose
from programs.figures.stances import FROM_SIDE, FRONT, FRONT_ABOVE, MIRROR_START, mirror_squat

FROM_BEHIND: Final = (172, 7)
WALL: Final = Box("wall", center=(42, 80, -22), half=(3, 80, 14), rounding=0.4)
NEAR_WALL: Final = Pose(
    pelvis=(0, 91, 0),
    left_leg=Leg(ankle=(0, 7.5, -8.5), knee=(1, 0, 0), foot=(90, 0, 0)),
    left_arm=Arm(hand=(36.5, 112, -20), elbow=(-0.2, -1, -0.4), palm=((0, 1, 0.1), (1, 0, 0))),
)
RAIL: Final = (
    Cylinder("roller", (-48, 100, 40), (48, 100, 40), radius=2, rounding=0.6),
    Cylinder("roller", (-44, 0, 40), (-44, 100, 40), radius=1.8, rounding=0.4),
    Cylinder("roller", (44, 0, 40), (44, 100, 40), radius=1.8, rounding=0.4),
)
AT_RAIL: Final = Pose(
    pelvis=(3, 91, 0),
    turn=(0, 2, 0),
    left_leg=Leg(ankle=(6, 7.5, 0), knee=(0, 0, 1), foot=(4, 0, 0)),
    right_arm=Arm(hand=(-22, 101, 33), elbow=(-1, -0.6, -0.2), palm=((0, 0.2, 1), (0, -1, 0.2))),
    left_arm=Arm(hand=(22, 101, 33), elbow=(1, -0.6, -0.2), palm=((0, 0.2, 1), (0, -1, 0.2))),
)
READY_ARM: Final = Arm(shoulder=(34, 14, 0), bend=85)


def shuffle(pelvis: float, right: float, left: float) -> Pose:
    """A small squat seen from the front: x of the pelvis and of both ankles."""
    return Pose(
        pelvis=(pelvis, 75, -12),
        turn=(0, 24, 0),
        neck=(0, -20, 0),
        right_leg=Leg(ankle=(right, 7.5, 0), knee=(-0.12, 0, 1), foot=(-4, 0, 0)),
        left_leg=Leg(ankle=(left, 7.5, 0), knee=(0.12, 0, 1), foot=(4, 0, 0)),
        right_arm=READY_ARM,
        left_arm=READY_ARM,
    )


PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="leg-swing-front-back-start",
        side="right",
        alt="Hold on to a wall. One straight leg swings forward.",
        shows="WU-02 forward (right leg swings)",
        person="man",
        view=FROM_SIDE,
        pose=replace(
            NEAR_WALL,
            turn=(90, -3, 0),
            right_leg=Leg(hip=(52, 0, 0), bend=12, toes_down=5),
            right_arm=Arm(shoulder=(-18, 10, 0), bend=14),
        ),
        things=(WALL,),
        marks=(
            Ground(-40, 60),
            Arrow(
                (
                    At("right foot", (0, -8, 4), (-38, -14)),
                    At("right foot", (0, -8, 4), (-18, -16)),
                    At("right foot", (0, -8, 4), (0, -4)),
                )
            ),
        ),
    ),
    Picture(
        slug="leg-swing-front-back-finish",
        side="right",
        alt="The same leg swings back. The back does not arch.",
        shows="WU-02 back",
        person="man",
        view=FROM_SIDE,
        pose=replace(
            NEAR_WALL,
            turn=(90, 5, 0),
            right_leg=Leg(hip=(-26, 0, 0), bend=28, toes_down=25),
            right_arm=Arm(shoulder=(14, 10, 0), bend=18),
        ),
        things=(WALL,),
        marks=(
            Ground(-40, 60),
            Arrow((At("world", (-12, 4, 10)), At("world", (-34, 7, 10)), At("world", (-50, 18, 10)))),
        ),
    ),
    Picture(
        slug="leg-swing-side-side-start",
        side="right",
        alt="Face a wall and hold it. One leg swings across the body.",
        shows="WU-03 across",
        person="woman",
        view=FROM_BEHIND,
        pose=replace(AT_RAIL, right_leg=Leg(hip=(16, -26, 0), bend=4)),
        things=RAIL,
        marks=(
            Ground(-36, 36),
            Arrow(
                (
                    At("right foot", (0, -8, 0), (24, -12)),
                    At("right foot", (0, -8, 0), (13, -14)),
                    At("right foot", (0, -8, 0), (1, -11)),
                )
            ),
        ),
    ),
    Picture(
        slug="leg-swing-side-side-finish",
        side="right",
        alt="The same leg swings out to the side. The belt line stays level.",
        shows="WU-03 out",
        person="woman",
        view=FROM_BEHIND,
        pose=replace(AT_RAIL, right_leg=Leg(hip=(2, 34, 0), bend=4)),
        things=RAIL,
        marks=(
            Ground(-36, 36),
            Arrow(
                (
                    At("right foot", shift=(-40, -20)),
                    At("right foot", shift=(-18, -19)),
                    At("right foot", shift=(2, -9)),
                )
            ),
        ),
    ),
    Picture(
        slug="side-shuffle-start",
        side="none",
        alt="Stand in a small squat with both feet pointing forward.",
        shows="WU-07 start (front)",
        person="man",
        view=FRONT_ABOVE,
        pose=shuffle(0, -11, 11),
        marks=(Ground(-30, 30),),
    ),
    Picture(
        slug="side-shuffle-finish",
        side="none",
        alt="Step out to the side and stay low. The toes point forward.",
        shows="WU-07 step (front)",
        person="man",
        view=FRONT_ABOVE,
        pose=shuffle(7, -12, 29),
        marks=(
            Ground(-30, 46),
            Arrow((At("left foot", shift=(12, 30)), At("left foot", shift=(34, 30)))),
        ),
    ),
    Picture(
        slug="mirror-mini-squat-start",
        side="left",
        alt="Stand on one leg in front of a mirror, with your hands on your hips.",
        shows="WU-08 start (as in a mirror)",
        person="woman",
        view=FRONT,
        pose=MIRROR_START,
        marks=(MirrorFrame(-44, 44, 176),),
    ),
    Picture(
        slug="mirror-mini-squat-finish",
        side="left",
        alt="The knee bends a little. The belt line is level and the knee is over the toes.",
        shows="WU-08 end (as in a mirror)",
        person="woman",
        view=FRONT,
        pose=replace(
            mirror_squat(),
            pelvis=(1.6, 83.5, -8.5),
            turn=(0, 15, 0),
            neck=(0, -12, 0),
            left_leg=Leg(ankle=(10, 28, -32), knee=(0.04, 0, 1), foot=(4, 54, 0)),
        ),
        marks=(MirrorFrame(-44, 44, 168), BeltLine("good"), KneeLine("good")),
    ),
)
