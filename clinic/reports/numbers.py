"""The arithmetic of the month view: counts, waiting times and their middle. Plain numbers in and out."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Final, TypeVar

MINUTES_A_DAY: Final = 24 * 60
WORKDAYS_A_WEEK: Final = 5
WITHIN_WORKDAYS: Final = 1
MOST_WORKDAYS: Final = 5
"""Reviews that took this many working days or more are counted together."""
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many checks of one day of the month are alike in all of this. `day` is 1 to 31, `level` "" for a walk-in."""

    day: int
    source: str
    repeat: bool
    level: str
    pattern: str
    state: str
    count: int


@dataclass(frozen=True, slots=True)
class Review:
    """One check that waits or waited for its review, in the clinic's time; `reviewed` is None while it waits."""

    level: str
    sent: datetime
    reviewed: datetime | None


@dataclass(frozen=True, slots=True)
class Waits:
    """How long reviews took. Times in whole minutes, None where nothing was reviewed.

    Nine of ten took no longer than `nine_in_ten`. `by_workdays[n]` took n working days, the last one that or more.
    `overdue` of those that wait were to be reviewed by the end of a working day that is over.
    """

    reviewed: int
    waiting: int
    overdue: int
    middle: int | None
    nine_in_ten: int | None
    by_workdays: tuple[int, ...]

    @property
    def within_a_workday(self) -> int:
        """How many were reviewed the same day or by the end of the next working day."""
        return sum(self.by_workdays[: WITHIN_WORKDAYS + 1])

    @property
    def due(self) -> int:
        """How many are counted for `within_a_workday`: all but those that still have time."""
        return self.reviewed + self.overdue

    @property
    def all(self) -> int:
        """How many there are."""
        return self.reviewed + self.waiting


def tally(cells: Iterable[Cell], of: Callable[[Cell], Key]) -> Counter[Key]:
    """How many checks there are for each value of `of`."""
    counts: Counter[Key] = Counter()
    for cell in cells:
        counts[of(cell)] += cell.count
    return counts


def percent(part: int, whole: int) -> int:
    """The share in whole percent, half up; 0 of nothing. What is there is never called 0 %, nor a part 100 %."""
    if not whole:
        return 0
    rounded = (200 * part + whole) // (2 * whole)
    if 0 < part < whole:
        return min(99, max(1, rounded))
    return rounded


def workdays_between(sent: date, reviewed: date) -> int:
    """How many Mondays to Fridays lie after the first day, up to and with the second. Holidays are not known."""
    return _workdays_up_to(reviewed) - _workdays_up_to(sent)


def _workdays_up_to(day: date) -> int:
    # Day 1 of the calendar is a Monday.
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * WORKDAYS_A_WEEK + min(rest, WORKDAYS_A_WEEK)


def waits_of(reviews: Sequence[Review], today: date) -> Waits:
    """The waiting times of these checks. What waits since before the last working day is late, not left out."""
    took = sorted(_minutes(review.sent, review.reviewed) for review in reviews if review.reviewed)
    by_workdays = Counter(
        min(MOST_WORKDAYS, workdays_between(review.sent.date(), review.reviewed.date()))
        for review in reviews
        if review.reviewed
    )
    return Waits(
        reviewed=len(took),
        waiting=len(reviews) - len(took),
        overdue=sum(
            not review.reviewed and workdays_between(review.sent.date(), today) > WITHIN_WORKDAYS for review in reviews
        ),
        middle=int(median(took)) if took else None,
        nine_in_ten=took[-(-9 * len(took) // 10) - 1] if took else None,
        by_workdays=tuple(by_workdays[days] for days in range(MOST_WORKDAYS + 1)),
    )


def _minutes(sent: datetime, reviewed: datetime) -> int:
    # As points in time, not by the wall clock: a night in which the clock is put back is an hour longer.
    return max(0, int(reviewed.timestamp() - sent.timestamp()) // 60)
