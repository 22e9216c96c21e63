"""MB-01, MB-02, MB-03: releases and stretches; the side is the leg that is stretched."""

from dataclasses import replace
from typing import Final

from programs.figures.picture import (
    Arrow,
    At,
    Ball,
    Box,
    Cylinder,
    DashedLine,
    Figure,
    Ghost,
    Ground,
    Mark,
    Picture,
    RollerEnd,
)
from programs.figures.pose import Anchor, Arm, Leg, Pose
from programs.figures.stances import FROM_SIDE, FRONT_ABOVE, HANGING, LEFT_ON_HIP, RIGHT_ON_HIP, mat

PAD: Final = Box("mat", center=(2, 1.2, 9), half=(14, 1.2, 9), rounding=0.5)
KNEELING_LEG: Final = Leg(ankle=(-39, 6.5, 9), knee=(0.5, -1, 0), toes_down=62)
FRONT_LEG: Final = Leg(ankle=(40, 7.5, -8), knee=(1, 0.6, -0.03), foot=(90, 0, 0))
KNEELING: Final = Pose(
    pelvis=(0, 50.5, 0),
    turn=(90, 4, 0),
    right_leg=KNEELING_LEG,
    left_leg=FRONT_LEG,
    right_arm=RIGHT_ON_HIP,
    left_arm=LEFT_ON_HIP,
)
STRETCHED: Final = replace(
    KNEELING,
    pelvis=(12, 47.5, 0),
    turn=(90, -7, 0),
    chest=(0, -1, -4),
    neck=(0, 6, 0),
    right_arm=Arm(shoulder=(184, 8, 0), bend=6),
)
AT_ROLLER: Final = (-14, 14)
ROLLER: Final = Cylinder("roller", (-1, 7, -15), (-1, 7, 21), radius=7, rounding=0.1)
THIGH_ROLLER: Final = Cylinder("roller", (25, 7, -15), (25, 7, 21), radius=7, rounding=0.1)
ROLLER_MAT: Final = mat(-95, 105, -46, 46)
ON_ROLLER: Final = Pose(
    pelvis=(0, 25, 0),
    turn=(0, 38, 80),
    spine=(0, -4, -6),
    neck=(14, -24, -8),
    right_leg=Leg(hip=(-4, 0, 0), bend=4, toes_down=30),
    left_leg=Leg(ankle=(44, 8, 38), knee=(0.15, 0.7, 1), foot=(70, 0, 0)),
    right_arm=Arm(hand=(-50, 3, 24), elbow=(-0.2, -1, 0.2), palm=((-0.2, 0, 1), (0, -1, 0))),
    left_arm=Arm(hand=(-32, 3, 33), elbow=(0.3, 0.8, 0.6), palm=((-0.3, 0, 0.9), (0, -1, 0))),
)


def rolled_to_and_fro(roller: Cylinder) -> tuple[Mark, ...]:
    """The near end of a roller, and an arrow to either side of it."""
    x, y, z = roller.end
    return (
        RollerEnd(roller.end, roller.radius),
        Arrow((At("world", (x, y, z - 1), (-3, -13)), At("world", (x, y, z - 1), (-17, -13)))),
        Arrow((At("world", (x, y, z - 1), (8, -13)), At("world", (x, y, z - 1), (22, -13)))),
    )


def crossed(lean: float, right_arm: Arm) -> Pose:
    """Standing with the leg at the viewer's left crossed behind, the trunk leaning `lean` degrees away from it."""
    return Pose(
        pelvis=(1 - lean * 0.12, 88.6 - lean * 0.01, 0),
        turn=(0, 0, lean * 0.10),
        spine=(0, 0, -lean * 0.5),
        chest=(0, 0, -lean * 0.5),
        neck=(0, 0, lean * 0.35),
        right_leg=Leg(ankle=(14.5, 10.2, -11), knee=(0.12, 0, 1), foot=(6, 12, 0)),
        left_leg=Leg(ankle=(1.5, 7.5, 2), knee=(0, 0, 1), foot=(4, 0, 0)),
        right_arm=right_arm,
        left_arm=LEFT_ON_HIP,
    )


PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="hip-flexor-release-start",
        side="right",
        alt="Lie half on your front with a roller under the front corner of one hip.",
        shows="MB-01 with a roller (right side down)",
        person="woman",
        view=AT_ROLLER,
        pose=ON_ROLLER,
        things=(ROLLER, ROLLER_MAT),
        marks=rolled_to_and_fro(ROLLER),
    ),
    Picture(
        slug="hip-flexor-release-wrong",
        side="right",
        alt="Not like this: the roller is under the outside of the thigh.",
        shows="MB-01 fault: rolls the band on the outside of the thigh",
        person="woman",
        view=AT_ROLLER,
        ghost=Ghost(ON_ROLLER, only="thing", things=(ROLLER,)),
        pose=Pose(
            pelvis=(0, 35, 0),
            turn=(0, 0, 76),
            neck=(0, 0, -2),
            anchor=Anchor("chest", (-14.6, 24.2, -1.6), (-46, 30.5, 0)),
            right_leg=Leg(bend=2),
            left_leg=Leg(ankle=(30, 8, 32), knee=(0.1, 0.8, 0.6), foot=(60, 0, 0)),
            right_arm=Arm(hand=(-54, 3, 23), elbow=(0, -1, -0.3), palm=((-0.2, 0, 1), (0, -1, 0))),
            left_arm=Arm(hand=(-32, 3, 33), elbow=(0.3, 0.8, 0.6), palm=((-0.3, 0, 0.9), (0, -1, 0))),
        ),
        things=(THIGH_ROLLER, ROLLER_MAT),
        marks=rolled_to_and_fro(THIGH_ROLLER),
    ),
    Picture(
        slug="hip-flexor-release-wall",
        side="left",
        alt="Stand with a ball between a wall and the front corner of one hip.",
        shows="MB-01 with a ball at a wall",
        person="woman",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(0, 89.5, 0),
            turn=(52, 4, 0),
            neck=(0, 4, 0),
            right_leg=Leg(ankle=(-18, 7.5, 14), knee=(0.6, 0, 0.5), foot=(46, 0, 0)),
            left_leg=Leg(ankle=(3, 7.5, -9), knee=(0.8, 0, 0.4), foot=(60, 0, 0)),
            right_arm=RIGHT_ON_HIP,
            left_arm=Arm(hand=(21, 146, 2), elbow=(-0.1, -1, 0.7), palm=((0, 1, 0.1), (1, 0, 0))),
        ),
        things=(
            Box("wall", center=(26, 80, -6), half=(3, 80, 26), rounding=0.4),
            Ball("roller", center=(16.5, 88.5, -1), radii=(6.5, 6.5, 6.5)),
        ),
        marks=(Ground(-40, 42),),
    ),
    Picture(
        slug="hip-flexor-stretch-start",
        side="right",
        alt="Kneel on one knee on a pad. The other foot is flat in front.",
        shows="MB-02 start (right knee down)",
        person="woman",
        view=FROM_SIDE,
        pose=KNEELING,
        things=(PAD,),
        marks=(Ground(-56, 62),),
    ),
    Picture(
        slug="hip-flexor-stretch-finish",
        side="right",
        alt="The body has moved a little forward, with the arm on the kneeling side up. "
        "A dot shows the stretch: the front of the hip.",
        shows="MB-02 end",
        person="woman",
        view=FROM_SIDE,
        pose=STRETCHED,
        things=(PAD,),
        marks=(
            Ground(-56, 62),
            Arrow((At("pelvis", (0, -2, 0), (-32, 0)), At("pelvis", (0, -2, 0), (-14, 0)))),
        ),
        feel=(("pelvis", (-9, -4, 8)),),
    ),
    Picture(
        slug="hip-flexor-stretch-wrong",
        side="right",
        alt="Not like this: the body lunges far forward and the back arches.",
        shows="MB-02 fault: lunges far forward, back arches",
        person="woman",
        view=FROM_SIDE,
        pose=replace(
            STRETCHED,
            pelvis=(22, 45, 0),
            turn=(90, 25, 0),
            spine=(0, -27, 0),
            chest=(0, -24, 0),
            left_leg=Leg(ankle=(44, 7.5, -8), knee=(1, 0.6, -0.03), foot=(90, 0, 0)),
        ),
        things=(PAD,),
        marks=(
            Ground(-56, 70),
            DashedLine(At("pelvis", (0, 4, 0)), At("pelvis", (0, 4, 0), (0, 68)), "guide"),
            Arrow((At("pelvis", (0, 6, 0), (-44, 8)), At("pelvis", (0, 6, 0), (-24, 6)))),
        ),
    ),
    Picture(
        slug="tfl-stretch-start",
        side="left",
        alt="Stand with one leg crossed a little behind the other.",
        shows="MB-03 start (front, as in a mirror; left leg crossed behind)",
        person="man",
        view=FRONT_ABOVE,
        pose=crossed(0, HANGING),
        marks=(Ground(-26, 32),),
    ),
    Picture(
        slug="tfl-stretch-finish",
        side="left",
        alt="The arm on that side reaches up and the body leans away. "
        "A dot shows the stretch: the outer front of the hip.",
        shows="MB-03 end",
        person="man",
        view=FRONT_ABOVE,
        pose=crossed(34, Arm(shoulder=(176, 4, 0), bend=10)),
        marks=(
            Ground(-28, 32),
            Arrow(
                (
                    At("right hand", (0, -12, 0), (8, -4)),
                    At("right hand", (0, -12, 0), (26, -12)),
                    At("right hand", (0, -12, 0), (33, -32)),
                )
            ),
        ),
        feel=(("pelvis", (-11, 1, 6)),),
    ),
)
