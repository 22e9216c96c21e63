"""A leg as a clinician rated it: a decision beside the runner's own answers, never over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from programs.models import Decision
from screening.answered_case import case_of
from screening.case import Case, CaseError, Leg, LegSide, parse_case
from screening.models import Screening


@dataclass(frozen=True, slots=True)
class StaffRating:
    """One stance leg as a member of staff rated it: `by` in words, `at` when."""

    leg: Leg
    by: str
    at: datetime


Ratings = Mapping[LegSide, StaffRating]


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


def looked_on(ratings: Ratings) -> date | None:
    """The latest day on which a clinician looked; None where no rating decided the plan."""
    return max((timezone.localdate(rating.at) for rating in ratings.values()), default=None)
