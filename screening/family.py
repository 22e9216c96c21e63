"""The checks of one runner belong together: while one of them waits for a clinician, no plan of any other is shown.

Source: clinical rules 7.5; RF-X (a red flag is passed by a clinician's recorded decision, never by answering again).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from django.db import connection

# Two statements for any number of checks: up to the first check of each runner, and from there down every branch. In
# one, PostgreSQL takes so many rows to be there that it reads the whole table. UNION keeps each row once, so that
# checks in a circle end as well; there the oldest stands for the first.
_FIRST_CHECKS: Final = """
WITH RECURSIVE above(start, id, before) AS (
  SELECT id, id, repeat_of_id FROM screening_screening WHERE id IN ({ids})
  UNION
  SELECT above.start, one.id, one.repeat_of_id FROM above JOIN screening_screening one ON one.id = above.before
)
SELECT start, COALESCE(MIN(CASE WHEN before IS NULL THEN id END), MIN(id)) FROM above GROUP BY start
"""
_FAMILIES: Final = """
WITH RECURSIVE family(first, id, code, rank, level, state, unlocked_at, submitted_at) AS (
  SELECT id, id, code, rank, level, state, unlocked_at, submitted_at FROM screening_screening WHERE id IN ({ids})
  UNION
  SELECT family.first, one.id, one.code, one.rank, one.level, one.state, one.unlocked_at, one.submitted_at
  FROM family JOIN screening_screening one ON one.repeat_of_id = family.id
)
SELECT first, id, code, rank, level IN ('urgent', 'clinician_first'), unlocked_at IS NOT NULL,
  state IN ('waiting', 'referred')
FROM family ORDER BY first, CASE WHEN submitted_at IS NULL THEN 1 ELSE 0 END, submitted_at, id
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """The check that holds the plan of another: `later` tells whether it was sent after that one."""

    id: int
    code: str
    rank: int
    later: bool


@dataclass(frozen=True, slots=True)
class _Member:
    """One check among those of its runner: whether a red flag stopped it, was cleared, and whether it still waits."""

    first: int
    id: int
    code: str
    rank: int
    was_stopped: bool
    is_cleared: bool
    waits: bool


def holders_of(ids: Iterable[int]) -> dict[int, Holder]:
    """The most urgent check that holds each of these, by their ids; none for a check that nothing holds.

    What met a red flag holds the others until a clinician clears it; what is older, until its own plan is made as well.
    """
    first_of: dict[int, int] = dict(_rows(_FIRST_CHECKS, list(ids)))
    members = [_Member(*row) for row in _rows(_FAMILIES, sorted(set(first_of.values())))]
    families = {first: list(family) for first, family in groupby(members, key=attrgetter("first"))}
    found = {start: _holder(start, families.get(first, [])) for start, first in first_of.items()}
    return {start: holder for start, holder in found.items() if holder}


def _rows(statement: str, ids: Sequence[int]) -> list[Any]:
    if not ids:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statement.format(ids=", ".join(["%s"] * len(ids))), ids)
        return list(cursor.fetchall())


def _holder(start: int, family: Sequence[_Member]) -> Holder | None:
    """What holds this check among those of its runner, which come in the order in which they were sent."""
    place = next((place for place, each in enumerate(family) if each.id == start), 0)
    holders = [
        Holder(each.id, each.code, each.rank, later=at > place)
        for at, each in enumerate(family)
        if each.was_stopped and at != place and (not each.is_cleared or (at > place and each.waits))
    ]
    return min(holders, key=attrgetter("rank"), default=None)
