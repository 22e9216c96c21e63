"""The keep-it card: three drills, a year to tick, and when to look again, on one page."""

from dataclasses import replace

import pytest

from programs.library import load_library
from programs.pdf.upkeep_year import MIRROR_MONTHS, SESSIONS, WEEKS
from programs.sheets.order import Item, Kind, SheetError, released_stages
from programs.sheets.paper import Paper
from tests.programs.boxes import arts, boxes, faults
from tests.programs.plans import pages_of, placements, squeezed, text
from tests.programs.plans import sheet as file
from tests.programs.runners import DROPS, EVERY_PLAN, MIRRORED, RULES, SARAH, plan_for, plan_of, released, stage_of

CARD = (Item(Kind.UPKEEP),)
STAGE = stage_of(plan_for(), 4)
WORDS = squeezed(text(file(plan_for(), items=CARD)))
RUNNERS = {
    "Sarah": plan_for(),
    "right leg": plan_for(**MIRRORED),
    "both legs": plan_for(left=DROPS, right=DROPS),
    "no pain": plan_of(RULES["PL-06"]),
    "clean": plan_of(RULES["PL-07"]),
    "outer hip": released(plan_of(SARAH | {"pain_spot": "outer_hip"})),
    "both outer hips": released(plan_of(SARAH | {"pain_spot": "outer_hip", "pain_side": "both"})),
}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("plan", RUNNERS.values(), ids=RUNNERS.keys())
def test_keeping_it_takes_one_page_on_which_nothing_is_cut_or_covered(plan, paper):
    pages = pages_of(plan, 4, paper, CARD)

    assert (len(pages), faults(pages[0])) == (1, [])


@pytest.mark.parametrize("exercise", STAGE.exercises, ids=lambda exercise: exercise.key)
def test_a_drill_is_there_with_its_dose_steps_cues_and_stop_rule(exercise):
    dose = exercise.dose
    said = (exercise.name, exercise.set_up, *exercise.steps, *exercise.cues, exercise.stop, exercise.equipment)
    doses = (dose.start, dose.goal, dose.days, dose.hold, dose.tempo, dose.rest)

    assert not [words for words in (*said, *doses) if squeezed(words) not in WORDS]


@pytest.mark.parametrize("drill", STAGE.warm_up, ids=lambda drill: drill.key)
def test_the_warm_up_is_named_with_its_counts_and_cues(drill):
    assert squeezed(f"{drill.name}{drill.dose.start}.{''.join(drill.cues)}") in WORDS


@pytest.mark.parametrize("sentence", STAGE.gate)
def test_the_rules_of_upkeep_stand_first(sentence):
    assert WORDS.index(squeezed(sentence)) < WORDS.index(squeezed(STAGE.exercises[0].name))


def test_the_leg_that_starts_is_named():
    assert squeezed(plan_for().both_legs) in WORDS


def test_the_pain_rule_and_the_stop_rule_are_there():
    words = load_library().sheet
    said = [*(light.pain + light.sentence for light in words.pain_rule), *words.stop_rule.sentences]

    assert not [sentence for sentence in said if squeezed(sentence) not in WORDS]


def test_a_year_has_52_weeks_of_two_sessions():
    assert (len(WEEKS), sum(WEEKS), SESSIONS) == (12, 52, 2)


def test_every_session_and_every_mirror_check_has_its_box():
    page = pages_of(plan_for(), 4, Paper.LETTER, CARD)[0]

    assert len(list(boxes(page))) == 52 * 2 + 6


def test_the_mirror_check_is_due_as_the_gate_says():
    page = pages_of(plan_for(), 4, Paper.LETTER, CARD)[0]
    lines = list(placements(page))
    months = {line.words.removeprefix("Month "): line for line in lines if line.words.startswith("Month ")}
    due = {
        int(month) for month, line in months.items()
        if any(mirror.words == "Mirror" and abs(mirror.bottom - line.bottom) < 2 and 0 < mirror.left - line.left < 70
               for mirror in lines)
    }  # fmt: skip

    assert "once a month for 3 months, then every 3 months" in " ".join(STAGE.gate)
    assert due == MIRROR_MONTHS == {1, 2, 3, 6, 9, 12}


def test_start_and_finish_are_shown_for_the_right_leg():
    plan = plan_for(**MIRRORED)
    shown = [(art.slug, art.flipped) for art in arts(pages_of(plan, 4, Paper.LETTER, CARD)[0])]
    planned = [
        (picture.slug, picture.flipped_for(exercise.leg))
        for exercise in stage_of(plan, 4).exercises for picture in exercise.pictures if not picture.mark
    ]  # fmt: skip

    assert shown == planned
    assert any(flipped for _slug, flipped in shown)


def test_every_plan_with_upkeep_has_a_card_of_one_page():
    plans = [plan for plan in EVERY_PLAN if any(stage.number == 4 for stage in released_stages(plan))]

    assert {len(pages_of(plan, 4, Paper.LETTER, CARD)) for plan in plans} == {1}


def test_a_plan_without_upkeep_has_no_card():
    plan = replace(plan_for(), stages=plan_for().stages[:2])

    with pytest.raises(SheetError, match="no stage 4"):
        file(plan, items=CARD)


def test_upkeep_that_staff_hold_has_no_card():
    plan = plan_for()
    held = replace(plan, stages=tuple(replace(stage, needs_staff=stage.number == 4) for stage in plan.stages))

    with pytest.raises(SheetError, match="released"):
        file(held, items=CARD)
