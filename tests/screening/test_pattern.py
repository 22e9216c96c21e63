"""Pain picture and both legs together: fit, class, side, strength, notes."""

from dataclasses import replace

import pytest

from screening.rules.pattern import fit_of, pattern_of
from screening.rules.single_leg_squat import LegState
from tests.cases import sarahs_case

CLEAR, POSSIBLE, NONE, RETEST = LegState.CLEAR, LegState.POSSIBLE, LegState.NONE, LegState.RETEST


def pain(**changes):
    return replace(sarahs_case().pain, **changes)


NO_POINTS = {
    "began": "one_moment",
    "same_distance": "no",
    "downhill_or_stairs": "not_sure",
    "eases": "does_not",
}
ONE_POINT_EACH = [
    {"began": "slowly"},
    {"same_distance": "yes"},
    {"downhill_or_stairs": "yes"},
    {"eases": "minutes"},
    {"eases": "same_day"},
    {"eases": "next_day"},
]


def test_no_pain_has_no_fit_to_judge():
    assert fit_of(None) == "no_pain"


def test_four_points_fit():
    assert fit_of(pain()) == "fits"


@pytest.mark.parametrize(
    "missing",
    [{"began": "one_moment"}, {"same_distance": "no"}, {"downhill_or_stairs": "no"}, {"eases": "does_not"}],
)
def test_three_points_fit(missing):
    assert fit_of(pain(**missing)) == "fits"


def test_two_points_fit_partly():
    assert fit_of(pain(began="one_moment", same_distance="not_sure")) == "partly"


@pytest.mark.parametrize("point", ONE_POINT_EACH)
def test_one_point_fits_partly(point):
    assert fit_of(pain(**{**NO_POINTS, **point})) == "partly"


def test_no_point_does_not_fit():
    assert fit_of(pain(**NO_POINTS)) == "no_fit"


@pytest.mark.parametrize("points", [{}, NO_POINTS])
def test_outer_hip_pain_fits_partly_whatever_its_points(points):
    assert fit_of(pain(spot="outer_hip", **points)) == "partly"


@pytest.mark.parametrize("spot", ["front_knee", "below_outer_knee", "groin", "other"])
def test_another_spot_does_not_fit(spot):
    assert fit_of(pain(spot=spot)) == "no_fit"


def test_pain_elsewhere_comes_before_any_leg():
    found = pattern_of(pain(spot="calf"), RETEST, CLEAR)

    assert (found.pattern, found.side, found.strength) == ("pain_does_not_fit", None, None)
    assert [(why.rule, "different spot" in why.sentence) for why in found.reasons] == [("CL-01", True)]


def test_outer_knee_pain_without_a_typical_trait_says_so():
    found = pattern_of(pain(**NO_POINTS), CLEAR, NONE)

    assert found.pattern == "pain_does_not_fit"
    assert "does not act like" in found.reasons[0].sentence


@pytest.mark.parametrize("other", [NONE, POSSIBLE, RETEST])
def test_a_leg_to_repeat_without_a_clear_leg_is_a_retest(other):
    assert pattern_of(pain(), RETEST, other).pattern == "retest"
    assert pattern_of(None, other, RETEST).reasons[0].rule == "CL-02"


def test_a_clear_leg_beside_one_to_repeat_is_named_alone():
    found = pattern_of(pain(), CLEAR, RETEST)

    assert (found.pattern, found.side, found.strength) == ("hip_control", "left", "clear")


@pytest.mark.parametrize(
    ("left", "right", "side", "strength", "rule"),
    [
        (CLEAR, NONE, "left", "clear", "CL-03"),
        (POSSIBLE, NONE, "left", "possible", "CL-03"),
        (NONE, CLEAR, "right", "clear", "CL-04"),
        (NONE, POSSIBLE, "right", "possible", "CL-04"),
        (CLEAR, CLEAR, "both", "clear", "CL-05"),
        (POSSIBLE, CLEAR, "both", "clear", "CL-05"),
        (POSSIBLE, POSSIBLE, "both", "possible", "CL-05"),
    ],
)
def test_the_side_and_strength_of_a_hip_control_pattern(left, right, side, strength, rule):
    found = pattern_of(pain(side="both"), left, right)

    assert (found.pattern, found.side, found.strength, found.notes) == ("hip_control", side, strength, ())
    assert [why.rule for why in found.reasons] == [rule]


def test_pain_with_two_clean_legs_is_without_pattern():
    found = pattern_of(pain(), NONE, NONE)

    assert (found.pattern, found.side, found.strength) == ("pain_without_pattern", None, None)
    assert [why.rule for why in found.reasons] == ["CL-06"]


@pytest.mark.parametrize("state", [CLEAR, POSSIBLE])
def test_a_pattern_without_pain_keeps_its_side(state):
    found = pattern_of(None, NONE, state)

    assert (found.pattern, found.side, found.strength) == ("pattern_no_pain", "right", state)
    assert ([why.rule for why in found.reasons], found.notes) == (["CL-07"], ())


def test_no_pain_and_two_clean_legs():
    found = pattern_of(None, NONE, NONE)

    assert (found.pattern, [why.rule for why in found.reasons]) == ("no_pattern_no_pain", ["CL-08"])


@pytest.mark.parametrize(("sore", "left", "right"), [("right", CLEAR, NONE), ("left", NONE, POSSIBLE)])
def test_pain_on_the_other_side_is_noted(sore, left, right):
    found = pattern_of(pain(side=sore), left, right)

    assert found.notes == ("side_mismatch",)
    assert [why.rule for why in found.reasons][1:] == ["CL-09"]


@pytest.mark.parametrize(
    ("sore", "left", "right"), [("left", CLEAR, NONE), ("both", CLEAR, NONE), ("left", CLEAR, CLEAR)]
)
def test_pain_that_overlaps_the_pattern_is_no_mismatch(sore, left, right):
    found = pattern_of(pain(side=sore), left, right)

    assert (found.notes, len(found.reasons)) == ((), 1)
