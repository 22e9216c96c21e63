"""The rows of a choice as slices, each of them in the order of one index: no page reads more rows than it shows."""

from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Any, Final

from django.utils import timezone

from clinic.queue.filters import ALL, Filters
from clinic.queue.keyset import Listing, Slice
from screening.models import Screening, ScreeningQuerySet
from screening.queueing import NO_RANK, URGENCY, rank_of

RANKS: Final = (*range(len(URGENCY)), NO_RANK)
IN_ORDER: Final = (Screening.State.WAITING, Screening.State.REFERRED)
MOST_COUNTED: Final = 1000


def listing_of(filters: Filters, *, user: Any, ids: list[int] | None = None) -> Listing:
    """The list of a choice: the queue's order where someone waits, else newest first. `ids` are what a search found."""
    newest = filters.state not in IN_ORDER
    rows = _within(Screening.objects.filter(submitted_at__isnull=False), filters)
    if filters.mine:
        rows = rows.filter(claimed_by=user)
    if filters.side:
        rows = rows.filter(side=filters.side)
    if ids is not None:
        return Listing((Slice(_of_state(_of_level(rows, filters), filters).filter(pk__in=ids)),), newest)
    return Listing(tuple(_slices(rows, filters, newest=newest)), newest)


def _slices(rows: ScreeningQuerySet, filters: Filters, *, newest: bool) -> list[Slice]:
    """Parted by state and rank wherever no index holds the whole list in its order."""
    plain = not (filters.level or filters.side or filters.mine)
    if filters.state == ALL and plain:
        return [Slice(rows)]
    if not newest and not filters.level and not filters.date:
        return [Slice(rows.filter(state=filters.state))]
    states = [*Screening.State] if filters.state == ALL else [filters.state]
    ranks = [rank_of(filters.level)] if filters.level else RANKS
    return [Slice(rows.filter(state=state, rank=rank), rank) for state, rank in product(states, ranks)]


def _of_state(rows: ScreeningQuerySet, filters: Filters) -> ScreeningQuerySet:
    return rows if filters.state == ALL else rows.filter(state=filters.state)


def _of_level(rows: ScreeningQuerySet, filters: Filters) -> ScreeningQuerySet:
    return rows.filter(rank=rank_of(filters.level)) if filters.level else rows


def _within(rows: ScreeningQuerySet, filters: Filters) -> ScreeningQuerySet:
    """Sent on or since a day of the clinic's own calendar."""
    if not filters.date:
        return rows
    rows = rows.filter(submitted_at__gte=_midnight(filters.date, 0))
    return rows.filter(submitted_at__lt=_midnight(filters.date, 1)) if filters.when == "on" else rows


def _midnight(day: date, later: int) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=later), time.min))


def counted(rows: ScreeningQuerySet) -> int:
    """How many there are, no further than one past the most that is shown."""
    return rows.order_by()[: MOST_COUNTED + 1].count()
