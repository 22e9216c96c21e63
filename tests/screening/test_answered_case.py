"""Stored answers become exactly the case that the command reads from a file."""

import pytest

from screening.answered_case import case_of
from screening.case import parse_case
from tests.conftest import VIGNETTES
from tests.drafts import answers_of

WALKED = sorted(short for short, item in VIGNETTES.items() if item["expect"]["legs"])
SARAH = VIGNETTES["V01"]["case"]


@pytest.mark.parametrize("short", WALKED)
def test_the_answers_of_a_worked_case_are_that_case(short):
    case = VIGNETTES[short]["case"]
    whole = {**case, "flags": parse_case(case_of(answers_of(case))).flags}

    assert parse_case(case_of(answers_of(case))) == parse_case(whole)


def test_a_second_look_stands_for_the_first():
    answers = answers_of({**SARAH, "left": SARAH["left"] | {"hip_drop": None}}, left_hip_drop_again="1")

    assert case_of(answers)["left"]["hip_drop"] == 1


def test_two_looks_that_tell_nothing_are_null():
    answers = answers_of({**SARAH, "left": SARAH["left"] | {"knee_cave": None}})

    assert case_of(answers)["left"]["knee_cave"] is None


def test_a_lean_that_was_passed_by_is_none():
    assert case_of(answers_of(SARAH, left_trunk_lean=""))["left"]["trunk_lean"] == 0


def test_a_distance_that_was_passed_by_is_null():
    assert case_of(answers_of(SARAH, onset_distance=""))["onset_distance"] is None


def test_a_runner_without_pain_has_no_picture_of_it():
    assert "pain_side" not in case_of(answers_of(VIGNETTES["V05"]["case"]))


@pytest.mark.parametrize("key", ["age", "usual_week", "left_reps", "pain_rest"])
def test_incomplete_answers_are_no_case(key):
    answers = answers_of(SARAH)
    del answers[key]

    with pytest.raises(KeyError, match=key):
        case_of(answers)
