"""EX-10, EX-11, EX-12: single-leg work seen from the side, the right leg nearer to the viewer."""

from typing import Final

from programs.figures.picture import Arrow, At, Box, Figure, Ground, Picture
from programs.figures.pose import Arm, Leg, Pose
from programs.figures.stances import FROM_SIDE, HANGING, LEFT_ON_HIP, RIGHT_ON_HIP

SEAT: Final = Box("wood", center=(-37, 25, 0), half=(19, 25, 19), rounding=0.6)
LOW_STEP: Final = Box("wood", center=(26, 9, 0), half=(18, 9, 21), rounding=0.6)
STANCE: Final = Leg(ankle=(0, 7.5, 7), knee=(1, 0, 0), foot=(90, 0, 0))

PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="single-leg-squat-box-start",
        side="right",
        alt="Stand on one leg in front of a high seat. The other foot is just off the floor.",
        shows="EX-10 start (side view)",
        person="man",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(-1, 90.3, 0),
            turn=(90, 2, 0),
            right_leg=STANCE,
            left_leg=Leg(hip=(36, 0, 0), bend=34),
            right_arm=Arm(shoulder=(24, 6, 0), bend=14),
            left_arm=Arm(shoulder=(24, 6, 0), bend=14),
        ),
        things=(SEAT,),
        marks=(Ground(-62, 40),),
    ),
    Picture(
        slug="single-leg-squat-box-finish",
        side="right",
        alt="The hips reach back and tap the seat. One leg does the work.",
        shows="EX-10 end (side view)",
        person="man",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(-29, 62.5, 0),
            turn=(90, 40, 0),
            chest=(0, -4, 0),
            neck=(0, -26, 0),
            right_leg=Leg(ankle=(0, 7.5, 7), knee=(1, 0.3, 0), foot=(90, 0, 0)),
            left_leg=Leg(hip=(116, 0, 0), bend=22),
            right_arm=Arm(shoulder=(122, 4, 0), bend=8),
            left_arm=Arm(shoulder=(122, 4, 0), bend=8),
        ),
        things=(SEAT,),
        marks=(
            Ground(-62, 44),
            Arrow((At("pelvis", shift=(-24, 32)), At("pelvis", shift=(-24, 10)))),
        ),
    ),
    Picture(
        slug="single-leg-deadlift-start",
        side="right",
        alt="Stand tall on one leg with a soft knee.",
        shows="EX-11 start (side view)",
        person="woman",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(-1, 90.0, 0),
            turn=(90, 3, 0),
            right_leg=STANCE,
            left_leg=Leg(hip=(2, 0, 0), bend=50, toes_down=10),
            right_arm=HANGING,
            left_arm=HANGING,
        ),
        marks=(Ground(-34, 36),),
    ),
    Picture(
        slug="single-leg-deadlift-finish",
        side="right",
        alt="Bend forward at the hip with a flat back. The free leg is long behind you.",
        shows="EX-11 end (side view)",
        person="woman",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(-9, 86, 0),
            turn=(90, 74, 0),
            neck=(0, -14, 0),
            right_leg=STANCE,
            left_leg=Leg(hip=(-2, 0, 0), bend=2),
            right_arm=Arm(shoulder=(80, 2, 0), bend=6),
            left_arm=Arm(shoulder=(80, 2, 0), bend=6),
        ),
        marks=(
            Ground(-40, 50),
            Arrow((At("head", shift=(14, 26)), At("head", shift=(27, 10)), At("head", shift=(26, -14)))),
        ),
        feel=(("pelvis", (-8, -6, -9)),),
    ),
    Picture(
        slug="step-up-start",
        side="right",
        alt="Face a low step. One whole foot is on it.",
        shows="EX-12 start (side view)",
        person="man",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(-7, 87.3, 0),
            turn=(90, 10, 0),
            neck=(0, -6, 0),
            right_leg=Leg(ankle=(18, 25.5, 8), knee=(1, 0.3, 0), foot=(90, 0, 0)),
            left_leg=Leg(ankle=(-19, 7.5, -8), knee=(1, 0, 0), foot=(90, 0, 0)),
            right_arm=RIGHT_ON_HIP,
            left_arm=LEFT_ON_HIP,
        ),
        things=(LOW_STEP,),
        marks=(Ground(-42, 52),),
    ),
    Picture(
        slug="step-up-finish",
        side="right",
        alt="Stand tall on the step on one leg. The other foot is off the step.",
        shows="EX-12 end (side view)",
        person="man",
        view=FROM_SIDE,
        pose=Pose(
            pelvis=(17, 108.2, 0),
            turn=(90, 2, 0),
            right_leg=Leg(ankle=(18, 25.5, 8), knee=(1, 0, 0), foot=(90, 0, 0)),
            left_leg=Leg(hip=(40, 0, 0), bend=66, toes_down=10),
            right_arm=RIGHT_ON_HIP,
            left_arm=LEFT_ON_HIP,
        ),
        things=(LOW_STEP,),
        marks=(
            Ground(-32, 52),
            Arrow((At("pelvis", shift=(-34, -6)), At("pelvis", shift=(-34, 24)))),
        ),
    ),
)
