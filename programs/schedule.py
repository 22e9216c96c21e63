"""Dates told honestly: the earliest day each thing can happen when all goes well. A held week moves every later date.

Stage 1 lasts at least 7 days and Stage 2 at least 14 (gates G1 and G2), so the first run is day 22 at the earliest,
as in the clinic's article.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from programs.plan import Plan

DAYS_BEFORE_RUNNING = 21
WEEK = timedelta(days=7)


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
