"""The clinic's queue at 1,000 and at 1,000,000 checks, on both databases: a page, a page far down, a name."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from bench import database
from bench.measure import Line, duration, fresh

CHILD, FEW, MANY = "queue_child", 1_000, 1_000_000
FLAT, QUICK = 1.2, 0.005


def lines() -> Iterator[Line]:
    """Time in the database, median of many calls; each ratio is of the same process, calls taking turns."""
    yield from _of("SQLite", _sqlite())
    if shutil.which("postgres") or list(Path("/usr/lib/postgresql").glob("*/bin/postgres")):
        yield from _of("PostgreSQL", fresh("bench.child", CHILD, "both", before=("scripts/with-postgres",)))


def _sqlite() -> dict[str, float]:
    address = database.address_of_copy()
    try:
        return fresh("bench.child", CHILD, "both", DATABASE_URL=address)
    finally:
        path = Path(address.removeprefix("sqlite:///"))
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()


def _of(engine: str, found: dict[str, float]) -> Iterator[Line]:
    for what, words in (("first", "page 1"), ("deep", "page at 99.9 %"), ("side", "of a rare side")):
        name = f"queue {words}, {MANY:,} to {FEW:,}, {engine}"
        yield _ratio(name, found[f"{what} many"], found[f"{what} few"])
    yield _ratio(f"queue page at 99.9 % to page 1, {MANY:,}, {engine}", found["deep many"], found["first many"])
    for what, words in (("name", "full name"), ("common", "common name")):
        ours = found[f"{what} many"]
        yield Line(f"search by a {words}, {MANY:,}, {engine}", duration(ours), goal="<= 5 ms", met=ours <= QUICK)


def _ratio(name: str, ours: float, beside: float) -> Line:
    ratio = ours / beside
    return Line(name, duration(ours), duration(beside), f"{ratio:.2f}", f"<= {FLAT:g} x", ratio <= FLAT)
