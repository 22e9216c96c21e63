"""What waits for staff, through every version of a plan, until somebody released it."""

import pytest

from programs.holding import due, held_by_rule
from screening.assessment import assess
from screening.case import parse_case
from tests.programs.runners import PAIN_FREE, SARAH

STAGE_3 = ("stage_3",)


@pytest.mark.parametrize(
    ("by_rule", "versions", "waits"),
    [
        (STAGE_3, [], STAGE_3),
        (STAGE_3, [(STAGE_3, ()), ((), ())], STAGE_3),
        (STAGE_3, [(STAGE_3, ()), ((), STAGE_3)], ()),
        (STAGE_3, [(STAGE_3, ()), ((), STAGE_3), ((), ())], ()),
        (("start",), [(("start",), ()), (STAGE_3, ("start",)), ((), ())], STAGE_3),
        (STAGE_3, [(STAGE_3, ()), ((), STAGE_3), (STAGE_3, ())], STAGE_3),
        ((), [((), ())], ()),
    ],
)
def test_only_a_release_ends_what_waits(by_rule, versions, waits):
    assert due(by_rule, versions) == waits


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        (SARAH, ()),
        (SARAH | {"pain_spot": "outer_hip"}, STAGE_3),
        (SARAH | {"left": SARAH["right"]}, ("start",)),
        (PAIN_FREE | {"flags": {"RF-13": "yes"}}, STAGE_3),
        (SARAH | {"flags": {"RF-04": "yes"}}, ()),
    ],
)
def test_the_answers_hold_what_the_rules_say_whatever_stages_are_planned(raw, held):
    case = parse_case(raw)

    assert held_by_rule(case, assess(case)) == held
