"""Where a line belongs: the cracks between pixels that show different things, joined into chains."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any, Final

import numpy as np

from programs.figures.drawing.scene import (
    ARM_OBJECT,
    CHIN_OBJECT,
    FACE_OBJECT,
    HAND_OBJECT,
    HEAD_OBJECT,
    NAPE_OBJECT,
    SKIN,
)

Array = Any
Node = tuple[Any, Any]  # a corner between pixels: row, column

# Why there is a crack, strongest last but for WEAK, which only keeps chains together, and for JAW.
CREASE: Final = 1
COLOR: Final = 2
OVERLAP: Final = 3
SILHOUETTE: Final = 4
WEAK: Final = 5
JAW: Final = 6  # where the face ends and the neck begins
KINDS: Final = 7

STEP: Final = 0.8  # cm in depth that make an overlap
FOLD: Final = 0.45  # cosine between normals that makes a crease


@dataclass(slots=True)
class Buffers:
    """What the camera sees, per pixel: layer (0 for nothing), object, depth, normal and place."""

    layer: Array
    which: Array
    depth: Array
    normal: Array
    place: Array

    def cut(self, rows: slice, columns: slice) -> "Buffers":
        """A part of the picture."""
        return Buffers(*(getattr(self, field.name)[rows, columns] for field in fields(self)))


@dataclass(slots=True)
class Cracks:
    """Kind of the crack below each pixel (`below`) and at its right (`beside`); 0 for none."""

    below: Array
    beside: Array


@dataclass(slots=True)
class Chain:
    """Corners in a row with the kind of each crack between them."""

    nodes: list[Node]
    kinds: list[int]

    @property
    def edges(self) -> Iterator[tuple[Node, Node]]:
        """Each crack as two corners."""
        return pairwise(self.nodes)


def is_hand(which: Array) -> Array:
    """Whether an object is a hand."""
    return (which == HAND_OBJECT) | (which == HAND_OBJECT + 1)


def limb(which: Array) -> Array:
    """The object, a hand counted to its arm and each part of the face to the face."""
    which = np.where((which == NAPE_OBJECT) | (which == CHIN_OBJECT), FACE_OBJECT, which)
    return np.where(is_hand(which), which - (HAND_OBJECT - ARM_OBJECT), which)


def is_jaw(one: Buffers, other: Buffers) -> Array:
    """Whether the face ends between two pixels and the neck begins."""
    skin = (one.layer == SKIN) & (other.layer == SKIN)
    faces = [(part.which == FACE_OBJECT) | (part.which == CHIN_OBJECT) for part in (one, other)]
    necks = [part.which == HEAD_OBJECT for part in (one, other)]
    return skin & ((faces[0] & necks[1]) | (necks[0] & faces[1]))


def is_under_chin(one: Buffers, other: Buffers) -> Array:
    """Whether both pixels lie on the chin, or both on the neck: there the jaw is line enough."""
    skin = (one.layer == SKIN) & (other.layer == SKIN)
    return skin & (one.which == other.which) & ((one.which == CHIN_OBJECT) | (one.which == HEAD_OBJECT))


def kinds(one: Buffers, other: Buffers, axis: int, pixel: float) -> Array:
    """The kind of crack between neighboring pixels; `axis` is 1 across and 0 down."""
    both = (one.layer > 0) & (other.layer > 0)
    in_hand = (one.which == other.which) & is_hand(one.which)
    step = np.abs(one.depth - other.depth)
    deeper = np.where((one.depth > other.depth)[..., None], one.normal, other.normal)
    slope = deeper[..., 0] if axis == 1 else deeper[..., 1]
    expected = np.abs(slope) / np.maximum(np.abs(deeper[..., 2]), 0.12) * pixel
    chin = is_under_chin(one, other)
    overlap = both & ~chin & (step > expected * 1.6 + np.where(in_hand, 2.2, STEP))
    parted = (limb(one.which) != limb(other.which)) & (step > expected * 1.2 + 0.12)
    weak = both & ((step > expected * 1.3 + 0.3 * STEP) | parted) & ~in_hand & ~chin
    crease = both & ((one.normal * other.normal).sum(-1) < FOLD)
    crease &= (one.normal[..., 2] > 0.15) & (other.normal[..., 2] > 0.15) & ~in_hand & ~chin
    kind = np.zeros(one.layer.shape, np.int8)
    kind[weak] = WEAK
    kind[crease] = CREASE
    kind[is_jaw(one, other)] = JAW
    kind[(one.layer != other.layer) & both] = COLOR
    kind[overlap] = OVERLAP
    kind[(one.layer > 0) != (other.layer > 0)] = SILHOUETTE
    return kind


def cracks(seen: Buffers, pixel: float) -> Cracks:
    """All cracks of a picture."""
    whole, before, after = slice(None), slice(0, -1), slice(1, None)
    return Cracks(
        kinds(seen.cut(before, whole), seen.cut(after, whole), 0, pixel),
        kinds(seen.cut(whole, before), seen.cut(whole, after), 1, pixel),
    )


Net = dict[Node, dict[Node, int]]


def net_of(found: Cracks) -> Net:
    """Each corner with its neighbors along cracks, and the kind of each."""
    net: Net = {}
    for r, c in zip(*np.nonzero(found.below), strict=True):
        join(net, (r + 1, c), (r + 1, c + 1), found.below[r, c])
    for r, c in zip(*np.nonzero(found.beside), strict=True):
        join(net, (r, c + 1), (r + 1, c + 1), found.beside[r, c])
    return net


def join(net: Net, one: Node, other: Node, kind: int) -> None:
    """Add one crack."""
    net.setdefault(one, {})[other] = kind
    net.setdefault(other, {})[one] = kind


def walk(net: Net, used: set[tuple[Node, Node]], start: Node, then: Node) -> Chain:
    """The chain that begins with one crack, up to where it forks, ends or closes."""
    chain = Chain([start, then], [net[start][then]])
    used |= {(start, then), (then, start)}
    while len(net[then]) == 2:
        onward = next(node for node in net[then] if node != chain.nodes[-2])
        if (then, onward) in used:
            break
        used |= {(then, onward), (onward, then)}
        chain.kinds.append(net[then][onward])
        chain.nodes.append(onward)
        then = onward
    return chain


def chains(net: Net) -> list[Chain]:
    """Every crack once, in chains as long as can be: first those between forks and ends, then closed ones."""
    used: set[tuple[Node, Node]] = set()
    ends = [node for node in net if len(net[node]) != 2]
    return [
        walk(net, used, start, then)
        for nodes in (ends, net)
        for start in nodes
        for then in net[start]
        if (start, then) not in used
    ]
