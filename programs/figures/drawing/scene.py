"""A dressed body among things as one distance field: how far a point is from it, and what it would touch there."""

import math
from typing import Any, Final, NamedTuple

from programs.figures.drawing.compiled import compiled
from programs.figures.drawing.shapes import blended, to_shape

Array = Any
Point = tuple[float, float, float]
Found = tuple[float, int, int]  # distance, layer, object

# Groups of shapes that melt into one. A left limb's group comes right after the right limb's.
PELVIS: Final = 0
CHEST: Final = 1
HEAD: Final = 2
HAIR: Final = 3
THIGH: Final = 4
SHIN: Final = 6
FOOT: Final = 8
ARM: Final = 10
HAND: Final = 12
NECK: Final = 14
THING: Final = 16  # things from here on, one group each
GROUPS: Final = 40

# Layers: what a point of the surface is colored as.
SKIN: Final = 1
SHORTS: Final = 2
SHIRT: Final = 3
SHOE: Final = 4
HAIR_LAYER: Final = 5
SOCK: Final = 6
WAISTBAND: Final = 7
SOLE: Final = 8
THING_LAYER: Final = 20  # and objects of things too

# Objects: what a point belongs to. A line is drawn where one lies in front of another.
TRUNK_OBJECT: Final = 0
HEAD_OBJECT: Final = 1
LEG_OBJECT: Final = 2
ARM_OBJECT: Final = 4
HAND_OBJECT: Final = 6
FACE_OBJECT: Final = 8  # the head without hair and neck; those are the head object
NAPE_OBJECT: Final = 9  # of the face, what lies behind the jaw: no line to the neck
CHIN_OBJECT: Final = 10  # of the face, what lies below the mouth: no line but that to the neck

FAR_OFF: Final = 30.0  # a group farther than this is not measured exactly


# Clothes: where they end, in cm from their joint. Places in the scene's `clothes`, and what they hold unless changed.
HEM: Final = 0
SOCK_TOP: Final = 1
SLEEVE: Final = 2
SHIRT_LOW: Final = 3
SHORTS_TOP: Final = 4
COLLAR_HEIGHT: Final = 5
COLLAR_RADIUS: Final = 6
FLARE: Final = 7  # how far the hem stands off
WAISTBAND_WIDTH: Final = 8
CLOTHES: Final = (17.0, 33.5, 11.0, 8.7, 8.8, 35.6, 8.6, 0.9, 2.4)


class Scene(NamedTuple):
    """All shapes, sorted by group: `first` to `last` per group, then per shape; frames per bone; a ball per group."""

    first: Array
    last: Array
    kind: Array
    bone: Array
    blend: Array
    shape: Array
    turn: Array
    place: Array
    ball: Array
    clothes: Array
    things: int


class Skin(NamedTuple):
    """What is known so far of a point: distances to skin and to clothes, and the nearest object."""

    skin: float
    cloth: float
    nearest: float
    object: int


@compiled
def within(bone: int, x: float, y: float, z: float, scene: Scene) -> Point:
    """A point of the world in the frame of a bone."""
    turn, place = scene.turn, scene.place
    px, py, pz = x - place[bone, 0], y - place[bone, 1], z - place[bone, 2]
    return (
        turn[bone, 0, 0] * px + turn[bone, 1, 0] * py + turn[bone, 2, 0] * pz,
        turn[bone, 0, 1] * px + turn[bone, 1, 1] * py + turn[bone, 2, 1] * pz,
        turn[bone, 0, 2] * px + turn[bone, 1, 2] * py + turn[bone, 2, 2] * pz,
    )


@compiled
def to_group(group: int, x: float, y: float, z: float, scene: Scene) -> float:
    """The distance to a group; from far off only to the ball around it."""
    first, last = scene.first[group], scene.last[group]
    if first == last:
        return 1e9
    ball = scene.ball
    dx, dy, dz = x - ball[group, 0], y - ball[group, 1], z - ball[group, 2]
    outside: float = math.sqrt(dx * dx + dy * dy + dz * dz) - ball[group, 3]
    if outside > FAR_OFF:
        return outside
    distance = 1e9
    for i in range(first, last):
        lx, ly, lz = within(scene.bone[i], x, y, z, scene)
        part = to_shape(scene.kind[i], scene.shape[i], lx, ly, lz)
        distance = part if i == first else blended(distance, part, scene.blend[i])
    return distance


@compiled
def with_leg(side: int, skin: Skin, x: float, y: float, z: float, scene: Scene) -> Skin:
    """The body and the shorts with one leg more."""
    thigh = to_group(THIGH + side, x, y, z, scene)
    shin = to_group(SHIN + side, x, y, z, scene)
    _, down, _ = within(5 + 3 * side, x, y, z, scene)
    soft = max(0.0, min(1.0, 1.0 + down / 16.0))
    leg = blended(thigh, shin, 3.0)
    nearest, which = (leg, LEG_OBJECT + side) if leg < skin.nearest else (skin.nearest, skin.object)
    hem = scene.clothes[HEM]
    cloth = max(thigh - 0.55 - scene.clothes[FLARE] * max(0.0, -down) / hem, -down - hem)
    return Skin(blended(skin.skin, leg, 5.0 * soft), blended(skin.cloth, cloth, 5.0 * soft), nearest, which)


