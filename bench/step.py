"""One step of the walk beside one step of a django-formtools wizard of the same pages."""

from collections.abc import Iterator

from bench import database
from bench.measure import ROUNDS, Line, duration, fresh, gathered, pair, times_as_long

NAME = "one wizard step, POST"


def lines() -> Iterator[Line]:
    """Transactions that write, and seconds."""
    address = database.address_of_copy()
    rows = [fresh("bench.child", "step_child", DATABASE_URL=address) for _ in range(ROUNDS)]
    taken = gathered(rows)
    writes = taken["writes"]
    yield Line("write transactions in one wizard step", f"{writes:.0f}", goal="<= 1", met=writes <= 1)
    if "formtools" not in taken:
        yield Line(NAME, duration(taken["ours"]), "not run: no formtools", goal="<= 0.5 x")
        return
    yield times_as_long(NAME, pair(rows, "ours", "formtools"), 0.5)
    page = pair(rows, "ours page", "formtools page")
    beside = (duration(page.ours), duration(page.yardstick), f"{page.ratio:.2f}")
    yield Line("the page after it, GET (theirs: bare fields)", *beside)
