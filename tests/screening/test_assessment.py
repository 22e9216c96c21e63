"""All answers become one assessment, with the reason of every rule that fired."""

import json
from dataclasses import replace

import pytest

from screening.assessment import RULE_SET, assess, from_dict, locked
from screening.case import parse_case
from screening.rules.red_flags import triage
from tests.cases import VIGNETTES, raw_leg, sarah, sarahs_case, tom


def test_sarah_has_a_hip_control_pattern_on_the_left():
    found = assess(sarahs_case())

    assert (found.pattern, found.side, found.strength, found.fit) == ("hip_control", "left", "clear", "fits")
    assert (found.left.state, found.right.state) == ("clear", "none")
    assert found.rule_set == RULE_SET == "2026-11"


def test_every_fired_rule_stands_in_its_order():
    found = assess(sarahs_case(flags={"RF-22": "yes"}, pain_side="right"))

    assert [why.rule for why in found.reasons] == ["RF-22", "SC-02", "SC-06", "CL-03", "CL-09"]


def test_each_leg_is_told_with_its_own_name():
    found = assess(sarahs_case())

    assert "left leg" in found.left.reason.sentence
    assert "right leg" in found.right.reason.sentence


def test_notes_are_passed_on():
    assert assess(sarahs_case(pain_side="right")).notes == ("side_mismatch",)


@pytest.mark.parametrize(
    "locking", [{"flags": {"RF-04": "yes"}}, {"age": 16}, {"pain_rest": 8}, {"flags": {"RF-05": "not_sure"}}]
)
def test_a_locked_case_says_nothing_but_its_flags(locking):
    found = assess(sarahs_case(**locking))

    assert found.triage.locked
    assert (found.left, found.right, found.fit, found.pattern, found.side, found.strength) == (None,) * 6
    assert (found.notes, found.reasons) == ((), tuple(flag.reason for flag in found.triage.raised))


@pytest.mark.parametrize("missing", ["left", "right"])
def test_a_case_without_one_leg_names_no_pattern(missing):
    found = assess(replace(sarahs_case(), **{missing: None}))

    assert (found.triage.level, found.pattern, found.reasons) == ("ok", None, ())


def test_flags_lock_even_a_case_that_holds_both_legs():
    assert assess(replace(sarahs_case(), flags={"RF-03": "yes"})).pattern is None


def test_long_pain_is_a_caution_and_the_check_goes_on():
    found = assess(sarahs_case(pain_weeks=13))

    assert (found.triage.level, found.pattern) == ("caution", "hip_control")


def test_without_pain_nothing_of_it_is_judged():
    assert assess(parse_case(tom(left=raw_leg(hip_drop=2)))).pattern == "pattern_no_pain"


def test_a_walk_that_ends_early_is_locked_by_its_flags_alone():
    found = locked(triage({"RF-01": "yes"}))

    assert (found.triage.level, found.pattern, [why.rule for why in found.reasons]) == (
        "urgent",
        None,
        ["RF-01"],
    )


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette["name"][:3])
def test_what_is_kept_reads_back_the_same(vignette):
    found = assess(parse_case(vignette["case"]))

    assert from_dict(json.loads(json.dumps(found.to_dict()))) == found


def test_what_reads_back_is_typed_again():
    kept = from_dict(assess(sarahs_case(flags={"RF-13": "yes"})).to_dict())

    assert kept.triage.level < "urgent"
    assert kept.triage.raised[0].level.rank == 1
    assert (kept.fit.name, kept.pattern.name, kept.left.state.name) == ("FITS", "HIP_CONTROL", "CLEAR")


def test_an_older_rule_set_is_kept_by_name():
    kept = assess(sarahs_case()).to_dict() | {"rule_set": "2025-01"}

    assert from_dict(kept).rule_set == "2025-01"


def test_the_case_of_the_other_leg_is_the_mirror_image():
    found = assess(parse_case(sarah(left=sarah()["right"], right=sarah()["left"], pain_side="right")))

    assert (found.side, found.reasons[0].sentence) == (
        "right",
        "When you stood on your left leg, your belt line stayed level and your knee stayed in line.",
    )
