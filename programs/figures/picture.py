"""What a picture consists of, as data: who, how they stand, seen from where, with which things and marks."""

from dataclasses import dataclass
from typing import Literal

from programs.figures.bones import Bone
from programs.figures.pose import Pose, Triple

Role = str  # a color by what it is for; `drawing/palette.py` says which color that is
Pair = tuple[float, float]
Person = Literal["woman", "man"]
Side = Literal["left", "right", "none"]
Tone = Literal["good", "bad", "accent"]


@dataclass(frozen=True, slots=True)
class Box:
    """A box with rounded edges: its center and half its sizes."""

    color: Role
    center: Triple
    half: Triple
    rounding: float = 0.5


@dataclass(frozen=True, slots=True)
class Ball:
    """A ball, or an egg where the radii differ."""

    color: Role
    center: Triple
    radii: Triple


@dataclass(frozen=True, slots=True)
class Cylinder:
    """A cylinder with flat ends: a roller, a rail."""

    color: Role
    start: Triple
    end: Triple
    radius: float
    rounding: float = 0.5


@dataclass(frozen=True, slots=True)
class Tube:
    """A round line through points: an exercise band."""

    color: Role
    points: tuple[Triple, ...]
    radius: float


Thing = Box | Ball | Cylinder | Tube


@dataclass(frozen=True, slots=True)
class At:
    """A spot of a bone, moved on the page by `shift` (right, up)."""

    bone: Bone
    spot: Triple = (0, 0, 0)
    shift: Pair = (0, 0)


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where the body moves: through two or three points."""

    points: tuple[At, ...]


@dataclass(frozen=True, slots=True)
class BeltLine:
    """The line of the belt; unless it is good, a dashed level line stands beside it."""

    tone: Tone


@dataclass(frozen=True, slots=True)
class KneeLine:
    """Hip, kneecap and second toe of the person's right leg; where bad, a dashed plumb line from the kneecap."""

    tone: Literal["good", "bad"]


@dataclass(frozen=True, slots=True)
class DashedLine:
    """A straight line from one point to another."""

    start: At
    end: At
    color: Role


@dataclass(frozen=True, slots=True)
class Ground:
    """The shadow on the floor, from x to x."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class MirrorFrame:
    """A long mirror behind the person, from x to x and up to `top`."""

    start: float
    end: float
    top: float


@dataclass(frozen=True, slots=True)
class RollerEnd:
    """The near end of a foam roller that points toward the viewer, with its hole."""

    center: Triple
    radius: float


Mark = Arrow | BeltLine | KneeLine | DashedLine | Ground | MirrorFrame | RollerEnd


@dataclass(frozen=True, slots=True)
class Ghost:
    """Where a leg or the first of the `things` should be: its outline, dashed, as far as the body does not cover it."""

    pose: Pose
    only: Literal["left leg", "thing"]
    things: tuple[Thing, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What is true of every file: its name, the working side, and words for who cannot see it.

    `side` is the leg that works in the drawing as the runner sees it: a front view shows a mirror, so the leg at the
    viewer's left is left. In side-lying lifts it is the top leg, in side planks the side that is down, in stretches
    and releases the leg stretched. "none": never flip the picture. `shows` says what it is for, to who draws.
    """

    folder: Literal["exercises", "mirror", "body"] = "exercises"
    slug: str
    side: Side
    alt: str
    shows: str = ""

    @property
    def file(self) -> str:
        """Where the picture lies under `static/figures/`."""
        return f"{self.folder}/{self.slug}.svg"


@dataclass(frozen=True, kw_only=True)
class Picture(Figure):
    """One person in one pose. `view` is the camera's (yaw, pitch); `feel` are spots where the work is felt."""

    person: Person
    view: Pair
    pose: Pose
    things: tuple[Thing, ...] = ()
    marks: tuple[Mark, ...] = ()
    feel: tuple[tuple[Bone, Triple], ...] = ()
    ghost: Ghost | None = None


@dataclass(frozen=True, kw_only=True)
class Card(Figure):
    """An answer of the mirror check: cropped, in one color, every card of a question with the same lines."""

    person: Person
    view: Pair
    crop: tuple[float, float, float, float]
    pose: Pose
    lines: Literal["hip", "knee"]


@dataclass(frozen=True, kw_only=True)
class Sprite(Figure):
    """A movement as frames side by side, which a style sheet plays in steps."""

    person: Person
    view: Pair
    start: Pose
    end: Pose
    frames: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A border across a leg, `shift` centimeters from its left or right edge, its middle, or the page's middle."""

    of: Literal["left", "right", "middle", "page"]
    shift: float


@dataclass(frozen=True, slots=True)
class Region:
    """A place to tap: a band of height of the leg (`low` to `high`, above the floor), split across its width."""

    name: str
    label: str
    spot: str
    low: float
    high: float
    start: Edge
    end: Edge


@dataclass(frozen=True, kw_only=True)
class ChartView(Figure):
    """One view of the body chart; its regions are written to `body/regions.json` together with it."""

    yaw: float
    crop: tuple[float, float, float, float]
    pose: Pose
    regions: tuple[Region, ...]
