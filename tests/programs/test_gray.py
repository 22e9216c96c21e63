"""Safe in gray: measured on the picture that a printer without color makes, not on the colors we chose."""

from collections.abc import Iterator
from functools import cache

import pytest
from PIL import Image, ImageChops, ImageStat

from programs.pdf.sketch import Box, Disc, Placed, Sketch
from programs.pdf.styles import AMBER_1, GREEN, GREEN_1, RED, RED_1
from programs.sheets.order import Item, Kind, Look
from programs.sheets.paper import Paper
from tests.programs.plans import placements
from tests.programs.press_room import Sheet, data, every_sheet, pages, pictures

DOTS = 150
SCALE = DOTS / 72
READABLE = 4.5
"""WCAG contrast of text against its ground."""
APART = 18
"""Steps of 256 that two neighboring zones of a pain band differ by."""
SARAH_S_STAGE = Sheet(Item(Kind.STAGE, 1), Look(), "left")
# A whole plan is its stages and its run weeks, which are all here.
SHEETS = [sheet for sheet in every_sheet(papers=(Paper.LETTER,)) if sheet.item.kind != Kind.PLAN]


@cache
def grays(sheet: Sheet) -> list[Image.Image]:
    return pictures(data(sheet), DOTS)


def contrast(light: int, dark: int) -> float:
    return (luminance(light) + 0.05) / (luminance(dark) + 0.05)


def luminance(gray: int) -> float:
    part = gray / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def crop(picture: Image.Image, left: float, top: float, right: float, bottom: float) -> Image.Image:
    return picture.crop(tuple(round(edge * SCALE) for edge in (left, top, right, bottom)))


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_every_line_can_be_read_in_gray(sheet: Sheet):
    faint = []
    for page, picture in zip(pages(sheet), grays(sheet), strict=True):
        for line in placements(page):
            dark, light = crop(picture, line.left - 1, line.top, line.right + 1, line.bottom).getextrema()
            if contrast(light, dark) < READABLE:
                faint.append((line.words, dark, light))

    assert not faint


def marks(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, object]]:
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from marks(mark.sketch, x + mark.x, y + mark.y)
        elif isinstance(mark, Box | Disc):
            yield x + mark.x, y + mark.y, mark


def ground_of(color) -> int:
    """The gray in which the first box of this color comes out, away from its number."""
    for page, picture in zip(pages(SARAH_S_STAGE), grays(SARAH_S_STAGE), strict=True):
        for x, y, mark in marks(page):
            if isinstance(mark, Box) and mark.fill == color:
                return picture.getpixel((round((x + 2.5) * SCALE), round((y + 2.5) * SCALE)))
    raise AssertionError("no box of this color")


def test_the_zones_of_the_pain_band_get_darker_step_by_step_in_gray():
    green, amber, red = (ground_of(color) for color in (GREEN_1, AMBER_1, RED_1))

    assert green - amber >= APART
    assert amber - red >= APART


def sign_of(color) -> Image.Image:
    """The first sign on a disc of this color, as it comes out."""
    for page, picture in zip(pages(SARAH_S_STAGE), grays(SARAH_S_STAGE), strict=True):
        for x, y, mark in marks(page):
            if isinstance(mark, Disc) and mark.fill == color and mark.radius > 4:
                edge = mark.radius * 0.8
                return crop(picture, x - edge, y - edge, x + edge, y + edge).resize((32, 32))
    raise AssertionError("no sign of this color")


def test_a_tick_and_a_cross_differ_in_shape_where_color_is_gone():
    tick, cross = (sign_of(color).point(lambda gray: 255 * (gray > 150)) for color in (GREEN, RED))

    assert ImageStat.Stat(ImageChops.difference(tick, cross)).mean[0] / 255 > 0.15
