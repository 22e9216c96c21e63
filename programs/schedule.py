"""Dates told honestly: the earliest day each thing can happen when all goes well. A held week moves every later date.

Stage 1 lasts at least 7 days and Stage 2 at least 14 (gates G1 and G2), so the first run is day 22 at the earliest,
as in the clinic's article.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from programs.plan import Plan

SHORTEST_STAGE = {1: timedelta(days=7), 2: timedelta(days=14)}  # G1, G2
DAYS_BEFORE_RUNNING = 21
WEEK = timedelta(days=7)
GOOD_WEEKS_AT_USUAL = 2  # G3


@dataclass(frozen=True, slots=True)
class Schedule:
    """The earliest first run, the first day of the last planned week, and how many weeks of running that is."""

    first_run: date
    last_week: date | None
    weeks: int


def schedule_of(plan: Plan) -> Schedule | None:
    """The earliest dates of a plan with running; None without. A run-walk plan has no last week yet."""
    if plan.run is None:
        return None
    first_run = plan.issued_on + timedelta(days=DAYS_BEFORE_RUNNING)
    weeks = len(plan.run.weeks)
    last_week = first_run + (weeks - 1) * WEEK if weeks else None
    return Schedule(first_run, last_week, weeks)


def week_begins(plan: Plan, week: int) -> date:
    """The earliest first day of a running week, counted from 1."""
    return plan.issued_on + timedelta(days=DAYS_BEFORE_RUNNING) + (week - 1) * WEEK


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
