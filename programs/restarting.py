"""Where the run plan begins, as staff set it: at another week, with less, or with run-walk steps.

Whatever the start, the weeks after it come from the same rule: none more than 10 % above the one before, no run more
than 10 % above the longest of four weeks. Source: clinical rules 5.5 (staff may approve a higher start, such as up to
25 % of the usual week after two good weeks; the rules never do so) and 5.6.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from programs.arranging import Refusal, RevisionError
from programs.rules.mileage import SHORTEST_RUN, Goal, RunPlan, run_count, runs_of, weeks_to
from programs.rules.run_wording import RUN_REASONS
from screening.case import Unit
from screening.rules.reason import Reason
from screening.wording import gettext_noop

FAR_START: Final = 25  # percent of the usual week; clinical rules 5.5, needs sign-off
LESS: Final = (90, 80, 70, 60)  # percent of the lowest week on offer; clinic setting
ON_THE_WAY: Final = ("RR-06", "RR-07", "RR-08", "RR-10")
CHOSEN: Final = Reason(
    "STAFF",
    gettext_noop("Your clinician chose where your runs start."),
    "The clinician's decision",
)


@dataclass(frozen=True, slots=True)
class RunStart:
    """One place to begin. `value` names it: a run-walk step, or the first week's total in tenths.

    `runs` are the first week's runs in tenths, none for a step. `above` is more than the rules allow and needs a
    reason; `far` is more than a quarter of the usual week, too, and is only for who runs about as much already.
    """

    value: str
    runs: tuple[int, ...]
    above: bool
    far: bool

    @property
    def total(self) -> int:
        """The first week's total in tenths; 0 for a run-walk step."""
        return sum(self.runs)


def start_of(run: RunPlan) -> str:
    """Where a run plan begins, as a `RunStart` names it."""
    return run.start or str(run.weeks[0].total)


def starts(run: RunPlan, by_rule: RunPlan | None, unit: Unit, steps: Iterable[str]) -> tuple[RunStart, ...]:
    """Every place where this run plan can begin, run-walk steps first, then by distance.

    `by_rule` is what the rules gave this runner, None where there are no answers: then `run` counts as that. `steps`
    are the names of the run-walk steps, easiest first.
    """
    allowed, names = by_rule or run, tuple(steps)
    walked = [RunStart(name, (), _step_above(name, allowed, names), False) for name in names]
    goal = goal_of(run, by_rule, unit)
    weeks = [_weeks_start(total, goal, allowed) for total in _totals(run, allowed, goal)] if goal else []
    return (*walked, *weeks)


def goal_of(run: RunPlan, by_rule: RunPlan | None, unit: Unit) -> Goal | None:
    """What the weeks lead to, read from the last of them; None where there are only run-walk steps."""
    weeks = (by_rule.weeks if by_rule else ()) or run.weeks
    return Goal(unit, weeks[-1].total, max(len(week.runs) for week in weeks)) if weeks else None


def _step_above(name: str, allowed: RunPlan, names: tuple[str, ...]) -> bool:
    return allowed.start in names and names.index(name) > names.index(str(allowed.start))


def _totals(run: RunPlan, allowed: RunPlan, goal: Goal) -> list[int]:
    """Each week of the plan and of the rules, and less than the least of them as long as no run gets too short."""
    weeks = {week.total for week in (*run.weeks, *allowed.weeks)}
    less = {min(weeks) * percent // 100 for percent in LESS}
    return sorted(weeks | {total for total in less if _long_enough(total, goal)})


def _long_enough(total: int, goal: Goal) -> bool:
    return total // run_count(goal, total) >= SHORTEST_RUN[goal.unit]


def _weeks_start(total: int, goal: Goal, allowed: RunPlan) -> RunStart:
    ceiling = allowed.weeks[0].total if allowed.weeks else 0
    above = total > ceiling
    far = above and total * 100 > goal.usual_week * FAR_START
    return RunStart(str(total), runs_of(goal, total), above, far)


def restarted(run: RunPlan, value: str, by_rule: RunPlan | None, unit: Unit, steps: Iterable[str]) -> RunPlan:
    """The run plan from the start of this name. Raises RevisionError where it is none that `starts` offers."""
    if value == start_of(run):
        return run
    if by_rule and value == start_of(by_rule):
        return by_rule
    chosen = next((start for start in starts(run, by_rule, unit, steps) if start.value == value), None)
    if chosen is None:
        raise RevisionError(Refusal.NO_PLACE, value)
    goal = goal_of(run, by_rule, unit)
    if goal is None or not chosen.runs:
        return RunPlan("run_walk", value, (), (CHOSEN,))
    return RunPlan(
        "distance", None, weeks_to(goal, chosen.total), (CHOSEN, *(RUN_REASONS[rule] for rule in ON_THE_WAY))
    )
