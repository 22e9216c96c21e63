"""How a person stands or lies, as plain numbers: centimeters and degrees, floor at y = 0.

x runs to the right on the page, y up, z toward the viewer. A turn is (yaw, pitch, roll): yaw turns the front toward
+x, pitch leans it forward, roll tips the person's left side up. Right and left are the person's own.
"""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Literal

from programs.figures.bones import Bone

Triple = tuple[float, float, float]
Grip = Literal["flat", "rest", "wrap", "fist"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg: by the place of its `ankle`, the knee pointing toward `knee`; or, without ankle, by its joints.

    `hip` is (flexion, abduction, inward rotation), `bend` the knee's flexion, `toes_down` the ankle's plantar flexion.
    `foot` is the turn of the foot in the world; without it the foot follows the shin.
    """

    ankle: Triple | None = None
    knee: Triple | None = None
    foot: Triple | None = None
    hip: Triple = (0, 0, 0)
    bend: float = 0
    toes_down: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One arm: by the place of its `hand`, the elbow pointing toward `elbow`; or, without hand, by its joints.

    `within` names what `hand`, `elbow` and `palm` are measured in. `shoulder` is (flexion, abduction, inward rotation),
    `bend` the elbow's flexion. `palm` is where the fingers point and where the palm faces. `shrug` moves the shoulder
    within the chest. Without a `grip` the hand lies flat where it has a `palm`, closes loosely at a sharply bent
    elbow, and rests otherwise.
    """

    hand: Triple | None = None
    within: Literal["world", "pelvis", "chest"] = "world"
    elbow: Triple | None = None
    palm: tuple[Triple, Triple] | None = None
    shrug: Triple = (0, 0, 0)
    shoulder: Triple = (0, 8, 0)
    bend: float = 8
    grip: Grip | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A `spot` of a bone of the trunk that stays at a `place` of the world; None leaves that axis free."""

    bone: Bone
    spot: Triple
    place: tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pose:
    """A whole person: place and turn of the pelvis, the turns up the spine, and four limbs.

    `about_spine` turns the pelvis further about its own long axis, after `turn`: a lying person who rolls.
    """

    pelvis: Triple = (0, 90, 0)
    turn: Triple = (0, 0, 0)
    about_spine: float = 0
    spine: Triple = (0, 0, 0)
    chest: Triple = (0, 0, 0)
    neck: Triple = (0, 0, 0)
    right_leg: Leg = Leg()
    left_leg: Leg = Leg()
    right_arm: Arm = Arm()
    left_arm: Arm = Arm()
    anchor: Anchor | None = None


def between(start: Any, end: Any, part: float) -> Any:
    """The pose (or leg, arm, triple, number) `part` of the way from `start` to `end`; words are those of `end`."""
    if is_dataclass(start) and not isinstance(start, type):
        moved = {f.name: between(getattr(start, f.name), getattr(end, f.name), part) for f in fields(start)}
        return type(start)(**moved)
    if isinstance(start, tuple) and isinstance(end, tuple):
        return tuple(between(one, other, part) for one, other in zip(start, end, strict=True))
    if isinstance(start, int | float) and isinstance(end, int | float):
        return start + (end - start) * part
    return end
