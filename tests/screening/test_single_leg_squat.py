"""One leg's mirror squat: the first of SC-01 to SC-06 that holds."""

import pytest

from screening.rules.single_leg_squat import rate
from screening.rules.squat_wording import COMPENSATED, RETEST, SEEN
from tests.cases import leg


def test_a_marked_drop_is_clear():
    found = rate(leg(hip_drop=2))

    assert (found.state, found.score, found.reason.rule) == ("clear", 2, "SC-02")


@pytest.mark.parametrize(
    ("hip_drop", "knee_cave", "trunk_lean", "state", "rule"),
    [
        (2, 0, 0, "clear", "SC-02"),
        (0, 2, 0, "clear", "SC-02"),
        (1, 2, 0, "clear", "SC-02"),
        (2, 1, 2, "clear", "SC-02"),
        (2, 2, 0, "clear", "SC-02"),
        (1, 1, 0, "clear", "SC-03"),
        (1, 0, 0, "possible", "SC-04"),
        (0, 1, 2, "possible", "SC-04"),
        (0, 0, 2, "possible", "SC-05"),
        (0, 0, 1, "none", "SC-06"),
        (0, 0, 0, "none", "SC-06"),
    ],
)
def test_the_table_of_signs(hip_drop, knee_cave, trunk_lean, state, rule):
    found = rate(leg(hip_drop=hip_drop, knee_cave=knee_cave, trunk_lean=trunk_lean))

    assert (found.state, found.reason.rule, found.score) == (state, rule, hip_drop + knee_cave)


@pytest.mark.parametrize("spoiled", [{"reps": 2}, {"pain": 4}, {"balance": 2}])
def test_a_spoiled_squat_is_done_again_whatever_it_showed(spoiled):
    found = rate(leg(hip_drop=2, knee_cave=2, **spoiled))

    assert (found.state, found.score, found.reason.rule) == ("retest", 4, "SC-01")


@pytest.mark.parametrize("unseen", [{"hip_drop": None}, {"knee_cave": None}])
def test_a_sign_not_seen_is_looked_at_again(unseen):
    found = rate(leg(**unseen))

    assert (found.state, found.score, found.reason.rule) == ("retest", None, "SC-01")


@pytest.mark.parametrize("fine", [{"reps": 3}, {"pain": 3}, {"balance": 1}])
def test_the_edge_of_a_usable_squat(fine):
    assert rate(leg(**fine)).state == "none"


def test_the_sentence_names_the_leg_stood_on():
    assert rate(leg("left", hip_drop=2)).reason.sentence == (
        "When you stood on your left leg, your belt line tipped down a lot toward your lifted leg."
    )
    assert rate(leg("right", knee_cave=1)).reason.sentence == (
        "When you stood on your right leg, your knee moved in a little."
    )


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("seen", [*SEEN.values(), COMPENSATED, *RETEST.values()])
def test_every_sentence_begins_with_the_leg_stood_on(seen, side):
    assert seen[side].startswith(f"When you stood on your {side} leg, ")


def test_a_compensated_leg_is_told_by_its_lean():
    assert "leaned" in rate(leg(trunk_lean=2)).reason.sentence


@pytest.mark.parametrize(
    ("spoiled", "told"),
    [
        ({"pain": 4, "reps": 1, "balance": 2}, "hurt more than 3 out of 10"),
        ({"reps": 2, "balance": 2}, "fewer than 3 squats"),
        ({"balance": 2}, "keep your balance"),
        ({"hip_drop": None, "pain": 9}, "could not tell"),
    ],
)
def test_a_squat_to_repeat_says_why(spoiled, told):
    sentence = rate(leg("right", **spoiled)).reason.sentence

    assert told in sentence
    assert "right leg" in sentence


def test_the_source_stands_beside_the_finding():
    assert "Nakagawa 2012" in rate(leg(hip_drop=2)).reason.source
    assert rate(leg(reps=0)).reason.source == "Clinical reasoning; clinic setting, needs sign-off"
