"""A complete submission beside a bare form write, on the same SQLite file, taking turns."""

from collections.abc import Iterator

from bench import database
from bench.measure import ROUNDS, Line, duration, fresh, gathered, pair


def lines() -> Iterator[Line]:
    """Rates as a share of the yardstick's, and what the whole site adds."""
    address = database.address_of_copy()
    rows = [fresh("bench.child", "submission_child", DATABASE_URL=address) for _ in range(ROUNDS)]
    taken = gathered(rows)
    ratio = pair(rows, "bare", "ours").ratio
    yield Line(
        f"submission (assess, store, plan) [{MODES[taken['durable']]}]",
        f"{1 / taken['ours']:.0f} a second",
        f"{1 / taken['bare']:.0f} a second",
        f"{ratio:.2f}",
        ">= 0.5 of its rate",
        ratio >= 0.5,
    )
    yield Line("the same by POST through the whole site", duration(taken["site"]))


MODES = {1.0: "WAL, FULL", 0.0: "not WAL and FULL!"}
