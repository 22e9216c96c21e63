"""How a check that is sent joins the clinic's queue: its rank there, and what never reaches it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from screening.assessment import Assessment
from screening.models import Screening, ScreeningQuerySet
from screening.rules.red_flags import Level
from screening.wizard import REACHED_END, SEEN

URGENCY: Final = (Level.URGENT, Level.CLINICIAN_FIRST, Level.CAUTION, Level.OK)
"""Most urgent first; a check's rank is its place here."""
NO_RANK: Final = 9
"""The rank of what has no level: a walk-in."""
SENT_TWICE_WITHIN = timedelta(hours=24)


def rank_of(level: str) -> int:
    """The place of a level in the queue, 0 for the most urgent. Raises ValueError for none."""
    return URGENCY.index(Level(level))


def join_queue(screening: Screening, assessment: Assessment) -> None:
    """Set what lists filter and sort by. Call while it is being sent, in the same transaction.

    It waits, unless it looks sent by a program: then it is set aside, where staff still see it. What a red flag
    stopped always waits, and never leaves by itself: a person with chest pain answers fast, too.
    A runner's later check, or the same answers sent again, take the place of one that nobody has begun to review:
    the runner holds the later one, so that is where the clinic's decision must be.
    After a red flag that nobody cleared it waits where that one does: both are looked at together.
    """
    before = screening.holder
    screening.rank = min(rank_of(screening.level), before.rank if before else NO_RANK)
    screening.side = str(assessment.side or "")
    screening.pain = _pain_of(screening.answers)
    screening.digest = "" if screening.is_locked else digest_of(screening.answers)
    aside = screening.suspected and not screening.is_locked
    screening.state = Screening.State.ASIDE if aside else Screening.State.WAITING
    if aside:
        return
    if screening.repeat_of_id:
        repeated = _untouched().filter(pk=screening.repeat_of_id)
        _replace(repeated.exclude(level__in=[Level.URGENT, Level.CLINICIAN_FIRST]))
    if screening.digest and screening.name:
        _replace(_sent_before(screening))


def _untouched() -> ScreeningQuerySet:
    """Checks that wait and that nobody at the clinic has claimed or decided on."""
    return Screening.objects.filter(state=Screening.State.WAITING, claimed_by=None, version=0)


def _sent_before(screening: Screening) -> ScreeningQuerySet:
    """Checks with the very same answers, a name among them, that came within a day before this one.

    Without a name they may be two people; then both wait. What a red flag stopped has no digest.
    """
    since = (screening.submitted_at or timezone.now()) - SENT_TWICE_WITHIN
    return _untouched().filter(digest=screening.digest, submitted_at__gte=since)


def _replace(before: ScreeningQuerySet) -> None:
    before.update(state=Screening.State.REPLACED)


def _pain_of(answers: Mapping[str, Any]) -> int | None:
    """Pain when running, 0-10, where it was asked for."""
    given = str(answers.get("pain_running", ""))
    return int(given) if given.isdigit() else None


def digest_of(answers: Mapping[str, str]) -> str:
    """Stands for these answers, the runner's name among them; 64 hex digits."""
    given = {key: value for key, value in answers.items() if not key.startswith(SEEN) and key != REACHED_END}
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()
