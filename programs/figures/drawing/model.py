"""Shapes hung on bones, group by group, and how they become a scene in a pose."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from programs.figures.bones import BONES, Bone
from programs.figures.drawing.scene import CLOTHES, GROUPS, THING, Scene
from programs.figures.drawing.shapes import BLOCK, EGG, ROLLER, ROUND_CONE
from programs.figures.drawing.skeleton import Skeleton
from programs.figures.drawing.turns import Array
from programs.figures.picture import Ball, Box, Cylinder, Role, Thing, Tube
from programs.figures.pose import Grip

Numbers = Sequence[float]

ROUND_END: Final = 1.0001  # a cone's two radii must differ


class Shape(NamedTuple):
    """A shape of a group, on a bone, melting into the shapes before it over `blend` cm."""

    group: int
    bone: int
    kind: int
    blend: float
    numbers: list[float]


class Model:
    """All shapes of a body and of the things around it, as they are added."""

    def __init__(self, grips: tuple[Grip, Grip] = ("rest", "rest")) -> None:
        self.grips = grips  # of the right and the left hand
        self.shapes: list[Shape] = []
        self.colors: list[Role] = []  # of the things, in order
        self.clothes = np.array(CLOTHES)

    def cone(self, group: int, bone: Bone, blend: float, ends: tuple[Numbers, Numbers], radii: Numbers) -> None:
        """Add a cone with round ends."""
        self.shapes.append(Shape(group, BONES[bone], ROUND_CONE, blend, [*ends[0], *ends[1], *radii]))

    def egg(self, group: int, bone: Bone, blend: float, center: Numbers, radii: Numbers) -> None:
        """Add an ellipsoid."""
        self.shapes.append(Shape(group, BONES[bone], EGG, blend, [*center, *radii, 0, 0]))

    def add(self, thing: Thing) -> None:
        """Add a thing, in a group and of a color of its own."""
        group, world = THING + len(self.colors), BONES["world"]
        self.colors.append(thing.color)
        match thing:
            case Box(_, center, half, rounding):
                self.shapes.append(Shape(group, world, BLOCK, 0, [*center, *half, rounding, 0]))
            case Ball(_, center, radii):
                self.shapes.append(Shape(group, world, EGG, 0, [*center, *radii, 0, 0]))
            case Cylinder(_, start, end, radius, rounding):
                self.shapes.append(Shape(group, world, ROLLER, 0, [*start, *end, radius, rounding]))
            case Tube(_, points, radius):
                for ends in pairwise(points):
                    self.cone(group, "world", 0.01, ends, (radius, radius * ROUND_END))

    def scene(self, skeleton: Skeleton) -> Scene:
        """The scene that this body makes in a pose."""
        shapes = sorted(self.shapes, key=lambda shape: shape.group)
        first, last = np.zeros(GROUPS, np.int64), np.zeros(GROUPS, np.int64)
        ball = np.zeros((GROUPS, 4))
        for group in {shape.group for shape in shapes}:
            members = [i for i, shape in enumerate(shapes) if shape.group == group]
            first[group], last[group] = members[0], members[-1] + 1
            ball[group] = ball_around([shapes[i] for i in members], skeleton)
        return Scene(
            first,
            last,
            np.array([shape.kind for shape in shapes]),
            np.array([shape.bone for shape in shapes]),
            np.array([shape.blend for shape in shapes], float),
            np.array([shape.numbers for shape in shapes], float),
            skeleton.turn,
            skeleton.place,
            ball,
            self.clothes,
            len(self.colors),
        )


def balls(shape: Shape) -> list[tuple[Array, float]]:
    """Balls, in the frame of the bone, that together hold a shape."""
    q = np.array(shape.numbers, float)
    if shape.kind == ROLLER:
        return [(q[:3], q[6]), (q[3:6], q[6])]
    if shape.kind == ROUND_CONE:
        return [(q[:3], q[6]), (q[3:6], q[7])]
    return [(q[:3], max(q[3:6]) if shape.kind == EGG else np.linalg.norm(q[3:6]))]


def ball_around(shapes: list[Shape], skeleton: Skeleton) -> Array:
    """A ball in the world around shapes: center and radius."""
    inner = [
        (skeleton.place[shape.bone] + skeleton.turn[shape.bone] @ center, radius)
        for shape in shapes
        for center, radius in balls(shape)
    ]
    middle = np.mean([center for center, _ in inner], 0)
    radius = max(np.linalg.norm(center - middle) + radius for center, radius in inner) + 1
    return np.array([*middle, radius])
