"""A sheet as a page: the same words as on paper, in a form that a screen reader and a printer can use."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory

from programs.library import load_library
from programs.printing.sheet_page import render_sheet
from programs.sheets.order import Item, Kind, Look, SheetError, Subject, Who, choices_for
from programs.sheets.text import Pictures, every_text
from programs.sheets.texts import text_of
from tests.page import Page
from tests.programs.plans import CLINIC, TODAY, squeezed
from tests.programs.press_room import LINK, subject
from tests.programs.runners import plan_for

pytestmark = pytest.mark.django_db
KINDS = choices_for(subject())
ADDRESS = "/plan/sheet/"
PLAIN = Look()
SHEET_CSS = Path(settings.BASE_DIR, "static", "css", "sheet.css").read_text()


def shown(item, whose=None, look=PLAIN, clinic=CLINIC):
    request = RequestFactory().get(ADDRESS)
    return Page(render_sheet(request, whose or subject(), item, look, clinic, TODAY))


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_every_text_stands_on_the_page(item):
    words = squeezed(shown(item).text)
    text = text_of(item, subject(), load_library(), str, (item,))

    assert not [each for each in every_text(text) if squeezed(each) not in words]


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_headings_go_down_one_step_at_a_time(item):
    levels = [int(element.tag[1]) for element in shown(item).elements if re.fullmatch(r"h[1-6]", element.tag)]

    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_every_column_has_a_head_and_every_table_a_caption(item):
    page = shown(item)

    assert all(head.attrs.get("scope") in ("col", "row") and head.text for head in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_a_name_of_a_place_in_the_page_is_used_once(item):
    names = [element.attrs["id"] for element in shown(item).elements if "id" in element.attrs]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_nothing_on_the_page_needs_inline_style_or_script(item):
    page = shown(item)

    assert not [element for element in page.elements if "style" in element.attrs or element.tag == "style"]
    assert not [name for element in page.elements for name in element.attrs if name.startswith("on")]


@pytest.mark.parametrize("leg", ["left", "right"])
def test_a_picture_says_what_it_shows_and_turns_with_the_leg(leg):
    whose = subject(leg=leg)
    text = text_of(Item(Kind.STAGE, 1), whose, load_library(), str)
    wanted = [
        each for section in text.sections for part in section.parts if isinstance(part, Pictures) for each in part.shown
    ]
    drawn = [image for image in shown(Item(Kind.STAGE, 1), whose).all("img") if "figures/" in image.attrs["src"]]

    assert [(image.attrs["alt"], "flip" in image.classes) for image in drawn] == [
        (each.alt, each.flipped) for each in wanted
    ]


def test_the_words_under_a_picture_are_never_mirrored():
    page = shown(Item(Kind.STAGE, 1), subject(leg="right"))

    assert not [caption for caption in page.all("figcaption") if any("flip" in e.classes for e in caption.around)]


@pytest.mark.parametrize(
    "words",
    [
        "Spectrum Therapeutics of NJ", "601 Hamburg Turnpike, Suite 103, Wayne, NJ 07470", "(973) 689-7123",
        "spectrumtherapynj.com", "Sarah Lindqvist", "ITB-7F3K-Q2", "Left leg first", "Nov 22, 2026", "Plan version 1",
        "It is not a diagnosis and does not replace a visit.", "Call 911 in an emergency.", LINK.code,
    ],
)  # fmt: skip
def test_the_page_carries_what_paper_carries(words):
    assert words in shown(Item(Kind.STAGE, 1)).main


def test_the_code_stands_alone_where_no_name_was_given():
    page = shown(Item(Kind.RUN), replace(subject(), who=Who("", "ITB-7F3K-Q2")))

    assert "Name" not in [term.text for term in page.all("dt")]
    assert "ITB-7F3K-Q2" in page.main


def test_a_name_is_shown_as_it_was_typed():
    page = shown(Item(Kind.RUN), replace(subject(), who=Who("<img src=x onerror=alert(1)>", "ITB-7F3K-Q2")))

    assert "<img src=x onerror=alert(1)>" in page.main
    assert not [image for image in page.all("img") if image.attrs.get("src") == "x"]


def test_a_mirror_check_on_paper_carries_no_plan():
    page = shown(Item(Kind.MIRROR))

    assert "Plan version" not in page.main
    assert "Left leg first" not in page.main


def test_places_to_write_are_named_for_a_screen_reader():
    page = shown(Item(Kind.RUN))
    hidden = [element.text for element in page.all("span", class_="visually-hidden")]

    assert hidden.count("3 places to fill in") == 9
    assert "to fill in" in hidden


def test_several_sheets_stand_on_one_page():
    page = shown((Item(Kind.STAGE, 1), Item(Kind.RUN)))

    assert page.one("h1").text == "Your home exercises"
    assert "Your run weeks" in [heading.text for heading in page.all("h2")]


def test_large_print_is_large_on_the_page_too():
    assert "sheet-large" in shown(Item(Kind.RUN), look=Look(large=True)).one("body").classes
    assert "sheet-large" not in shown(Item(Kind.RUN)).one("body").classes


def test_the_clinic_s_logo_stands_on_the_page():
    page = shown(Item(Kind.RUN), clinic=replace(CLINIC, logo=b"\x89PNG"))

    assert page.all("img")[0].attrs["src"].startswith("data:image/png;base64,")


def test_what_a_runner_has_not_has_no_page():
    with pytest.raises(SheetError):
        shown(Item(Kind.RUN), Subject(Who("", "ITB-7F3K-Q2"), screened_on=date(2026, 11, 20)))


def test_a_stage_outside_the_plan_has_no_page():
    with pytest.raises(SheetError, match="no stage 9"):
        shown(Item(Kind.STAGE, 9), subject(plan_for()))


def test_print_leaves_the_site_out_and_keeps_exercises_whole():
    printed = SHEET_CSS.partition("@media print")[2]

    assert re.search(r"\.site-head[^}]*\{ display: none", printed)
    assert re.search(r"\.is-whole[^}]*\{ break-inside: avoid", printed)


def test_nothing_is_printed_under_8_points():
    printed = SHEET_CSS.partition("@page")[2]
    sizes = [float(size) for size in re.findall(r"(?:font-size: |font: )([\d.]+)pt", printed)]

    assert sizes
    assert min(sizes) >= 8
