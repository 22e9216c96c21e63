"""1, 2, 4 and 6 exercises a page: nothing lost, nothing cut, every exercise fits in every layout on both papers."""

from dataclasses import replace

import pytest

from programs.library import load_library
from programs.pdf.cards import wide_card
from programs.pdf.grid import cell
from programs.pdf.layouts import ALONE, GRIDS, LEFT_OUT_FIRST, Part
from programs.pdf.pack import sheet_of
from programs.pdf.program import numbered
from programs.pdf.styles import MARGIN
from programs.sheets.order import Item, Kind, Layout, SheetError
from programs.sheets.paper import Paper
from tests.programs.full_plans import arts, body, each_sheet, every_art, longer, pages, words
from tests.programs.plans import SLACK, job_for, overlapping, placements, squeezed
from tests.programs.promised import promised
from tests.programs.runners import MIRRORED, RULES, plan_for, plan_of, stage_of

GRIDDED = [Layout.ONE, Layout.TWO, Layout.FOUR, Layout.SIX]
LAID_OUT = [*GRIDDED, Layout.FRIDGE, Layout.POCKET]


def test_the_numbers_leave_no_type_under_8_points():
    for grid in (*GRIDS.values(), *ALONE.values()):
        assert min(getattr(grid.type, name).size for name in grid.type.__slots__) >= 8


def test_easier_ways_go_first_and_the_faults_last():
    assert LEFT_OUT_FIRST == (Part.VARIANTS, Part.FAULTS)


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@pytest.mark.parametrize("layout", GRIDDED)
@each_sheet
def test_no_line_of_a_cell_meets_another_or_leaves_the_page(plan, number, paper, layout, translate):
    for page in pages(plan, number, paper, layout, translate):
        lines = body(page)
        assert not overlapping(lines)
        assert not [line.words for line in lines if line.right > page.width - MARGIN + SLACK]
        assert not [line.words for line in lines if line.bottom > page.height - MARGIN - 24]


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@pytest.mark.parametrize("layout", LAID_OUT)
@each_sheet
def test_no_dose_no_cue_and_no_own_stop_rule_is_lost(plan, number, paper, layout, translate):
    item = Item(Kind.STAGE, number)
    found = words(pages(plan, number, paper, layout, translate))
    wanted = promised(plan, item, job_for(plan, look={"layout": layout}).look)
    wanted += [e.stop for e in stage_of(plan, number).exercises if layout != Layout.FRIDGE]

    assert not [text for text in wanted if squeezed(translate(text)) not in found]


@pytest.mark.parametrize("layout", [*GRIDDED, Layout.FRIDGE])
@each_sheet
def test_no_line_lies_on_a_picture(plan, number, paper, layout):
    for page in pages(plan, number, paper, layout):
        for x, y, art in arts(page):
            over = [
                line.words
                for line in body(page)
                if min(line.right, x + art.width) - max(line.left, x) > 1
                and min(line.bottom, y + art.height) - max(line.top, y) > 1
            ]
            assert not over, art.slug


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@pytest.mark.parametrize("layout", [Layout.FOUR, Layout.SIX])
@each_sheet
def test_words_and_dose_stay_inside_their_cell(plan, number, paper, layout, translate):
    job = job_for(plan, translate, paper, look={"layout": layout})
    for place, exercise in numbered(job, stage_of(plan, number)):
        for make, grid in ((cell, GRIDS[layout]), (wide_card, ALONE[layout])):
            made = make(exercise, place, job, grid, 200)
            drawn = made.draw(max(200, made.height))
            lines = list(placements(drawn))
            assert not [line.words for line in lines if line.bottom > drawn.height or line.top < 0]
            assert not [line.words for line in lines if line.right > drawn.width or line.left < 0]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("layout", "most"), [(Layout.ONE, 1), (Layout.TWO, 2), (Layout.FOUR, 4), (Layout.SIX, 6)])
def test_a_page_holds_no_more_exercises_than_its_layout_says(layout, most, paper):
    for number in (1, 2, 3, 4):
        for page in pages(plan_for(), number, paper, layout):
            doses = [line for line in body(page) if line.words == "Start with"]
            assert len(doses) <= most


