"""EX-04, EX-05: bridges on two legs and on one."""

from dataclasses import replace
from typing import Final

from programs.figures.picture import Arrow, At, BeltLine, DashedLine, Figure, Picture
from programs.figures.pose import Anchor, Leg
from programs.figures.stances import OVER_FLOOR, mat, supine

MAT: Final = mat(-84, 76, -34, 34)
FROM_THE_HEAD: Final = (-84, 24)
FREE_LEG_STRAIGHT: Final = Leg(hip=(6, 0, 0), bend=2)

PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        slug="glute-bridge-start",
        side="none",
        alt="Lie on your back with both knees bent and both feet flat.",
        shows="EX-04 start",
        person="woman",
        view=OVER_FLOOR,
        pose=supine(9.5, 0, anchor=None),
        things=(MAT,),
    ),
    Picture(
        slug="glute-bridge-finish",
        side="none",
        alt="The hips are lifted, in one line from shoulders to knees.",
        shows="EX-04 end",
        person="woman",
        view=OVER_FLOOR,
        pose=supine(30, 32),
        things=(MAT,),
        feel=(("pelvis", (-8, -6, -9)),),
        marks=(Arrow((At("pelvis", shift=(8, -32)), At("pelvis", shift=(8, -16)))),),
    ),
    Picture(
        slug="glute-bridge-wrong",
        side="none",
        alt="Not like this: the back arches above the line from shoulders to knees.",
        shows="EX-04 fault: the back arches",
        person="woman",
        view=OVER_FLOOR,
        pose=replace(
            supine(33, 6, anchor=Anchor("chest", (0, 25, -6.5), (-38, 4.2, 0))),
            spine=(0, -20, 0),
            chest=(0, -18, 0),
            neck=(0, 46, 0),
        ),
        things=(MAT,),
        marks=(DashedLine(At("right upper arm"), At("right shin"), "guide"),),
    ),
    Picture(
        slug="single-leg-bridge-start",
        side="right",
        alt="Lie on your back with one foot flat and the other leg out straight.",
        shows="EX-05 start (stands on the near, right foot)",
        person="man",
        view=OVER_FLOOR,
        pose=replace(supine(9.5, 0, anchor=None), left_leg=Leg(hip=(38, 0, 0), bend=5)),
        things=(MAT,),
    ),
    Picture(
        slug="single-leg-bridge-finish",
        side="right",
        alt="The hips are lifted and level. One foot pushes into the floor.",
        shows="EX-05 end",
        person="man",
        view=OVER_FLOOR,
        pose=replace(supine(30, 32), left_leg=FREE_LEG_STRAIGHT),
        things=(MAT,),
        feel=(("pelvis", (-8, -6, -9)),),
        marks=(Arrow((At("pelvis", shift=(12, -34)), At("pelvis", shift=(12, -18)))),),
    ),
    Picture(
        slug="single-leg-bridge-right",
        side="right",
        alt="Like this: the hips are lifted and the belt line is level.",
        shows="EX-05 well done, seen from the head; the free (left) leg is at the viewer's left",
        person="man",
        view=FROM_THE_HEAD,
        pose=replace(supine(30, 32), left_leg=FREE_LEG_STRAIGHT),
        things=(MAT,),
        marks=(BeltLine("good"),),
    ),
    Picture(
        slug="single-leg-bridge-wrong",
        side="right",
        alt="Not like this: the hip of the free leg sinks toward the floor.",
        shows="EX-05 fault: free side of the pelvis sinks",
        person="man",
        view=FROM_THE_HEAD,
        pose=replace(
            supine(28, 30),
            about_spine=30,
            spine=(-14, 0, 0),
            chest=(-14, 6, 0),
            left_leg=Leg(hip=(6, 4, 0), bend=2),
        ),
        things=(MAT,),
        marks=(BeltLine("bad"),),
    ),
)
