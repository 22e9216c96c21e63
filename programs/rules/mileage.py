"""Return-to-run weeks (RR-01 to RR-08, RR-10). Every distance is in whole tenths of the runner's unit.

10 % a week is the article's ceiling; 10 % over the longest run of four weeks is Frandsen 2025 (Br J
Sports Med). The next week is always computed from the planned week before it, in integers, rounding down,
so that no rounding can break either ceiling.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from programs.rules.run_wording import RUN_REASONS
from screening.case import Case, Unit
from screening.rules.reason import Reason

START_RUN: Final[Mapping[str, int]] = {
    "mi": 200,
    "km": 320,
}  # RR-01, hundredths: 2 mi is 3.219 km, rounded down
SHORTEST_RUN: Final[Mapping[str, int]] = {"mi": 10, "km": 16}  # RR-04, tenths
START_DAYS: Final = 3  # RR-01: runs in the first week
START_SHARE: Final = 60  # RR-03: percent of the usual week; clinic setting
CEILING: Final = 110  # RR-06, RR-07: percent
LOOK_BACK: Final = 4  # RR-07: weeks in which the longest run is sought
LONG_BREAK: Final = 8  # RR-05: weeks off above which RW1 comes first; clinic setting
SHORT_BREAK: Final = 4  # RR-05: weeks off from which RW3 comes first; clinic setting

# RR-08, clinic setting: up to this weekly total, in tenths, so many runs; above the last, MOST_RUNS.
RUNS_UP_TO: Final[Mapping[str, tuple[tuple[int, int], ...]]] = {
    "mi": ((120, 3), (200, 4), (350, 5)),
    "km": ((200, 3), (320, 4), (560, 5)),
}
MOST_RUNS: Final = 6


@dataclass(frozen=True, slots=True)
class Goal:
    """What a runner is heading for: `usual_week` in tenths of `unit`, on at most `usual_days` days."""

    unit: Unit
    usual_week: int
    usual_days: int


@dataclass(frozen=True, slots=True)
class RunWeek:
    """One planned week: its number from 1, its total and its runs, all in tenths."""

    week: int
    total: int
    runs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RunPlan:
    """All weeks back to the usual week; in run_walk mode no weeks, but the rung to start from (RW1, RW3)."""

    mode: Literal["distance", "run_walk"]
    start: str | None
    weeks: tuple[RunWeek, ...]
    reasons: tuple[Reason, ...]


def run_plan(case: Case) -> RunPlan:
    """Return the way back to the usual week for a case whose plan has a Stage 3."""
    per, limit = _start_run(case)
    if case.weeks_off > LONG_BREAK:
        return _run_walk("RW1", "RR-05")
    if per < SHORTEST_RUN[case.unit]:
        return _run_walk("RW1", "RR-04")
    if case.weeks_off >= SHORT_BREAK:
        return _run_walk("RW3", "RR-05")
    goal = Goal(case.unit, case.usual_week, case.usual_days)
    weeks = weeks_to(goal, per * _start_days(case))
    fired = (limit, "RR-06", "RR-07", "RR-08", "RR-10")
    return RunPlan("distance", None, weeks, tuple(RUN_REASONS[rule] for rule in fired))


def next_total(goal: Goal, total: int, longest: int) -> int:
    """Return next week's total: never above 110 % of `total`, a run of 110 % of `longest`, or the goal.

    `longest` is the longest planned run of the last four weeks. The number of runs never falls on the way
    up: it follows the total, which never falls.
    """
    wanted = min(goal.usual_week, total * CEILING // 100)
    return min(wanted, run_count(goal, wanted) * (longest * CEILING // 100))


def runs_of(goal: Goal, total: int) -> tuple[int, ...]:
    """Return a week's runs: equal in tenths, the leftover tenths one each on the last runs."""
    count = run_count(goal, total)
    each, left_over = divmod(total, count)
    return (each,) * (count - left_over) + (each + 1,) * left_over


def run_count(goal: Goal, total: int) -> int:
    """Return on how many days a week of `total` tenths is run (RR-08): 1 to 6, never above the usual days.

    No run is shorter than a tenth.
    """
    by_volume = next((runs for most, runs in RUNS_UP_TO[goal.unit] if total <= most), MOST_RUNS)
    return max(1, min(by_volume, goal.usual_days, total))


def _start_days(case: Case) -> int:
    return min(START_DAYS, case.usual_days)


def _start_run(case: Case) -> tuple[int, str]:
    """The first runs' length in tenths, and the rule that set it; worked out in hundredths, rounding down."""
    limits = [(START_RUN[case.unit], "RR-01")]
    if case.pain is not None and case.pain.onset is not None:
        limits.append((case.pain.onset * 2 // 3, "RR-02"))
    limits.append((case.usual_week * 10 * START_SHARE // 100 // _start_days(case), "RR-03"))
    hundredths, rule = min(limits)
    return hundredths // 10, rule


def weeks_to(goal: Goal, first_total: int) -> tuple[RunWeek, ...]:
    """Return the weeks from a first total in tenths to the usual week; its runs are SHORTEST_RUN or more."""
    weeks = [RunWeek(1, first_total, runs_of(goal, first_total))]
    while weeks[-1].total < goal.usual_week:
        longest = max(run for week in weeks[-LOOK_BACK:] for run in week.runs)
        total = next_total(goal, weeks[-1].total, longest)
        weeks.append(RunWeek(len(weeks) + 1, total, runs_of(goal, total)))
    return tuple(weeks)


def _run_walk(start: str, rule: str) -> RunPlan:
    return RunPlan("run_walk", start, (), (RUN_REASONS[rule],))
