"""What would follow from a leg as the clinician rated it: a result and a plan that wait for a decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programs.actions import plan_for
from programs.models import Decision
from programs.plan import Plan
from programs.plan_reasons import BY_RATING, by_rating
from programs.ratings import Ratings, own_case, ratings_in
from programs.rules.second_look import case_with
from screening.assessment import Assessment, assess
from screening.models import Screening

RATED: Final = "rated"
"""How a decision names the plan from the clinic's rating as where its own came from."""


@dataclass(frozen=True, slots=True)
class Rated:
    """What the rules say with the clinician's rating in place of the runner's; the plan says first that it is so."""

    assessment: Assessment
    plan: Plan


def rated(screening: Screening, ratings: Ratings, today: date) -> Rated | None:
    """The result and the plan with these ratings; None where nothing was rated or no plan may follow."""
    case = own_case(screening)
    if case is None or not ratings or screening.is_locked:
        return None
    case = case_with(case, {side: rating.leg for side, rating in ratings.items()})
    assessment = assess(case)
    return Rated(assessment, by_rating(plan_for(case, assessment, today=today), _told(ratings)))


def _told(ratings: Ratings) -> str:
    """That a clinician looked, and when. With the day in it, it stands in the language it was written in."""
    legs = "both" if len(ratings) > 1 else next(iter(ratings))
    day = timezone.localtime(max(rating.at for rating in ratings.values()))
    return _(BY_RATING[legs]) % {"day": date_format(day, "F j, Y")}


def rated_now(screening: Screening, today: date) -> Rated | None:
    """What the clinician's latest ratings lead to; None where staff rated nothing, or where it is locked."""
    rerated: Iterable[Decision] = screening.decisions.filter(kind=Decision.Kind.RERATED)
    return rated(screening, ratings_in(rerated), today)


def rated_plan(screening: Screening, today: date) -> Plan | None:
    """The plan that the clinician's latest ratings lead to, if there is one."""
    found = rated_now(screening, today)
    return found.plan if found else None
