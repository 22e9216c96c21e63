"""One month at the clinic: its days, its first and last moment, and the months beside it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

FIRST_YEAR: Final = 2020
"""No check is older than the service."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; `number` is 1 to 12."""

    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def next(self) -> "Month":
        """The month after it."""
        return month_with(self.first + timedelta(days=31))

    @property
    def previous(self) -> "Month":
        """The month before it."""
        return month_with(self.first - timedelta(days=1))

    @property
    def days(self) -> tuple[date, ...]:
        """All its days in order."""
        return tuple(self.first + timedelta(days=n) for n in range((self.next.first - self.first).days))

    def weeks(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each week of it, Monday to Sunday, cut off at the month's ends."""
        mondays = [day for day in self.days[1:] if day.weekday() == 0]
        starts = [self.first, *mondays]
        ends = [*(day - timedelta(days=1) for day in mondays), self.days[-1]]
        return tuple(zip(starts, ends, strict=True))


def month_with(day: date) -> Month:
    """The month of a day."""
    return Month(day.year, day.month)


def read_month(text: str) -> Month | None:
    """The month named as "2026-11"; None for anything else, and for years that no check can be from."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text, re.ASCII)
    month = Month(int(found[1]), int(found[2])) if found else None
    return month if month and FIRST_YEAR <= month.year < date.max.year else None


def midnight(day: date, zone: tzinfo) -> datetime:
    """When a day begins at the clinic; the day may last 23, 24 or 25 hours."""
    return datetime.combine(day, time.min, zone)
