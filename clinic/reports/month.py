"""The month view as its page shows it: each chart with its table, from the counts of one month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from clinic.reports.calendar import Month
from clinic.reports.charts import Columns, columns
from clinic.reports.numbers import Cell, Review, Waits, percent, tally, waits_of
from clinic.reports.words import SOURCE_WORDS, STATE_WORDS, span
from clinic.words import LEVEL_WORDS, PATTERN_WORDS
from screening.wording import gettext_noop

LABEL_EVERY = 7
WORKDAY_WORDS = (
    gettext_noop("Same day"),
    gettext_noop("1 day"),
    gettext_noop("2 days"),
    gettext_noop("3 days"),
    gettext_noop("4 days"),
    gettext_noop("5 or more"),
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a table with a bar: what, how many, and its share of all in percent."""

    words: str
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class Line:
    """Who came on a day or in a week: by source as in SOURCE_WORDS, and of these the first checks and the repeats."""

    first: date
    last: date
    sources: tuple[int, ...]
    firsts: int
    repeats: int

    @property
    def all(self) -> int:
        """Everybody."""
        return sum(self.sources)


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast the checks of a level were reviewed, in words; "" where none was.

    `within` is the share in percent that was reviewed in time, of those whose time is up or that were reviewed.
    """

    words: str
    waits: Waits
    middle: str
    nine_in_ten: str
    within: int


@dataclass(frozen=True, slots=True)
class MonthPage:
    """All that the page shows."""

    month: Month
    total: Line
    days: tuple[Line, ...]
    weeks: tuple[Line, ...]
    came: Columns
    levels: tuple[Bar, ...]
    patterns: tuple[Bar, ...]
    states: tuple[Bar, ...]
    speeds: tuple[Speed, ...]
    took: Columns
    took_rows: tuple[Bar, ...]


def month_page(month: Month, cells: Sequence[Cell], reviews: Sequence[Review], today: date) -> MonthPage:
    """The page of a month as it stands today."""
    days = tuple(_line(cells, day, day) for day in month.days)
    everyone = waits_of(reviews, today)
    labels = [str(day.day) if (day.day - 1) % LABEL_EVERY == 0 else "" for day in month.days]
    return MonthPage(
        month=month,
        total=_line(cells, month.first, month.days[-1]),
        days=days,
        weeks=tuple(_line(cells, first, last) for first, last in month.weeks()),
        came=columns([line.sources for line in days], labels),
        levels=_bars(LEVEL_WORDS, tally(cells, lambda cell: cell.level), _("No self-check (walk-in)")),
        patterns=_bars(PATTERN_WORDS, tally(cells, lambda cell: cell.pattern), _("No mirror check")),
        states=_bars(STATE_WORDS, tally(cells, lambda cell: cell.state), ""),
        speeds=tuple(_speeds(reviews, everyone, today)),
        took=columns([(count,) for count in everyone.by_workdays], ["0", "1", "2", "3", "4", "5+"], totals=True),
        took_rows=tuple(
            Bar(_(words), count, percent(count, everyone.reviewed))
            for words, count in zip(WORKDAY_WORDS, everyone.by_workdays, strict=True)
        ),
    )


def _line(cells: Iterable[Cell], first: date, last: date) -> Line:
    counts = tally(cells, lambda cell: (first.day <= cell.day <= last.day, cell.source, cell.repeat))
    return Line(
        first,
        last,
        tuple(counts[True, source, False] + counts[True, source, True] for source in SOURCE_WORDS),
        firsts=sum(counts[True, source, False] for source in SOURCE_WORDS),
        repeats=sum(counts[True, source, True] for source in SOURCE_WORDS),
    )


def _bars(words: Mapping[Any, str], counts: Mapping[str, int], without: str) -> tuple[Bar, ...]:
    """A line for each known value, even for none; what has no value is called `without`, where there is any."""
    all_of = sum(counts.values())
    named = [(_(said), counts.get(str(value), 0)) for value, said in words.items()]
    if without and counts.get(""):
        named.append((without, counts[""]))
    return tuple(Bar(said, count, percent(count, all_of)) for said, count in named)


def _speeds(reviews: Sequence[Review], everyone: Waits, today: date) -> Iterable[Speed]:
    yield _speed(_("All"), everyone)
    for level, words in LEVEL_WORDS.items():
        yield _speed(_(words), waits_of([review for review in reviews if review.level == level], today))


def _speed(words: str, waits: Waits) -> Speed:
    return Speed(
        words,
        waits,
        span(waits.middle) if waits.middle is not None else "",
        span(waits.nine_in_ten) if waits.nine_in_ten is not None else "",
        percent(waits.within_a_workday, waits.due),
    )
