"""Where a limb or a thing should be, as a dashed outline beside what is drawn."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np
from scipy.ndimage import binary_dilation, gaussian_filter1d

from programs.figures.drawing.bezier import fit, path_of
from programs.figures.drawing.figure import posed
from programs.figures.drawing.outline import contours
from programs.figures.drawing.paint import Paint
from programs.figures.drawing.scene import LEG_OBJECT, THING_LAYER
from programs.figures.drawing.shot import Shot
from programs.figures.picture import Picture

Array = Any

ROOM: Final = 10  # pixels between a ghost and the body that covers it
SHORTEST: Final = 40  # points: a shorter piece is no outline
DASHES: Final = (2.2, 1.8)


def ghost(picture: Picture, shot: Shot) -> list[Paint]:
    """The dashed outline of what should be elsewhere, as far as the drawn body leaves it free."""
    if picture.ghost is None:
        return []
    good = posed(picture.person, picture.ghost.pose, picture.view, picture.ghost.things)
    part = LEG_OBJECT + 1 if picture.ghost.only == "left leg" else THING_LAYER
    covered = binary_dilation((shot.seen.layer > 0) & (shot.seen.layer < THING_LAYER), iterations=ROOM)
    paint = []
    for contour in contours((good.seen.layer > 0) & (good.seen.which == part), 2, 12):
        for piece in free_pieces(good.outline.on_page(contour)[:-1], shot, covered):
            soft = gaussian_filter1d(piece, 2, axis=0, mode="nearest")
            paint.append(Paint(path_of(fit(soft, 0.1)), None, "guide", 0.8, dash=DASHES, cap="butt"))
    return paint


def free_pieces(points: Array, shot: Shot, covered: Array) -> Iterator[Array]:
    """The pieces of a closed outline that nothing covers."""
    free = [not is_covered(point, shot, covered) for point in points]
    first = free.index(False) if False in free else 0  # begin where it is covered, so that no piece is cut in two
    run: list[Array] = []
    for i in [*range(first, len(points)), *range(first), None]:
        if i is not None and free[i]:
            run.append(points[i])
            continue
        if len(run) > SHORTEST:
            yield np.array(run)
        run = []


def is_covered(point: Array, shot: Shot, covered: Array) -> bool:
    """Whether the drawn body covers a place of the page."""
    r, c = int((shot.box[3] + point[1]) / shot.pixel), int((point[0] - shot.box[0]) / shot.pixel)
    height, width = covered.shape
    return bool(0 <= r < height and 0 <= c < width and covered[r, c])
