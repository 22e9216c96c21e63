"""Marching along rays until they touch the scene. Parallel rays: a drawing has no vanishing point."""

import math
from typing import Any, NamedTuple

import numpy as np
from numba import prange

from programs.figures.drawing.compiled import compiled, over_cores
from programs.figures.drawing.scene import Scene, to_scene

Array = Any
Point = tuple[float, float, float]


class Grid(NamedTuple):
    """Pixels over the picture: how many, the left and top edge and the size of a pixel, in cm."""

    width: int
    height: int
    left: float
    top: float
    pixel: float


@compiled
def along(camera: Array, u: float, v: float, t: float) -> Point:
    """The point of the world at (u, v) on the page, `t` behind the page."""
    return (
        camera[0, 0] * u + camera[1, 0] * v - camera[2, 0] * t,
        camera[0, 1] * u + camera[1, 1] * v - camera[2, 1] * t,
        camera[0, 2] * u + camera[1, 2] * v - camera[2, 2] * t,
    )


@compiled
def touch(u: float, v: float, t: float, camera: Array, far: float, scene: Scene, found: Array) -> tuple[float, bool]:
    """How far behind the page a ray from `t` on touches the scene, and whether it does before `far`."""
    for _ in range(120):
        x, y, z = along(camera, u, v, t)
        distance = to_scene(x, y, z, scene, found)
        if distance < 0.012:
            return t, True
        t += distance * 0.85
        if t > far:
            break
    return t, False


@compiled
def facing(x: float, y: float, z: float, camera: Array, scene: Scene, found: Array) -> Point:
    """Where the surface at a point faces, as the camera sees it: right, up, toward the viewer."""
    e = 0.12
    nx = 0.0
    ny = 0.0
    nz = 0.0
    for q in range(4):  # the four corners of a tetrahedron
        sx = 1.0 if (q == 0 or q == 1) else -1.0
        sy = 1.0 if (q == 0 or q == 2) else -1.0
        sz = 1.0 if (q == 0 or q == 3) else -1.0
        distance = to_scene(x + e * sx, y + e * sy, z + e * sz, scene, found)
        nx += sx * distance
        ny += sy * distance
        nz += sz * distance
    length = math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-12
    nx /= length
    ny /= length
    nz /= length
    return (
        nx * camera[0, 0] + ny * camera[0, 1] + nz * camera[0, 2],
        nx * camera[1, 0] + ny * camera[1, 1] + nz * camera[1, 2],
        nx * camera[2, 0] + ny * camera[2, 1] + nz * camera[2, 2],
    )


@over_cores
def coarse(grid: Grid, camera: Array, near: float, far: float, scene: Scene) -> Array:
    """For each large pixel how far a ray can go before it may touch; 1e9 where it touches nothing."""
    start = np.full((grid.height, grid.width), 1e9)
    for r in prange(grid.height):
        found = np.zeros(2, np.int64)
        for c in range(grid.width):
            u = grid.left + (c + 0.5) * grid.pixel
            v = grid.top - (r + 0.5) * grid.pixel
            t = near
            for _ in range(80):
                x, y, z = along(camera, u, v, t)
                distance = to_scene(x, y, z, scene, found)
                if distance < grid.pixel * 0.95:
                    start[r, c] = t - grid.pixel
                    break
                t += distance * 0.9
                if t > far:
                    break
    return start


@over_cores
def render(grid: Grid, camera: Array, start: Array, step: int, far: float, scene: Scene) -> tuple[Array, ...]:
    """Layer, object, depth, normal and place of each pixel; `start` holds one depth per `step` x `step` pixels."""
    shape = (grid.height, grid.width)
    layer = np.zeros(shape, np.int32)
    which = np.full(shape, -1, np.int32)
    depth = np.full(shape, 1e6)
    normal = np.zeros((grid.height, grid.width, 3))
    place = np.zeros((grid.height, grid.width, 3))
    for r in prange(grid.height):
        found = np.zeros(2, np.int64)
        for c in range(grid.width):
            if start[r // step, c // step] > 1e8:
                continue
            u = grid.left + (c + 0.5) * grid.pixel
            v = grid.top - (r + 0.5) * grid.pixel
            t, hit = touch(u, v, start[r // step, c // step], camera, far, scene, found)
            if hit:
                layer[r, c] = found[0]
                which[r, c] = found[1]
                depth[r, c] = t
                x, y, z = along(camera, u, v, t)
                place[r, c, 0] = x
                place[r, c, 1] = y
                place[r, c, 2] = z
                nx, ny, nz = facing(x, y, z, camera, scene, found)
                normal[r, c, 0] = nx
                normal[r, c, 1] = ny
                normal[r, c, 2] = nz
    return layer, which, depth, normal, place


@over_cores
def probe(across: Array, up: Array, start: Array, camera: Array, far: float, scene: Scene) -> tuple[Array, ...]:
    """Layer, object and depth where single rays touch."""
    n = len(across)
    layer = np.zeros(n, np.int64)
    which = np.full(n, -1, np.int64)
    depth = np.full(n, 1e6)
    for i in prange(n):
        found = np.zeros(2, np.int64)
        t, hit = touch(across[i], up[i], start[i], camera, far, scene, found)
        if hit:
            layer[i] = found[0]
            which[i] = found[1]
            depth[i] = t
    return layer, which, depth
