"""Nothing runs over the margin, nothing meets its neighbor, nothing is too small to read."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import combinations, product

import pytest
from PIL import Image

from programs.pdf.flow import Block
from programs.pdf.flow import pages_of as flow
from programs.pdf.page import HEADER_HEIGHT, header
from programs.pdf.sketch import Art, Disc, Placed, Sketch, Stroke
from programs.pdf.styles import BODY, EXERCISE, GREEN, MARGIN, RED, STRONG
from programs.pdf.way_on import notes_panel
from programs.sheets.order import Item, Kind
from programs.sheets.paper import Paper
from tests.programs.plans import CLINIC, SLACK, job_for, meets, pages_of, placements
from tests.programs.runners import DROPS, MIRRORED, RULES, SARAH, plan_for, plan_of, stage_of

STAGES = [(stage, paper) for stage in (1, 2, 3, 4) for paper in Paper]
LONG_WAY = plan_of(SARAH | {"unit": "mi", "usual_week": 60, "usual_days": 6})


@pytest.mark.parametrize("logo", [None, (300, 90), (90, 300)])
def test_a_wordy_letterhead_stays_in_its_room(logo):
    pixels = BytesIO()
    Image.new("RGB", logo or (1, 1), "navy").save(pixels, "PNG")
    wordy = replace(
        CLINIC,
        name="The Northern Center for Running Injuries and Physical Therapy of Greater Wayne and Passaic",
        address=("Building 12, Long Corridor, Third Floor, 601 Hamburg Turnpike", "Suite 103, Wayne, NJ 07470"),
        web="a-very-long-web-address-of-a-clinic.example.org/physical-therapy/running",
        logo=pixels.getvalue() if logo else None,
    )
    job = job_for(plan_for(), paper=Paper.A4, letterhead=wordy)
    lines = list(placements(header(job, "Your home exercises", "Stage 1 of 4: Wake up the hip")))

    assert not [pair for pair in combinations(lines, 2) if meets(*pair)]
    assert max(line.bottom for line in lines) <= HEADER_HEIGHT


def figures(sketch: Sketch) -> list[Art]:
    inside = [figures(mark.sketch) for mark in sketch.marks if isinstance(mark, Placed)]
    return [mark for mark in sketch.marks if isinstance(mark, Art)] + [art for arts in inside for art in arts]


@pytest.mark.parametrize(("stage", "paper"), STAGES)
def test_no_line_runs_over_a_margin(stage, paper):
    width, height = paper.size
    for page in pages_of(plan_for(), stage, paper):
        for line in placements(page):
            assert line.left >= MARGIN - SLACK, line.words
            assert line.right <= width - MARGIN + SLACK, line.words
            assert line.top >= MARGIN - SLACK, line.words
            assert line.bottom <= height - MARGIN + SLACK, line.words


@pytest.mark.parametrize(("stage", "paper"), STAGES)
def test_no_line_meets_another(stage, paper):
    for page in pages_of(plan_for(), stage, paper):
        clashes = [pair for pair in combinations(placements(page), 2) if meets(*pair)]

        assert not clashes


@pytest.mark.parametrize(("stage", "paper"), STAGES)
def test_nothing_is_set_smaller_than_8_points(stage, paper):
    assert all(line.size >= 8 for page in pages_of(plan_for(), stage, paper) for line in placements(page))


@pytest.mark.parametrize("paper", Paper)
def test_a_long_way_back_to_60_miles_fits_its_pages(paper):
    for page in pages_of(LONG_WAY, 3, paper, (Item(Kind.RUN),)):
        assert not [pair for pair in combinations(placements(page), 2) if meets(*pair)]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("stage", "count"), [(1, 2), (2, 3), (3, 3), (4, 2)])
def test_a_stage_takes_few_pages(stage, count, paper):
    assert len(pages_of(plan_for(), stage, paper, (Item(Kind.STAGE, stage),))) == count


@pytest.mark.parametrize("paper", Paper)
def test_the_run_weeks_take_one_page_more(paper):
    assert len(pages_of(plan_for(), 1, paper)) == 3


@pytest.mark.parametrize("changes", [{"pain_spot": "outer_hip"}, {"flags": {"RF-22": "yes"}}, {"right": DROPS}])
def test_every_first_stage_takes_two_pages(changes):
    assert len(pages_of(plan_for(**changes), 1, Paper.LETTER, (Item(Kind.STAGE, 1),))) == 2


@pytest.mark.parametrize("stage", [1, 2, 3])
def test_every_step_of_every_card_begins_a_line_beside_its_number(stage):
    pages = pages_of(plan_for(), stage, Paper.LETTER, (Item(Kind.STAGE, stage),))
    lines = [line for page in pages for line in placements(page)]
    tops = {(line.words, round(line.top)) for line in lines}

    for exercise in stage_of(plan_for(), stage).exercises:
        for number, step in enumerate(exercise.steps, 1):
            first = next(line for line in lines if step.startswith(line.words) and len(line.words) > 5)
            assert (str(number), round(first.top)) in tops, step


def test_notes_take_six_lines_at_most():
    drawn = notes_panel(job_for(plan_for())).build(600)

    assert len([mark for mark in drawn.marks if isinstance(mark, Stroke)]) == 6


def test_cues_names_and_steps_keep_their_sizes():
    assert (STRONG.size, EXERCISE.size, BODY.size) == (9.8, 13, 9.8)


def test_pictures_are_mirrored_for_the_other_leg():
    left, right = ([art.flipped for page in pages_of(plan, 1, Paper.LETTER) for art in figures(page)]
                   for plan in (plan_for(), plan_for(**MIRRORED)))  # fmt: skip

    assert any(one != other for one, other in zip(left, right, strict=True))


def test_no_sign_covers_a_word():
    for stage, paper in STAGES:
        for page in pages_of(plan_for(), stage, paper):
            lines, discs = list(placements(page)), list(signs(page))

            assert not [
                (line.words, x, y)
                for line, (x, y) in product(lines, discs)
                if line.left - 4 < x < line.right + 4 and line.top < y < line.bottom
            ]


def signs(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float]]:
    """The middle of every tick and cross on a page."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from signs(mark.sketch, x + mark.x, y + mark.y)
        if isinstance(mark, Disc) and mark.fill in (GREEN, RED):
            yield x + mark.x, y + mark.y


