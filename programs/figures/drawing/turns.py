"""Vectors and turns in three dimensions. Degrees in, NumPy arrays out."""

import math
from typing import Any

import numpy as np

Array = Any


def vector(numbers: Any) -> Array:
    """Numbers as an array."""
    return np.array(numbers, float)


def unit(numbers: Any) -> Array:
    """The direction of a vector."""
    numbers = np.asarray(numbers, float)
    return numbers / (np.linalg.norm(numbers) + 1e-12)


def pitched(degrees: float) -> Array:
    """The turn about the axis to the right: the front goes down."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def yawed(degrees: float) -> Array:
    """The turn about the axis up: the front goes to the right."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rolled(degrees: float) -> Array:
    """The turn about the axis to the front: the left side goes up."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def turned(turn: Any) -> Array:
    """Yaw, then pitch, then roll."""
    return yawed(turn[0]) @ pitched(turn[1]) @ rolled(turn[2])


def camera_at(yaw: float, pitch: float) -> Array:
    """A camera as three rows: right, up, toward the viewer. yaw > 0 moves it toward +x; pitch > 0 looks down."""
    return (yawed(yaw) @ pitched(-pitch)).T
