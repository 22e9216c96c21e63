"""Distances to the shapes that bodies and things are made of. A shape is eight numbers in the frame of its bone."""

import math
from typing import Any, Final

from programs.figures.drawing.compiled import compiled, inlined

Array = Any  # a NumPy array; NumPy is not installed where types are checked

ROUND_CONE: Final = 0  # from a point (3) to a point (3), a radius at each
EGG: Final = 1  # center (3), radii (3)
BLOCK: Final = 2  # center (3), half sizes (3), rounding
ROLLER: Final = 3  # from a point (3) to a point (3), radius, rounding


@inlined
def blended(one: float, other: float, width: float) -> float:
    """The smaller of two distances, rounded off where they differ by less than `width`."""
    if width <= 1e-4:
        return min(one, other)
    h = max(width - abs(one - other), 0.0) / width
    return min(one, other) - h * h * width * 0.25


@compiled
def to_round_cone(q: Array, x: float, y: float, z: float) -> float:
    """The distance from a point to a cone with round ends."""
    bax, bay, baz = q[3] - q[0], q[4] - q[1], q[5] - q[2]
    r1, r2 = q[6], q[7]
    l2 = bax * bax + bay * bay + baz * baz
    rr = r1 - r2
    a2 = l2 - rr * rr
    il2 = 1.0 / l2
    pax, pay, paz = x - q[0], y - q[1], z - q[2]
    yy = pax * bax + pay * bay + paz * baz
    zz = yy - l2
    cx, cy, cz = pax * l2 - bax * yy, pay * l2 - bay * yy, paz * l2 - baz * yy
    x2 = cx * cx + cy * cy + cz * cz
    y2 = yy * yy * l2
    z2 = zz * zz * l2
    k = (1.0 if rr > 0 else -1.0 if rr < 0 else 0.0) * rr * rr * x2
    if (1.0 if zz > 0 else -1.0) * a2 * z2 > k:
        return float(math.sqrt(x2 + z2) * il2 - r2)
    if (1.0 if yy > 0 else -1.0) * a2 * y2 < k:
        return float(math.sqrt(x2 + y2) * il2 - r1)
    return float((math.sqrt(x2 * a2 * il2) + yy * rr) * il2 - r1)


@compiled
def to_egg(q: Array, x: float, y: float, z: float) -> float:
    """About the distance from a point to an ellipsoid."""
    dx, dy, dz = x - q[0], y - q[1], z - q[2]
    ax, ay, az = dx / q[3], dy / q[4], dz / q[5]
    k0 = math.sqrt(ax * ax + ay * ay + az * az)
    bx, by, bz = ax / q[3], ay / q[4], az / q[5]
    k1 = math.sqrt(bx * bx + by * by + bz * bz)
    if k1 < 1e-9:
        return float(-min(q[3], min(q[4], q[5])))
    return k0 * (k0 - 1.0) / k1


@compiled
def to_roller(q: Array, x: float, y: float, z: float) -> float:
    """The distance from a point to a cylinder with flat ends."""
    bax, bay, baz = q[3] - q[0], q[4] - q[1], q[5] - q[2]
    length = math.sqrt(bax * bax + bay * bay + baz * baz)
    ux, uy, uz = bax / length, bay / length, baz / length
    px, py, pz = x - (q[0] + q[3]) / 2, y - (q[1] + q[4]) / 2, z - (q[2] + q[5]) / 2
    h = px * ux + py * uy + pz * uz
    rr = math.sqrt(max(px * px + py * py + pz * pz - h * h, 0.0))
    r = q[7]
    dx, dy = rr - q[6] + r, abs(h) - length / 2 + r
    ox, oy = max(dx, 0.0), max(dy, 0.0)
    return float(math.sqrt(ox * ox + oy * oy) + min(max(dx, dy), 0.0) - r)


@compiled
def to_block(q: Array, x: float, y: float, z: float) -> float:
    """The distance from a point to a box with round edges."""
    r = q[6]
    dx, dy, dz = abs(x - q[0]) - q[3] + r, abs(y - q[1]) - q[4] + r, abs(z - q[2]) - q[5] + r
    ox, oy, oz = max(dx, 0.0), max(dy, 0.0), max(dz, 0.0)
    return float(math.sqrt(ox * ox + oy * oy + oz * oz) + min(max(dx, max(dy, dz)), 0.0) - r)


@compiled
def to_shape(kind: int, q: Array, x: float, y: float, z: float) -> float:
    """The distance from a point to a shape of `kind`; less than zero inside."""
    if kind == ROUND_CONE:
        return to_round_cone(q, x, y, z)
    if kind == EGG:
        return to_egg(q, x, y, z)
    if kind == ROLLER:
        return to_roller(q, x, y, z)
    return to_block(q, x, y, z)
