"""The earliest days of the runs, in the words of the result page."""

from collections.abc import Iterator
from datetime import date

from programs.pdf import wording
from programs.pdf.job import Job
from programs.run_chart import tenths
from programs.schedule import Schedule, schedule_of


def earliest_days(job: Job, steps: int) -> str:
    """When running may begin and when the last week does; `steps` is how many run-walk steps come first."""
    schedule = schedule_of(job.plan, steps)
    if schedule is None or schedule.first_run is None:
        return ""
    sentences = _of_steps(job, schedule, schedule.first_run) if steps else _of_weeks(job, schedule, schedule.first_run)
    return " ".join(sentences)


def _of_weeks(job: Job, schedule: Schedule, first_run: date) -> Iterator[str]:
    yield job.say(wording.FIRST_RUN, day=job.day(first_run))
    if job.plan.run and schedule.last_week:
        goal = tenths(job.plan.run.weeks[-1].total)
        yield job.say(wording.LAST_WEEK[job.plan.unit], weeks=schedule.weeks, goal=goal)
        yield job.say(wording.LAST_WEEK_BEGINS, last=job.day(schedule.last_week))
        yield job.say(wording.REPEATED_WEEK)


def _of_steps(job: Job, schedule: Schedule, first_run: date) -> Iterator[str]:
    yield job.say(wording.FIRST_TURN, day=job.day(first_run))
    yield job.say(wording.STEP_DAYS, days=schedule.step_days)
    if schedule.first_week:
        yield job.say(wording.FIRST_WEEK, day=job.day(schedule.first_week))
    yield job.say(wording.REPEATED_STEP)
