"""EX-08: side planks, the right side down."""

from typing import Final

from programs.figures.picture import Arrow, At, DashedLine, Figure, Picture
from programs.figures.pose import Leg, Pose
from programs.figures.stances import LEFT_ON_HIP, LEFT_ON_THIGH, OVER_FLOOR, PROPPED_ARM, PROPPED_SHOULDER, mat

ON_KNEES: Final = (18, 16)
MAT: Final = mat(-84, 108, -30, 36)
KNEE_MAT: Final = mat(-84, 70, -62, 34)
COLLAR: Final = At("chest", (0, 27, 0))
STRAIGHT: Final = Leg(bend=2)
TOP_LEG: Final = Leg(hip=(0, -3, 0), bend=2)

PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="side-plank-knees-start",
        side="right",
        alt="Lie on your side with the knees bent, propped on one elbow.",
        shows="EX-08 stage 1, start (right side down)",
        person="man",
        view=ON_KNEES,
        pose=Pose(
            pelvis=(0, 15, 0),
            turn=(0, 0, 88),
            spine=(0, 0, -28),
            chest=(0, 0, -26),
            neck=(0, 0, 8),
            anchor=PROPPED_SHOULDER,
            right_leg=Leg(hip=(4, 0, 0), bend=85, toes_down=70),
            left_leg=Leg(hip=(4, -9, 0), bend=85, toes_down=70),
            right_arm=PROPPED_ARM,
            left_arm=LEFT_ON_THIGH,
        ),
        things=(KNEE_MAT,),
    ),
    Picture(
        slug="side-plank-knees-finish",
        side="right",
        alt="The hips are lifted, in one line from head to knees. The knees stay down.",
        shows="EX-08 stage 1, end",
        person="man",
        view=ON_KNEES,
        pose=Pose(
            pelvis=(0, 30, 0),
            turn=(0, 0, 67.6),
            neck=(0, 0, 2),
            anchor=PROPPED_SHOULDER,
            right_leg=Leg(bend=85, toes_down=70),
            left_leg=Leg(hip=(0, -8, 0), bend=85, toes_down=70),
            right_arm=PROPPED_ARM,
            left_arm=LEFT_ON_HIP,
        ),
        things=(KNEE_MAT,),
        marks=(
            DashedLine(COLLAR, At("left shin", (-6, 0, 0)), "good"),
            Arrow((At("pelvis", (-13, 0, 0), (0, -26)), At("pelvis", (-13, 0, 0), (0, -8)))),
        ),
    ),
    Picture(
        slug="side-plank-knees-wrong",
        side="right",
        alt="Not like this: the hips sag below the line from head to knees.",
        shows="EX-08 stage 1, fault: hips sag",
        person="man",
        view=ON_KNEES,
        pose=Pose(
            pelvis=(0, 20, 0),
            turn=(0, 0, 80),
            spine=(0, 0, -18),
            chest=(0, 0, -16),
            neck=(0, 0, 14),
            anchor=PROPPED_SHOULDER,
            right_leg=Leg(bend=85, toes_down=70),
            left_leg=Leg(hip=(0, -8, 0), bend=85, toes_down=70),
            right_arm=PROPPED_ARM,
            left_arm=LEFT_ON_THIGH,
        ),
        things=(KNEE_MAT,),
        marks=(
            DashedLine(COLLAR, At("left shin", (-6, 0, 0)), "guide"),
            Arrow((At("pelvis", (14, 0, 0), (26, 30)), At("pelvis", (14, 0, 0), (26, 9)))),
        ),
    ),
    Picture(
        slug="side-plank-start",
        side="right",
        alt="Lie on your side with straight legs, propped on one elbow.",
        shows="EX-08 full, start (right side down)",
        person="man",
        view=OVER_FLOOR,
        pose=Pose(
            pelvis=(0, 15, 0),
            turn=(0, 0, 89),
            spine=(0, 0, -28),
            chest=(0, 0, -26),
            neck=(0, 0, 8),
            anchor=PROPPED_SHOULDER,
            right_leg=STRAIGHT,
            left_leg=TOP_LEG,
            right_arm=PROPPED_ARM,
            left_arm=LEFT_ON_THIGH,
        ),
        things=(MAT,),
    ),
    Picture(
        slug="side-plank-finish",
        side="right",
        alt="The hips are lifted, in one line from head to feet.",
        shows="EX-08 full, end",
        person="man",
        view=OVER_FLOOR,
        pose=Pose(
            pelvis=(0, 30, 0),
            turn=(0, 0, 75.3),
            neck=(0, 0, 2),
            anchor=PROPPED_SHOULDER,
            right_leg=STRAIGHT,
            left_leg=TOP_LEG,
            right_arm=PROPPED_ARM,
            left_arm=LEFT_ON_HIP,
        ),
        things=(MAT,),
        marks=(DashedLine(COLLAR, At("left foot", (-6, 0, 0)), "good"),),
    ),
    Picture(
        slug="side-plank-wrong",
        side="right",
        alt="Not like this: the hips sag below the line from head to feet.",
        shows="EX-08 fault: hips sag",
        person="man",
        view=OVER_FLOOR,
        pose=Pose(
            pelvis=(0, 30, 0),
            turn=(0, 0, 85.4),
            spine=(0, 0, -22),
            chest=(0, 0, -16),
            neck=(0, 0, 16),
            anchor=PROPPED_SHOULDER,
            right_leg=STRAIGHT,
            left_leg=TOP_LEG,
            right_arm=PROPPED_ARM,
            left_arm=LEFT_ON_THIGH,
        ),
        things=(MAT,),
        marks=(
            DashedLine(COLLAR, At("left foot", (-6, 0, 0)), "guide"),
            Arrow((At("pelvis", (14, 0, 0), (12, 32)), At("pelvis", (14, 0, 0), (12, 10)))),
        ),
    ),
)
