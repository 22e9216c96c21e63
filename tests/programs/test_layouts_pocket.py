"""The pocket card: folded in software its pages come in order and upright, and it carries what every page does."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from programs.library import load_library
from programs.pdf.booklet import EDGE, PANELS, booklet, panel_size
from programs.pdf.pack import sheet_of
from programs.pdf.sketch import Sketch, Stroke, Turned
from programs.pdf.styles import BODY, INK
from programs.sheets.order import Item, Kind, Layout, Subject, Who
from programs.sheets.paper import Paper
from tests.programs.full_plans import each_sheet, every_art, longer, words
from tests.programs.plans import CLINIC, SARAH_WHO, SLACK, TODAY, job_for, overlapping, placements, squeezed
from tests.programs.press_room import LINK
from tests.programs.runners import MIRRORED, plan_for, stage_of

# The way around the paper as it lies with pages 8, 1, 2, 3 below: lower row from the second on, then the upper back.
RING = [(1, 1), (1, 2), (1, 3), (0, 3), (0, 2), (0, 1), (0, 0), (1, 0)]


def numbered_panels(paper):
    """Eight panels that say their number at the top and "foot" at the bottom."""
    wide, high = panel_size(paper)
    panels = []
    for number in range(1, PANELS + 1):
        panel = Sketch(wide, high)
        panel.text(0, 0, f"page {number}", BODY)
        panel.text(0, high - BODY.lead, f"foot {number}", BODY)
        panels.append(panel)
    return panels


def lying(paper):
    """Where each number stands as the sheet lies, with paper 1 high and 1 wide; the portrait page turned back."""
    width, height = paper.size
    lines = list(placements(booklet(numbered_panels(paper), paper)))
    middles = {line.words: ((line.left + line.right) / 2, (line.top + line.bottom) / 2) for line in lines}
    return {said: ((height - y) / height, x / width) for said, (x, y) in middles.items()}


def place_of(point):
    """Row and column of a panel."""
    return int(point[1] * 2), int(point[0] * 4)


@pytest.mark.parametrize("paper", Paper)
def test_walked_around_the_cut_the_panels_are_pages_one_to_eight(paper):
    where = lying(paper)

    assert [place_of(where[f"page {number}"]) for number in range(1, 9)] == RING


@pytest.mark.parametrize("paper", Paper)
def test_every_page_of_the_book_stands_upright(paper):
    # Folded in half along the middle, both rows have the middle fold or the cut as their upper edge.
    where = lying(paper)

    for number in range(1, 9):
        head, foot = where[f"page {number}"][1], where[f"foot {number}"][1]
        assert abs(head - 0.5) < abs(foot - 0.5)


@pytest.mark.parametrize("paper", Paper)
def test_pages_that_face_each_other_share_a_fold(paper):
    where = lying(paper)
    spreads = [(8, 1), (2, 3), (4, 5), (6, 7)]

    for left, right in spreads:
        (row, column), (other_row, other_column) = place_of(where[f"page {left}"]), place_of(where[f"page {right}"])
        assert row == other_row
        # In the upper row, which stands on its head, left and right change places.
        assert other_column - column == (1 if row == 1 else -1)


@pytest.mark.parametrize("paper", Paper)
def test_the_two_sides_of_a_leaf_lie_back_to_back(paper):
    # A leaf at the paper's short edge is folded over the middle; one in the middle over the fold between its panels.
    where = lying(paper)
    leaves = [(place_of(where[f"page {odd}"]), place_of(where[f"page {odd + 1}"])) for odd in (1, 3, 5, 7)]

    assert leaves == [((1, 1), (1, 2)), ((1, 3), (0, 3)), ((0, 2), (0, 1)), ((0, 0), (1, 0))]


def strokes(sketch: Sketch):
    for mark in sketch.marks:
        if isinstance(mark, Turned):
            yield from strokes(mark.sketch)
        if isinstance(mark, Stroke):
            yield mark


@pytest.mark.parametrize("paper", Paper)
def test_the_cut_is_whole_and_reaches_from_the_first_fold_to_the_third(paper):
    wide, high = paper.size[1], paper.size[0]
    found = list(strokes(booklet(numbered_panels(paper), paper)))
    (cut,) = [mark.points for mark in found if mark.color == INK and not mark.dash and mark.points[0][1] == high / 2]

    assert cut == ((wide / 4, high / 2), (wide * 3 / 4, high / 2))
    assert len([mark for mark in found if mark.dash]) == 5


def card(plan, number, paper, translate=str, link=LINK):
    item = Item(Kind.STAGE, number)
    subject = Subject(SARAH_WHO, plan, 1, link=link)
    return sheet_of(
        job_for(plan, translate, paper, look={"layout": Layout.POCKET}, items=(item,), subject=subject), item
    )


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@each_sheet
def test_nothing_is_cut_or_covered_on_the_card(plan, number, paper, translate):
    for page in card(plan, number, paper, translate):
        lines = list(placements(page))
        assert not overlapping(lines)
        assert min(line.size for line in lines) >= 8
        for line in lines:
            edges = (line.left, line.top, page.width - line.right, page.height - line.bottom)
            assert min(edges) >= EDGE - SLACK, line.words


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@each_sheet
def test_no_line_reaches_over_a_fold(plan, number, paper, translate):
    folds = [paper.size[1] * part / 4 for part in (1, 2, 3)]
    for page in card(plan, number, paper, translate):
        over = [line.words for line in placements(page) if any(line.top + 1 < fold < line.bottom - 1 for fold in folds)]
        assert not over


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_sheet_of_the_card_carries_what_every_page_does(number):
    plan, sheets = plan_for(), card(plan_for(), number, Paper.LETTER)
    words_of = load_library().sheet
    for place, sheet in enumerate(sheets, 1):
        found = words([sheet])
        facts = [
            "Spectrum Therapeutics of NJ", "(973) 689-7123", "spectrumtherapynj.com", "Sarah Lindqvist", "ITB-7F3K-Q2",
            "Left leg first", "Printed Nov 22, 2026", "Plan version 1", words_of.disclaimer, words_of.urgent,
            f"Page {place} of {len(sheets)}", LINK.code, plan.both_legs,
        ]  # fmt: skip
        assert not [fact for fact in facts if squeezed(fact) not in found]


def test_without_a_link_the_cover_shows_no_code():
    assert squeezed(LINK.code) not in words(card(plan_for(), 1, Paper.LETTER, link=None))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_when_to_stop_and_when_to_get_help_are_on_the_card(number):
    sheet = load_library().sheet
    found = words(card(plan_for(), number, Paper.LETTER)[:1])

    assert not [text for text in (*sheet.stop_rule.sentences, *sheet.get_help) if squeezed(text) not in found]


def test_pictures_on_the_card_are_mirrored_for_the_other_leg():
    left, right = (
        [art.flipped for page in card(plan, 1, Paper.LETTER) for art in every_art(page)]
        for plan in (plan_for(), plan_for(**MIRRORED))
    )

    assert len(left) == len(right)
    assert left != right


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_sketch_stays_where_it_was_set_down(quarters):
    mark = Turned(10, 20, Sketch(30, 50), quarters)
    corners = [mark.moved(x, y) for x, y in ((0, 0), (30, 0), (30, 50), (0, 50))]
    wide, high = (30, 50) if quarters == 2 else (50, 30)

    assert {(10, 20), (10 + wide, 20), (10 + wide, 20 + high), (10, 20 + high)} == set(corners)
    # Clockwise stays clockwise: nothing is mirrored.
    (ax, ay), (bx, by), (cx, cy) = corners[:3]
    assert (bx - ax) * (cy - by) - (by - ay) * (cx - bx) > 0


def test_pages_of_the_ring_are_neighbors():
    assert all(abs(a - c) + abs(b - d) == 1 for (a, b), (c, d) in pairwise(RING))


WORDY = replace(
    CLINIC,
    name="The Northern Center for Running Injuries and Physical Therapy of Greater Wayne and Passaic",
    address=("Building 12, Long Corridor, Third Floor, 601 Hamburg Turnpike", "Suite 103, Wayne, NJ 07470"),
    web="a-very-long-web-address-of-a-clinic.example.org/physical-therapy/running",
)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", ["Sarah Lindqvist", "W" * 80, "Nguyễn Thị " * 7, "山田" * 40])
@pytest.mark.parametrize("letterhead", [CLINIC, WORDY], ids=["short", "wordy"])
@pytest.mark.parametrize("logo", [None, (300, 90), (90, 300)])
def test_no_name_and_no_letterhead_breaks_the_cover(logo, letterhead, name, paper):
    pixels = BytesIO()
    Image.new("RGB", logo or (1, 1), "navy").save(pixels, "PNG")
    letterhead = replace(letterhead, logo=pixels.getvalue() if logo else None)
    item, subject = Item(Kind.STAGE, 3), Subject(Who(name, "ITB-7F3K-Q2"), plan_for(), 1, TODAY, LINK)
    job = job_for(
        plan_for(), paper=paper, look={"layout": Layout.POCKET}, items=(item,), subject=subject, letterhead=letterhead
    )
    for page in sheet_of(job, item):
        lines = list(placements(page))
        assert not overlapping(lines)
        assert all(line.left >= EDGE - SLACK and line.right <= page.width - EDGE + SLACK for line in lines)


@each_sheet
def test_the_two_panels_of_an_exercise_are_on_one_sheet(plan, number, paper):
    sheets = [{line.words for line in placements(sheet)} for sheet in card(plan, number, paper)]

    for exercise in stage_of(plan, number).exercises:
        assert len([sheet for sheet in sheets if exercise.name in sheet]) <= 1, exercise.name
