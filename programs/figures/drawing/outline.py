"""What the camera sees, as paths: regions to fill and lines to draw. Rays find where each crack really is."""

from collections import defaultdict
from dataclasses import fields
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter, gaussian_filter1d, label
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from skimage.measure import find_contours

from programs.figures.bones import BONES
from programs.figures.drawing.bezier import fit, path_of
from programs.figures.drawing.cracks import (
    CREASE,
    JAW,
    KINDS,
    OVERLAP,
    WEAK,
    Buffers,
    Chain,
    Cracks,
    Node,
    chains,
    cracks,
    is_hand,
    net_of,
)
from programs.figures.drawing.march import probe
from programs.figures.drawing.paint import Path
from programs.figures.drawing.scene import CHIN_OBJECT, FACE_OBJECT, NAPE_OBJECT, Scene

Array = Any

SLIVER: Final = 25  # pixels: smaller parts between two lines go to their neighbor
BISECTIONS: Final = 5
SMOOTH: Final = 2.4
LINE_ERROR: Final = 0.08  # cm that a curve may lie beside its line
SHORTEST: Final = 3.2  # cm: a shorter line with a loose end is noise,
SHORTEST_ON_HAND: Final = 1.6  # but on a hand it may be a finger
SHORTEST_LOOSE: Final = 5.5  # with both ends loose
SHORTEST_LOOP: Final = 2.5


class Line(NamedTuple):
    """A line to draw: why it is there, its path, and whether it runs along a hand."""

    kind: int
    path: Path
    on_hand: bool


class Outline:
    """The cracks of a picture, where they really are, and the paths along them.

    `box` is the picture's left, right, bottom and top edge in cm, `pixel` the size of a pixel.
    """

    def __init__(self, seen: Buffers, box: tuple[float, ...], pixel: float, camera: Array, scene: Scene) -> None:
        self.seen, self.box, self.pixel = seen, box, pixel
        self.place: dict[tuple[Node, Node], tuple[float, float]] = {}
        self.on_hand: dict[tuple[Node, Node], bool] = {}
        self.part_face(scene)
        for _ in range(2):
            self.absorb_slivers()
        self.cracks = cracks(self.seen, pixel)
        self.refine(self.cracks.below, (1, 0), camera, scene)
        self.refine(self.cracks.beside, (0, 1), camera, scene)

    def part_face(self, scene: Scene) -> None:
        """Tell what lies behind the jaw and what below the mouth from the rest of the face."""
        head, which = BONES["head"], self.seen.which
        spot = (self.seen.place - scene.place[head]) @ scene.turn[head]
        which[(which == FACE_OBJECT) & (spot[..., 2] < 1.2)] = NAPE_OBJECT
        which[(which == FACE_OBJECT) & (spot[..., 1] < 1.5)] = CHIN_OBJECT

    def absorb_slivers(self) -> None:
        """Give tiny parts between two lines to their neighbor."""
        small = slivers(cracks(self.seen, self.pixel), self.seen.layer.shape)
        if small.any():
            r, c = distance_transform_edt(small, return_distances=False, return_indices=True)
            place = self.seen.place
            self.seen = Buffers(*(getattr(self.seen, field.name)[r, c] for field in fields(self.seen)))
            self.seen.place = place

    def refine(self, kind: Array, step: tuple[int, int], camera: Array, scene: Scene) -> None:
        """Where each crack lies between its two pixels, by bisection with further rays."""
        seen = self.seen
        r, c = np.nonzero(kind)
        r2, c2 = r + step[0], c + step[1]
        here, there = self.middle(r, c), self.middle(r2, c2)
        near, far = seen.depth[r, c], seen.depth[r2, c2]
        start = np.minimum(near, far).astype(float) - 3.0
        start = np.where(start > 1e5, 0, start)
        low, high = np.zeros(len(r)), np.ones(len(r))
        one, other = seen.layer[r, c], seen.layer[r2, c2]
        for _ in range(BISECTIONS):
            m = (low + high) / 2
            across, up = here[0] + (there[0] - here[0]) * m, here[1] + (there[1] - here[1]) * m
            layer, _which, depth = probe(across, up, start, camera, 250.0, scene)
            nearer = np.abs(depth - near) < np.abs(depth - far)
            first = np.where(
                one != other, np.where(layer == one, True, np.where(layer == other, False, nearer)), nearer
            )
            low = np.where(first, m, low)
            high = np.where(first, high, m)
        m = (low + high) / 2
        m[np.isin(kind[r, c], (CREASE, JAW))] = 0.5
        hand = is_hand(np.where(near < far, seen.which[r, c], seen.which[r2, c2]))
        for i in range(len(r)):
            edge = ((r[i] + step[0], c[i] + step[1]), (r[i] + 1, c[i] + 1))
            self.on_hand[edge] = hand[i]
            x = here[0][i] + (there[0][i] - here[0][i]) * m[i]
            self.place[edge] = (x, -(here[1][i] + (there[1][i] - here[1][i]) * m[i]))

    def middle(self, r: Array, c: Array) -> tuple[Array, Array]:
        """The middle of pixels on the page."""
        return self.box[0] + (c + 0.5) * self.pixel, self.box[3] - (r + 0.5) * self.pixel

    def on_page(self, points: Array) -> Array:
        """Rows and columns as places of a path: cm, y down."""
        return np.stack([self.box[0] + points[:, 1] * self.pixel, -(self.box[3] - points[:, 0] * self.pixel)], 1)

    def region(self, mask: Array, smooth: float = 1.0, error: float = 0.1, smallest: int = 12) -> Path:
        """The border of a part of the picture; parts with fewer pixels than `smallest` are left out."""
        path: Path = []
        for contour in contours(mask, smooth, smallest):
            path += path_of(fit(self.on_page(contour), error, True), True)
        return path

    def lines(self) -> list[Line]:
        """Every line to draw."""
        net = net_of(self.cracks)
        found = chains(net)
        meeting: dict[Node, list[Any]] = defaultdict(list)  # where lines meet: the mean of their first points
        for chain in found:
            meeting[chain.nodes[0]].append(self.place_of(chain.nodes[0], chain.nodes[1]))
            meeting[chain.nodes[-1]].append(self.place_of(chain.nodes[-1], chain.nodes[-2]))
        lines = []
        for chain in found:
            ends = [len(net[chain.nodes[0]]), len(net[chain.nodes[-1]])]
            closed = chain.nodes[0] == chain.nodes[-1] and ends[0] == 2
            length, on_hand = len(chain.kinds) * self.pixel * 0.8, self.mostly_on_hand(chain)
            if worth_drawing(chain, ends.count(1), closed, length, on_hand):
                curves = fit(self.smoothed(chain, closed, meeting), LINE_ERROR, closed)
                if curves:
                    lines.append(Line(main_kind(chain), path_of(curves, closed), on_hand))
        return lines

    def place_of(self, one: Node, other: Node) -> tuple[float, float]:
        """Where a crack lies on the page."""
        edge = (one, other)
        return self.place[edge if edge in self.place else (other, one)]

    def mostly_on_hand(self, chain: Chain) -> bool:
        """Whether more than half of a chain borders a hand."""
        on = sum(self.on_hand[edge if edge in self.on_hand else edge[::-1]] for edge in chain.edges)
        return bool(on > 0.5 * len(chain.kinds))

    def smoothed(self, chain: Chain, closed: bool, meeting: dict[Node, list[Any]]) -> Array:
        """The points of a chain without the stairs of the pixels; its ends stay where lines meet."""
        points = np.array([self.place_of(one, other) for one, other in chain.edges])
        if closed:
            points = gaussian_filter1d(points, SMOOTH, axis=0, mode="wrap")
            return np.vstack([points, points[:1]])
        start, end = np.mean(meeting[chain.nodes[0]], 0), np.mean(meeting[chain.nodes[-1]], 0)
        points = np.vstack([[start], points, [end]])
        n = len(points)
        m = min(n - 1, 8)
        # Reflected through its ends, so that smoothing leaves them where they are.
        longer = np.vstack([2 * start - points[m:0:-1], points, 2 * end - points[-2 : -m - 2 : -1]])
        return gaussian_filter1d(longer, SMOOTH, axis=0, mode="nearest")[m : m + n]


