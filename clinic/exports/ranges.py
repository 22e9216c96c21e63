"""Which checks an export holds: all that were sent from one day to another, in the order in which they came."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Prefetch, Q
from django.utils import timezone

from clinic.reports.calendar import midnight
from programs.models import Decision, IssuedPlan
from screening.models import Screening, ScreeningQuerySet

CHUNK: Final = 500
"""So many checks are held in memory at once, whatever the range."""


def sent_between(first: date, last: date, now: datetime) -> ScreeningQuerySet:
    """Everything sent on these days of the clinic's calendar, up to `now`: what comes meanwhile is not in the file."""
    zone = timezone.get_current_timezone()
    begin, end = midnight(first, zone), midnight(last + timedelta(days=1), zone)
    return Screening.objects.filter(submitted_at__gte=begin, submitted_at__lt=end, submitted_at__lte=now)


def in_chunks(checks: ScreeningQuerySet) -> Iterator[Screening]:
    """The checks in order with what belongs to them, read a chunk at a time; no query stays open in between."""
    plans = Prefetch("plans", IssuedPlan.objects.defer("snapshot").order_by("screening", "version"))
    decisions = Prefetch("decisions", Decision.objects.order_by("at", "id"))
    checks = checks.select_related("repeat_of").order_by("submitted_at", "id").prefetch_related(plans, decisions)
    after: Any = Q()
    while chunk := list(checks.filter(after)[:CHUNK]):
        yield from chunk
        last = chunk[-1]
        after = Q(submitted_at__gte=last.submitted_at) & ~Q(submitted_at=last.submitted_at, id__lte=last.pk)
