"""The earliest days of the runs, in the words of the result page."""

from collections.abc import Iterator
from datetime import date

from programs.library_content import Library, RunWalkStep
from programs.rules.mileage import RunPlan
from programs.run_chart import tenths
from programs.schedule import Schedule, schedule_of
from programs.sheets import wording
from programs.sheets.voice import Voice


def earliest_days(voice: Voice, steps: int) -> str:
    """When running may begin and when the last week does; `steps` is how many run-walk steps come first."""
    schedule = schedule_of(voice.plan, steps)
    if schedule is None or schedule.first_run is None:
        return ""
    first = schedule.first_run
    return " ".join(_of_steps(voice, schedule, first) if steps else _of_weeks(voice, schedule, first))


def _of_weeks(voice: Voice, schedule: Schedule, first_run: date) -> Iterator[str]:
    yield voice.say(wording.FIRST_RUN, day=voice.day(first_run))
    if voice.plan.run and schedule.last_week:
        goal = tenths(voice.plan.run.weeks[-1].total)
        yield voice.say(wording.LAST_WEEK[voice.plan.unit], weeks=schedule.weeks, goal=goal)
        yield voice.say(wording.LAST_WEEK_BEGINS, last=voice.day(schedule.last_week))
        yield voice.say(wording.REPEATED_WEEK)


def _of_steps(voice: Voice, schedule: Schedule, first_run: date) -> Iterator[str]:
    yield voice.say(wording.FIRST_TURN, day=voice.day(first_run))
    yield voice.say(wording.STEP_DAYS, days=schedule.step_days)
    if schedule.first_week:
        yield voice.say(wording.FIRST_WEEK, day=voice.day(schedule.first_week))
    yield voice.say(wording.REPEATED_STEP)


def steps_to_do(run: RunPlan, library: Library) -> list[tuple[int, RunWalkStep]]:
    """The run-walk steps with their numbers, from the one this runner starts at; none for a plan by distance."""
    steps = list(enumerate(library.running.run_walk, 1))
    if run.mode != "run_walk":
        return []
    first = next((place for place, (_, step) in enumerate(steps) if step.id == run.start), 0)
    return steps[first:]
