"""Pages of a long list without counting from its start: each page begins right after the last row of the one before.

The place is a row value, `(rank, submitted_at, id) > (?, ?, ?)`, which both databases look up in an index whose columns
stand in this order; written with OR it would read all rows before the place.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import merge
from itertools import islice
from typing import Any, ClassVar, Final

from django.db.models import BooleanField, F, Func, Value

from screening.models import Screening, ScreeningQuerySet

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MOST_MICROSECONDS: Final = 250_000_000_000_000_000
MOST_ID: Final = 2**63 - 1
PLACE = re.compile(r"([0-9])\.([0-9]{1,18})\.([0-9]{1,19})")
Key = tuple[int, datetime, int]
COLUMNS: Final = ("rank", "submitted_at", "id")


class NoPlace(ValueError):
    """What the address holds is no place in a list."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where one row stands: the columns that the list is in order of, and nothing else of it."""

    rank: int
    submitted_at: datetime
    id: int

    def __str__(self) -> str:
        since = (self.submitted_at - EPOCH) // timedelta(microseconds=1)
        return base64.urlsafe_b64encode(f"{self.rank}.{since}.{self.id}".encode()).decode().rstrip("=")


def read_place(text: str) -> Place:
    """The place that `str` wrote. Raises NoPlace for anything else."""
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True).decode("ascii")
    except (binascii.Error, ValueError) as wrong:
        raise NoPlace(text) from wrong
    found = PLACE.fullmatch(plain)
    if not found:
        raise NoPlace(text)
    rank, since, number = (int(part) for part in found.groups())
    if since > MOST_MICROSECONDS or number > MOST_ID:
        raise NoPlace(text)
    return Place(rank, EPOCH + timedelta(microseconds=since), number)


class RowIsPast(Func):
    """`(a, b, c) > (?, ?, ?)`, or < backwards, as one comparison of rows."""

    output_field: ClassVar[Any] = BooleanField()

    def __init__(self, columns: tuple[str, ...], values: tuple[Any, ...], *, sign: str) -> None:
        super().__init__(*(F(column) for column in columns), *(Value(value) for value in values))
        self.sign = sign

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> tuple[str, tuple[Any, ...]]:
        """Both rows, with the values as parameters."""
        compiled = [compiler.compile(each) for each in self.source_expressions]
        half = len(compiled) // 2
        left, right = (", ".join(sql for sql, _ in part) for part in (compiled[:half], compiled[half:]))
        return f"({left}) {self.sign} ({right})", tuple(value for _, values in compiled for value in values)


@dataclass(frozen=True, slots=True)
class Slice:
    """Rows that one index holds in order. `rank` is the one rank of all of them, None where they have many."""

    rows: ScreeningQuerySet
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in parts: most urgent first and then longest waiting, or `newest` first whatever the rank."""

    slices: tuple[Slice, ...]
    newest: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """One page: the rows in order, and the places where the pages beside it begin, None where there are none."""

    rows: tuple[Screening, ...]
    before: Place | None
    after: Place | None


def window(listing: Listing, place: Place | None, *, size: int, backwards: bool = False) -> Window:
    """The page of `size` rows that follows a place, or ends right before it; the first page without one."""
    if place is None:
        return _window(listing, _keys(listing, None, size, backwards=False), size, begins=True)
    if not backwards:
        return _window(listing, _keys(listing, place, size, backwards=False), size, begins=False)
    found = _keys(listing, place, size, backwards=True)
    if len(found) <= size:  # so near the start that the first page is what was meant
        return window(listing, None, size=size)
    return _window(listing, [*found[:size][::-1], found[size]], size, begins=False)


def _window(listing: Listing, keys: list[Place], size: int, *, begins: bool) -> Window:
    here = keys[:size]
    stored = Screening.objects.select_related("claimed_by").in_bulk([place.id for place in here])
    rows = tuple(stored[place.id] for place in here if place.id in stored)
    return Window(rows, here[0] if here and not begins else None, here[-1] if len(keys) > size else None)


def _keys(listing: Listing, place: Place | None, size: int, *, backwards: bool) -> list[Place]:
    """The next places in the direction of reading, one more than a page where there are more."""
    falls = listing.newest != backwards
    parts = [
        (Place(*key) for key in rows.values_list(*COLUMNS)[: size + 1])
        for part in listing.slices
        if (rows := rows_past(part, place, newest=listing.newest, falls=falls)) is not None
    ]
    order = _by_time if listing.newest else _by_rank
    return list(islice(merge(*parts, key=order, reverse=falls), size + 1))


def rows_past(part: Slice, place: Place | None, *, newest: bool, falls: bool) -> ScreeningQuerySet | None:
    """The rows of a slice past a place, in the order of its index, or against it where `falls`.

    None where the rank of the whole slice lies before the place.
    """
    columns = COLUMNS[1:] if newest or part.rank is not None else COLUMNS
    rows = part.rows.order_by(*(f"-{column}" if falls else column for column in columns))
    if place is None:
        return rows
    if not newest and part.rank is not None and part.rank != place.rank:
        return rows if (part.rank > place.rank) != falls else None
    values = tuple(getattr(place, column) for column in columns)
    return rows.filter(RowIsPast(columns, values, sign="<" if falls else ">"))


def _by_rank(place: Place) -> Key:
    return place.rank, place.submitted_at, place.id


def _by_time(place: Place) -> tuple[datetime, int]:
    return place.submitted_at, place.id
