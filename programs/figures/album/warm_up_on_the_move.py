"""WU-01, WU-04, WU-05, WU-06, WU-09: walking, lunging and running, seen from the side."""

from typing import Final

from programs.figures.picture import Arrow, At, Figure, Ground, Pair, Picture
from programs.figures.pose import Arm, Leg, Pose, Triple
from programs.figures.stances import FROM_SIDE, LEFT_ON_HIP, RIGHT_ON_HIP

RUNNER_VIEW: Final[Pair] = (-8, 4)
RUNNER_GROUND: Final = Ground(-40, 46)
RUNNING: Final = Pose(
    pelvis=(0, 95, 0),
    turn=(90, 9, 0),
    right_leg=Leg(hip=(50, 0, 0), bend=68),
    left_leg=Leg(hip=(-24, 2, 0), bend=58, toes_down=22),
    right_arm=Arm(shoulder=(-42, 8, 0), bend=88),
    left_arm=Arm(shoulder=(36, 6, 10), bend=95),
)
ON_TOES: Final = Leg(ankle=(0, 10.5, -8), knee=(1, 0, 0), foot=(90, 14, 0))


def striding(pelvis: Triple, lean: float, legs: tuple[Leg, Leg], swing: float, bend: float) -> Pose:
    """Walking or running on the spot: right and left leg, arms that swing against them."""
    return Pose(
        pelvis=pelvis,
        turn=(90, lean, 0),
        right_leg=legs[0],
        left_leg=legs[1],
        right_arm=Arm(shoulder=(-swing, 6, 0), bend=bend),
        left_arm=Arm(shoulder=(swing, 6, 0), bend=bend),
    )


PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="brisk-walk",
        side="none",
        alt="Walk fast and tall, with loose arms.",
        shows="WU-01",
        person="man",
        view=FROM_SIDE,
        pose=striding(
            (0, 87.5, 0),
            3,
            (
                Leg(ankle=(27, 9.3, 8), knee=(1, 0.2, 0), foot=(90, -16, 0)),
                Leg(ankle=(-30, 15.2, -8), knee=(1, -0.2, 0), foot=(90, 34, 0)),
            ),
            swing=30,
            bend=30,
        ),
        marks=(Ground(-46, 52), Arrow((At("world", (42, 116, 0)), At("world", (64, 116, 0))))),
    ),
    Picture(
        slug="walking-lunge-start",
        side="none",
        alt="Stand tall with your hands on your hips.",
        shows="WU-04 start",
        person="woman",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(0, 91, 0),
            turn=(90, 0, 0),
            right_leg=Leg(ankle=(0, 7.5, 8.5), knee=(1, 0, 0), foot=(90, 0, 0)),
            left_leg=Leg(ankle=(0, 7.5, -8.5), knee=(1, 0, 0), foot=(90, 0, 0)),
            right_arm=RIGHT_ON_HIP,
            left_arm=LEFT_ON_HIP,
        ),
        marks=(Ground(-24, 36), Arrow((At("world", (24, 30, 0)), At("world", (46, 30, 0))))),
    ),
    Picture(
        slug="walking-lunge-finish",
        side="none",
        alt="One long step forward, with the back knee close to the floor.",
        shows="WU-04 end",
        person="woman",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(0, 60, 0),
            turn=(90, 6, 0),
            right_leg=Leg(ankle=(35, 7.5, 8.5), knee=(1, 0.3, 0.02), foot=(90, 0, 0)),
            left_leg=Leg(ankle=(-52, 17.5, -8.5), knee=(0.5, -1, 0), foot=(90, 54, 0)),
            right_arm=RIGHT_ON_HIP,
            left_arm=LEFT_ON_HIP,
        ),
        marks=(Ground(-74, 62), Arrow((At("pelvis", shift=(-34, 22)), At("pelvis", shift=(-34, 2))))),
    ),
    Picture(
        slug="high-knees",
        side="none",
        alt="Run on the spot with one knee up high. The body stays tall.",
        shows="WU-05",
        person="man",
        view=FROM_SIDE,
        pose=striding((0, 93.6, 0), 1, (Leg(hip=(92, 0, 0), bend=100), ON_TOES), swing=38, bend=88),
        marks=(
            Ground(-30, 36),
            Arrow((At("right foot", shift=(27, -20)), At("right foot", shift=(27, 2)))),
        ),
    ),
    Picture(
        slug="butt-kicks",
        side="none",
        alt="Run on the spot with one heel up to the buttock. The knee points down.",
        shows="WU-06",
        person="woman",
        view=FROM_SIDE,
        pose=striding((0, 93.6, 0), 3, (Leg(hip=(4, 0, 0), bend=138, toes_down=14), ON_TOES), swing=30, bend=88),
        marks=(
            Ground(-34, 34),
            Arrow(
                (
                    At("right foot", shift=(-22, -26)),
                    At("right foot", shift=(-30, -10)),
                    At("right foot", shift=(-24, 8)),
                )
            ),
        ),
    ),
    Picture(
        slug="easy-strides",
        side="none",
        alt="Run a little faster, light and easy.",
        shows="WU-09",
        person="woman",
        view=RUNNER_VIEW,
        pose=RUNNING,
        marks=(RUNNER_GROUND,),
    ),
)
