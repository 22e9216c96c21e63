"""Under every square to scan stands the code to type, on every page of every kind: nothing else says what it is for."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from programs.pdf.sketch import Modules, Placed, Sketch, Turned
from programs.sheets.order import Kind
from tests.programs.plans import Placement, placements
from tests.programs.press_room import LINK, Sheet, every_sheet, pages

SHEETS = [sheet for sheet in every_sheet() if sheet.item.kind != Kind.SUMMARY]
MOST_BELOW = 16.0
"""Points from the dark modules, over the quiet zone, to the letters."""


class Square(NamedTuple):
    """The dark part of a code in the frame of the paper it is read on, and the lines of that frame."""

    left: float
    right: float
    bottom: float
    lines: list[Placement]


def squares(frame: Sketch) -> Iterator[Square]:
    """Every code to scan; what is turned on the page is a frame of its own, as it is turned to be read."""
    lines = list(placements(frame))
    for x, y, mark in marks(frame):
        if isinstance(mark, Modules):
            yield Square(x + mark.x, x + mark.x + mark.side, y + mark.y + mark.side, lines)
        if isinstance(mark, Turned):
            yield from squares(mark.sketch)


def marks(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, object]]:
    for mark in sketch.marks:
        yield x, y, mark
        if isinstance(mark, Placed):
            yield from marks(mark.sketch, x + mark.x, y + mark.y)


def is_under(line: Placement, square: Square) -> bool:
    middle = (square.left + square.right) / 2
    return line.left < middle < line.right and -1 <= line.top - square.bottom <= MOST_BELOW


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_under_the_square_of_every_page_stands_its_code(sheet: Sheet):
    for page in pages(sheet):
        found = list(squares(page))

        assert len(found) == 1
        assert [[line.words for line in each.lines if is_under(line, each)] for each in found] == [[LINK.code]]


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_the_code_under_the_square_is_no_wider_than_can_be_read_as_one(sheet: Sheet):
    for square in (square for page in pages(sheet) for square in squares(page)):
        (line,) = [line for line in square.lines if is_under(line, square)]

        assert " " not in line.words
        assert line.size >= (18 if sheet.look.large else 8)


def test_every_kind_with_a_code_is_among_them():
    assert {sheet.item.kind for sheet in SHEETS} == set(Kind) - {Kind.SUMMARY}
