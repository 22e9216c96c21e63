"""Large print: nothing under 18 points, nothing lost, nothing split, and no more pages than it needs."""

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image

from programs.library import load_library
from programs.pdf.flow import Block
from programs.pdf.large_flow import Group, laid_out, pages_needed
from programs.pdf.large_styles import HEADING, LEAST, TITLE
from programs.pdf.pack import job_of, pack, sheet_of
from programs.pdf.sketch import Art, Placed, Sketch
from programs.pdf.styles import MARGIN
from programs.sheets.order import Item, Kind, Look, Order, Who, choices_for, warm_up_stage
from programs.sheets.paper import Paper
from programs.sheets.text import Listing, Log, every_text, texts_of
from programs.sheets.texts import text_of
from programs.sheets.wording import NOTES
from screening.questions import load_questions
from tests.programs.plans import CLINIC, meets, placements, squeezed, texts
from tests.programs.press_room import LINK, press, subject
from tests.programs.runners import RULES, plan_for, plan_of, stage_of

LARGE = {paper: Look(paper, large=True) for paper in Paper}
KINDS = choices_for(subject())
HEADINGS = {style.size for style in (*HEADING.values(), TITLE)}
FACTS = (
    *("Spectrum Therapeutics of NJ", "601 Hamburg Turnpike, Suite 103", "Wayne, NJ 07470", "(973) 689-7123"),
    *("spectrumtherapynj.com", "Sarah Lindqvist", "ITB-7F3K-Q2", "Nov 22, 2026", "Call 911 in an emergency."),
    *("It is not a diagnosis and does not replace a visit.", LINK.code),
)


@cache
def pages(item, paper=Paper.LETTER, rule="PL-03"):
    """The pages of one sheet for a plan of this rule."""
    order = Order(subject(plan_of(RULES[rule])), (item,))
    return sheet_of(job_of(order, press(LARGE[paper])), item)


def read(item, whose, paper=Paper.LETTER):
    """The text of each page of the file itself."""
    return texts(pack([Order(whose, (item,))], press(LARGE[paper])))


