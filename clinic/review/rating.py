"""A leg as the clinician rates it: a decision beside the runner's own answers, and what would follow from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from programs.actions import plan_for
from programs.models import Decision
from programs.plan import Plan
from programs.rules.second_look import case_with
from screening.answered_case import case_of
from screening.assessment import Assessment, assess
from screening.case import Case, CaseError, Leg, LegSide, parse_case
from screening.models import Screening


@dataclass(frozen=True, slots=True)
class StaffRating:
    """One stance leg as a member of staff rated it: `by` in words, `at` when."""

    leg: Leg
    by: str
    at: datetime


Ratings = Mapping[LegSide, StaffRating]


@dataclass(frozen=True, slots=True)
class Rated:
    """What the rules say with the clinician's rating in place of the runner's."""

    assessment: Assessment
    plan: Plan


def ratings_in(decisions: Iterable[Decision]) -> dict[LegSide, StaffRating]:
    """The latest rating of each leg; `decisions` in the order in which they were made."""
    found: dict[LegSide, StaffRating] = {}
    for decision in decisions:
        if decision.kind == Decision.Kind.RERATED:
            for side, seen in decision.detail.items():
                found[side] = StaffRating(Leg(side=side, **seen), decision.by_name, decision.at)
    return found


def own_case(screening: Screening) -> Case | None:
    """The case as the runner answered it, both legs in it; None where a red flag ended it, and for a walk-in."""
    if not screening.has_findings:
        return None
    try:
        case = parse_case(case_of(screening.answers))
    except (KeyError, CaseError):  # answers to an older question set: the stored result stands, nothing new follows
        return None
    return case if case.left and case.right else None


def rated(screening: Screening, ratings: Ratings, today: date) -> Rated | None:
    """The result and the plan with these ratings; None where nothing was rated or no plan may follow."""
    case = own_case(screening)
    if case is None or not ratings or screening.is_locked:
        return None
    case = case_with(case, {side: rating.leg for side, rating in ratings.items()})
    assessment = assess(case)
    return Rated(assessment, plan_for(case, assessment, today=today))


def rated_plan(screening: Screening, today: date) -> Plan | None:
    """The plan that the clinician's latest ratings lead to; None where staff rated nothing, or where it is locked."""
    rerated = screening.decisions.filter(kind=Decision.Kind.RERATED)
    found = rated(screening, ratings_in(rerated), today)
    return found.plan if found else None
