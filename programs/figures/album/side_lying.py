"""EX-01, EX-02, EX-03: lying on the right side, the left leg on top."""

from dataclasses import replace
from typing import Final

from programs.figures.picture import Arrow, At, Box, Figure, Ghost, Picture
from programs.figures.pose import Leg, Pose
from programs.figures.stances import BOTTOM_LEG_BENT, OVER_FLOOR, SIDE_LYING, mat

MAT: Final = mat(-84, 100, -46, 40)
MAT_AT_WALL: Final = mat(-84, 100, -12, 40)
CLAM_MAT: Final = mat(-84, 78, -46, 40)
WALL: Final = Box("wall", center=(8, 36, -14.5), half=(96, 37.2, 2.5), rounding=0.5)
LIFT: Final = Arrow(
    (
        At("left foot", shift=(18, -38)),
        At("left foot", shift=(22, -22)),
        At("left foot", shift=(16, -6)),
    )
)
LIFTED: Final = replace(SIDE_LYING, right_leg=BOTTOM_LEG_BENT, left_leg=Leg(hip=(-8, 30, 0), bend=2))
LIFTED_AT_WALL: Final = replace(SIDE_LYING, right_leg=BOTTOM_LEG_BENT, left_leg=Leg(hip=(-3, 28, 0), bend=2))


def clamshell(up: float) -> Pose:
    """Both knees bent, feet together, the top knee opened by `up` (0 closed, 1 wide)."""
    return replace(
        SIDE_LYING,
        right_leg=Leg(hip=(48, 0, 0), bend=92, toes_down=15),
        left_leg=Leg(ankle=(57, 21, 3), knee=(0.25, up, 1 - 0.55 * up), toes_down=15),
    )


PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="side-lying-hip-abduction-start",
        side="left",
        alt="Lie on your side with the bottom knee bent and the top leg straight.",
        shows="EX-01 start",
        person="woman",
        view=OVER_FLOOR,
        pose=replace(SIDE_LYING, right_leg=BOTTOM_LEG_BENT, left_leg=Leg(hip=(-6, -3, 0), bend=2)),
        things=(MAT,),
    ),
    Picture(
        slug="side-lying-hip-abduction-finish",
        side="left",
        alt="The top leg is lifted, heel first. A dot shows where you feel it: the side of the hip.",
        shows="EX-01 end",
        person="woman",
        view=OVER_FLOOR,
        pose=LIFTED,
        things=(MAT,),
        feel=(("pelvis", (13, -2, 1)),),
        marks=(LIFT,),
    ),
    Picture(
        slug="side-lying-hip-abduction-wrong",
        side="left",
        alt="Not like this: the body rolls back, the leg drifts forward and the toes turn up.",
        shows="EX-01 fault: leg drifts forward, toes up, trunk rolls back",
        person="woman",
        view=OVER_FLOOR,
        ghost=Ghost(LIFTED, only="left leg"),
        pose=replace(
            SIDE_LYING,
            about_spine=20,
            neck=(-14, 0, 15.5),
            right_leg=BOTTOM_LEG_BENT,
            left_leg=Leg(hip=(50, 20, -55), bend=2, toes_down=-5),
        ),
        things=(MAT,),
        marks=(
            Arrow(
                (
                    At("left foot", shift=(16, 30)),
                    At("left foot", shift=(21, 18)),
                    At("left foot", shift=(18, 6)),
                )
            ),
        ),
    ),
    Picture(
        slug="side-lying-abduction-wall-start",
        side="left",
        alt="Lie on your side with your back and top heel against a wall.",
        shows="EX-03 start",
        person="woman",
        view=OVER_FLOOR,
        pose=replace(SIDE_LYING, right_leg=BOTTOM_LEG_BENT, left_leg=Leg(hip=(-3, -3, 0), bend=2)),
        things=(WALL, MAT_AT_WALL),
    ),
    Picture(
        slug="side-lying-abduction-wall-finish",
        side="left",
        alt="The top leg is lifted. The heel has slid up the wall and still touches it.",
        shows="EX-03 end",
        person="woman",
        view=OVER_FLOOR,
        pose=LIFTED_AT_WALL,
        things=(WALL, MAT_AT_WALL),
        feel=(("pelvis", (13, -2, 1)),),
        marks=(LIFT,),
    ),
    Picture(
        slug="side-lying-abduction-wall-wrong",
        side="left",
        alt="Not like this: the leg drifts forward and the heel leaves the wall.",
        shows="EX-03 fault: the heel leaves the wall",
        person="woman",
        view=OVER_FLOOR,
        ghost=Ghost(LIFTED_AT_WALL, only="left leg"),
        pose=replace(SIDE_LYING, right_leg=BOTTOM_LEG_BENT, left_leg=Leg(hip=(34, 26, 0), bend=2)),
        things=(WALL, MAT_AT_WALL),
        marks=(
            Arrow(
                (
                    At("left foot", shift=(6, 30)),
                    At("left foot", shift=(10, 20)),
                    At("left foot", shift=(6, 8)),
                )
            ),
        ),
    ),
    Picture(
        slug="clamshell-start",
        side="left",
        alt="Lie on your side with both knees bent and the feet together.",
        shows="EX-02 start",
        person="man",
        view=OVER_FLOOR,
        pose=clamshell(0),
        things=(CLAM_MAT,),
    ),
    Picture(
        slug="clamshell-finish",
        side="left",
        alt="The top knee is open like a clam. The feet still touch.",
        shows="EX-02 end",
        person="man",
        view=OVER_FLOOR,
        pose=clamshell(0.95),
        things=(CLAM_MAT,),
        feel=(("pelvis", (13, -2, -3)),),
        marks=(
            Arrow(
                (
                    At("left shin", shift=(24, -8)),
                    At("left shin", shift=(24, 7)),
                    At("left shin", shift=(11, 15)),
                )
            ),
        ),
    ),
    Picture(
        slug="clamshell-wrong",
        side="left",
        alt="Not like this: the hips and body roll back as the knee opens.",
        shows="EX-02 fault: the body rolls back",
        person="man",
        view=OVER_FLOOR,
        ghost=Ghost(clamshell(0.95), only="left leg"),
        pose=replace(
            SIDE_LYING,
            about_spine=44,
            neck=(-32, 0, 9),
            right_leg=Leg(ankle=(57, 8, 1), knee=(0.6, 0, 1), toes_down=15),
            left_leg=Leg(ankle=(55, 21, 3), knee=(0.05, 1, -0.2), toes_down=15),
        ),
        things=(CLAM_MAT,),
        marks=(
            Arrow(
                (
                    At("pelvis", (13, 0, 0), (6, 20)),
                    At("pelvis", (13, 0, 0), (-8, 32)),
                    At("pelvis", (13, 0, 0), (-27, 27)),
                )
            ),
        ),
    ),
)
