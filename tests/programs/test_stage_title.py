"""How a sheet names its stage: counted in a plan of several, by itself where a clinician gave one alone."""

from dataclasses import replace

import pytest

from programs.library import load_library
from programs.pdf.pack import job_of, sheet_of
from programs.sheets.order import Item, Kind, Layout, Look, Order
from programs.sheets.texts import text_of
from tests.programs.plans import squeezed
from tests.programs.press_room import press, subject
from tests.programs.runners import plan_for
from tests.programs.sheet_checks import words_on

ITEM = Item(Kind.STAGE, 4)
ALONE = replace(plan_for(), rule="STAFF", stages=plan_for().stages[3:], run=None)


@pytest.mark.parametrize("look", [Look(), Look(large=True), Look(layout=Layout.POCKET)], ids=str)
def test_one_stage_alone_is_not_counted(look):
    words = squeezed(words_on(sheet_of(job_of(Order(subject(ALONE), (ITEM,)), press(look)), ITEM)))

    assert squeezed("Stage 4: Keep it") in words
    assert squeezed("of 4:") not in words


def test_the_page_says_it_so_too():
    text = text_of(ITEM, subject(ALONE), load_library(), str)

    assert text.subtitle.startswith("Stage 4: Keep it")
    assert text.short.endswith(", Stage 4")


def test_one_of_several_is_counted():
    assert text_of(ITEM, subject(plan_for()), load_library(), str).subtitle.startswith("Stage 4 of 4: ")
