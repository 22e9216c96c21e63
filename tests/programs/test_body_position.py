"""A session has the runner lie down once (BP-01), and loses or doubles nothing on the way."""

from collections import Counter
from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.library import load_library
from programs.plan import PrescribedExercise, Stage
from programs.plan_storage import plan_from_dict, plan_to_dict
from programs.rules.body_position import FEET, FLOOR, KNEES, LEVELS, lying_once
from tests.conftest import VIGNETTES
from tests.programs.runners import EVERY_PLAN, exercise_of, plan_for, plan_of, stage_of

POSITIONS = st.lists(st.sampled_from(sorted(LEVELS)), max_size=9)
WORKED = [plan_of(vignette["case"]) for vignette in VIGNETTES.values()]
PLANS = [plan for plan in (*EVERY_PLAN, *WORKED) if plan.stages]


def ordered(positions, before=()):
    return [positions[place] for place in lying_once(positions, before)]


def session(stage: Stage) -> list[PrescribedExercise]:
    """What is done in one session: practice, then the exercises; the drills belong to a run."""
    practice = load_library().stages[stage.number].practice
    return [*(drill for drill in stage.warm_up if drill.key in practice), *stage.exercises]


def times_down(positions) -> int:
    return [level for level, _ in groupby(LEVELS[position] for position in positions)].count(FLOOR)


def test_activation_on_the_floor_comes_first():
    positions = ["side", "standing", "back", "side", "kneeling"]

    assert ordered(positions) == ["side", "side", "back", "kneeling", "standing"]


def test_loading_on_the_feet_comes_first_where_it_would_anyway():
    assert ordered(["standing", "back", "kneeling", "standing"]) == ["standing", "standing", "kneeling", "back"]


def test_practice_on_the_feet_keeps_the_session_on_the_feet_first():
    assert ordered(["back", "standing"], before=["standing"]) == ["standing", "back"]


def test_kneeling_alone_says_nothing_about_where_to_begin():
    assert ordered(["kneeling", "back", "standing"]) == ["back", "kneeling", "standing"]
    assert ordered(["kneeling", "kneeling"]) == ["kneeling", "kneeling"]


def test_exercises_of_one_position_keep_their_order():
    assert lying_once(["standing", "back", "standing", "back"]) == (0, 2, 1, 3)


@given(positions=POSITIONS, before=st.lists(st.sampled_from(["standing", "back"]), max_size=1))
def test_nobody_lies_down_twice(positions, before):
    assert times_down([*before, *ordered(positions, before)]) <= 1


@given(positions=POSITIONS)
def test_nothing_is_lost_or_doubled(positions):
    assert sorted(lying_once(positions)) == list(range(len(positions)))


@given(positions=POSITIONS)
def test_kneeling_lies_between_the_floor_and_the_feet(positions):
    levels = [LEVELS[position] for position in ordered(positions)]

    assert levels in (sorted(levels), sorted(levels, reverse=True))


@given(plan=st.sampled_from(PLANS))
def test_no_stage_of_a_plan_has_the_runner_lie_down_twice(plan):
    for stage in plan.stages:
        assert times_down([exercise.position for exercise in session(stage)]) <= 1


@given(plan=st.sampled_from(PLANS))
def test_side_back_and_front_come_in_one_piece_each(plan):
    for stage in plan.stages:
        pieces = Counter(position for position, _ in groupby(exercise.position for exercise in stage.exercises))
        assert max(pieces.values()) == 1


@given(plan=st.sampled_from(PLANS))
def test_every_exercise_of_a_plan_says_how_the_body_is(plan):
    assert all(exercise.position in LEVELS for stage in plan.stages for exercise in (*stage.exercises, *stage.warm_up))


@pytest.mark.parametrize(("number", "level"), [(1, FLOOR), (2, FEET), (3, FEET), (4, FLOOR)])
def test_each_stage_begins_where_its_first_exercise_would(number, level):
    assert LEVELS[session(stage_of(plan_for(), number))[0].position] == level


def test_with_a_sore_hip_the_release_is_done_standing():
    assert exercise_of(plan_for(), 1, "MB-01").position == "front"
    assert exercise_of(plan_for(pain_spot="outer_hip"), 1, "MB-01").position == "standing"


def test_the_stretch_on_one_knee_is_the_only_thing_done_kneeling():
    kneeling = {e.key for e in load_library().exercises.values() if LEVELS[e.words.position] == KNEES}

    assert kneeling == {"MB-02"}


def test_a_plan_stored_before_positions_were_kept_can_still_be_read():
    plan = plan_for()
    kept = plan_to_dict(plan)
    for stage in kept["stages"]:
        for exercise in (*stage["exercises"], *stage["warm_up"]):
            del exercise["position"]

    old = plan_from_dict(kept)

    assert [e.key for e in old.stages[1].exercises] == [e.key for e in plan.stages[1].exercises]
    assert old.stages[0].exercises[0] == replace(plan.stages[0].exercises[0], position="")
