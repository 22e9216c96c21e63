"""The cover names whose pack it is, all that is in it, and what to do first; it fits one page."""

from dataclasses import replace

import pytest

from programs.pdf.pack import Press, job_of, sheet_of
from programs.sheets.handout_words import cover_words
from programs.sheets.order import NAMES, Item, Kind, Look, Order, Subject, Who, choices_for
from programs.sheets.paper import Paper
from programs.sheets.seen import Seen
from tests.programs.plans import CLINIC, SARAH_WHO, TODAY, squeezed
from tests.programs.runners import EVERY_PLAN, MIRRORED, RULES, plan_for, plan_of
from tests.programs.sheet_checks import art_on, assert_well_set, words_on

COVER = Item(Kind.COVER)
SEEN = Seen("A hip control pattern", (), (), (), (), (), ())
HOSTILE = "<i>Ελένη</i> {name} %s 山田 Łukasz Nguyễn Thị Мария " + "W" * 40


def subject(plan=None, who=SARAH_WHO, seen=SEEN):
    return Subject(who, plan, 1 if plan else 0, TODAY, seen=seen)


def sheet(whose, paper=Paper.LETTER, items=None, letterhead=CLINIC):
    order = Order(whose, choices_for(whose) if items is None else items)
    return sheet_of(job_of(order, Press(Look(paper), letterhead, TODAY)), COVER)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("plan", [plan_for(), plan_for(**MIRRORED), *map(plan_of, RULES.values())])
def test_a_pack_of_every_sheet_has_a_cover_of_one_page(plan, paper):
    pages = sheet(subject(plan), paper)

    assert len(pages) == 1
    assert_well_set(pages)


def test_every_plan_there_is_has_a_cover():
    assert {len(sheet(subject(plan))) for plan in EVERY_PLAN} == {1}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", [HOSTILE, "W" * 80, "أحمد بن محمد", "", "Bo"])
def test_any_name_fits(name, paper):
    pages = sheet(subject(plan_for(), Who(name, "ITB-7F3K-Q2")), paper)

    assert len(pages) == 1
    assert_well_set(pages)


def test_a_hostile_name_stays_text():
    assert squeezed("<i>Ελένη</i> {name} %s") in squeezed(words_on(sheet(subject(plan_for(), Who(HOSTILE, "X")))))


def test_without_a_name_the_code_stands_large():
    assert words_on(sheet(subject(plan_for(), Who("", "ITB-7F3K-Q2")))).count("ITB-7F3K-Q2") == 2


def test_every_sheet_of_the_order_is_named_in_its_place():
    text = words_on(sheet(subject(plan_for())))
    stages = [f"Stage {number} of 4:" for number in (1, 2, 3, 4)]
    uses = [cover_words().use[kind] for kind in (Kind.WARM_UP, Kind.RUN, Kind.UPKEEP, Kind.MIRROR)]
    places = [text.index(words) for words in (cover_words().use[Kind.SEEN], *stages, NAMES[Kind.PLAN], *uses)]

    assert places == sorted(places)


def test_only_the_sheets_of_the_order_are_named():
    text = words_on(sheet(subject(plan_for()), items=(COVER, Item(Kind.STAGE, 1))))

    assert NAMES[Kind.RUN] not in text
    assert cover_words().use["stage"] in text


@pytest.mark.parametrize(
    ("changes", "words"), [({}, "Start with your left leg."), (MIRRORED, "Start with your right leg.")]
)
def test_the_leg_stands_there_in_words(changes, words):
    assert words in words_on(sheet(subject(plan_for(**changes))))


def test_the_first_stage_and_the_first_run_are_named():
    text = words_on(sheet(subject(plan_for())))

    assert "Then do your first session of Stage 1." in text
    assert "Your first run is on Dec 14, 2026 at the earliest." in text


def test_a_plan_that_waits_says_that_the_clinic_says_yes_first():
    text = words_on(sheet(subject(plan_of(RULES["PL-05"]))))

    assert cover_words().held_start in text
    assert "first session" not in text


def test_held_runs_are_left_out_until_the_clinic_has_looked():
    text = words_on(sheet(subject(plan_of(RULES["PL-04"]))))

    assert cover_words().held_run in text
    assert "Your first run" not in text


def test_without_a_plan_or_a_check_it_still_greets():
    pages = sheet(subject(seen=None), items=(COVER, Item(Kind.MIRROR)))

    assert cover_words().lead_no_check in words_on(pages)


@pytest.mark.parametrize("fact", [CLINIC.phone, CLINIC.hours, *CLINIC.address, "A pattern is not a diagnosis."])
def test_the_clinic_can_be_found_and_called(fact):
    assert fact in words_on(sheet(subject(plan_for())))


def test_a_clinic_without_hours_leaves_no_gap():
    pages = sheet(subject(plan_for()), letterhead=replace(CLINIC, hours=""))

    assert words_on(pages).count(f"Call the clinic. {CLINIC.phone}") == 1


def test_a_runner_runs_on_it():
    assert [slug for slug, _flipped, _x in art_on(sheet(subject(plan_for()))[0])] == ["body/run"]
