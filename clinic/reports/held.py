"""What a plan keeps back until staff release it, and why."""

from typing import Final

from programs.plan import Plan
from programs.rules.assignment import STAFF_FLAG

HOLDING_RULES: Final = ("PL-04", "PL-05")


def reasons_to_hold(plan: Plan) -> tuple[str, ...]:
    """Why this plan is held, in sentences not yet translated: of its flags and its rule; none where staff made it."""
    holding = {reason.rule for reason in plan.reasons if reason.sentence == STAFF_FLAG}
    holding |= {plan.rule} & set(HOLDING_RULES)
    said: dict[str, str] = {}
    for reason in plan.reasons:
        if reason.rule in holding and reason.sentence != STAFF_FLAG:
            said.setdefault(reason.rule, reason.sentence)
    return tuple(said.values())
