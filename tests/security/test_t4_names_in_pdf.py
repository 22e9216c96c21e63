"""T4: no name moves a page, and no letter of a name disappears without a trace."""

import unicodedata
from collections import Counter
from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from programs.pdf.fonts import REPLACEMENT, face, run_of
from programs.pdf.pack import job_of, pack, sheet_of
from programs.pdf.page import RULE, header
from programs.pdf.text import NAME_LONGEST, clean
from programs.sheets.order import Item, Kind, Order, Who
from programs.sheets.paper import Paper
from tests.programs.plans import job_for, meets, placements, sheet, text
from tests.programs.press_room import data, every_sheet, pages, press, renamed
from tests.programs.runners import plan_for

PLAN = plan_for()
PAGES = 2
NAMES = ["Łukasz", "Nguyễn Thị", "Ελένη", "Мария", "דוד כהן", "محمد عبدالله", "O'Brien-Łańska d’Été"]
UNKNOWN = ["山田", "Ana 🏃🏽‍♀️", "김민수", "Zoë 山"]


def named(name: str) -> bytes:
    return sheet(PLAN, who=Who(name, "ITB-7F3K-Q2"), items=(Item(Kind.STAGE, 1),))


def letters(value: str) -> Counter[str]:
    return Counter(unicodedata.normalize("NFKC", value).replace(" ", ""))


def seen(name: str) -> str:
    """The name as a reader must find it: each letter, or the visible box where no face has it."""
    words = clean(name, NAME_LONGEST).split()
    return "".join(run_of(word, "bold").text for word in words)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_can_be_read_back(name):
    assert not letters(name) - letters(text(named(name)))
    assert REPLACEMENT not in text(named(name))


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_letter_no_face_has_is_replaced_visibly_and_the_code_stands_by(name):
    page = text(named(name))

    assert page.count(REPLACEMENT) >= sum(not face("dejavu-sans.ttf").covers(char) for char in clean(name))
    assert "ITB-7F3K-Q2" in page


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None)
def test_no_name_adds_a_page_or_loses_a_letter(name):
    reader = PdfReader(BytesIO(named(name)))

    assert len(reader.pages) == PAGES
    assert not letters(seen(name)) - letters(reader.pages[0].extract_text())


@pytest.mark.parametrize("name", ["W" * 200, "Maximiliana " * 20, "ﷺ" * 80, "A" + "\u0301" * 300])
def test_a_long_name_stays_in_its_room(name):
    job = job_for(PLAN, paper=Paper.A4, who=Who(name, "ITB-7F3K-Q2"))
    lines = list(placements(header(job, "Your home exercises", "Stage 1")))

    assert all(line.left >= 0 and line.right <= job.width + 0.5 for line in lines)
    assert not [line.words for line in lines if line.top < RULE < line.bottom + 1]
    assert not [pair for pair in combinations(lines, 2) if meets(*pair)]


SHEETS = [
    each
    for each in every_sheet(papers=(Paper.LETTER,))
    if each.item.stage in (0, 1) and each.item.kind != Kind.PLAN  # a whole plan is its stages and its run weeks
]


@pytest.mark.parametrize("name", ["Nguyễn Thị", "محمد عبدالله", "山田 Ελένη", "Ana 🏃🏽‍♀️"])
@pytest.mark.parametrize("each", SHEETS, ids=str)
def test_every_kind_of_sheet_shows_a_name_of_the_world_on_every_page(each, name):
    usual = PdfReader(BytesIO(data(each)))
    found = PdfReader(BytesIO(pack([Order(renamed(name), (each.item,))], press(each.look))))

    assert len(found.pages) == len(usual.pages)
    for page in found.pages:
        assert not letters(seen(name)) - letters(page.extract_text())


@pytest.mark.parametrize("name", ["W" * 200, "Maximiliana " * 20])
@pytest.mark.parametrize("each", SHEETS, ids=str)
def test_no_kind_of_sheet_is_moved_by_a_long_name(each, name):
    job = job_of(Order(renamed(name), (each.item,)), press(each.look))
    placed = sheet_of(job, each.item)

    assert len(placed) == len(pages(each))
    for page in placed:
        assert not [pair for pair in combinations(list(placements(page)), 2) if meets(*pair)]