@compiled
def with_arm(side: int, skin: Skin, x: float, y: float, z: float, scene: Scene) -> Skin:
    """The body and the shirt with one arm more."""
    upper = to_group(ARM + side, x, y, z, scene)
    hand = to_group(HAND + side, x, y, z, scene)
    _, down, _ = within(11 + 3 * side, x, y, z, scene)
    soft = max(0.0, min(1.0, 1.0 + (down + 4) / 11.0))
    arm = blended(upper, hand, 1.6)
    nearest, which = skin.nearest, skin.object
    if arm < nearest:
        nearest = arm
        which = ARM_OBJECT + side if upper < hand + 0.4 else HAND_OBJECT + side
    sleeve = scene.clothes[SLEEVE]
    cloth = max(upper - 0.7 - 0.5 * max(0.0, -down) / sleeve, -down - sleeve)
    return Skin(blended(skin.skin, arm, 4.5 * soft), blended(skin.cloth, cloth, 4.5 * soft), nearest, which)


@compiled
def to_shirt(trunk: float, neck: float, at_pelvis: float, x: float, y: float, z: float, scene: Scene) -> float:
    """The distance to the shirt without its sleeves."""
    cx, cy, cz = within(2, x, y, z, scene)
    clothes = scene.clothes
    collar: float = (
        math.sqrt(cx * cx * 0.8 + (cy - clothes[COLLAR_HEIGHT]) ** 2 + (cz - 2.5) ** 2) - clothes[COLLAR_RADIUS]
    )
    cloth: float = max(blended(trunk, neck, 4.0) - 0.5, clothes[SHIRT_LOW] - at_pelvis)
    return max(cloth, max(-collar, 0.93 * cy + 0.36 * cz - 27.2))


@compiled
def with_foot(side: int, found: Found, x: float, y: float, z: float, scene: Scene) -> Found:
    """Distance, layer and object with one sock and shoe more."""
    distance, layer, which = found
    _, down, _ = within(6 + 3 * side, x, y, z, scene)
    sock = max(to_group(SHIN + side, x, y, z, scene) - 0.4, down + scene.clothes[SOCK_TOP])
    if sock < distance:
        distance, layer, which = sock, SOCK, LEG_OBJECT + side
    _, down, _ = within(7 + 3 * side, x, y, z, scene)
    shoe = max(to_group(FOOT + side, x, y, z, scene), -7.5 - down)  # a flat sole
    if shoe < distance:
        distance, layer, which = shoe, SHOE, LEG_OBJECT + side
        if down < -5.7:
            layer = SOLE
    return distance, layer, which


@compiled
def with_rest(found: Found, x: float, y: float, z: float, scene: Scene) -> Found:
    """Distance, layer and object with shoes, hair and things."""
    for side in range(2):
        found = with_foot(side, found, x, y, z, scene)
    distance, layer, which = found
    hair = to_group(HAIR, x, y, z, scene)
    if hair < distance:
        distance, layer, which = hair, HAIR_LAYER, HEAD_OBJECT
    for i in range(scene.things):
        thing = to_group(THING + i, x, y, z, scene)
        if thing < distance:
            distance, layer, which = thing, THING_LAYER + i, THING_LAYER + i
    return distance, layer, which


@compiled
def to_scene(x: float, y: float, z: float, scene: Scene, found: Array) -> float:
    """The distance from a point to the whole scene; writes the nearest layer and object into `found`."""
    clothes = scene.clothes
    trunk = blended(to_group(PELVIS, x, y, z, scene), to_group(CHEST, x, y, z, scene), 6.0)
    neck = to_group(NECK, x, y, z, scene)
    _, at_pelvis, _ = within(0, x, y, z, scene)
    nearest, which = (neck, HEAD_OBJECT) if neck < trunk else (trunk, TRUNK_OBJECT)
    head = to_group(HEAD, x, y, z, scene)
    if head < nearest:
        nearest, which = head, FACE_OBJECT
    shorts = max(trunk - 0.55, at_pelvis - clothes[SHORTS_TOP])
    body = Skin(blended(blended(trunk, neck, 4.0), head, 1.2), shorts, nearest, which)
    for side in range(2):
        body = with_leg(side, body, x, y, z, scene)
    shorts = body.cloth
    body = Skin(body.skin, to_shirt(trunk, neck, at_pelvis, x, y, z, scene), body.nearest, body.object)
    for side in range(2):
        body = with_arm(side, body, x, y, z, scene)
    distance, layer = body.skin, SKIN
    if shorts < distance:
        distance = shorts
        layer = WAISTBAND if at_pelvis > clothes[SHORTS_TOP] - clothes[WAISTBAND_WIDTH] else SHORTS
    if body.cloth < distance:
        distance, layer = body.cloth, SHIRT
    distance, layer, which = with_rest((distance, layer, body.object), x, y, z, scene)
    found[0] = layer
    found[1] = which
    return distance
