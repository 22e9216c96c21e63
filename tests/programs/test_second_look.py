"""The clinician's rating beside the runner's: where they differ, and the case that follows from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.rules.second_look import case_with, differences
from screening.assessment import assess
from screening.case import Leg, parse_case
from tests.cases import leg, sarah, sarahs_case

SIGNS = st.sampled_from([0, 1, 2, None])
LEVELS = st.integers(0, 2)
LEGS = st.builds(
    Leg,
    side=st.just("left"),
    reps=st.integers(0, 5),
    hip_drop=SIGNS,
    knee_cave=SIGNS,
    trunk_lean=LEVELS,
    balance=LEVELS,
    pain=st.integers(0, 10),
)


def test_the_same_ratings_do_not_differ():
    assert differences(leg(hip_drop=1), leg(hip_drop=1)) == ()


def test_two_apart_is_flagged():
    (found,) = differences(leg(hip_drop=2), leg(hip_drop=0))
    assert (found.sign, found.own, found.staff, found.flagged) == ("hip_drop", 2, 0, True)


def test_two_apart_names_its_rule():
    (found,) = differences(leg(knee_cave=0), leg(knee_cave=2))
    assert found.reason.rule == "SC-08"
    assert "never averaged" in found.reason.sentence


def test_one_apart_is_told_and_not_flagged():
    (found,) = differences(leg(knee_cave=1), leg(knee_cave=0))
    assert not found.flagged
    assert found.reason.source


def test_a_sign_that_one_could_not_tell_is_no_difference():
    assert differences(leg(hip_drop=None, knee_cave=2), leg(hip_drop=2, knee_cave=None)) == ()


def test_the_two_must_be_the_same_leg():
    with pytest.raises(ValueError, match="left and right"):
        differences(leg("left"), leg("right"))


def test_the_rated_leg_takes_the_place_of_the_runners():
    rated = leg("left", hip_drop=0, knee_cave=0)
    case = case_with(sarahs_case(), {"left": rated})
    assert (case.left, case.right) == (rated, sarahs_case().right)


def test_without_a_rating_the_case_stays():
    assert case_with(sarahs_case(), {}) == sarahs_case()


def test_a_rating_opens_nothing_that_a_red_flag_closed():
    locked = parse_case(sarah(flags={"RF-04": "yes"}))
    case = case_with(locked, {"left": leg("left"), "right": leg("right")})
    assert case == locked
    assert assess(case).triage.locked


@given(own=LEGS, staff=LEGS)
def test_every_difference_is_one_of_two_ratings_that_were_made(own, staff):
    for found in differences(own, staff):
        assert getattr(own, found.sign) == found.own
        assert getattr(staff, found.sign) == found.staff
        assert found.flagged == (abs(found.own - found.staff) == 2)


@given(staff=LEGS)
def test_the_rules_see_the_clinicians_leg_and_the_runners_own_other_one(staff):
    case = case_with(sarahs_case(), {"left": staff})
    assert case.left == staff
    assert replace(case, left=sarahs_case().left) == sarahs_case()
    assert assess(case).right == assess(sarahs_case()).right
