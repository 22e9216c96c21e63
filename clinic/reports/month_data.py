"""Reads one month out of the database: two queries over its part of the index of sent checks, whatever the month."""

from datetime import tzinfo

from django.db.models import Case, Count, IntegerField, Q, Value, When
from django.utils import timezone

from clinic.reports.calendar import Month, midnight
from clinic.reports.numbers import Cell, Review
from screening.models import Screening, ScreeningQuerySet

CHUNK = 5_000


def sent_in(month: Month, zone: tzinfo) -> ScreeningQuerySet:
    """All checks and walk-ins of a month, by the clinic's clock."""
    begin, end = midnight(month.first, zone), midnight(month.next.first, zone)
    return Screening.objects.filter(submitted_at__gte=begin, submitted_at__lt=end)


def cells_of(month: Month, zone: tzinfo) -> tuple[Cell, ...]:
    """The counts, by everything that the page counts by."""
    # The edges of the days are worked out here, so that a day of 23 or 25 hours is one on every database.
    day = Case(
        *(When(submitted_at__lt=midnight(after, zone), then=Value(after.day - 1)) for after in month.days[1:]),
        default=Value(month.days[-1].day),
        output_field=IntegerField(),
    )
    again = Case(When(repeat_of__isnull=False, then=Value(1)), default=Value(0), output_field=IntegerField())
    found = sent_in(month, zone).annotate(day=day, again=again)
    rows = found.values_list("day", "source", "again", "level", "pattern", "state").annotate(count=Count("pk"))
    return tuple(
        Cell(day, source, bool(again), level, pattern, state, count)
        for day, source, again, level, pattern, state, count in rows.order_by()
    )


def reviews_of(month: Month, zone: tzinfo) -> list[Review]:
    """What waits or waited for a review: neither walk-ins nor what was put aside or replaced unseen."""
    unseen = Q(state__in=[Screening.State.ASIDE, Screening.State.REPLACED], reviewed_at=None)
    checks = sent_in(month, zone).exclude(source=Screening.Source.WALK_IN).exclude(unseen)
    times = checks.order_by().values_list("level", "submitted_at", "reviewed_at")
    return [
        Review(level, timezone.localtime(sent, zone), timezone.localtime(reviewed, zone) if reviewed else None)
        for level, sent, reviewed in times.iterator(chunk_size=CHUNK)
    ]