def test_a_picture_keeps_its_proportions():
    for page in pages_of(plan_for(), 2, Paper.A4):
        assert all(art.width > 20 and art.height > 20 for art in figures(page))


@pytest.mark.parametrize("rule", ["PL-04", "PL-06", "PL-07"])
def test_every_plan_s_first_sheet_can_be_laid_out(rule):
    plan = plan_of(RULES[rule])

    assert pages_of(plan, plan.stages[0].number, Paper.LETTER)


def block(height: float, most: float = 0.0, filler: bool = False) -> Block:
    return Block(height, lambda given: Sketch(100, given), most, filler)


def heights(page: Sketch) -> list[float]:
    return [mark.sketch.height for mark in page.marks if isinstance(mark, Placed)]


def test_all_pages_but_the_last_are_filled():
    assert [len(page.marks) for page in flow([block(40)] * 5, 150, 100)] == [3, 2]


def test_a_block_grows_no_further_than_it_gains():
    assert heights(flow([block(40, most=60)], 200, 100)[0]) == [60]


def test_a_filler_takes_what_is_left_of_the_last_page():
    assert heights(flow([block(40), block(20, filler=True)], 200, 100)[0]) == [40, 144]


def test_a_filler_never_opens_a_page_of_its_own():
    assert len(flow([block(190), block(20, filler=True)], 200, 100)) == 1


def test_a_block_taller_than_a_page_is_refused():
    with pytest.raises(ValueError, match="taller"):
        flow([block(210)], 200, 100)
