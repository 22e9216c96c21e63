"""1, 2, 4 and 6 exercises a page: nothing lost, nothing cut, every exercise fits in every layout on both papers."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest

from programs.building import build_plan
from programs.library import load_library
from programs.pdf.cards import wide_card
from programs.pdf.grid import cell
from programs.pdf.layouts import ALONE, GRIDS, LEFT_OUT_FIRST, Part
from programs.pdf.pack import sheet_of
from programs.pdf.page import HEADER_HEIGHT
from programs.pdf.program import numbered
from programs.pdf.sketch import Art, Placed, Sketch, Turned, Words
from programs.pdf.styles import MARGIN
from programs.plan import Plan
from programs.rules.assignment import assign
from programs.sheets.order import Item, Kind, Layout, SheetError
from programs.sheets.paper import Paper
from screening.assessment import assess
from screening.case import parse_case
from tests.programs.plans import SLACK, TODAY, job_for, meets, placements, squeezed
from tests.programs.promised import promised
from tests.programs.runners import MIRRORED, RULES, SARAH, plan_for, plan_of, stage_of

pytestmark = pytest.mark.pure

GRIDDED = [Layout.ONE, Layout.TWO, Layout.FOUR, Layout.SIX]
LAID_OUT = [*GRIDDED, Layout.FRIDGE, Layout.POCKET]
FILLER = "lorem ipsum dolor sit amet " * 12


def longer(sentence: str) -> str:
    """A language whose every sentence is three tenths longer."""
    return f"{sentence} {FILLER[: max(1, len(sentence) * 3 // 10 - 1)].rstrip()}"


@cache
def with_every_exercise(spot: str) -> Plan:
    """A plan whose stages hold every exercise that they, or staff, can put there."""
    library = load_library()
    stages = {}
    for number, stage in library.stages.items():
        every = [*stage.strength, *stage.instead.values(), *stage.options]
        strength = dict.fromkeys(key for key in every if library.exercises[key].kind == "strength")
        mobility = tuple(key for key in ("MB-01", "MB-02", "MB-03") if str(number) in library.exercises[key].doses)
        stages[number] = replace(stage, strength=tuple(strength), mobility=mobility, instead={})
    case = parse_case(SARAH | {"pain_spot": spot})
    assessment = assess(case)
    assignment = assign(case, assessment)
    wide = replace(library, stages=stages, most_mobility=3)
    plan = build_plan(case, assessment, assignment, None, wide, today=TODAY)
    return replace(plan, stages=tuple(replace(stage, needs_staff=False) for stage in plan.stages))


EVERY = [with_every_exercise("outer_knee"), with_every_exercise("outer_hip")]
SHEETS = [(plan, number, paper) for plan in EVERY for number in (1, 2, 3, 4) for paper in Paper]
each_sheet = pytest.mark.parametrize(
    ("plan", "number", "paper"),
    SHEETS,
    ids=[f"{i // 8}-{number}-{paper}" for i, (_, number, paper) in enumerate(SHEETS)],
)


@cache
def pages(plan: Plan, number: int, paper: Paper, layout: Layout, translate=str) -> list[Sketch]:
    item = Item(Kind.STAGE, number)
    return sheet_of(job_for(plan, translate, paper, look={"layout": layout}, items=(item,)), item)


def body(sketch: Sketch) -> list:
    """The lines between head and foot."""
    low, high = MARGIN + HEADER_HEIGHT - 2, sketch.height - MARGIN - 27
    return [line for line in placements(sketch) if low <= line.top <= high]


def arts(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, Art]]:
    """Every picture with its corner; turned ones are left out."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from arts(mark.sketch, x + mark.x, y + mark.y)
        if isinstance(mark, Art):
            yield x + mark.x, y + mark.y, mark


def words(sketches: list[Sketch]) -> str:
    """All text in drawing order."""

    def spoken(sketch: Sketch) -> Iterator[str]:
        for mark in sketch.marks:
            if isinstance(mark, Placed | Turned):
                yield from spoken(mark.sketch)
            if isinstance(mark, Words):
                yield "".join(run.text for run in mark.line.runs)

    return squeezed("".join("".join(spoken(sketch)) for sketch in sketches))


def test_the_numbers_leave_no_type_under_8_points():
    for grid in (*GRIDS.values(), *ALONE.values()):
        assert min(getattr(grid.type, name).size for name in grid.type.__slots__) >= 8


def test_easier_ways_go_first_and_the_steps_last():
    assert LEFT_OUT_FIRST[0] == Part.VARIANTS
    assert LEFT_OUT_FIRST[-1] == Part.STEPS


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@pytest.mark.parametrize("layout", GRIDDED)
@each_sheet
def test_no_line_of_a_cell_meets_another_or_leaves_the_page(plan, number, paper, layout, translate):
    for page in pages(plan, number, paper, layout, translate):
        lines = body(page)
        assert not [(one.words, other.words) for one, other in combinations(lines, 2) if meets(one, other)]
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
        (Layout.SIX, [2, 2, 2, 2]),
        (Layout.FRIDGE, [1, 1, 1, 1]),
        (Layout.POCKET, [1, 2, 2, 1]),
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


def every_art(sketch: Sketch) -> Iterator[Art]:
    for mark in sketch.marks:
        if isinstance(mark, Placed | Turned):
            yield from every_art(mark.sketch)
        if isinstance(mark, Art):
            yield mark


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
        assert not [(one.words, other.words) for one, other in combinations(lines, 2) if meets(one, other)]


def slugs_drawn(layout: Layout) -> set[str]:
    return {art.slug for page in pages(plan_for(), 1, Paper.LETTER, layout) for art in every_art(page)}


def test_what_not_to_do_gives_way_where_start_and_finish_would_be_too_small():
    assert "glute-bridge-wrong" not in slugs_drawn(Layout.FIT)
    assert {"glute-bridge-start", "glute-bridge-finish"} <= slugs_drawn(Layout.FIT)


def test_what_not_to_do_is_drawn_where_there_is_room():
    assert "glute-bridge-wrong" in slugs_drawn(Layout.ONE)
