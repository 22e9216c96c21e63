"""What holds for every page of every kind in every layout: sizes, margins, nothing on top of anything, every fact."""

import pytest

from programs.pdf.styles import MARGIN
from programs.sheets.order import Kind, Layout
from screening.questions import load_questions
from tests.programs.plans import overlapping, placements, read_back, squeezed
from tests.programs.press_room import LINK, Sheet, data, every_sheet, pages

SHEETS = list(every_sheet(legs=("left", "right")))
EDGE = 18.0
"""What an office printer cuts off; a pocket card's panels reach out to it."""


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_no_letter_is_smaller_than_promised(sheet: Sheet):
    least = 18 if sheet.look.large else 8
    small = [(line.size, line.words) for page in pages(sheet) for line in placements(page) if line.size < least]

    assert not small


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_no_line_leaves_the_paper_s_margins(sheet: Sheet):
    width, height = sheet.look.paper.size
    edge = EDGE if sheet.look.layout == Layout.POCKET else MARGIN
    outside = [
        line.words
        for page in pages(sheet)
        for line in placements(page)
        if min(line.left, line.top, width - line.right, height - line.bottom) < edge - 0.5
    ]

    assert not outside


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_no_line_lies_on_another(sheet: Sheet):
    for page in pages(sheet):
        assert not overlapping(placements(page))


@pytest.mark.parametrize("sheet", SHEETS, ids=str)
def test_nothing_is_cut_short(sheet: Sheet):
    assert not [line.words for page in pages(sheet) for line in placements(page) if "…" in line.words]


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet.leg == "left"], ids=str)
def test_every_page_carries_every_fact(sheet: Sheet):
    found = [squeezed(page) for page in read_back(data(sheet))]
    of_both = sheet.item.kind == Kind.MIRROR  # a mirror check is made for no plan, and looks at both legs
    leg = "Both legs" if of_both else "Left leg first"
    version = load_questions().version if of_both else "Plan version 1"
    facts = [
        "Spectrum Therapeutics of NJ", "601 Hamburg Turnpike", "Wayne, NJ 07470", "(973) 689-7123",
        "spectrumtherapynj.com", "Sarah Lindqvist", leg, "Nov 22, 2026", version,
        "Call 911 in an emergency.", "It is not a diagnosis and does not replace a visit.", LINK.code,
    ]  # fmt: skip

    for place, page in enumerate(found, 1):
        missing = [fact for fact in (*facts, f"Page {place} of {len(found)}") if squeezed(fact) not in page]
        assert not missing


def test_every_kind_is_among_them():
    assert {sheet.item.kind for sheet in SHEETS} == set(Kind)
