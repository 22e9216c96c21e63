"""Dates are told honestly: the earliest, counted from the day the plan was issued."""

from dataclasses import replace
from datetime import date, timedelta

from programs.schedule import schedule_of, week_begins
from tests.programs.runners import PAIN_FREE, RULES, TODAY, plan_for, plan_of


def test_the_first_run_is_on_day_22_at_the_earliest():
    assert schedule_of(plan_for()).first_run == TODAY + timedelta(days=21)


def test_sarah_s_usual_week_begins_17_weeks_after_her_first_run():
    schedule = schedule_of(plan_for())

    assert (schedule.weeks, schedule.last_week) == (18, schedule.first_run + timedelta(weeks=17))


def test_each_week_begins_seven_days_after_the_one_before():
    plan = plan_for()

    assert [week_begins(plan, week) for week in (1, 2, 18)] == [
        date(2026, 12, 14), date(2026, 12, 21), date(2027, 4, 12),
    ]  # fmt: skip


def test_run_and_walk_turns_have_a_first_day_and_no_last():
    schedule = schedule_of(plan_for(weeks_off=10))

    assert (schedule.first_run, schedule.last_week) == (TODAY + timedelta(days=21), None)


def test_six_steps_twice_with_a_day_between_take_23_days():
    schedule = schedule_of(plan_for(weeks_off=10), steps=6)

    assert (schedule.step_days, schedule.first_week) == (23, schedule.first_run + timedelta(days=24))


def test_while_the_start_is_held_no_day_is_known():
    schedule = schedule_of(plan_of(RULES["PL-05"]))

    assert (schedule.first_run, schedule.last_week, schedule.first_week, schedule.weeks) == (None, None, None, 18)


def test_a_plan_without_running_has_no_schedule():
    assert schedule_of(plan_of(PAIN_FREE)) is None


def test_dates_hang_on_the_day_of_issue_alone():
    later = replace(plan_for(), issued_on=TODAY + timedelta(days=40))

    assert schedule_of(later).first_run == schedule_of(plan_for()).first_run + timedelta(days=40)
