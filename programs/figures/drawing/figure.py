"""A shot as painted paths: fills by layer, a soft shadow, lines by weight, and what is drawn onto the body."""

from collections.abc import Iterable
from typing import Final

import numpy as np
from scipy.ndimage import gaussian_filter

from programs.figures.bones import Bone
from programs.figures.drawing.bodies import SHOULDER_OUT, body
from programs.figures.drawing.cracks import COLOR, CREASE, JAW, OVERLAP, SILHOUETTE
from programs.figures.drawing.faces import face
from programs.figures.drawing.hands import finger_lines, grips_of
from programs.figures.drawing.heads import hair_of
from programs.figures.drawing.paint import Paint, Path
from programs.figures.drawing.palette import ROLES
from programs.figures.drawing.scene import CHIN_OBJECT, FACE_OBJECT, HAIR_LAYER, NAPE_OBJECT, SKIN, THING_LAYER
from programs.figures.drawing.shot import Shot
from programs.figures.drawing.skeleton import Skeleton
from programs.figures.drawing.turns import unit
from programs.figures.picture import Pair, Person, Thing
from programs.figures.pose import Pose

LIGHT: Final = (-0.58, 0.36, 0.73)
SHADE: Final = 0.16
# Width of a line by why it is there, in cm of the body.
WIDTHS: Final = {CREASE: 0.5, COLOR: 0.62, OVERLAP: 0.72, SILHOUETTE: 0.95, JAW: 0.5}
ON_HAND: Final = 0.5  # at most, or the fingers run together
WIDE: Final = 150  # cm: a wider picture is printed smaller,
HEAVIER: Final = 1.22  # so its lines are heavier
KNEES: Final[tuple[Bone, Bone]] = ("right shin", "left shin")
FEET: Final[tuple[Bone, Bone]] = ("right foot", "left foot")


def posed(person: Person, pose: Pose, view: Pair, things: Iterable[Thing] = ()) -> Shot:
    """A person in a pose among things, seen by a camera."""
    model = body(person, grips_of(pose))
    for thing in things:
        model.add(thing)
    return Shot(model, Skeleton(pose, SHOULDER_OUT[person]), view)


def weight(shot: Shot) -> float:
    """How much heavier the lines of a shot are."""
    return HEAVIER if shot.box[1] - shot.box[0] > WIDE else 1


def painted(shot: Shot, person: Person, heavier: float = 1, shade: float = SHADE) -> list[Paint]:
    """The figure of a shot, lines `heavier` times as wide, the shadow as opaque as `shade`."""
    return [*fills(shot), *shadow(shot, shade), *lines(shot, heavier), *details(shot, person)]


def fills(shot: Shot) -> list[Paint]:
    """One path a layer; skin lies under all of them."""
    layer, outline = shot.seen.layer, shot.outline
    roles = {**ROLES, **{THING_LAYER + i: color for i, color in enumerate(shot.model.colors)}}
    paint = [Paint(outline.region(layer > 0, 0.8, 0.08), "skin")]
    for number, role in sorted(roles.items()):
        if number != SKIN and (layer == number).any():
            paint.append(Paint(outline.region(layer == number), role))
    return paint


def shadow(shot: Shot, shade: float) -> list[Paint]:
    """What faces away from the light; not on hair or face."""
    seen = shot.seen
    lit = gaussian_filter(np.where(seen.layer > 0, seen.normal @ unit(LIGHT), 1.0), 2.5)
    bare = (seen.layer == HAIR_LAYER) | np.isin(seen.which, (FACE_OBJECT, NAPE_OBJECT, CHIN_OBJECT))
    path = shot.outline.region((lit < 0) & (seen.layer > 0) & ~bare, 2.2, 0.12, 220)
    return [Paint(path, "shade", strength=shade)] if path else []


def lines(shot: Shot, heavier: float) -> list[Paint]:
    """The lines, one path a width, thin ones first."""
    by_width: dict[float, Path] = {}
    for line in shot.outline.lines():
        width = WIDTHS[line.kind] * heavier
        by_width.setdefault(min(width, ON_HAND) if line.on_hand else width, []).extend(line.path)
    return [Paint(by_width[width], None, "line", width) for width in sorted(by_width)]


def details(shot: Shot, person: Person) -> list[Paint]:
    """The face, lines between fingers, the hint of a kneecap, and laces."""
    paint = face(shot, hair_of(person)) + finger_lines(shot)
    for knee in KNEES:
        cap = [(2.7 * np.sin(a), 0.4 - 3.2 * np.cos(a), 4.5) for a in np.linspace(-1.1, 1.1, 9)]
        paint += shot.drawn(knee, cap, 0.42)
    for foot in FEET:
        for z in (5.2, 7.0, 8.8):
            paint += shot.drawn(foot, [(x, -1.5, z) for x in np.linspace(-1.3, 1.3, 5)], 0.38)
    return paint
