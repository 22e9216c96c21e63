"""How alike two pictures of a page are: deaf to how a letter's edge is smoothed, awake to a single digit."""

from collections.abc import Sequence
from itertools import product

from PIL import Image, ImageChops, ImageFilter

DOTS = 100
"""Dots per inch at which pages are kept and compared."""
LIMIT = 30
"""Steps of 256 that the worst place of a page may differ by. Measured: letters drawn up to half a dot aside, with
twelve steps of grain on top, stay below 20; one other digit anywhere in a dose or in a run comes to 43 and more."""
GRAYS = 15
"""A kept picture has so many steps of gray, and one: half of one is far below the limit."""
TILE = 24
"""The side of the places that are compared, in dots: some letters of a dose, or a word of small print."""
SOFT = 1.0
EDGE = 8
SHIFTS = sorted(product((0.0, 0.25, -0.25, 0.5, -0.5), repeat=2), key=lambda shift: abs(shift[0]) + abs(shift[1]))
"""In dots: how far aside another release of the letters' drawer may set a place."""


def kept(page: Image.Image) -> Image.Image:
    """A page as it is kept: sixteen even steps of gray, in as few bytes as they take."""
    steps = page.point(lambda gray: round(gray * GRAYS / 255))
    picture = Image.frombytes("P", steps.size, steps.tobytes())
    picture.putpalette([round(step * 255 / GRAYS) for step in range(GRAYS + 1) for _ in "rgb"])
    return picture


def difference(one: Image.Image, other: Image.Image) -> int:
    """How far two gray pictures are apart in their worst place, 0 to 255; 255 where their sizes differ.

    A place that is far off is held against the other picture once more, moved by parts of a dot.
    """
    if one.size != other.size:
        return 255
    worst = _worst_by_place(one, other, SHIFTS[:1])
    far = worst.point(lambda step: 255 * (step >= LIMIT)).getbbox()
    if far is None:
        return worst.getextrema()[1]
    near = (far[0] - EDGE, far[1] - EDGE, far[2] + TILE + EDGE, far[3] + TILE + EDGE)
    return _worst_by_place(_cut(one, near), _cut(other, near), SHIFTS).getextrema()[1]


def _worst_by_place(one: Image.Image, other: Image.Image, shifts: Sequence[tuple[float, float]]) -> Image.Image:
    """For each tile its largest difference, at the shift that makes that least."""
    soft, least = _softened(other), Image.new("L", one.size, 255)
    for shift in shifts:
        far = ImageChops.difference(_softened(_moved(one, shift)), soft)
        least = ImageChops.darker(least, _largest_in_tiles(far))
        if least.getextrema()[1] < LIMIT:
            break
    return least


def _softened(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(SOFT))


def _moved(picture: Image.Image, shift: tuple[float, float]) -> Image.Image:
    place = (1, 0, shift[0], 0, 1, shift[1])
    return picture.transform(picture.size, Image.Transform.AFFINE, place, Image.Resampling.BILINEAR, fillcolor=255)


def _largest_in_tiles(far: Image.Image) -> Image.Image:
    """For each dot the largest value of the tile that begins there."""
    reached = 1
    while reached < TILE:
        step = min(reached, TILE - reached)
        far = ImageChops.lighter(far, _aside(far, step, 0))
        far = ImageChops.lighter(far, _aside(far, 0, step))
        reached += step
    return far


def _aside(picture: Image.Image, x: int, y: int) -> Image.Image:
    """The picture moved left and up; what comes in is black."""
    return picture.crop((x, y, picture.width + x, picture.height + y))


def _cut(picture: Image.Image, place: tuple[int, int, int, int]) -> Image.Image:
    """A part of the picture, no more than there is."""
    return picture.crop(
        (max(0, place[0]), max(0, place[1]), min(picture.width, place[2]), min(picture.height, place[3]))
    )