def arts(sketch: Sketch, x=0.0, y=0.0):
    """Where each picture lies: left, top, right, bottom."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from arts(mark.sketch, x + mark.x, y + mark.y)
        if isinstance(mark, Art):
            yield x + mark.x, y + mark.y, x + mark.x + mark.width, y + mark.y + mark.height


def block(height, most=0.0):
    return Block(height, lambda room: Sketch(100, room), most)


def group(*heights, head=20.0, together=True):
    return Group(lambda _place: block(head) if head else None, tuple(block(height) for height in heights), together)


def heights(groups, room=100.0):
    """What stands on each page: the heights of its blocks."""
    return [[mark.sketch.height for mark in body.marks] for body in laid_out(groups, room, 100)]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("item", KINDS, ids=str)
def test_every_letter_has_18_points_or_more(item, paper):
    assert min(line.size for page in pages(item, paper) for line in placements(page)) >= LEAST


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("item", KINDS, ids=str)
def test_nothing_leaves_the_margins_or_meets_its_neighbor(item, paper):
    width, height = paper.size
    for page in pages(item, paper):
        lines = list(placements(page))
        assert not [pair for pair in combinations(lines, 2) if meets(*pair)]
        assert not [
            line.words
            for line in lines
            if min(line.left, line.top, width - line.right, height - line.bottom) < MARGIN - 0.5
        ]


@pytest.mark.parametrize("rule", RULES)
def test_every_text_of_every_sheet_can_be_read_back(rule):
    whose = subject(plan_of(RULES[rule]))
    for item in choices_for(whose):
        found = squeezed(" ".join(read(item, whose)))
        text = text_of(item, whose, load_library(), str)
        assert [words for words in every_text(text) if squeezed(words) not in found] in ([], [NOTES])


@pytest.mark.parametrize("item", [Item(Kind.STAGE, 3), Item(Kind.RUN), Item(Kind.SEEN), Item(Kind.SUMMARY)], ids=str)
def test_every_page_carries_every_fact(item):
    found = [squeezed(page) for page in read(item, subject())]

    for place, page in enumerate(found, 1):
        facts = (*FACTS, "Left leg first", "Plan version 1", f"Page {place} of {len(found)}")
        assert not [fact for fact in facts if squeezed(fact) not in page]


def test_without_a_link_there_is_no_code():
    assert LINK.code not in " ".join(read(Item(Kind.RUN), replace(subject(), link=None)))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("stage", [1, 2, 3, 4])
def test_a_stage_takes_two_pages_an_exercise_and_a_few_more(stage, paper):
    planned = stage_of(plan_for(), stage)
    practice = load_library().stages[stage].practice
    whole = len(planned.exercises) + sum(drill.key in practice for drill in planned.warm_up)
    drills = len(planned.warm_up) - (whole - len(planned.exercises))

    assert len(pages(Item(Kind.STAGE, stage), paper)) <= 2 * whole + (drills + 3) // 4 + 4


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("item", [item for item in KINDS if item.kind in (Kind.STAGE, Kind.UPKEEP)], ids=str)
def test_what_an_exercise_needs_at_once_stands_on_one_page(item, paper):
    found = [squeezed(page) for page in read(item, subject(), paper)]
    text = text_of(item, subject(), load_library(), str)
    cores = [[words for part in section.core for words in texts_of(part)] for section in text.sections if section.core]

    assert cores
    assert not [core for core in cores if not any(all(squeezed(words) in page for words in core) for page in found)]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("item", [item for item in KINDS if item.kind in (Kind.STAGE, Kind.PLAN)], ids=str)
def test_no_exercise_takes_three_pages(item, paper):
    assert not [page for page in read(item, subject(), paper) if re.search(r", \d of 3", page)]


def test_two_drills_of_the_warm_up_share_a_page_where_they_fit():
    assert len(pages(Item(Kind.WARM_UP))) < len(warm_up_stage(plan_for()).warm_up)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("item", KINDS, ids=str)
def test_no_page_is_opened_for_notes_alone(item, paper):
    lines = [line for line in placements(pages(item, paper)[-1]) if line.size in HEADINGS]

    assert [line.words for line in lines] != [NOTES]


def test_the_other_sheets_have_a_bound_too():
    most = {
        Kind.COVER: 3,
        Kind.SEEN: 3,
        Kind.RUN: 8,
        Kind.MIRROR: 14,
        Kind.SUMMARY: 3,
        Kind.WARM_UP: 7,
        Kind.UPKEEP: 10,
    }

    assert not [kind for kind, bound in most.items() if len(pages(Item(kind))) > bound]


@pytest.mark.parametrize("item", KINDS, ids=str)
def test_no_heading_stands_alone_at_the_foot(item):
    for page in pages(item):
        lines = sorted((line for line in placements(page) if line.top < page.height - 110), key=lambda line: line.top)
        below = [line for line in lines if line.top > lines[-1].top - 2]
        alone = {line.words for line in below if line.size in HEADINGS and not list(arts(page))}
        assert alone <= {NOTES}, "under the notes stand lines to write on"


def test_an_exercise_over_two_pages_says_its_name_on_both():
    found = read(Item(Kind.STAGE, 1), subject())
    name = stage_of(plan_for(), 1).exercises[1].name

    assert [f"{name}, {part} of 2" for part in (1, 2) for page in found if f"{name}, {part} of 2" in page] == [
        f"{name}, 1 of 2",
        f"{name}, 2 of 2",
    ]


def test_no_list_is_split_between_pages():
    text = text_of(Item(Kind.STAGE, 1), subject(), load_library(), str)
    found = [squeezed(page) for page in read(Item(Kind.STAGE, 1), subject())]
    lists = [part.items for each in text.sections for part in each.parts if isinstance(part, Listing)]

    assert not [items for items in lists if not any(all(squeezed(item) in page for item in items) for page in found)]


def test_a_week_s_runs_stand_on_one_page():
    text = text_of(Item(Kind.RUN), subject(), load_library(), str)
    (log,) = [part for each in text.sections for part in each.parts if isinstance(part, Log)]
    found = [squeezed(page) for page in read(Item(Kind.RUN), subject())]

    for row in log.rows:
        parts = [squeezed(words) for words in (row.detail, f"In all: {row.total}", *row.boxes)]
        assert any(all(words in page for words in parts) for page in found)


@pytest.mark.parametrize("item", [Item(Kind.STAGE, 1), Item(Kind.STAGE, 3), Item(Kind.SEEN)], ids=str)
def test_pictures_stay_on_the_page_and_are_large(item):
    for page in pages(item):
        for left, top, right, bottom in arts(page):
            assert (left, top) >= (MARGIN, MARGIN)
            assert right <= page.width - MARGIN
            assert max(right - left, bottom - top) >= 80


@pytest.mark.parametrize("name", ["W" * 200, "Nguyễn Thị " * 8, "山田"])
def test_no_name_moves_a_page(name):
    whose = replace(subject(), who=Who(name, "ITB-7F3K-Q2"))
    found = sheet_of(job_of(Order(whose, (Item(Kind.RUN),)), press(LARGE[Paper.LETTER])), Item(Kind.RUN))

    assert len(found) == len(pages(Item(Kind.RUN)))
    assert not [pair for page in found for pair in combinations(list(placements(page)), 2) if meets(*pair)]


def test_a_clinic_s_own_logo_is_drawn():
    pixels = BytesIO()
    Image.new("RGB", (300, 90), "navy").save(pixels, "PNG")
    clinic = replace(CLINIC, logo=pixels.getvalue(), web="a-long-web-address-of-a-clinic.example.org/running")
    order = Order(subject(), (Item(Kind.RUN),))
    page = sheet_of(job_of(order, replace(press(LARGE[Paper.A4]), letterhead=clinic)), Item(Kind.RUN))[0]

    assert not [pair for pair in combinations(list(placements(page)), 2) if meets(*pair)]


def test_a_core_comes_first_and_what_does_not_fit_follows():
    with_core = replace(group(20, 20, 20, 20), core=frozenset({0, 2}))

    assert heights([group(20, head=0), with_core], 120) == [[20, 20, 20, 20], [20, 20, 20]]


def test_a_core_that_does_not_fit_begins_on_a_fresh_page():
    assert heights([group(60, head=0), replace(group(30, 20, 40), core=frozenset({0}))]) == [
        [60],
        [20, 30, 20],
        [20, 40],
    ]


def test_a_filler_takes_no_page_of_its_own():
    assert heights([group(60, head=0), replace(group(30), filler=True)]) == [[60]]


def test_groups_share_a_page_that_holds_them():
    assert heights([group(10, head=0), group(10, 10)]) == [[10, 20, 10, 10]]


def test_a_group_that_fits_a_page_is_never_split():
    assert heights([group(40, head=0), group(30, 20)]) == [[40], [20, 30, 20]]


def test_a_group_higher_than_a_page_is_cut_into_even_shares():
    assert heights([group(60, head=0), group(30, 30, 30, 30, head=0)]) == [[60], [30, 30], [30, 30]]


def test_a_log_goes_on_where_it_is():
    assert heights([group(20, head=0), group(20, 20, 20, head=0, together=False)]) == [[20, 20, 20], [20]]


def test_a_log_whose_first_rows_do_not_fit_begins_on_a_fresh_page():
    assert heights([group(60, head=0), group(*[20] * 4, head=10, together=False)], 90) == [
        [60],
        [10, 20, 20],
        [10, 20, 20],
    ]


def test_a_block_higher_than_a_page_is_refused():
    with pytest.raises(ValueError, match="taller than the page"):
        heights([group(200)])


def test_room_left_over_makes_pictures_larger():
    (body,) = laid_out([Group(lambda _place: None, (block(40, most=70), block(20)))], 100, 100)

    assert [mark.sketch.height for mark in body.marks] == [70, 20]


@pytest.mark.parametrize(("tall", "pages"), [((30, 30), 1), ((40, 40), 2), ((60, 60, 60), 3)])
def test_a_group_knows_how_many_pages_it_takes(tall, pages):
    assert pages_needed(group(*tall), 100) == pages


def test_a_mirror_check_names_the_edition_of_its_questions():
    found = read(Item(Kind.MIRROR), subject())

    assert all(f"Questions {load_questions().version}" in page for page in found)
