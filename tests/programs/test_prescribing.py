"""One exercise told to one runner: its side, its changes, its dose; and the sentences of a gate."""

import pytest

from programs.library import load_library
from programs.plan import Dose
from programs.prescribing import Facts, gate_of, lain_on, prescribe

LIBRARY = load_library()
DOSE = Dose("2 x 7", "", "", "", "", "3 days a week")
LEG_RAISE, BRIDGE = LIBRARY.exercises["EX-01"], LIBRARY.exercises["EX-04"]


@pytest.mark.parametrize(("leg", "other"), [("left", "right"), ("right", "left")])
def test_the_words_name_the_leg_that_works(leg, other):
    told = prescribe(LEG_RAISE, DOSE, leg=leg)

    assert told.leg == leg
    assert f"{other} side with the {leg} leg on top" in told.pictures[0].alt


def test_what_both_legs_do_at_once_has_no_leg():
    assert prescribe(BRIDGE, DOSE, leg="right").leg == "both"


def test_the_dose_is_the_one_given():
    assert prescribe(BRIDGE, DOSE, leg="left").dose == DOSE


def test_a_use_lays_its_words_over():
    assert prescribe(LIBRARY.exercises["EX-08"], DOSE, leg="left", uses=("1",)).name == "Side plank on your knees"


def test_no_open_place_is_left_in_any_text():
    for exercise in LIBRARY.exercises.values():
        told = prescribe(exercise, DOSE, leg="left", uses=("2", "outer_hip"))
        assert "{" not in " ".join((told.set_up, *told.steps, *told.cues, told.side_rule))


def test_who_lies_on_what_follows_the_leg():
    assert lain_on(LEG_RAISE, "left") == "right"
    assert lain_on(LIBRARY.exercises["EX-08"], "left") == "left"
    assert lain_on(BRIDGE, "left") is None


def test_a_sore_hip_turns_the_side_and_two_leave_none():
    assert Facts("left").side_for(LEG_RAISE) == "left"
    assert Facts("left", frozenset({"right"})).side_for(LEG_RAISE) == "right"
    assert Facts("left", frozenset({"left", "right"})).side_for(LEG_RAISE) is None


def test_a_sore_hip_has_words_of_its_own():
    assert Facts("left").uses("1") == ("1",)
    assert Facts("left", frozenset({"left"})).uses("1") == ("1", "outer_hip")


def gate(facts=None, keys=("EX-06", "EX-05"), stages=(1, 2, 3, 4)):
    return " ".join(gate_of(LIBRARY.stages[2], facts or Facts("left"), keys=keys, stages=stages))


def test_a_gate_speaks_of_what_is_on_the_sheet():
    assert "step-downs" in gate()
    assert "step-downs" not in gate(keys=("EX-05",))


def test_a_gate_to_running_is_only_for_who_will_run():
    assert "walk fast" in gate()
    assert "walk fast" not in gate(stages=(1, 2, 4))


@pytest.mark.parametrize(("hops", "said"), [("allowed", "small hops"), ("ask_clinic", "hops on your own")])
def test_hops_are_for_whom_they_are_allowed(hops, said):
    assert said in gate(Facts("left", hop_test=hops))


def test_where_a_stage_is_missing_another_sentence_stands():
    assert "do the self-check again" in " ".join(gate_of(LIBRARY.stages[4], Facts("left"), keys=(), stages=(4,)))


def test_a_possible_pattern_has_an_easier_gate():
    sentences = gate_of(LIBRARY.stages[1], Facts("left", strength="possible"), keys=("EX-01",), stages=(1,))

    assert any("count you do now" in sentence for sentence in sentences)
