"""What sheets look like, held against pictures that a person looked at and found good.

`GOLDEN=write` in the environment writes them anew; look at each one before it is committed.
"""

import os
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from programs.sheets.order import Item, Kind, Layout, Look
from programs.sheets.paper import Paper
from tests.programs.likeness import DOTS, LIMIT, difference, kept
from tests.programs.press_room import Sheet, data, pictures

FOLDER = Path(__file__).parents[1] / "golden"
MOST_BYTES = 1_700_000
STAGE_1, STAGE_2 = Item(Kind.STAGE, 1), Item(Kind.STAGE, 2)


class Case(NamedTuple):
    """One page of one sheet; prints as the name of its file."""

    sheet: Sheet
    page: int = 1

    def __str__(self) -> str:
        return f"{self.sheet}-{self.page}"


CASES = [
    # Practice, which has no number, has the first page to itself where each page holds one exercise.
    *(Case(Sheet(STAGE_2, Look(layout=layout), "left"), 1 + (layout == Layout.ONE)) for layout in Layout),
    Case(Sheet(STAGE_1, Look(), "left")),
    Case(Sheet(STAGE_1, Look(), "left"), 2),
    Case(Sheet(STAGE_1, Look(), "right")),
    Case(Sheet(STAGE_1, Look(Paper.A4), "left")),
    Case(Sheet(STAGE_1, Look(large=True), "left"), 2),
    Case(Sheet(STAGE_1, Look(layout=Layout.POCKET), "right")),
    Case(Sheet(Item(Kind.PLAN), Look(layout=Layout.SIX), "left")),
    *(
        Case(Sheet(Item(kind), Look(), "right" if kind in (Kind.SEEN, Kind.MIRROR) else "left"))
        for kind in Kind
        if kind not in (Kind.STAGE, Kind.PLAN)
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_page_looks_as_it_did_when_it_was_found_good(case: Case):
    file = FOLDER / f"{case}.png"
    drawn = pictures(data(case.sheet), DOTS)[case.page - 1]
    if os.environ.get("GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        kept(drawn).save(file, optimize=True)

    assert difference(Image.open(file).convert("L"), drawn) < LIMIT


def test_no_picture_is_kept_that_nothing_is_held_against():
    assert {file.stem for file in FOLDER.glob("*.png")} <= set(map(str, CASES))


def test_every_kind_and_every_layout_is_among_them():
    assert {case.sheet.item.kind for case in CASES} == set(Kind)
    assert {case.sheet.look.layout for case in CASES} == set(Layout)


def test_the_kept_pictures_stay_small():
    assert sum(file.stat().st_size for file in FOLDER.glob("*.png")) < MOST_BYTES


def test_keeping_a_page_costs_less_than_the_limit():
    page, held = pictures(data(CASES[0].sheet), DOTS)[0], BytesIO()
    kept(page).save(held, "PNG")

    assert difference(Image.open(held).convert("L"), page) < LIMIT / 2
