"""Taking turns, medians, and the one line that each figure becomes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
WIDTHS = (56, 22, 22, 6, 18)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure, ready to print; `met` is None where nothing could be decided."""

    name: str
    ours: str
    yardstick: str = "-"
    ratio: str = "-"
    goal: str = "-"
    met: bool | None = None

    def __str__(self) -> str:
        cells = (self.name, self.ours, self.yardstick, self.ratio, self.goal)
        row = "  ".join(cell.ljust(width) for cell, width in zip(cells, WIDTHS, strict=True))
        return f"{row}  {MET[self.met]}"


MET = {True: "met", False: "NOT MET", None: "-"}
HEAD = str(Line("what", "ours", "yardstick", "ratio", "goal")).removesuffix(MET[None]) + "met?"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two durations in seconds and ours by theirs: each the median of the rounds, the ratio taken round by round.

    A machine that is busy in one round and idle in the next moves the durations, but not the ratio.
    """

    ours: float
    yardstick: float
    ratio: float


def pair(rows: list[dict[str, float]], ours: str = "ours", yardstick: str = "yardstick") -> Pair:
    """Two figures of every round side by side."""
    figures = [{"ours": row[ours], "yardstick": row[yardstick], "ratio": row[ours] / row[yardstick]} for row in rows]
    return Pair(**gathered(figures))


def times_faster(name: str, found: Pair, goal: float) -> Line:
    """The yardstick must take at least `goal` times as long."""
    faster = 1 / found.ratio
    shown = (duration(found.ours), duration(found.yardstick), f"{faster:.2f}")
    return Line(name, *shown, f">= {goal:g} x faster", faster >= goal)


def times_as_long(name: str, found: Pair, goal: float) -> Line:
    """Ours may take at most `goal` times as long."""
    shown = (duration(found.ours), duration(found.yardstick), f"{found.ratio:.2f}")
    return Line(name, *shown, f"<= {goal:g} x", found.ratio <= goal)


def at_most(name: str, ours: float, goal: float, unit: str, yardstick: float | None = None) -> Line:
    """An amount with a goal of its own; the yardstick, where there is one, is only for comparison."""
    beside = ("-", "-") if yardstick is None else (f"{yardstick:.1f} {unit}", f"{ours / yardstick:.2f}")
    return Line(name, f"{ours:.1f} {unit}", *beside, f"<= {goal:g} {unit}", ours <= goal)


def duration(seconds: float) -> str:
    """Seconds, or milliseconds below one second."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.2f} ms"


def seconds_of(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How long one call takes."""
    begin = clock()
    work()
    return clock() - begin


def in_turn(
    works: Mapping[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = perf_counter
) -> dict[str, float]:
    """Call each work once a round, one after another; returns the median seconds of each."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            taken[name].append(seconds_of(work, clock))
    return medians(taken)


def medians(taken: Mapping[str, list[float]]) -> dict[str, float]:
    """The median of each list."""
    return {name: median(values) for name, values in taken.items()}


def gathered(rows: list[dict[str, float]]) -> dict[str, float]:
    """One figure for each name from the figures of several rounds: their medians."""
    return medians({name: [row[name] for row in rows] for name in rows[0]})


def fresh(module: str, *arguments: str, before: tuple[str, ...] = (), **environment: str) -> dict[str, Any]:
    """Run a module of this package in a new process, behind `before`; it prints its figures as JSON."""
    command = [*before, sys.executable, "-m", module, *arguments]
    done = subprocess.run(  # noqa: S603  (the package's own modules, named by the package)
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, check=True
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures
