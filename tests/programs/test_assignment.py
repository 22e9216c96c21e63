"""Which plan a result gets, what staff must release, what is left out."""

import pytest

from programs.rules.assignment import assign
from screening.assessment import assess
from screening.case import parse_case
from tests.cases import raw_leg, sarah, tom

CLEAN = {"left": raw_leg(), "right": raw_leg()}
PARTLY = {"began": "one_moment", "same_distance": "no"}


def plan_of(raw):
    case = parse_case(raw)
    return assign(case, assess(case))


def rules_of(plan):
    return [why.rule for why in plan.reasons]


@pytest.mark.parametrize(
    ("raw", "rule", "stages", "needs_staff"),
    [
        (sarah(flags={"RF-01": "yes"}), "PL-00", (), ()),
        (sarah(age=17), "PL-00", (), ()),
        (sarah(pain_spot="shin"), "PL-01", (), ()),
        (sarah(left=raw_leg(reps=1)), "PL-02", (), ()),
        (sarah(), "PL-03", (1, 2, 3, 4), ()),
        (sarah(**PARTLY), "PL-04", (1, 2, 3, 4), ("stage_3",)),
        (sarah(**CLEAN), "PL-05", (1, 2, 3, 4), ("start",)),
        (sarah(**CLEAN, **PARTLY), "PL-05", (1, 2, 3, 4), ("start",)),
        (tom(left=raw_leg(knee_cave=1)), "PL-06", (1, 2, 4), ()),
        (tom(), "PL-07", (4,), ()),
    ],
)
def test_each_class_gets_its_plan(raw, rule, stages, needs_staff):
    plan = plan_of(raw)

    assert (plan.rule, plan.stages, plan.needs_staff) == (rule, stages, needs_staff)
    assert rules_of(plan)[0] == rule


@pytest.mark.parametrize("flag", ["RF-13", "RF-14a", "RF-23"])
def test_bone_energy_and_joint_cautions_hold_stage_3_for_staff(flag):
    plan = plan_of(sarah(flags={flag: "not_sure"}))

    assert plan.needs_staff == ("stage_3",)
    assert rules_of(plan) == ["PL-03", "PL-08", flag[:5]]


def test_each_caution_that_holds_stage_3_gives_its_reason():
    plan = plan_of(sarah(flags={"RF-23": "yes", "RF-13": "yes"}, **PARTLY))

    assert (plan.needs_staff, rules_of(plan)) == (("stage_3",), ["PL-04", "PL-08", "RF-13", "RF-23"])


@pytest.mark.parametrize("flag", ["RF-22", "RF-24"])
def test_other_cautions_hold_nothing(flag):
    raw = sarah(pain_weeks=20) if flag == "RF-24" else sarah(flags={flag: "yes"})

    assert plan_of(raw).needs_staff == ()


def test_staff_hold_start_and_stage_3_together():
    assert plan_of(sarah(flags={"RF-13": "yes"}, **CLEAN)).needs_staff == ("start", "stage_3")


def test_a_plan_without_stage_3_needs_nobody_to_release_it():
    plan = plan_of(tom(flags={"RF-13": "yes"}))

    assert (plan.needs_staff, rules_of(plan)) == ((), ["PL-07"])


def test_easy_bleeding_leaves_out_the_roller():
    plan = plan_of(sarah(flags={"RF-22": "yes"}))

    assert (plan.leave_out, rules_of(plan)) == (("MB-01",), ["PL-03", "PL-08", "RF-22"])


def test_outer_hip_pain_leaves_out_the_side_stretch():
    plan = plan_of(sarah(pain_spot="outer_hip"))

    assert (plan.leave_out, rules_of(plan)) == (("MB-03",), ["PL-04", "PL-08", "PL-04"])
    assert "leaves out the stretch" in plan.reasons[-1].sentence


def test_both_can_be_left_out():
    assert plan_of(sarah(pain_spot="outer_hip", flags={"RF-22": "not_sure"})).leave_out == ("MB-01", "MB-03")


@pytest.mark.parametrize("raw", [sarah(left=raw_leg(reps=1)), sarah(flags={"RF-01": "yes"})])
def test_without_stages_nothing_is_left_out(raw):
    flags = {"RF-22": "yes", **raw["flags"]}

    assert plan_of({**raw, "flags": flags}).leave_out == ()


def test_upkeep_leaves_out_the_roller_too():
    assert plan_of(tom(flags={"RF-22": "yes"})).leave_out == ("MB-01",)


@pytest.mark.parametrize(("pain", "fired"), [(2, False), (3, True)])
def test_runs_wait_when_running_hurts_3_or_more(pain, fired):
    assert ("PL-08" in rules_of(plan_of(sarah(pain_running=pain)))) is fired


def test_without_a_pattern_no_reason_speaks_of_waiting_runs():
    assert "PL-08" not in rules_of(plan_of(sarah(**CLEAN)))


def test_a_pattern_without_pain_says_nothing_of_waiting_runs():
    assert rules_of(plan_of(tom(left=raw_leg(hip_drop=2)))) == ["PL-06"]


@pytest.mark.parametrize(("raw", "runs"), [(sarah(), True), (tom(), False), (sarah(age=17), False)])
def test_running_comes_back_where_stage_3_is_planned(raw, runs):
    assert plan_of(raw).has_run is runs


def test_reasons_carry_sentence_and_source():
    reason = plan_of(sarah(flags={"RF-14b": "yes"})).reasons[-1]

    assert reason.sentence == "One of your answers means the clinic will look before you run again."
    assert reason.source == "Triage table; clinic setting, needs sign-off"


def test_the_plan_rule_is_told_in_its_own_words():
    reason = plan_of(sarah()).reasons[0]

    assert reason.sentence == "You start at Stage 1 and train both legs, the named leg first."
    assert reason.source.startswith("Clinic article; McKay 2020")


def test_with_both_legs_named_none_is_the_named_leg():
    raw = sarah()

    reason = plan_of({**raw, "right": raw["left"]}).reasons[0]

    assert reason.sentence == "You start at Stage 1 and train both legs, for both showed the pattern."
