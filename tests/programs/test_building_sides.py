"""Left is left, right is right, and nobody lies on a sore hip. A swapped side is the worst bug there is."""

from typing import Any

import pytest

from programs.plan import Plan, PrescribedExercise
from tests.programs.runners import (
    CLEAN,
    DROPS,
    MIRRORED,
    RULES,
    SLIGHT,
    all_exercises,
    exercise_of,
    keys_of,
    plan_for,
    plan_of,
)

LEFT = plan_for()
RIGHT = plan_for(**MIRRORED)
SORE_RIGHT_HIP = plan_for(**MIRRORED | {"pain_spot": "outer_hip"})
SORE_LEFT_HIP = plan_for(pain_spot="outer_hip")
SORE_OTHER_HIP = plan_for(pain_spot="outer_hip", pain_side="right")
SORE_HIPS = plan_for(pain_spot="outer_hip", pain_side="both")


def swap_words(text: str) -> str:
    return text.replace("left", "~").replace("right", "left").replace("~", "right")


@pytest.mark.parametrize(
    ("stage", "key", "left", "right"),
    [
        (
            1,
            "EX-01",
            "Lie on your right side with your left leg on top. Bend your right knee. "
            "Stack your hips, then roll the top hip a little forward.",
            "Lie on your left side with your right leg on top. Bend your left knee. "
            "Stack your hips, then roll the top hip a little forward.",
        ),
        (
            1,
            "EX-08",
            "Lie on your left side with your knees bent. "
            "Put your left forearm on the floor, with the elbow under your shoulder.",
            "Lie on your right side with your knees bent. "
            "Put your right forearm on the floor, with the elbow under your shoulder.",
        ),
        (
            2,
            "EX-05",
            "Lie on your back with both knees bent. "
            "Keep your left foot on the floor and lift your right foot. Keep your thighs side by side.",
            "Lie on your back with both knees bent. "
            "Keep your right foot on the floor and lift your left foot. Keep your thighs side by side.",
        ),
        (
            2,
            "EX-06",
            "Face a mirror. Stand sideways on a 4-in (10 cm) step on your left leg. "
            "Put your hands on your hips. Keep a rail near.",
            "Face a mirror. Stand sideways on a 4-in (10 cm) step on your right leg. "
            "Put your hands on your hips. Keep a rail near.",
        ),
        (
            1,
            "MB-02",
            "Kneel with your left knee on a pad and your right foot in front of you.",
            "Kneel with your right knee on a pad and your left foot in front of you.",
        ),
        (
            3,
            "MB-03",
            "Stand tall and hold a wall or chair. "
            "Cross your left leg a little behind your right leg and turn it in a bit.",
            "Stand tall and hold a wall or chair. "
            "Cross your right leg a little behind your left leg and turn it in a bit.",
        ),
    ],
)
def test_the_set_up_names_the_side_that_works(stage: int, key: str, left: str, right: str):
    assert exercise_of(LEFT, stage, key).set_up == left
    assert exercise_of(RIGHT, stage, key).set_up == right


def test_the_steps_of_the_step_down_name_both_sides_right():
    assert exercise_of(RIGHT, 2, "EX-06").steps == (
        "Push your hips back and bend your right knee for 3 counts.",
        "Tap the floor lightly with your left heel.",
        "Push up through your whole right foot for 2 counts.",
    )


def test_the_hip_hike_lifts_the_hip_of_the_free_leg():
    assert exercise_of(LEFT, 2, "EX-07").steps == (
        "Let your right hip sink below the step for 3 counts. Go only as far as you control.",
        "Lift it level or just above for 2 counts. Your left hip does the work.",
        "Hold for 2 counts.",
    )


def words_of(exercise: PrescribedExercise) -> str:
    lists = (
        *exercise.steps,
        *exercise.cues,
        *exercise.faults,
        *(picture.alt for picture in exercise.pictures),
    )
    return "\n".join((exercise.set_up, exercise.easier, exercise.harder, exercise.stop, exercise.note, *lists))


def test_the_plan_for_the_other_leg_is_the_same_plan_mirrored():
    for left, right in zip(all_exercises(LEFT), all_exercises(RIGHT), strict=True):
        assert left.key == right.key
        assert (left.leg, right.leg) in {("left", "right"), ("both", "both")}
        assert swap_words(words_of(left)) == words_of(right)


def test_every_picture_of_the_other_leg_is_the_same_one_flipped():
    for left, right in zip(all_exercises(LEFT), all_exercises(RIGHT), strict=True):
        for one, other in zip(left.pictures, right.pictures, strict=True):
            assert one.slug == other.slug
            if left.leg != "both":
                assert one.flipped_for(left.leg) != other.flipped_for(right.leg)


@pytest.mark.parametrize("plan", [LEFT, RIGHT], ids=["left", "right"])
def test_the_alternative_text_of_a_picture_names_the_leg_that_works_once_flipped(plan: Plan):
    step_down = exercise_of(plan, 2, "EX-06")

    start = step_down.pictures[0]
    assert start.flipped_for(step_down.leg) == (plan is RIGHT)
    assert f"the {step_down.leg} foot on a step" in start.alt


