"""What no layout may lose of a stage and of an exercise, and the line that says where the rest stands."""

from itertools import chain, combinations

import pytest

from programs.library import load_library
from programs.pdf.exercise import Setting
from programs.pdf.layouts import ALONE, CARD, EVERYTHING, GRIDS, POCKET, Part
from programs.pdf.pack import sheet_of
from programs.plan import PrescribedExercise
from programs.sheets.order import Item, Kind, Layout, Subject, released_stages
from programs.sheets.paper import Paper
from programs.sheets.stage_text import stage_text
from programs.sheets.text import every_text
from programs.sheets.voice import Voice
from tests.programs.full_plans import EVERY, each_sheet, longer, pages, words
from tests.programs.plans import SARAH_WHO, job_for, squeezed
from tests.programs.press_room import LINK
from tests.programs.runners import RULES, all_exercises, plan_for, plan_of, released, stage_of

ASK = "For more, ask for the full sheet."
SCAN = "For more, scan the code."
WHOLE = [layout for layout in Layout if layout != Layout.FRIDGE]
EVERY_KEPT = [frozenset(some) for many in range(3) for some in combinations(Part, many)]
TYPES = [CARD, *POCKET, *(grid.type for grid in (*GRIDS.values(), *ALONE.values()))]
SORE_HIP = plan_for(pain_spot="outer_hip")


def missing_from(found: str, sentences) -> list[str]:
    return [text for text in sentences if squeezed(text) not in found]


def rules_of_every_sheet() -> list[str]:
    """The pain rule, when to stop and when to get help."""
    sheet = load_library().sheet
    lights = chain.from_iterable((light.pain, light.sentence) for light in sheet.pain_rule)
    return [*lights, *sheet.stop_rule.sentences, sheet.form_rule, sheet.get_help_title, sheet.urgent, *sheet.get_help]


def may_go(exercise: PrescribedExercise) -> list[str]:
    """Every sentence that a layout may leave out."""
    harder = "" if exercise.dose.goal else exercise.harder
    return [text for text in (*exercise.faults, exercise.easier, harder, exercise.note) if text]


def how_to(exercise: PrescribedExercise) -> list[str]:
    """Which side, what for, and how: what stands in every layout but the fridge page."""
    return [exercise.side_rule, exercise.equipment, exercise.set_up, *exercise.steps]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("layout", WHOLE)
@pytest.mark.parametrize("rule", RULES)
def test_what_a_stage_is_for_and_its_rules_stand_in_every_layout(rule, layout, paper):
    plan = plan_of(RULES[rule])
    for stage in released_stages(plan):
        found = words(pages(plan, stage.number, paper, layout))
        wanted = [stage.aim, stage.lasts, plan.both_legs, *stage.gate, *rules_of_every_sheet()]
        assert not missing_from(found, wanted), stage.number


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("rule", RULES)
def test_the_fridge_page_says_what_the_stage_is_for_which_leg_and_where_the_rest_is(rule, paper):
    plan = plan_of(RULES[rule])
    for stage in released_stages(plan):
        found = words(pages(plan, stage.number, paper, Layout.FRIDGE))
        assert not missing_from(found, [stage.aim, plan.both_legs, ASK]), stage.number


@pytest.mark.parametrize("number", [1, 2])
def test_the_first_pocket_sheet_says_that_there_are_no_runs(number):
    first = words(pages(plan_for(), number, Paper.LETTER, Layout.POCKET)[:1])

    assert squeezed("No runs in this stage.") in first


@pytest.mark.parametrize("layout", WHOLE)
@each_sheet
def test_how_to_do_it_and_what_for_are_never_left_out(plan, number, paper, layout):
    found = words(pages(plan, number, paper, layout))

    assert not missing_from(found, chain.from_iterable(map(how_to, stage_of(plan, number).exercises)))


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("paper", Paper)
def test_an_exercise_for_one_side_says_so_in_every_layout(paper, layout):
    rules = [exercise.side_rule for exercise in stage_of(SORE_HIP, 1).exercises if exercise.side_rule]
    found = words(pages(SORE_HIP, 1, paper, layout))

    assert len(rules) == 2
    assert not missing_from(found, rules)


@pytest.mark.parametrize("look", [{}, {"large": True}], ids=["usual", "large"])
@pytest.mark.parametrize("item", [Item(Kind.STAGE, 4), Item(Kind.UPKEEP)], ids=str)
def test_so_do_the_keep_it_card_and_large_print(item, look):
    plan = released(SORE_HIP)
    found = words(sheet_of(job_for(plan, items=(item,), look=look), item))
    rules = [exercise.side_rule for exercise in stage_of(plan, 4).exercises if exercise.side_rule]

    assert rules
    assert not missing_from(found, rules)


def test_the_page_beside_the_paper_says_for_which_side_it_is():
    plan = released(SORE_HIP)
    voice = Voice(Subject(SARAH_WHO, plan, 1), load_library(), str)
    said = list(every_text(stage_text(voice, Item(Kind.STAGE, 1))))

    assert not [exercise.name for exercise in plan.stages[0].exercises if exercise.side_rule not in ["", *said]]


@pytest.mark.parametrize("kept", EVERY_KEPT, ids=lambda kept: "-".join(sorted(kept)) or "nothing")
@pytest.mark.parametrize("plan", EVERY, ids=["knee", "hip"])
def test_words_that_leave_a_part_out_say_where_it_stands_and_others_do_not(plan, kept):
    job = job_for(plan)
    for exercise in all_exercises(plan):
        for style in TYPES:
            setting = Setting(exercise, job, 240, style)
            assert (squeezed(ASK) in words([setting.words(kept)])) == bool(setting.left_out(kept)), exercise.name


@pytest.mark.parametrize("layout", WHOLE)
@each_sheet
def test_every_exercise_that_misses_a_sentence_has_the_line(plan, number, paper, layout):
    found = words(pages(plan, number, paper, layout))
    short = [exercise.name for exercise in stage_of(plan, number).exercises if missing_from(found, may_go(exercise))]

    assert found.count(squeezed(ASK)) >= len(short), short


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_full_sheet_leaves_nothing_out(number):
    plan = plan_for()
    found = words(pages(plan, number, Paper.LETTER, Layout.FIT))

    assert squeezed(ASK) not in found
    assert not missing_from(found, chain.from_iterable(map(may_go, stage_of(plan, number).exercises)))


def test_with_a_code_on_the_sheet_the_line_leads_to_it():
    item, look = Item(Kind.STAGE, 1), {"layout": Layout.FRIDGE}
    job = job_for(plan_for(), look=look, items=(item,), subject=Subject(SARAH_WHO, plan_for(), 1, link=LINK))

    assert squeezed(SCAN) in words(sheet_of(job, item))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_four_to_a_page_keep_every_fault(number, paper):
    plan = plan_for()
    found = words(pages(plan, number, paper, Layout.FOUR))

    assert not missing_from(found, chain.from_iterable(e.faults for e in stage_of(plan, number).exercises))


@pytest.mark.parametrize("translate", [str, longer], ids=["english", "longer"])
@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_the_pocket_card_tells_how_to_fold_it(number, translate):
    found = words(pages(plan_for(), number, Paper.LETTER, Layout.POCKET, translate))

    assert squeezed("Fold each dashed line. Cut the solid line.") in found


def test_nothing_is_left_out_with_every_part_kept():
    job = job_for(plan_for())

    assert not [e.name for e in all_exercises(plan_for()) if Setting(e, job, 240, CARD).left_out(EVERYTHING)]
