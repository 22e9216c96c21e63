"""Fills a small and a large database side by side, then asks both the same: `python -m bench.child queue_child`."""

from collections.abc import Callable
from itertools import product
from typing import Any

from django.core.management import call_command
from django.db import connections

from bench.measure import in_turn
from bench.queue import FEW, MANY
from clinic.queue.filters import Filters
from clinic.queue.keyset import Place, rows_past
from clinic.queue.listing import listing_of
from clinic.queue.views import PAGE_SIZE
from screening import search_index
from screening.search import matching, parts_of

SMALL = "few"
CALLS = 201
RARE = 20  # so few show one side in either database
FIRST_NAMES = (
    "sarah", "lukasz", "grace", "tom", "ana", "maya", "walter", "jon", "priya", "lena", "sam", "noor", "ben",
    "ida", "carla", "dmitri", "elena", "farid", "gita", "hugo", "ines", "jorge", "karin", "leo", "mina",
)  # fmt: skip
BEGIN, MIDDLE = ("ka", "mo", "ru", "be", "ste", "lin", "ha", "vo", "dri", "pa"), "bcdfgklmnprstvz"
END = ("son", "ez", "ova", "ard", "iko", "ell", "ung", "oto")
COLUMNS = (
    "code, source, question_set, answers, consent_version, consented_at, created_at, saved_at, submitted_at, "
    "assessment, rule_set, level, pattern, suspected, name, email, phone, state, rank, side, pain, held, digest, "
    "version, search_text"
)
VALUES = (
    "'B' || (1000000000 + n), 'own', 'b', '{{}}', 'b', {at}, {at}, {at}, {at}, '{{}}', 'b', "
    "CASE WHEN n % 1000 = 0 THEN 'urgent' WHEN n % 100 = 0 THEN 'clinician_first' WHEN n % 5 = 0 THEN 'caution' "
    "ELSE 'ok' END, '', '', who, '', '', 'waiting', "
    "CASE WHEN n % 1000 = 0 THEN 0 WHEN n % 100 = 0 THEN 1 WHEN n % 5 = 0 THEN 2 ELSE 3 END, "
    "CASE WHEN n % {rare} = 7 THEN 'both' ELSE 'left' END, 5, {no}, '', 0, ' ' || who || ' b' || (1000000000 + n)"
)
SQLITE_AT = "datetime('2026-01-01', '+' || n || ' seconds')"
POSTGRES_AT = "timestamptz '2026-01-01+00' + n * interval '1 second'"


def main(_what: str) -> dict[str, float]:
    """Median seconds of each question to each database."""
    connections.databases[SMALL] = {**connections.databases["default"], "NAME": _name_of_small()}
    for alias in ("default", SMALL):
        call_command("migrate", database=alias, verbosity=0)
    for alias, number in (("default", MANY), (SMALL, FEW)):
        _fill(alias, number)
    found = in_turn(_questions(), CALLS)
    return found | in_turn({"name many": _search("priya ruzell"), "common many": _search("sarah")}, CALLS)


def _name_of_small() -> str:
    connection = connections["default"]
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"{name}-{SMALL}"
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {SMALL}")
    return SMALL


def _fill(alias: str, number: int) -> None:
    """So many checks that wait; the search is switched off for it, and made anew."""
    connection = connections[alias]
    sqlite = connection.vendor == "sqlite"
    names = [f"{first} {a}{b}{c}" for first, a, b, c in product(FIRST_NAMES, BEGIN, MIDDLE, END)]
    at = (
        "datetime('2026-01-01', '+' || n || ' seconds')"
        if sqlite
        else "timestamptz '2026-01-01+00' + n * interval '1 second'"
    )
    values = VALUES.format(at=at, rare=number // RARE, no="0" if sqlite else "false")
    numbers = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < %s)"
    series = "t" if sqlite else "generate_series(1, %s::bigint) AS t(n)"
    search_index.switch_off(connection)
    with connection.cursor() as cursor:
        if sqlite:  # no promises while filling, and room for it; the questions are asked of a connection of its own
            cursor.execute("PRAGMA synchronous = OFF")
            cursor.execute("PRAGMA cache_size = -400000")
        cursor.execute("CREATE TEMPORARY TABLE names (k integer PRIMARY KEY, who text)")
        cursor.executemany("INSERT INTO names VALUES (%s, %s)", list(enumerate(names)))
        cursor.execute(
            f"{numbers if sqlite else ''} INSERT INTO screening_screening ({COLUMNS}) "  # noqa: S608  (our own words)
            f"SELECT {values.replace('%', '%%')} FROM {series} JOIN names ON k = (n * 7919) %% {len(names)}",
            [number],
        )
    search_index.switch_on(connection)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)" if sqlite else "VACUUM ANALYZE screening_screening")
    connection.close()


def _questions() -> dict[str, Callable[[], object]]:
    asked: dict[str, Callable[[], object]] = {}
    for size, alias, number in (("few", SMALL, FEW), ("many", "default", MANY)):
        asked[f"first {size}"] = _page(alias, Filters(), None)
        asked[f"deep {size}"] = _page(alias, Filters(), _place_at(alias, number - max(number // 1000, PAGE_SIZE + 2)))
        asked[f"side {size}"] = _page(alias, Filters(side="both"), None)
    return asked


def _place_at(alias: str, offset: int) -> Place:
    rows = listing_of(Filters(), user=None).slices[0].rows.using(alias).order_by("rank", "submitted_at", "id")
    return Place(*rows.values_list("rank", "submitted_at", "id")[offset])


def _page(alias: str, filters: Filters, place: Place | None) -> Callable[[], object]:
    """The very statement that the page runs, without the time that Django takes to write it."""
    listing = listing_of(filters, user=None)
    rows = rows_past(listing.slices[0], place, newest=False, falls=False)
    assert rows is not None  # noqa: S101
    columns = rows.using(alias).values_list("rank", "submitted_at", "id")[: PAGE_SIZE + 1]
    return _asking(alias, *columns.query.get_compiler(alias).as_sql())


def _asking(alias: str, statement: str, values: Any) -> Callable[[], object]:
    def ask() -> object:
        with connections[alias].cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall()

    return ask


def _search(words: str) -> Callable[[], object]:
    parts = parts_of(words)
    return lambda: matching(parts)
