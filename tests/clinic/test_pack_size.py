"""How much a pack may hold: known before it is drawn, and near enough to what comes."""

import pytest

from clinic.packs.size import MOST_LOAD, load_of, parts_for
from programs.sheets.order import Item, Kind, Look, Order, choices_for
from programs.sheets.paper import Paper
from screening.limits import MOST_IN_A_PACK
from tests.programs.press_room import every_sheet, pages, subject

USUAL = (Item(Kind.STAGE, 1), Item(Kind.RUN))
AS_USUAL = [sheet for sheet in every_sheet((Paper.LETTER,)) if sheet.look == Look()]


def load(items, runners, *, large=False):
    return load_of([Order(subject(), items)] * runners, large=large)


def test_everything_for_everyone_is_more_than_a_pack_takes():
    everything = choices_for(subject())

    assert load(everything, MOST_IN_A_PACK) > MOST_LOAD > load(everything, 20)


def test_what_a_first_visit_ends_with_fits_for_a_hundred_runners():
    assert load((Item(Kind.COVER), Item(Kind.SEEN), *USUAL), 100) <= MOST_LOAD


def test_the_usual_pack_fits_for_as_many_runners_as_a_pack_takes():
    assert load(USUAL, MOST_IN_A_PACK) <= MOST_LOAD


def test_large_print_is_twice_the_work():
    assert load(USUAL, 1, large=True) == 2 * load(USUAL, 1)


@pytest.mark.parametrize("sheet", AS_USUAL, ids=str)
def test_the_work_is_about_the_pages_that_come(sheet):
    come = len(pages(sheet))

    assert 0.6 * come <= load((sheet.item,), 1) <= 2 * come + 1


@pytest.mark.parametrize(("work", "parts"), [(0, 1), (800, 1), (801, 2), (1600, 2), (1601, 3)])
def test_it_is_cut_into_as_few_parts_as_will_do(work, parts):
    assert parts_for(work) == parts
