"""The clinic's note on sheets: first on the page, whole however long, and nothing moves where there is none."""

from dataclasses import replace
from datetime import date

import pytest

from programs.library import load_library
from programs.pdf.pack import job_of, sheet_of
from programs.sheets.note import Note
from programs.sheets.order import Item, Kind, Layout, Look, Order
from programs.sheets.paper import Paper
from programs.sheets.text import Prose
from programs.sheets.texts import text_of
from tests.programs.plans import overlapping, placements, squeezed
from tests.programs.press_room import press, subject
from tests.programs.runners import plan_for
from tests.programs.sheet_checks import assert_well_set, words_on

SHORT = Note("Bring your old running shoes.", "Kim Sato", date(2026, 11, 22))
LONGEST = replace(SHORT, text=("Please leave out the wall sit until I see you. " * 13)[:599] + ".")
WIDEST = replace(SHORT, text="W" * 600, who="W" * 60)
REFERRED = replace(LONGEST, until_visit=True)
CAUTION = "Until your visit: leave out runs and all that hurts."
STAGE = Item(Kind.STAGE, 1)
CARRIERS = [Item(Kind.COVER), Item(Kind.SEEN), STAGE, Item(Kind.PLAN), Item(Kind.RUN)]
LOOKS = [
    *(Look(paper, layout) for layout in Layout for paper in (Paper.LETTER,)),
    Look(Paper.A4),
    Look(large=True),
]


def pages(item, note, look=None):
    look = look or Look()
    order = Order(replace(subject(plan_for()), note=note), (item,))
    return sheet_of(job_of(order, press(look)), item)


@pytest.mark.parametrize("item", CARRIERS, ids=lambda item: str(item.kind))
def test_the_note_stands_on_the_first_page(item):
    first = squeezed(words_on(pages(item, SHORT)[:1]))

    assert squeezed("From your clinic") in first
    assert squeezed("Kim Sato, Nov 22, 2026") in first
    assert squeezed(SHORT.text) in first


@pytest.mark.parametrize(
    "note",
    [LONGEST, WIDEST, REFERRED, replace(WIDEST, until_visit=True)],
    ids=["longest", "widest", "referred", "referred-widest"],
)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "large" if look.large else f"{look.layout}-{look.paper}")
def test_the_longest_note_is_whole_and_lies_on_nothing(look, note):
    made = pages(STAGE, note, look)

    if look.layout != Layout.POCKET:  # which is folded, and has margins of its own
        assert_well_set(made)
    assert not [pair for page in made for pair in overlapping(placements(page))]
    text = squeezed(words_on(made))
    assert text.count("W") >= 660 if note.text == "W" * 600 else squeezed(note.text) in text
    assert (squeezed(CAUTION) in text) is note.until_visit


@pytest.mark.parametrize("item", CARRIERS, ids=lambda item: str(item.kind))
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("note", [LONGEST, REFERRED], ids=["note", "referred"])
def test_the_longest_note_fits_every_sheet(item, large, note):
    assert_well_set(pages(item, note, Look(large=large)))


@pytest.mark.parametrize("item", CARRIERS[:-1], ids=lambda item: str(item.kind))
def test_what_to_leave_out_until_the_visit_stands_there_without_words_too(item):
    first = squeezed(words_on(pages(item, replace(SHORT, text="", until_visit=True))[:1]))

    assert squeezed(CAUTION) in first


def test_a_file_of_several_stages_carries_it_once():
    assert words_on(pages(Item(Kind.PLAN), SHORT)).count(SHORT.text) == 1


def test_without_a_note_a_sheet_says_nothing_of_it():
    assert "From your clinic" not in words_on(pages(STAGE, None))


@pytest.mark.parametrize("kind", [Kind.MIRROR, Kind.WARM_UP, Kind.UPKEEP])
def test_a_card_for_a_pocket_or_a_new_check_carries_none(kind):
    assert SHORT.text not in words_on(pages(Item(kind), SHORT))


@pytest.mark.parametrize("item", CARRIERS, ids=lambda item: str(item.kind))
def test_on_the_screen_it_is_the_first_section(item):
    order = replace(subject(plan_for()), note=SHORT)
    first = text_of(item, order, load_library(), str).sections[0]

    assert first.heading == "From your clinic"
    assert first.parts == (Prose(SHORT.text, "note"), Prose("Kim Sato, Nov 22, 2026", "small"))