def slivers(found: Cracks, shape: tuple[int, int]) -> Array:
    """The pixels of tiny parts between cracks."""
    number = np.arange(shape[0] * shape[1]).reshape(shape)
    below, beside = (np.isin(kind, (0, WEAK, JAW)) for kind in (found.below, found.beside))
    one = np.r_[number[:-1][below], number[:, :-1][beside]]
    other = np.r_[number[1:][below], number[:, 1:][beside]]
    graph = coo_matrix((np.ones(len(one)), (one, other)), (number.size, number.size))
    part = connected_components(graph, False)[1].reshape(shape)
    return np.bincount(part.ravel())[part] < SLIVER


def contours(mask: Array, smooth: float, smallest: int) -> list[Array]:
    """The borders of a mask in rows and columns, rounded by `smooth` pixels."""
    part, n = label(mask)
    if n:
        size = np.bincount(part.ravel())
        mask = mask & ~(np.isin(part, np.nonzero(size < smallest)[0]) & (part > 0))
    soft = gaussian_filter(np.pad(mask.astype(float), 3), smooth)
    return [contour - 3 + 0.5 for contour in find_contours(soft, 0.5) if len(contour) > 8]


def main_kind(chain: Chain) -> int:
    """The kind that most of a chain is of; a weak line that is drawn is an overlap."""
    kind = int(np.bincount(chain.kinds, minlength=KINDS).argmax())
    return OVERLAP if kind == WEAK else kind


def worth_drawing(chain: Chain, loose_ends: int, closed: bool, length: float, on_hand: bool) -> bool:
    """Whether a chain is a line and not noise."""
    count = np.bincount(chain.kinds, minlength=KINDS)
    if count[WEAK] + count[CREASE] * 0.5 > 0.75 * len(chain.kinds):
        return False
    if closed:
        return length >= SHORTEST_LOOP
    shortest = SHORTEST_ON_HAND if on_hand else SHORTEST
    return length >= (0, shortest, max(shortest, SHORTEST_LOOSE))[loose_ends]
