"""The body chart: legs from the outer side, the front and the back; the RIGHT leg carries the places to tap.

A region is a band of height of the leg, split across its width. It may reach a little past the skin, so that a
finger hits it. Thighs and feet mean `other`.
"""

from typing import Final

from programs.figures.picture import ChartView, Edge, Figure, Region
from programs.figures.pose import Arm, Leg, Pose

# Height of each band's border over the floor, in cm.
HIP: Final = 96.5
THIGH: Final = 78.0
KNEE: Final = 54.6
BELOW: Final = 41.6
CALF: Final = 32.5
FOOT: Final = 12.0
WORDS: Final = {
    "outer_knee": "Outer side of the knee",
    "outer_hip": "Outer side of the hip",
    "front_knee": "Front of the knee",
    "inner_knee": "Inner side of the knee",
    "back_knee": "Back of the knee",
    "below_outer_knee": "Just below the outer knee",
    "groin": "Front of the hip or groin",
    "buttock_back": "Buttock or low back",
    "shin": "Shin",
    "calf": "Calf",
}
CROP: Final = (-27, 27, -3, 104)
LEFT_EDGE: Final = Edge("left", -99)
RIGHT_EDGE: Final = Edge("right", -99)
ARM: Final = Arm(shoulder=(8, 88, 0), bend=12)
STANDING: Final = Pose(
    pelvis=(0, 91, 0),
    right_leg=Leg(ankle=(-9.4, 7.5, 0), knee=(-0.1, 0, 1), foot=(-9, 0, 0)),
    left_leg=Leg(ankle=(9.4, 7.5, 0), knee=(0.1, 0, 1), foot=(9, 0, 0)),
    right_arm=ARM,
    left_arm=ARM,
)


def region(spot: str, low: float, high: float, start: Edge = LEFT_EDGE, end: Edge = RIGHT_EDGE) -> Region:
    """A region named for the spot it stands for."""
    return Region(spot, WORDS[spot], spot, low, high, start, end)


def other(name: str, label: str, low: float, high: float) -> Region:
    """A region across the whole leg that stands for no spot of its own."""
    return Region(name, label, "other", low, high, LEFT_EDGE, RIGHT_EDGE)


PICTURES: Final[tuple[Figure, ...]] = (
    ChartView(
        folder="body",
        slug="outer",
        side="right",
        alt="A leg seen from its outer side.",
        shows="body chart, seen from the outer side",
        yaw=-90,
        crop=CROP,
        pose=STANDING,
        regions=(
            region("outer_knee", BELOW, KNEE, end=Edge("right", 3.3)),
            region("front_knee", BELOW, KNEE, start=Edge("right", 3.3)),
            region("below_outer_knee", CALF, BELOW),
            region("outer_hip", THIGH, HIP, Edge("left", 7.0), Edge("right", 6.2)),
            region("groin", THIGH, HIP, start=Edge("right", 6.2)),
            region("buttock_back", THIGH, 104, end=Edge("left", 7.0)),
            other("thigh", "Outer thigh", KNEE, THIGH),
            region("shin", FOOT, CALF, start=Edge("middle", -0.4)),
            region("calf", FOOT, CALF, end=Edge("middle", -0.4)),
            other("foot", "Ankle or foot", -3, FOOT),
        ),
    ),
    ChartView(
        folder="body",
        slug="front",
        side="right",
        alt="Both legs from the front.",
        shows="body chart from the front; the leg at the viewer's left is the RIGHT leg (as another person sees it); "
        "the other leg is paler",
        yaw=0,
        crop=CROP,
        pose=STANDING,
        regions=(
            region("front_knee", BELOW, KNEE, Edge("middle", -2.3), Edge("middle", 2.3)),
            region("outer_knee", BELOW, KNEE, end=Edge("middle", -2.3)),
            region("inner_knee", BELOW, KNEE, start=Edge("middle", 2.3)),
            region("outer_hip", THIGH, HIP, end=Edge("left", 5.6)),
            region("groin", THIGH, HIP, Edge("left", 5.6), Edge("page", 0)),
            other("thigh", "Front of the thigh", KNEE, THIGH),
            region("below_outer_knee", CALF, BELOW, end=Edge("middle", -0.7)),
            region("shin", FOOT, BELOW, start=Edge("middle", -0.7)),
            Region("shin_outer", "Outer side of the shin", "shin", FOOT, CALF, LEFT_EDGE, Edge("middle", -0.7)),
            other("foot", "Ankle or foot", -3, FOOT),
        ),
    ),
    ChartView(
        folder="body",
        slug="back",
        side="right",
        alt="Both legs from the back.",
        shows="body chart from behind; the leg at the viewer's right is the RIGHT leg; the other leg is paler",
        yaw=180,
        crop=CROP,
        pose=STANDING,
        regions=(
            region("back_knee", BELOW, KNEE, Edge("middle", -2.3), Edge("middle", 2.3)),
            region("outer_knee", BELOW, KNEE, start=Edge("middle", 2.3)),
            region("inner_knee", BELOW, KNEE, end=Edge("middle", -2.3)),
            region("buttock_back", 75, 104, Edge("page", 0), Edge("right", 4.6)),
            region("outer_hip", 75, HIP, start=Edge("right", 4.6)),
            other("thigh", "Back of the thigh", KNEE, 75),
            region("calf", 15, BELOW),
            other("foot", "Heel cord, ankle or foot", -3, 15),
        ),
    ),
)
