"""Dates told honestly: the earliest day each thing can happen when all goes well. A held week moves every later date.

Stage 1 lasts at least 7 days and Stage 2 at least 14 (gates G1 and G2), so the first run is day 22 at the earliest,
as in the clinic's article.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from programs.plan import Plan

SHORTEST_STAGE = {1: timedelta(days=7), 2: timedelta(days=14)}  # G1, G2
DAYS_BEFORE_RUNNING = 21
START = "start"  # what of a plan staff must open first: then no day is known
WEEK = timedelta(days=7)
GOOD_WEEKS_AT_USUAL = 2  # G3
TIMES_A_STEP = 2  # section 5.6: each run-walk step twice
DAYS_A_RUN = 2  # section 5.6: at least one day between two runs


@dataclass(frozen=True, slots=True)
class Schedule:
    """The earliest first run, the first day of the last planned week, and how many weeks of running that is.

    With run-walk steps first, no weeks are planned yet: `step_days` is how many days the steps take at least, and
    `first_week` the earliest day of the first week by distance. While the start is held there is no date at all.
    """

    first_run: date | None
    last_week: date | None
    weeks: int
    step_days: int
    first_week: date | None


def schedule_of(plan: Plan, steps: int = 0) -> Schedule | None:
    """The earliest dates of a plan with running that begins with so many run-walk steps; None without running.

    A run-walk plan has no last week yet.
    """
    if plan.run is None:
        return None
    weeks = len(plan.run.weeks)
    days = steps * TIMES_A_STEP * DAYS_A_RUN
    # The last of these days is the rest day after the last step.
    step_days = max(0, days - 1)
    if START in plan.needs_staff:
        return Schedule(None, None, weeks, step_days, None)
    first_run = week_begins(plan, 1)
    last_week = week_begins(plan, weeks) if weeks else None
    return Schedule(first_run, last_week, weeks, step_days, first_run + timedelta(days=days))


def week_begins(plan: Plan, week: int) -> date:
    """The earliest first day of a running week, counted from 1."""
    return plan.issued_on + before_running(plan) + (week - 1) * WEEK


def before_running(plan: Plan) -> timedelta:
    """The shortest time from the first day to the first run: DAYS_BEFORE_RUNNING, less where staff left a stage out."""
    return sum((SHORTEST_STAGE.get(stage.number, timedelta()) for stage in plan.stages), timedelta())


def stage_begins(plan: Plan) -> dict[int, date]:
    """The earliest first day of each stage; a stage whose day nobody can know yet is left out."""
    days: dict[int, date] = {}
    day: date | None = plan.issued_on
    for stage in plan.stages:
        if day is None:
            break
        days[stage.number] = day
        day = _next_stage_begins(plan, stage.number, day)
    return days


def _next_stage_begins(plan: Plan, number: int, began: date) -> date | None:
    """After Stages 1 and 2 their shortest time; after Stage 3 two good weeks at the usual week."""
    if number in SHORTEST_STAGE:
        return began + SHORTEST_STAGE[number]
    weeks = len(plan.run.weeks) if plan.run else 0
    return began + (weeks - 1 + GOOD_WEEKS_AT_USUAL) * WEEK if weeks else None
