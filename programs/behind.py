"""What a plan was decided from: the runner's own mirror check, or the rating of the clinician who looked."""

from dataclasses import dataclass, field
from typing import Final

from programs.models import Decision
from programs.plan import Plan
from programs.ratings import Ratings, own_case, ratings_in
from programs.rules.second_look import case_with
from screening.assessment import Assessment, assess
from screening.models import Screening
from screening.rules.reason import Reason
from screening.rules.single_leg_squat import LegFinding

RATES_A_LEG: Final = "SC-"
MOST_RATINGS = 20


@dataclass(frozen=True, slots=True)
class Behind:
    """The result that a plan follows; `ratings` are the clinician's where they decided it, none where they did not.

    `assessment` is None where a clinician's rating decided the plan, and the rules find it so no longer.
    """

    assessment: Assessment | None
    ratings: Ratings = field(default_factory=dict)


def behind(screening: Screening, plan: Plan) -> Behind:
    """What the plan that stands follows. The self-check must have an assessment.

    The plan tells it: its own reasons say how each leg was seen.
    """
    own = screening.read_assessment()
    told = {reason for reason in plan.reasons if reason.rule.startswith(RATES_A_LEG)}
    if told <= _of_legs(own):
        return Behind(own)
    return _rated(screening, told)


def legs_of(assessment: Assessment) -> dict[str, LegFinding]:
    """What was found on each leg that was looked at, the left one first."""
    found = {"left": assessment.left, "right": assessment.right}
    return {leg: finding for leg, finding in found.items() if finding}


def _of_legs(assessment: Assessment) -> set[Reason]:
    return {finding.reason for finding in legs_of(assessment).values()}


def _rated(screening: Screening, told: set[Reason]) -> Behind:
    """The latest ratings that say what the plan tells: a later one may not have changed it yet."""
    case = own_case(screening)
    rows = [row for row in screening.decisions.all() if row.kind == Decision.Kind.RERATED] if case else []
    for rated_so_far in range(len(rows), max(0, len(rows) - MOST_RATINGS), -1):
        ratings = ratings_in(rows[:rated_so_far])
        assessment = assess(case_with(case, {side: rating.leg for side, rating in ratings.items()})) if case else None
        if assessment and told <= _of_legs(assessment):
            return Behind(assessment, ratings)
    return Behind(None)
