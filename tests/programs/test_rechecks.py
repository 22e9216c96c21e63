"""Two checks of one leg: what changed, and what may be noise."""

import pytest

from programs.rules.rechecks import changes
from tests.cases import leg


def test_nothing_changed():
    assert changes(leg(hip_drop=2), leg(hip_drop=2)) == ()


def test_one_step_on_one_sign_may_be_noise():
    (change,) = changes(leg(hip_drop=2), leg(hip_drop=1))
    assert change.better
    assert change.noise is not None
    assert "noise" in change.noise.sentence


def test_two_steps_are_a_change():
    (change,) = changes(leg(knee_cave=0), leg(knee_cave=2))
    assert not change.better
    assert change.noise is None


def test_one_step_on_both_signs_is_a_change():
    found = changes(leg(hip_drop=2, knee_cave=1), leg(hip_drop=1, knee_cave=0))
    assert [change.noise for change in found] == [None, None]


def test_what_could_not_be_told_did_not_change():
    assert changes(leg(hip_drop=None), leg(hip_drop=2)) == ()


def test_the_two_must_be_the_same_leg():
    with pytest.raises(ValueError, match="left and right"):
        changes(leg("left"), leg("right"))
