"""Many at once: eight clients that submit, and four processes that read and write the same rows."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench import database
from bench.measure import Line, fresh

ROUNDS_CHILD = "bench.crowd_rounds"
GOAL = "<= 2 x"
NAME = "submission p99, 8 clients, SQLite WAL + FULL"


def lines() -> Iterator[Line]:
    """Waiting times beside PostgreSQL's where it is installed, and what got lost or refused."""
    has_postgres = bool(shutil.which("postgres") or list(Path("/usr/lib/postgresql").glob("*/bin/postgres")))
    before = ("scripts/with-postgres",) if has_postgres else ()
    # Beside a database that waits for its disk, the other must wait for it too.
    found = fresh(ROUNDS_CHILD, database.address_of_copy(), before=before, PG_FSYNC="on")
    yield _waiting(found, has_postgres)
    rate = f"{found['sqlite rate']:.0f} a second"
    beside = f"{found['postgres rate']:.0f} a second" if has_postgres else "-"
    yield Line("the same, how many in all", rate, beside)
    yield _changes(found)


def _waiting(found: dict[str, float], has_postgres: bool) -> Line:
    refused = found["sqlite refused"]
    ours = f"{found['sqlite p99'] * 1000:.0f} ms" + (f", {refused:.0f} refused" if refused else "")
    if not has_postgres:
        return Line(NAME, ours, "not run: no PostgreSQL", goal=GOAL)
    kept = "fsync on" if found["postgres durable"] else "fsync OFF"
    ratio = found["sqlite p99"] / found["postgres p99"]
    return Line(
        NAME, ours, f"{found['postgres p99'] * 1000:.0f} ms, {kept}", f"{ratio:.2f}", GOAL, ratio <= 2 and not refused
    )


def _changes(found: dict[str, float]) -> Line:
    """Every change must be there in the end, and nobody may be told that the database is locked."""
    counted = f"{found['locked']:.0f} locked, {found['lost']:.0f} lost"
    beside = f"longest {found['longest'] * 1000:.0f} ms"
    clean = not found["locked"] and not found["lost"]
    return Line("10,000 read-modify-writes by 4 processes", counted, beside, goal="none", met=clean)
