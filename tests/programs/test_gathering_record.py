"""The summary for the clinic's record holds every answer and every rule, locked or not; no runner is shown it."""

import pytest

from programs.models import IssuedPlan
from programs.printing.record_gathering import record_of
from programs.printing.subjects import subject_of
from programs.sheets.order import Item, Kind, choices_for
from screening.models import Screening
from screening.questions import load_questions
from screening.summary import sections_of
from screening.wizard import Walk
from tests.conftest import VIGNETTES
from tests.drafts import draft, sent

pytestmark = pytest.mark.django_db


def record_in(screening):
    return subject_of(screening, for_staff=True).record


def record_for(short, **changes):
    screening, _token = sent(VIGNETTES[short]["case"] | changes)
    return record_in(screening)


@pytest.fixture
def locked(runner):
    """A check that a red flag ended."""
    runner.whole_walk(VIGNETTES["V08"]["case"])
    return runner.screening


def test_every_answer_of_the_walk_stands_there():
    screening, _token = sent(VIGNETTES["V01"]["case"], name="Sarah Miller")
    walked = sections_of(Walk(load_questions(), screening.answers))

    kept = [(group.title, row) for group in record_in(screening).answers for row in group.rows]

    assert kept == [(section.title, (row.label, row.answer)) for section in walked for row in section.rows]


@pytest.mark.parametrize("short", ["V01", "V02", "V03", "V10", "V11", "V15", "V19"])
def test_every_rule_that_fired_stands_there_once(short):
    screening, _token = sent(VIGNETTES[short]["case"])
    plan, record = IssuedPlan.objects.get(screening=screening).read(), record_in(screening)
    shown = [item.sentence for item in (*record.flags, *record.legs, *record.rules)]

    fired = (*screening.read_assessment().reasons, *plan.reasons, *(plan.run.reasons if plan.run else ()))

    assert set(shown) >= {reason.sentence for reason in fired if reason.sentence}
    assert len({(item.rule, item.sentence) for item in record.rules}) == len(record.rules)


def test_both_legs_stand_there_with_score_and_rule():
    left, right = record_for("V01").legs

    assert (left.leg, left.state, left.score, left.rule) == ("Left leg", "Clear pattern", 3, "SC-02")
    assert (right.leg, right.state, right.score, right.rule) == ("Right leg", "No pattern seen", 0, "SC-06")


def test_a_leg_that_could_not_be_seen_has_no_score():
    case = VIGNETTES["V01"]["case"]

    assert record_for("V01", left=case["left"] | {"hip_drop": None}).legs[0].score is None


def test_the_class_is_named_with_side_strength_and_fit():
    assert record_for("V01").pattern == "Hip control pattern, left, clear, pain fits"


def test_pain_on_the_other_side_is_said():
    assert "pain on the other side" in record_for("V19").pattern


def test_the_plan_tells_its_rule_stages_and_runs():
    plan = " | ".join(record_for("V01").plan)

    assert plan.startswith("PL-03, version 1, issued")
    assert "Stages: 1, 2, 3, 4" in plan
    assert "run weeks, from" in plan


def test_what_is_left_out_is_said():
    assert "Left out: MB-01" in record_for("V15").plan


@pytest.mark.parametrize(("short", "held"), [("V03", "Held: staff open the start."),
                                             ("V14", "Held: staff open Stage 3.")])  # fmt: skip
def test_a_plan_that_waits_says_for_what(short, held):
    assert held in record_for(short).held


def test_a_locked_check_has_a_summary_without_legs_or_plan(locked):
    record = record_in(locked)

    assert record.locked
    assert (record.legs, record.plan, record.pattern) == ((), (), "")
    assert {"RF-09", "RF-14"} <= {flag.rule for flag in record.flags}


def test_a_locked_check_lists_only_what_was_asked(locked):
    rows = [row for group in record_in(locked).answers for row in group.rows]

    assert rows
    assert not [label for label, _answer in rows if "Left leg" in label]
    assert (
        "A red flag ended this check: no plan was given. What came after it was not asked." in record_in(locked).notes
    )


def test_a_number_left_after_a_red_flag_is_there_to_call_back(locked):
    Screening.objects.filter(pk=locked.pk).update(phone="973 555 0100")
    locked.refresh_from_db()

    assert "Call back: 973 555 0100" in record_in(locked).notes


def test_what_the_runner_was_told_stands_there(locked):
    told = record_in(locked).told

    assert told[0] == "Please see a clinician before you start"
    assert [sentence for sentence in told if "no running and no hopping" in sentence]


def test_a_draft_has_no_summary():
    screening, _token = draft(VIGNETTES["V01"]["case"])

    assert record_of(screening, None) is None


def test_a_runner_is_never_offered_the_summary():
    screening, _token = sent(VIGNETTES["V01"]["case"])

    assert subject_of(screening).record is None
    assert Item(Kind.SUMMARY) not in choices_for(subject_of(screening))
    assert Item(Kind.SUMMARY) in choices_for(subject_of(screening, for_staff=True))
