"""How a check that is sent joins the clinic's queue: its rank there, and what never reaches it."""

import hashlib
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from screening.assessment import Assessment
from screening.models import Screening
from screening.rules.red_flags import Level
from screening.wizard import REACHED_END, SEEN

URGENCY: Final = (Level.URGENT, Level.CLINICIAN_FIRST, Level.CAUTION, Level.OK)
"""Most urgent first; a check's rank is its place here."""
SENT_TWICE_WITHIN = timedelta(hours=24)


def rank_of(level: str) -> int:
    """The place of a level in the queue, 0 for the most urgent. Raises ValueError for none."""
    return URGENCY.index(Level(level))


def join_queue(screening: Screening, assessment: Assessment) -> None:
    """Set what lists filter and sort by. Call while it is being sent, in the same transaction.

    Waiting, unless it looks sent by a program, or the same answers came within a day. A runner's later check takes
    the place of one that nobody has begun to review. Nothing that a red flag stopped ever leaves by itself.
    """
    screening.rank = rank_of(screening.level)
    screening.side = str(assessment.side or "")
    screening.pain = _pain_of(screening.answers)
    screening.digest = "" if screening.is_locked else digest_of(screening.answers)
    screening.state = _state_of(screening)
    if screening.state == Screening.State.WAITING and screening.repeat_of_id:
        before = Screening.objects.filter(pk=screening.repeat_of_id, state=Screening.State.WAITING, claimed_by=None)
        before.exclude(level__in=[Level.URGENT, Level.CLINICIAN_FIRST]).update(state=Screening.State.REPLACED)


def _state_of(screening: Screening) -> str:
    if screening.suspected:
        return Screening.State.ASIDE
    if screening.digest and screening.submitted_at:
        since = screening.submitted_at - SENT_TWICE_WITHIN
        if Screening.objects.filter(
            digest=screening.digest, submitted_at__gte=since, state=Screening.State.WAITING
        ).exists():
            return Screening.State.REPLACED
    return Screening.State.WAITING


def _pain_of(answers: Mapping[str, Any]) -> int | None:
    """Pain when running, 0-10, where it was asked for."""
    given = str(answers.get("pain_running", ""))
    return int(given) if given.isdigit() else None


def digest_of(answers: Mapping[str, str]) -> str:
    """Stands for these answers, the runner's name among them; 64 hex digits."""
    given = {key: value for key, value in answers.items() if not key.startswith(SEEN) and key != REACHED_END}
    return hashlib.sha256(json.dumps(given, sort_keys=True).encode()).hexdigest()
