"""A plan holds the right exercises, doses, gates and releases for every rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.plan import Plan
from screening.assessment import RULE_SET
from tests.programs.runners import (
    EVERY_PLAN,
    PAIN_FREE,
    RULES,
    SLIGHT,
    TODAY,
    all_exercises,
    exercise_of,
    keys_of,
    plan_for,
    plan_of,
    stage_of,
)

LEFT = plan_for()
SORE_OTHER_HIP = plan_for(pain_spot="outer_hip", pain_side="right")
SORE_HIPS = plan_for(pain_spot="outer_hip", pain_side="both")


@pytest.mark.parametrize("plan", EVERY_PLAN)
def test_no_placeholder_is_left_open(plan: Plan):
    assert "{" not in "".join(str(exercise) for exercise in all_exercises(plan))
    assert "{" not in plan.both_legs


def test_the_sheets_of_sarah_hold_what_the_clinical_rules_list():
    assert [keys_of(LEFT, number) for number in (1, 2, 3, 4)] == [
        ["EX-01", "EX-08", "EX-04", "MB-01", "MB-02"],
        ["EX-06", "EX-07", "EX-09", "MB-02", "EX-05", "MB-01"],
        ["EX-06", "EX-11", "EX-09", "MB-03", "MB-02"],
        ["EX-01", "EX-05", "EX-10"],
    ]


def test_stage_2_opens_with_mirror_squat_practice():
    (practice,) = stage_of(LEFT, 2).warm_up

    assert (practice.key, practice.name, practice.kind) == ("EX-10", "Mirror squat practice", "warm_up")
    assert practice.dose.start == "2 x 5"


@pytest.mark.parametrize("number", [3, 4])
def test_the_warm_up_set_stands_before_every_run(number: int):
    drills = stage_of(LEFT, number).warm_up

    assert [drill.key for drill in drills] == [f"WU-0{n}" for n in range(1, 10)]
    assert {drill.dose.days for drill in drills} == {"Before every run"}


def test_the_side_plank_starts_on_the_knees():
    assert exercise_of(LEFT, 1, "EX-08").name == "Side plank on your knees"
    assert exercise_of(LEFT, 1, "EX-08").pictures[0].slug == "side-plank-knees-start"


def test_the_step_is_higher_in_stage_3():
    assert "6 to 8 in (15 to 20 cm) step" in exercise_of(LEFT, 3, "EX-06").set_up


def test_a_dose_without_days_of_its_own_takes_those_of_the_stage():
    assert exercise_of(LEFT, 1, "EX-01").dose.days == "5 days a week (3 if sore)"
    assert exercise_of(LEFT, 1, "MB-01").dose.days == "3 to 5 days a week"


@pytest.mark.parametrize("rule", RULES)
def test_every_plan_rule_gets_its_stages(rule: str):
    stages = {"PL-06": [1, 2, 4], "PL-07": [4]}.get(rule, [1, 2, 3, 4])
    plan = plan_of(RULES[rule])

    assert plan.rule == rule
    assert [stage.number for stage in plan.stages] == stages


@given(plan=st.sampled_from(EVERY_PLAN))
def test_no_sheet_holds_more_than_four_strength_exercises_and_two_mobility_pieces(plan: Plan):
    for stage in plan.stages:
        kinds = [exercise.kind for exercise in stage.exercises]
        assert 1 <= kinds.count("strength") <= 4
        assert kinds.count("mobility") <= 2
        assert len(kinds) == kinds.count("strength") + kinds.count("mobility")


@given(plan=st.sampled_from(EVERY_PLAN))
def test_no_exercise_stands_twice_on_a_sheet(plan: Plan):
    for stage in plan.stages:
        keys = [exercise.key for exercise in (*stage.exercises, *stage.warm_up)]
        assert len(keys) == len(set(keys))


@given(plan=st.sampled_from(EVERY_PLAN))
def test_what_is_left_out_stands_on_no_sheet(plan: Plan):
    assert not set(plan.leave_out) & {exercise.key for exercise in all_exercises(plan)}


def test_without_the_roller_the_side_stretch_takes_its_place():
    plan = plan_for(flags={"RF-22": "yes"})

    assert keys_of(plan, 1)[-2:] == ["MB-02", "MB-03"]


def test_with_a_sore_hip_and_no_roller_one_stretch_is_left():
    plan = plan_for(pain_spot="outer_hip", flags={"RF-22": "yes"})

    assert keys_of(plan, 1)[-1] == "MB-02"
    assert "MB-03" not in keys_of(plan, 1)


def gate(plan: Plan, number: int) -> str:
    return " ".join(stage_of(plan, number).gate)


def test_a_clear_pattern_leaves_stage_1_when_the_count_is_reached():
    assert "3 x 15 leg raises" in gate(LEFT, 1)


def test_a_possible_pattern_may_leave_stage_1_at_its_minimum():
    possible = plan_for(left=SLIGHT)

    assert "At least 7 days have passed" in gate(possible, 1)
    assert "You do not have to reach 3 x 15 first." in gate(possible, 1)
    assert "3 x 15 leg raises" not in gate(possible, 1)


def test_the_gate_asks_only_for_what_is_on_the_sheet():
    assert "leg raises on each side you train" in gate(SORE_OTHER_HIP, 1)
    assert "leg raises" not in gate(SORE_HIPS, 1)
    assert "10 bridges" in gate(SORE_HIPS, 1)


def test_hops_are_part_of_the_gate_to_running():
    assert "10 small hops on each leg" in gate(LEFT, 2)


@pytest.mark.parametrize("flag", ["RF-13", "RF-14a", "RF-14b"])
def test_after_a_bone_or_energy_flag_the_clinic_decides_on_hops(flag: str):
    plan = plan_for(flags={flag: "yes"})

    assert "10 small hops" not in gate(plan, 2)
    assert "The clinic decides on hops with you." in gate(plan, 2)


def test_without_return_to_running_no_walk_or_hop_test_is_asked():
    assert "hops" not in gate(plan_of(PAIN_FREE), 2)
    assert "30 minutes" not in gate(plan_of(PAIN_FREE), 2)


def test_upkeep_alone_never_sends_back_to_a_stage_that_was_not_planned():
    assert "Stage 2" in gate(LEFT, 4)
    assert "Stage 2" not in gate(plan_of(RULES["PL-07"]), 4)


@pytest.mark.parametrize(
    ("rule", "held"), [("PL-03", []), ("PL-04", [3]), ("PL-05", [1]), ("PL-06", []), ("PL-07", [])]
)
def test_a_stage_that_staff_must_release_says_so(rule: str, held: list[int]):
    assert [stage.number for stage in plan_of(RULES[rule]).stages if stage.needs_staff] == held


def test_runs_wait_until_stage_3():
    assert "No runs in this stage." in stage_of(LEFT, 1).aim
    assert "No runs" not in stage_of(LEFT, 3).aim


def test_without_pain_normal_running_goes_on_beside():
    aim = stage_of(plan_of(PAIN_FREE), 1).aim

    assert "Keep your normal runs beside this stage. Let no week grow by more than 10 percent." in aim


def test_the_plan_keeps_its_versions_and_its_date():
    assert (LEFT.rule_set, LEFT.content_version, LEFT.issued_on) == (RULE_SET, "2026-11.2", TODAY)


def test_the_plan_keeps_the_reasons_of_what_was_found_and_of_what_was_assigned():
    assert {"SC-02", "PL-03"} <= {reason.rule for reason in LEFT.reasons}


def test_a_locked_result_has_no_stages():
    plan = plan_for(flags={"RF-06": "yes"})

    assert (plan.stages, plan.run, plan.both_legs) == ((), None, "")
