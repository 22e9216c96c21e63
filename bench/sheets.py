"""The sheet: how fast beside a web engine and beside the bare canvas, the first one, twenty and a hundred in one
file, same bytes.
"""

import importlib.util
from collections.abc import Iterator

from bench.measure import ROUNDS, Line, at_most, fresh, gathered, pair, times_as_long, times_faster

CHILD = "bench.sheets_child"


def lines() -> Iterator[Line]:
    """Every figure of the sheets."""
    has_engine = importlib.util.find_spec("weasyprint") is not None
    warm = [fresh(CHILD, "warm") for _ in range(ROUNDS)]
    if has_engine:
        yield times_faster("plan as PDF, warm, against a web engine", pair(warm, "ours again", "web"), 25)
    else:
        yield Line("plan as PDF, warm, against a web engine", "not run: no WeasyPrint", goal=">= 25 x faster")
    yield times_as_long("plan as PDF, warm, against the bare canvas", pair(warm, "ours", "bare"), 1.25)
    yield _first()
    yield from _twenty(has_engine)
    yield from _hundred()
    yield _same_bytes()


def _first() -> Line:
    """What the first runner of a fresh process waits; the figure beside it is without the hook."""
    rows = [fresh(CHILD, "first") | fresh(CHILD, "first-cold") for _ in range(ROUNDS)]
    first = gathered(rows)
    name = "first PDF after warm-up (beside it: without)"
    return at_most(name, first["warm"] * 1000, 60, "ms", first["cold"] * 1000)


def _twenty(has_engine: bool) -> Iterator[Line]:
    ours = gathered([fresh(CHILD, "twenty") for _ in range(3)])
    web = fresh(CHILD, "twenty-web") if has_engine else None
    yield at_most("20 plans in one file, growth of memory", ours["mib"], 64, "MiB", web["mib"] if web else None)
    if web:
        yield times_faster(
            "20 plans in one file, against a web engine, one round",
            pair([ours | {"web": web["seconds"]}], "seconds", "web"),
            25,
        )


def _hundred() -> Iterator[Line]:
    """The front desk's morning."""
    found = gathered([fresh(CHILD, "hundred") for _ in range(3)])
    yield at_most("100 one-page sheets in one file", found["seconds"], 2, "s")
    yield at_most("100 one-page sheets in one file, growth of memory", found["mib"], 64, "MiB")


def _same_bytes() -> Line:
    """A digest of the same order from processes that hash strings differently."""
    digests = {fresh(CHILD, "digest", PYTHONHASHSEED=str(seed))["digest"] for seed in range(1, 4)}
    same = len(digests) == 1
    return Line("same input, same bytes, across processes", "yes" if same else "no", goal="always", met=same)
