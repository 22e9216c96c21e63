"""Where the runs begin: lower, higher or with run-walk steps, and always within the rules from there on."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.arranging import RevisionError
from programs.restarting import CHOSEN, goal_of, restarted, start_of, starts
from programs.rules.mileage import CEILING, SHORTEST_RUN, Goal, RunPlan, run_plan
from screening.case import parse_case
from tests.programs.runners import SARAH

STEPS = ("RW1", "RW2", "RW3", "RW4", "RW5", "RW6")


def by_rule(**changes):
    return run_plan(parse_case(SARAH | changes))


def offered(run, rule=None, unit="mi"):
    return {start.value: start for start in starts(run, rule, unit, STEPS)}


def again(run, value, rule=None, unit="mi"):
    return restarted(run, value, rule, unit, STEPS)


SARAHS = by_rule()
WALKER = by_rule(weeks_off=10)


def test_sarah_starts_at_six_miles():
    assert start_of(SARAHS) == "60"
    assert start_of(WALKER) == "RW1"


def test_every_planned_week_and_a_little_less_are_offered():
    found = offered(SARAHS, SARAHS)

    assert {"36", "42", "48", "54", "60", "66", "250"} <= set(found)
    assert set(STEPS) <= set(found)


def test_more_than_the_rules_allow_is_above():
    found = offered(SARAHS, SARAHS)

    assert [found[value].above for value in ("48", "60", "66", "RW3")] == [False, False, True, False]


def test_more_than_a_quarter_of_the_usual_week_is_far():
    found = offered(SARAHS, SARAHS)

    assert [found[value].far for value in ("60", "66", "250")] == [False, True, True]


def test_up_to_a_quarter_of_a_long_week_is_above_and_not_far():
    run = by_rule(usual_week=60, usual_days=6)
    found = offered(run, run)

    above = {start.total for start in found.values() if start.above and not start.far}
    far = {start.total for start in found.values() if start.far}

    assert 60 < min(above) <= max(above) <= 150 < min(far)


def test_a_higher_step_than_the_rules_gave_is_above():
    found = offered(WALKER, WALKER)

    assert [found[step].above for step in ("RW1", "RW2")] == [False, True]
    assert found["RW1"].total == 0


def test_a_walker_is_offered_steps_alone():
    assert set(offered(WALKER, WALKER)) == set(STEPS)


def test_without_answers_the_plan_itself_is_the_measure():
    assert not offered(SARAHS)["60"].above


def test_no_run_gets_shorter_than_the_shortest():
    run = by_rule(usual_week=5, usual_days=3)

    assert [value for value in offered(run, run) if value.isdigit() and int(value) < 30] == []


def test_the_same_start_changes_nothing():
    assert again(SARAHS, "60", SARAHS) is SARAHS


def test_the_start_of_the_rules_comes_back_whole():
    assert again(again(SARAHS, "48", SARAHS), "60", SARAHS) == SARAHS


def test_a_lower_start_takes_more_weeks():
    lower = again(SARAHS, "48", SARAHS)

    assert (lower.weeks[0].total, lower.weeks[0].runs) == (48, (16, 16, 16))
    assert len(lower.weeks) > len(SARAHS.weeks)
    assert lower.reasons[0] == CHOSEN


def test_a_later_week_leaves_those_before_it_out():
    later = again(SARAHS, "108", SARAHS)

    assert [week.total for week in later.weeks] == [week.total for week in SARAHS.weeks[7:]]
    assert [week.week for week in later.weeks] == list(range(1, 12))


def test_steps_first_leave_no_weeks_and_the_weeks_come_back():
    walked = again(SARAHS, "RW1", SARAHS)

    assert walked == RunPlan("run_walk", "RW1", (), (CHOSEN,))
    assert again(walked, "66", SARAHS).weeks[0].total == 66


@pytest.mark.parametrize("value", ["", "61", "RW9", "-60", "999999", "x"])
def test_no_other_start_is_taken(value):
    with pytest.raises(RevisionError):
        again(SARAHS, value, SARAHS)


def test_what_the_weeks_lead_to_is_read_from_the_last_of_them():
    assert goal_of(SARAHS, None, "mi") == Goal("mi", 250, 5)
    assert goal_of(WALKER, None, "mi") is None


@given(
    usual_week=st.integers(4, 100),
    usual_days=st.integers(1, 7),
    onset=st.integers(1, 20),
    unit=st.sampled_from(["mi", "km"]),
    pick=st.integers(0, 10_000),
)
def test_from_any_start_no_week_grows_by_more_than_ten_percent(usual_week, usual_days, onset, unit, pick):
    run = by_rule(usual_week=usual_week, usual_days=usual_days, onset_distance=onset, unit=unit)
    found = starts(run, run, unit, STEPS)
    weeks = again(run, found[pick % len(found)].value, run, unit).weeks

    for before, after in pairwise(weeks):
        assert after.total * 100 <= before.total * CEILING
        assert len(after.runs) >= len(before.runs)
    assert all(sum(week.runs) == week.total for week in weeks)
    assert all(min(week.runs) >= SHORTEST_RUN[unit] for week in weeks)
    assert not weeks or weeks[-1].total == run.weeks[-1].total


@given(usual_week=st.integers(6, 100), usual_days=st.integers(1, 7), pick=st.integers(0, 10_000))
def test_from_any_start_no_run_is_much_longer_than_the_longest_of_four_weeks(usual_week, usual_days, pick):
    run = by_rule(usual_week=usual_week, usual_days=usual_days)
    found = starts(run, run, "mi", STEPS)
    weeks = again(run, found[pick % len(found)].value, run).weeks

    for place in range(1, len(weeks)):
        longest = max(max(week.runs) for week in weeks[max(0, place - 4) : place])
        assert max(weeks[place].runs) * 100 <= longest * CEILING