@pytest.mark.parametrize(
    ("layout", "counts"),
    [
        (Layout.ONE, [6, 8, 6, 4]),
        (Layout.TWO, [3, 5, 4, 3]),
        (Layout.FOUR, [2, 3, 3, 2]),
        (Layout.SIX, [2, 3, 2, 2]),
        (Layout.FRIDGE, [1, 1, 1, 1]),
        (Layout.POCKET, [2, 3, 2, 1]),
    ],
)
@pytest.mark.parametrize("paper", Paper)
def test_each_layout_takes_few_pages(layout, counts, paper):
    assert [len(pages(plan_for(), number, paper, layout)) for number in (1, 2, 3, 4)] == counts


@pytest.mark.parametrize("layout", GRIDDED)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_what_the_stage_is_for_and_which_leg_starts_stand_on_the_first_page(layout, number):
    plan = plan_for()
    first = words(pages(plan, number, Paper.LETTER, layout)[:1])

    assert squeezed(stage_of(plan, number).aim) in first
    assert squeezed(plan.both_legs) in first


@pytest.mark.parametrize("layout", GRIDDED)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_rules_of_the_stage_are_not_lost(layout, number):
    plan, sheet = plan_for(), load_library().sheet
    found = words(pages(plan, number, Paper.LETTER, layout))
    wanted = [*stage_of(plan, number).gate, *sheet.get_help, *sheet.stop_rule.sentences, sheet.log_title]

    assert not [text for text in wanted if squeezed(text) not in found]


@pytest.mark.parametrize("layout", [*GRIDDED, Layout.FRIDGE, Layout.POCKET])
@pytest.mark.parametrize("changes", [{}, MIRRORED], ids=["left", "right"])
def test_every_picture_shows_the_leg_that_works(layout, changes):
    plan = plan_for(**changes)
    for number in (1, 2, 3, 4):
        stage = stage_of(plan, number)
        wanted = {
            (picture.slug, picture.flipped_for(exercise.leg))
            for exercise in (*stage.exercises, *stage.warm_up)
            for picture in exercise.pictures
        }
        shown = {
            (art.slug, art.flipped) for page in pages(plan, number, Paper.LETTER, layout) for art in every_art(page)
        }

        assert shown
        assert shown <= wanted


@pytest.mark.parametrize("layout", Layout)
def test_the_whole_plan_says_what_waits_and_shows_nothing_of_it(layout):
    plan = plan_of(RULES["PL-04"])
    item = Item(Kind.PLAN)
    job = job_for(plan, look={"layout": layout}, items=(item,))
    found, held = words(sheet_of(job, item)), stage_of(plan, 3)

    assert squeezed("Stage 3 waits until the clinic has looked at your answers.") in found
    assert squeezed("Your run weeks wait until the clinic has looked at your answers.") in found
    assert squeezed(held.name) not in found
    assert not [e.name for e in held.exercises if e.key == "EX-11" and squeezed(e.name) in found]


def test_a_whole_plan_of_which_nothing_is_released_is_no_sheet():
    plan = plan_for()
    plan = replace(plan, stages=tuple(replace(stage, needs_staff=True) for stage in plan.stages))

    with pytest.raises(SheetError, match="no stage"):
        sheet_of(job_for(plan), Item(Kind.PLAN))


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_names_on_the_fridge_are_read_from_a_step_away(number):
    plan = plan_for()
    lines = [line for page in pages(plan, number, Paper.LETTER, Layout.FRIDGE) for line in body(page)]

    for exercise in stage_of(plan, number).exercises:
        assert [line.size >= 14 for line in lines if line.words.startswith(exercise.name)] == [True]


def test_each_exercise_on_the_fridge_has_boxes_for_four_weeks_or_more():
    (page,) = pages(plan_for(), 1, Paper.LETTER, Layout.FRIDGE)
    lines = [line.words for line in body(page)]

    assert [lines.count(f"Week {week}") for week in (1, 2, 3, 4)] == [5, 5, 5, 5]


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@each_sheet
def test_no_line_of_the_fridge_page_meets_another(plan, number, paper, translate):
    for page in pages(plan, number, paper, Layout.FRIDGE, translate):
        lines = body(page)
        assert not overlapping(lines)


def slugs_drawn(layout: Layout) -> set[str]:
    return {art.slug for page in pages(plan_for(), 1, Paper.LETTER, layout) for art in every_art(page)}


def test_what_not_to_do_gives_way_where_start_and_finish_would_be_too_small():
    assert "glute-bridge-wrong" not in slugs_drawn(Layout.FIT)
    assert {"glute-bridge-start", "glute-bridge-finish"} <= slugs_drawn(Layout.FIT)


def test_what_not_to_do_is_drawn_where_there_is_room():
    assert "glute-bridge-wrong" in slugs_drawn(Layout.ONE)
