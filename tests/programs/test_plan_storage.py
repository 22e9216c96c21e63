"""A stored plan comes back exactly, and nothing else is taken for one."""

import json
from typing import Any

import pytest

from programs.plan_storage import PlanFormatError, plan_from_dict, plan_to_dict
from tests.programs.runners import MIRRORED, PAIN_FREE, plan_for, plan_of


@pytest.mark.parametrize(
    "plan",
    [
        plan_for(),
        plan_for(**MIRRORED),
        plan_for(weeks_off=12),
        plan_for(pain_spot="shin"),
        plan_for(flags={"RF-06": "yes"}),
        plan_of(PAIN_FREE),
    ],
    ids=["Sarah", "the other leg", "run-walk", "no stages", "locked", "no pain"],
)
def test_a_plan_comes_back_exactly_through_json(plan):
    assert plan_from_dict(json.loads(json.dumps(plan_to_dict(plan)))) == plan


def test_distances_are_stored_as_whole_tenths():
    assert plan_to_dict(plan_for())["run"]["weeks"][0] == {"week": 1, "total": 60, "runs": [20, 20, 20]}


def test_a_plan_stored_before_a_field_was_added_can_be_read():
    kept = plan_to_dict(plan_for())
    del kept["both_legs"]

    assert plan_from_dict(kept).both_legs == ""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"leg": "middle"}, "plan.leg: must be one of left, right, both"),
        ({"issued_on": "soon"}, "plan.issued_on: must be a date"),
        ({"issued_on": 5}, "plan.issued_on: must be a date"),
        ({"rule": 3}, "plan.rule: must be str"),
        ({"stages": "none"}, "plan.stages: must be a list"),
        ({"stages": [7]}, r"plan.stages\[0\]: must be an object"),
        ({"stages": [{}]}, r"plan.stages\[0\]: .*missing"),
        ({"color": "red"}, "plan: unknown color"),
        ({"run": True}, "plan.run: must be an object"),
    ],
)
def test_what_is_no_plan_is_refused_by_place(change: dict[str, Any], message: str):
    with pytest.raises(PlanFormatError, match=message):
        plan_from_dict(plan_to_dict(plan_for()) | change)


def test_a_list_is_no_plan():
    with pytest.raises(PlanFormatError, match="plan: must be an object"):
        plan_from_dict([])
