"""How heavy a question page is on the wire, from a real server with hashed and compressed files."""

from collections.abc import Iterator

from bench import database
from bench.measure import Line, at_most, fresh


def lines() -> Iterator[Line]:
    """The heaviest of all question pages that Sarah sees, without its pictures; and how many requests it takes."""
    found = fresh("bench.child", "weight_child", DATABASE_URL=database.address_of_copy(), HASHED_STATIC="on")
    yield at_most(f"question page, first load ({found['first page']})", found["first"], 60, "KiB")
    yield at_most(f"question page, next ones ({found['next page']})", found["next"], 10, "KiB")
    yield Line("question page, next ones, median", f"{found['median']:.1f} KiB")
    requests = found["requests"]
    yield Line("requests of a first load, without pictures", f"{requests:.0f}", goal="<= 6", met=requests <= 6)
    kept = found["cached for good"]
    yield Line("styles, scripts, fonts cached for good", "yes" if kept else "no", goal="always", met=bool(kept))
