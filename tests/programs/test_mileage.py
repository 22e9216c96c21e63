"""The weeks back to running: start, growth, guard, split."""

import pytest

from programs.rules.mileage import Goal, next_total, run_count, run_plan, runs_of
from screening.case import parse_case
from tests.cases import sarahs_case, tom

MILES = Goal("mi", 250, 5)


def rules_of(plan):
    return [why.rule for why in plan.reasons]


def totals(plan):
    return [week.total for week in plan.weeks]


def test_sarah_is_back_at_25_miles_in_week_18():
    plan = run_plan(sarahs_case())

    assert (plan.mode, plan.start) == ("distance", None)
    assert totals(plan)[:3] == [60, 66, 72]
    assert [week.week for week in plan.weeks] == list(range(1, 19))
    assert (plan.weeks[0].runs, plan.weeks[-1].total, plan.weeks[-1].runs) == ((20, 20, 20), 250, (50,) * 5)


def test_every_ceiling_gives_its_reason():
    assert rules_of(run_plan(sarahs_case())) == ["RR-01", "RR-06", "RR-07", "RR-08", "RR-10"]


@pytest.mark.parametrize(
    ("usual", "unit", "onset", "weeks", "first", "last"),
    [
        (5, "mi", None, 8, (10, 10, 10), (16, 17, 17)),
        (6, "mi", None, 9, (12, 12, 12), (20, 20, 20)),
        (8, "mi", None, 9, (16, 16, 16), (26, 27, 27)),
        (10, "mi", None, 8, (20, 20, 20), (33, 33, 34)),
        (30, "mi", None, 20, (20, 20, 20), (60,) * 5),
        (40, "mi", None, 23, (20, 20, 20), (66, 66, 67, 67, 67, 67)),
        (60, "mi", None, 27, (20, 20, 20), (100,) * 6),
        (10, "km", None, 8, (20, 20, 20), (33, 33, 34)),
        (15, "km", None, 7, (30, 30, 30), (50, 50, 50)),
        (25, "km", None, 13, (32, 32, 32), (62, 62, 63, 63)),
        (60, "km", None, 22, (32, 32, 32), (100,) * 6),
    ],
)
def test_the_weeks_to_usual_of_the_rule_set(usual, unit, onset, weeks, first, last):
    plan = run_plan(sarahs_case(unit=unit, usual_week=usual, usual_days=6, onset_distance=onset))
    five_days = run_plan(sarahs_case(unit=unit, usual_week=usual, usual_days=5, onset_distance=onset))

    assert (len(plan.weeks), plan.weeks[0].runs, plan.weeks[-1].runs) == (weeks, first, last)
    assert five_days.weeks[0].runs == first


@pytest.mark.parametrize(
    ("changes", "first", "rule"),
    [
        ({"onset_distance": 3.0}, (20, 20, 20), "RR-01"),
        ({"onset_distance": 2.9}, (19, 19, 19), "RR-02"),
        ({"onset_distance": 1.5}, (10, 10, 10), "RR-02"),
        ({"onset_distance": None, "usual_week": 9.5}, (19, 19, 19), "RR-03"),
        ({"onset_distance": 2.0, "usual_week": 9.5}, (13, 13, 13), "RR-02"),
        ({"onset_distance": 2.8, "usual_week": 9}, (18, 18, 18), "RR-03"),
        ({"usual_days": 2}, (20, 20), "RR-01"),
        ({"usual_days": 1, "usual_week": 3}, (18,), "RR-03"),
    ],
)
def test_the_first_week_is_the_least_of_three_limits(changes, first, rule):
    plan = run_plan(sarahs_case(**changes))

    assert (plan.weeks[0].runs, rules_of(plan)[0]) == (first, rule)


def test_kilometers_start_at_3_2():
    assert run_plan(sarahs_case(unit="km", onset_distance=None)).weeks[0].runs == (32, 32, 32)


def test_without_pain_only_the_usual_week_limits():
    assert run_plan(parse_case(tom())).weeks[0].runs == (20, 20, 20)


@pytest.mark.parametrize(
    ("changes", "start", "rule"),
    [
        ({"weeks_off": 9}, "RW1", "RR-05"),
        ({"weeks_off": 8}, "RW3", "RR-05"),
        ({"weeks_off": 4}, "RW3", "RR-05"),
        ({"onset_distance": 1.49}, "RW1", "RR-04"),
        ({"onset_distance": 1.49, "weeks_off": 4}, "RW1", "RR-04"),
        ({"usual_week": 4}, "RW1", "RR-04"),
        ({"unit": "km", "onset_distance": 2.39}, "RW1", "RR-04"),
    ],
)
def test_a_long_break_or_a_very_short_run_starts_with_run_walk(changes, start, rule):
    plan = run_plan(sarahs_case(**changes))

    assert (plan.mode, plan.start, plan.weeks, rules_of(plan)) == ("run_walk", start, (), [rule])


@pytest.mark.parametrize("changes", [{"weeks_off": 3}, {"unit": "km", "onset_distance": 2.4}])
def test_the_edge_of_running_by_distance(changes):
    assert run_plan(sarahs_case(**changes)).mode == "distance"


@pytest.mark.parametrize(("total", "runs"), [(120, 3), (121, 4), (200, 4), (201, 5), (350, 5), (351, 6), (1500, 6)])
def test_more_miles_are_run_on_more_days(total, runs):
    assert run_count(Goal("mi", 1500, 7), total) == runs


@pytest.mark.parametrize(("total", "runs"), [(200, 3), (201, 4), (320, 4), (321, 5), (560, 5), (561, 6)])
def test_more_kilometers_are_run_on_more_days(total, runs):
    assert run_count(Goal("km", 1500, 6), total) == runs


def test_never_on_more_days_than_usual():
    assert run_count(Goal("mi", 500, 2), 500) == 2


@pytest.mark.parametrize(
    ("total", "runs"), [(60, (20, 20, 20)), (100, (33, 33, 34)), (154, (38, 38, 39, 39)), (2, (1, 1)), (1, (1,))]
)
def test_leftover_tenths_go_to_the_last_runs(total, runs):
    assert runs_of(MILES, total) == runs


def test_a_week_grows_by_10_percent_rounded_down():
    assert next_total(MILES, 72, 50) == 79


def test_the_longest_run_of_four_weeks_guards_the_week():
    assert next_total(MILES, 72, 24) == 78


def test_the_usual_week_is_never_passed():
    assert next_total(MILES, 244, 60) == 250


def test_a_longest_run_four_weeks_ago_still_counts():
    plan = run_plan(sarahs_case())

    assert [max(week.runs) for week in plan.weeks[8:15]] == [39, 32, 35, 39, 42, 46, 41]