@pytest.mark.parametrize(
    ("changes", "leg"),
    [
        ({}, "left"),
        (MIRRORED, "right"),
        ({"pain_side": "right"}, "left"),
        ({"right": DROPS, "pain_side": "right"}, "right"),
        ({"left": SLIGHT, "right": DROPS}, "right"),
        ({"left": CLEAN, "right": CLEAN, "pain_side": "right"}, "right"),
        ({"right": DROPS, "pain_side": "both"}, "left"),
    ],
    ids=[
        "the leg the pattern names",
        "the other leg",
        "the pattern before the pain",
        "both the same: the sore side",
        "both: the higher score",
        "no pattern: the sore side",
        "nothing tells them apart",
    ],
)
def test_the_weaker_leg_is_trained_first(changes: dict[str, Any], leg: str):
    plan = plan_for(**changes)

    assert exercise_of(plan, 2, "EX-06").leg == leg


def test_the_sheet_says_which_leg_starts():
    assert RIGHT.both_legs == "Train both legs, with the same count. Start with your right leg."


def test_the_sheet_says_when_no_leg_stood_out():
    assert "you may start with either one" in plan_of(RULES["PL-07"]).both_legs


def test_the_sheet_says_when_both_legs_showed_it_alike():
    both = plan_for(right=DROPS, pain_side="both")

    assert (
        both.both_legs
        == "Train both legs, with the same count. Both showed the pattern, so you may start with either one."
    )


def test_an_exercise_for_both_legs_at_once_names_no_leg():
    assert exercise_of(LEFT, 1, "EX-04").leg == "both"
    assert exercise_of(LEFT, 2, "EX-09").leg == "both"


def lies_on(exercise: PrescribedExercise) -> str:
    return next((side for side in ("left", "right") if f"Lie on your {side} side" in exercise.set_up), "")


@pytest.mark.parametrize("plan", [SORE_LEFT_HIP, SORE_RIGHT_HIP, SORE_HIPS])
def test_with_outer_hip_pain_the_side_stretch_is_left_out(plan: Plan):
    assert "MB-03" not in {exercise.key for exercise in all_exercises(plan)}


@pytest.mark.parametrize(("plan", "sore"), [(SORE_LEFT_HIP, "left"), (SORE_RIGHT_HIP, "right")])
def test_nobody_lies_on_a_sore_hip(plan: Plan, sore: str):
    lain_on = {lies_on(exercise) for exercise in all_exercises(plan)} - {""}

    assert lain_on
    assert sore not in lain_on


def test_a_sore_hip_is_trained_on_top_and_its_side_only():
    leg_raise = exercise_of(SORE_RIGHT_HIP, 1, "EX-01")

    assert leg_raise.leg == "right"
    assert leg_raise.set_up.startswith("Lie on your left side with your right leg on top.")
    only = "Do this one with your right leg only. Lying on your right side could press on the sore hip."
    assert leg_raise.side_rule == only


def test_the_side_plank_is_done_on_the_good_side():
    plank = exercise_of(SORE_RIGHT_HIP, 1, "EX-08")

    assert plank.leg == "left"
    only = "Do this one on your left side only. Lying on your right side could press on the sore hip."
    assert plank.side_rule == only


def test_where_the_first_leg_could_only_be_raised_lying_on_the_sore_hip_the_sore_leg_is_raised():
    assert keys_of(SORE_OTHER_HIP, 1)[:3] == ["EX-01", "EX-08", "EX-04"]
    assert (exercise_of(SORE_OTHER_HIP, 1, "EX-01").leg, lies_on(exercise_of(SORE_OTHER_HIP, 1, "EX-01"))) == (
        "right",
        "left",
    )


def test_upkeep_has_a_standing_exercise_for_it():
    assert keys_of(SORE_OTHER_HIP, 4)[:3] == ["EX-09", "EX-10", "EX-05"]


def test_with_both_hips_sore_nothing_is_done_lying_on_a_side():
    assert keys_of(SORE_HIPS, 1) == ["EX-04", "MB-02", "MB-01"]
    assert not [exercise.key for exercise in all_exercises(SORE_HIPS) if lies_on(exercise)]


def test_the_hip_hike_never_sinks_below_level_with_a_sore_hip():
    hike = exercise_of(SORE_LEFT_HIP, 2, "EX-07")

    assert hike.steps[0] == "Lower your right hip until your belt is level, for 3 counts. Do not go lower."
    assert [picture.slug for picture in hike.pictures] == ["hip-hike-finish"]


def test_the_release_is_done_standing_with_a_sore_hip():
    assert "Stand with a ball" in exercise_of(SORE_LEFT_HIP, 1, "MB-01").set_up


def test_the_sheet_says_that_some_exercises_are_for_one_side_only():
    assert "for one side only" in SORE_LEFT_HIP.both_legs
    assert "for one side only" not in LEFT.both_legs
