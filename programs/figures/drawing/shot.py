"""A posed body seen by a camera: what it sees, and where a spot of the body lies on the page."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

import numpy as np
from scipy.ndimage import minimum_filter

from programs.figures.bones import Bone
from programs.figures.drawing.cracks import Buffers
from programs.figures.drawing.march import Grid, coarse, render
from programs.figures.drawing.model import Model
from programs.figures.drawing.outline import Outline
from programs.figures.drawing.paint import Paint, curved
from programs.figures.drawing.scene import SKIN, Scene, to_scene
from programs.figures.drawing.shapes import BLOCK, ROLLER, ROUND_CONE
from programs.figures.drawing.skeleton import Skeleton
from programs.figures.drawing.turns import camera_at, vector
from programs.figures.picture import Role

Array = Any
Box = tuple[float, float, float, float]

PIXEL: Final = 0.25  # cm
COARSE: Final = 8  # pixels that march together as far as they can
CORNERS: Final = [np.array([a, b, c]) for a in (-1, 1) for b in (-1, 1) for c in (-1, 1)]


class Visible(NamedTuple):
    """What counts as visible: how far behind the surface (cm), how much facing the camera, and which skin, if any."""

    tolerance: float = 0.9
    facing: float = 0.10
    on: tuple[int, ...] = ()


USUALLY: Final = Visible()


class Shot:
    """What a camera sees of a posed body. `box` is left, right, bottom and top in cm; without it everything fits."""

    def __init__(
        self, model: Model, skeleton: Skeleton, view: tuple[float, float], box: Box | None = None, pixel: float = PIXEL
    ) -> None:
        self.model, self.skeleton = model, skeleton
        self.camera, self.pixel = camera_at(*view), pixel
        self.scene = model.scene(skeleton)
        left, _, _, top = box = box or extent_of(self.scene, self.camera)
        seen = look(self.scene, self.camera, box, pixel)
        height, width = seen.layer.shape
        self.box = (left, left + width * pixel, top - height * pixel, top)
        self.outline = Outline(seen, self.box, pixel, self.camera, self.scene)

    @property
    def seen(self) -> Buffers:
        """What the camera sees, per pixel."""
        return self.outline.seen

    def on_page(self, place: Any) -> Array:
        """A place of the world on the page: cm, y down."""
        q = self.camera @ np.asarray(place, float)
        return np.array([q[0], -q[1]])

    def spot(self, bone: Bone, spot: Any) -> Array:
        """A spot of a bone on the page."""
        return self.on_page(self.skeleton.spot(bone, spot))

    def is_visible(self, place: Array, how: Visible) -> bool:
        """Whether a place of the surface faces the camera with nothing in front."""
        q = self.camera @ np.asarray(place, float)
        c, r = int((q[0] - self.box[0]) / self.pixel), int((self.box[3] - q[1]) / self.pixel)
        height, width = self.seen.depth.shape
        if not (0 <= r < height and 0 <= c < width):
            return False
        if how.on and (self.seen.which[r, c] not in how.on or self.seen.layer[r, c] != SKIN):
            return False
        return bool(-q[2] < self.seen.depth[r, c] + how.tolerance and self.seen.normal[r, c, 2] > how.facing)

    def on_surface(self, place: Any) -> Array:
        """The nearest place of the surface."""
        place, found = vector(place), np.zeros(2, np.int64)

        def distance_at(p: Array) -> float:
            return to_scene(p[0], p[1], p[2], self.scene, found)

        for _ in range(14):
            distance = distance_at(place)
            slope = np.array([distance_at(place + e) - distance_at(place - e) for e in np.eye(3) * 0.05]) / 0.1
            place = place - 0.9 * distance * slope / (slope @ slope + 1e-9)
            if abs(distance) < 0.02:
                break
        return place

    def stuck(self, bone: Bone, spots: Iterable[Any], how: Visible) -> list[tuple[Array, bool]]:
        """Spots stuck to the surface: where they are on the page, and whether they are visible."""
        places = [self.on_surface(self.skeleton.spot(bone, spot)) for spot in spots]
        return [(self.on_page(place), self.is_visible(place, how)) for place in places]

    def drawn(
        self, bone: Bone, spots: Iterable[Any], width: float = 0.5, color: Role = "line", how: Visible = USUALLY
    ) -> list[Paint]:
        """A line on the surface, as far as it is visible."""
        paint, run = [], []
        for place, visible in [*self.stuck(bone, spots, how), (None, False)]:
            if visible:
                run.append(place)
                continue
            if len(run) > 1:
                paint.append(Paint(curved(run), None, color, width))
            run = []
        return paint


def look(scene: Scene, camera: Array, box: Box, pixel: float) -> Buffers:
    """March the rays: coarsely first, then each pixel from there."""
    left, right, bottom, top = (float(edge) for edge in box)
    width = int((right - left) / pixel) // COARSE
    height = int((top - bottom) / pixel) // COARSE
    start = coarse(Grid(width, height, left, top, pixel * COARSE), camera, -200.0, 200.0, scene)
    grid = Grid(width * COARSE, height * COARSE, left, top, pixel)
    layer, which, *rest = render(grid, camera, minimum_filter(start, 3), COARSE, 250.0, scene)
    return Buffers(layer.astype(np.int16), which.astype(np.int16), *(values.astype(np.float32) for values in rest))


def hull(kind: int, q: Array) -> list[tuple[Array, float]]:
    """Balls around the ends or corners of a shape."""
    if kind == ROUND_CONE:
        return [(q[:3], q[6]), (q[3:6], q[7])]
    if kind == ROLLER:
        return [(q[:3], q[6]), (q[3:6], q[6])]
    if kind == BLOCK:
        return [(q[:3] + corner * q[3:6], 0.5) for corner in CORNERS]
    return [(q[:3], max(q[3:6]))]


def extent_of(scene: Scene, camera: Array) -> Box:
    """Left, right, bottom and top of all shapes on the page, y up, with a little room around."""
    balls = [
        (camera @ (scene.place[bone] + scene.turn[bone] @ center), radius)
        for kind, bone, q in zip(scene.kind, scene.bone, scene.shape, strict=True)
        for center, radius in hull(kind, q)
    ]
    return (
        min(p[0] - r for p, r in balls) - 2,
        max(p[0] + r for p, r in balls) + 3,
        min(p[1] - r for p, r in balls) - 4,
        max(p[1] + r for p, r in balls) + 2.5,
    )
