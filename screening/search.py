"""Finds self-checks by a part of the runner's name or of the code, as typed: Łukasz, łukasz and lukasz are one.

`search_text` of a sent check is what is searched, in small letters without accents. SQLite indexes its groups of
three letters by FTS5 (`search_index`), PostgreSQL by pg_trgm. Both take what is typed literally.
"""

import unicodedata
from typing import Final

from django.db import connection

from screening.folding import folded
from screening.models import Screening, ScreeningQuerySet

MOST_LETTERS: Final = 80
MOST_WORDS: Final = 6
MOST_FOUND: Final = 200
FEWEST_LETTERS: Final = 2
CODE_PREFIX: Final = "itb-"


def parts_of(typed: str) -> tuple[str, ...]:
    """The parts that must all occur; none where nothing typed is long enough to look for.

    Two letters stand for the beginning of a word, since an index of three letters can find nothing shorter.
    """
    plain = "".join(" " if unicodedata.category(letter)[0] == "C" else letter for letter in typed[:MOST_LETTERS])
    words = [_without_prefix(word) for word in folded(plain).split()[:MOST_WORDS]]
    return tuple(word if len(word) > FEWEST_LETTERS else f" {word}" for word in words if len(word) >= FEWEST_LETTERS)


def _without_prefix(word: str) -> str:
    """What all codes begin with narrows nothing down, and costs the index a look at every row."""
    rest = word.removeprefix(CODE_PREFIX)
    return rest if len(rest) > FEWEST_LETTERS else word


def matching(parts: tuple[str, ...], limit: int = MOST_FOUND) -> list[int]:
    """The ids of the newest `limit` sent checks in which every part occurs, newest first. Expects a part at least."""
    if connection.vendor == "sqlite":
        return _by_fts(parts, limit)
    found = matching_among(Screening.objects.filter(submitted_at__isnull=False), parts)
    return list(found.order_by("-id").values_list("id", flat=True)[:limit])


def matching_among(rows: ScreeningQuerySet, parts: tuple[str, ...]) -> ScreeningQuerySet:
    """Those of a few rows in which every part occurs."""
    for part in parts:
        rows = rows.filter(search_text__contains=part)
    return rows


def _by_fts(parts: tuple[str, ...], limit: int) -> list[int]:
    # A quoted string is the one form of an FTS5 query in which no letter means anything but itself.
    quoted = " AND ".join('"' + part.replace('"', '""') + '"' for part in parts)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rowid FROM search_index WHERE search_index MATCH %s ORDER BY rowid DESC LIMIT %s", [quoted, limit]
        )
        return [row[0] for row in cursor.fetchall()]
