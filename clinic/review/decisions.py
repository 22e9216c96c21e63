"""What was decided on a check so far, in words: who, when, what, why, and whether the runner has read the note."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext as _

from clinic.review.decision_details import details_of
from clinic.review.words import DECISION_WORDS
from programs.models import Decision
from screening.models import Screening

MOST_DECISIONS = 100
MOST_DETAILS = 30


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision. `note` is what the runner reads, `seen_at` when they first did; `version` is the plan it issued."""

    what: str
    who: str
    at: datetime
    details: tuple[str, ...]
    reason: str
    note: str
    seen_at: datetime | None
    version: int | None


def decisions_on(screening: Screening) -> list[Decision]:
    """The rows, oldest first, with the runner's look at each note; of very many the latest."""
    latest = Decision.objects.filter(screening=screening).select_related("seen").order_by("-at", "-id")
    return list(latest[:MOST_DECISIONS])[::-1]


def line_of(decision: Decision) -> DecisionLine:
    """One decision in words."""
    seen = getattr(decision, "seen", None)
    return DecisionLine(
        what=_(DECISION_WORDS[decision.kind]),
        who=decision.by_name,
        at=decision.at,
        details=tuple(islice(details_of(decision), MOST_DETAILS)),
        reason=decision.reason,
        note=decision.note,
        seen_at=seen.at if seen else None,
        version=decision.plan_version,
    )
