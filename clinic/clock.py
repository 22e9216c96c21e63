"""Days and months as the clinic's clock counts them, as moments in UTC that a query can ask for (T18)."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

LONGEST_MONTH = timedelta(days=31)


def day_of(day: date) -> tuple[datetime, datetime]:
    """When a day at the clinic begins, and when the next one does: 23, 24 or 25 hours apart."""
    return _midnight(day), _midnight(day + timedelta(days=1))


def month_of(day: date) -> tuple[datetime, datetime]:
    """When the month that holds this day begins at the clinic, and when the next one does."""
    first = day.replace(day=1)
    following = (first + LONGEST_MONTH).replace(day=1)
    return _midnight(first), _midnight(following)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())
