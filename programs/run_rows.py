"""The way back to running as rows to read: the weeks in words, and the run-walk steps with their numbers."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from programs.library import load_library
from programs.plan import Plan
from programs.rules.mileage import RunWeek
from programs.run_chart import tenths
from programs.schedule import START, week_begins


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One running week in words: number, earliest first day, its runs and their total, with one decimal.

    `begins` is None while the start is held: nobody knows yet when the clinic says yes.
    """

    week: int
    begins: date | None
    runs: str
    total: str


@dataclass(frozen=True, slots=True)
class NumberedStep:
    """A run-walk step with its number on the ladder, 1 to 6: who starts at RW3 starts at step 3."""

    number: int
    sentence: str


def week_row(plan: Plan, week: RunWeek) -> WeekRow:
    """One running week as a row of the table."""
    begins = None if START in plan.needs_staff else week_begins(plan, week.week)
    return WeekRow(week.week, begins, in_words(week.runs), tenths(week.total))


def in_words(runs: tuple[int, ...]) -> str:
    """A week's runs as a sheet writes them: "3 x 2.0", or "2 x 3.8, 2 x 3.9"."""
    return ", ".join(f"{len(list(same))} × {tenths(length)}" for length, same in groupby(runs))


def run_walk_of(plan: Plan) -> tuple[NumberedStep, ...]:
    """The rungs from where this runner starts; none for a plan by distance."""
    if plan.run is None or plan.run.start is None:
        return ()
    steps = load_library().running.run_walk
    first = next(place for place, step in enumerate(steps) if step.id == plan.run.start)
    return tuple(NumberedStep(number, step.sentence) for number, step in enumerate(steps[first:], first + 1))
