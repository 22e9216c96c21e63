"""The warm-up card: every drill on one page, to be used standing."""

from dataclasses import replace

import pytest

from programs.library import load_library
from programs.sheets.cards_text import drills_of
from programs.sheets.order import Item, Kind, SheetError, Subject, choices_for
from programs.sheets.paper import Paper
from tests.programs.boxes import arts, faults
from tests.programs.plans import SARAH_WHO, pages_of, squeezed, text
from tests.programs.plans import sheet as file
from tests.programs.runners import EVERY_PLAN, RULES, exercise_of, plan_for, plan_of, stage_of

CARD = (Item(Kind.WARM_UP),)
DRILLS = stage_of(plan_for(), 3).warm_up
WORDS = squeezed(text(file(plan_for(), items=CARD)))


def with_first_drill(**changes):
    """Sarah's plan, with the first drill of her warm-up before a run changed."""
    plan, stage = plan_for(), stage_of(plan_for(), 3)
    changed = replace(stage, warm_up=(replace(stage.warm_up[0], **changes), *stage.warm_up[1:]))
    return replace(plan, stages=tuple(changed if other.number == 3 else other for other in plan.stages))


@pytest.mark.parametrize("rule", ["PL-03", "PL-06", "PL-07"])
@pytest.mark.parametrize("paper", Paper)
def test_the_warm_up_takes_one_page_on_which_nothing_is_cut_or_covered(rule, paper):
    pages = pages_of(plan_of(RULES[rule]), 1, paper, CARD)

    assert (len(pages), faults(pages[0])) == (1, [])


@pytest.mark.parametrize("drill", DRILLS, ids=lambda drill: drill.key)
def test_a_drill_is_there_whole(drill):
    dose = drill.dose
    said = (drill.name, drill.set_up, *drill.steps, *drill.cues, *drill.faults, drill.note)

    assert not [words for words in said if squeezed(words) not in WORDS]
    assert not [words for words in (dose.start, dose.goal, dose.tempo, dose.hold, dose.rest, dose.days)
                if squeezed(words) not in WORDS]  # fmt: skip


def test_drills_come_in_their_order():
    places = [WORDS.index(squeezed(drill.name + drill.dose.start)) for drill in DRILLS]

    assert places == sorted(places)


def test_every_picture_of_every_drill_is_shown():
    drawn = [art.slug for art in arts(pages_of(plan_for(), 1, Paper.LETTER, CARD)[0])]

    assert drawn == [picture.slug for drill in DRILLS for picture in drill.pictures]


def test_pictures_are_large_enough_for_a_hallway():
    drawn = arts(pages_of(plan_for(), 1, Paper.LETTER, CARD)[0])

    assert min(art.height for art in drawn) >= 55


def test_a_drill_for_the_other_leg_is_mirrored():
    plan = with_first_drill(leg="right", pictures=exercise_of(plan_for(), 3, "WU-08").pictures)
    drawn = arts(pages_of(plan, 1, Paper.LETTER, CARD)[0])

    assert [art.flipped for art in drawn[:2]] == [True, True]
    assert not any(art.flipped for art in drawn[2:])


def test_when_to_leave_a_drill_out_and_how_long_it_takes_stand_first():
    help_text = load_library().sheet.warm_up_help

    assert "minutes" in help_text
    assert 0 < WORDS.index(squeezed(help_text)) < WORDS.index(squeezed(DRILLS[0].name))


def test_what_most_drills_share_stands_once():
    assert WORDS.count(squeezed("No rest needed")) == 1
    assert WORDS.count(squeezed("Before every run")) == 1


def test_a_drill_with_a_stop_rule_of_its_own_shows_it():
    plan = with_first_drill(stop="Leave this out if your shin hurts.")

    assert text(file(plan, items=CARD)).count("Leave this out if your shin hurts.") == 1


def test_the_practice_of_stage_2_is_no_warm_up():
    plan = plan_for()
    early = replace(plan, stages=tuple(stage for stage in plan.stages if stage.number < 3))

    with pytest.raises(SheetError, match="no warm-up"):
        file(early, items=CARD)


def test_a_held_stage_lends_no_warm_up():
    plan = plan_for()
    held = replace(plan, stages=tuple(replace(stage, needs_staff=True) for stage in plan.stages))

    with pytest.raises(SheetError, match="no warm-up"):
        file(held, items=CARD)


@pytest.mark.parametrize("plan", EVERY_PLAN)
def test_a_card_is_offered_where_there_is_one_and_only_there(plan):
    offered = Item(Kind.WARM_UP) in choices_for(Subject(SARAH_WHO, plan, 1))
    try:
        found = bool(drills_of(plan))
    except SheetError:
        found = False

    assert offered == found


def test_when_to_get_help_stands_on_the_card():
    words = load_library().sheet

    assert not [item for item in (words.get_help_title, *words.get_help) if squeezed(item) not in WORDS]
