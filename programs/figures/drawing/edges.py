"""The edges of steps, seats and walls, where two of their faces meet: without them a box is a patch."""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np

from programs.figures.drawing.paint import Paint
from programs.figures.drawing.shot import Shot, Visible
from programs.figures.drawing.turns import Array, vector
from programs.figures.picture import Box, Thing

THICK: Final = 2.9  # cm, half: thinner things, mats, have no edges of their own
SHOWS: Final = 0.05  # how much a face must look at the camera
POINTS: Final = 12
WIDTH: Final = 0.5


def edges(shot: Shot, things: Iterable[Thing]) -> list[Paint]:
    """The edges of all boxes, as far as nothing stands before them."""
    paint = []
    for thing in things:
        if isinstance(thing, Box) and min(thing.half) > THICK:
            for edge in near_edges(thing, shot.camera[2]):
                paint += shot.drawn("world", edge, WIDTH, how=Visible(facing=0.02))
    return paint


def near_edges(box: Box, toward: Array) -> Iterator[list[Array]]:
    """Points along each edge between two faces that look at the camera; all start at the nearest corner."""
    side = np.where(toward < 0, -1.0, 1.0)
    corner = vector(box.center) + vector(box.half) * side
    for axis in range(3):
        if all(abs(toward[other]) > SHOWS for other in range(3) if other != axis):
            back = np.zeros(3)
            back[axis] = -2 * box.half[axis] * side[axis]
            yield [corner + back * part for part in np.linspace(0.01, 0.99, POINTS)]
