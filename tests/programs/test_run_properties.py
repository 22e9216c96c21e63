"""What must hold for every case and every ladder, whatever the numbers."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programs.rules.mileage import Goal, run_plan
from programs.rules.progression import Action, Ladder, LogWeek, next_week
from tests.cases import sarahs_case

units = st.sampled_from(["mi", "km"])
days = st.integers(1, 7)
goals = st.builds(Goal, units, st.integers(5, 1500), days)
log_weeks = st.builds(
    LogWeek,
    st.integers(0, 20_000),
    st.integers(0, 10),
    settled=st.booleans(),
    limp=st.booleans(),
    missed_weeks=st.integers(0, 6),
)
good_weeks = st.builds(LogWeek, st.integers(0, 3_000), st.integers(0, 4))


@st.composite
def run_plans(draw):
    usual = draw(st.integers(5, 1500))
    onset = draw(st.none() | st.integers(10, 5000))
    case = sarahs_case(
        unit=draw(units),
        usual_week=Decimal(usual) / 10,
        usual_days=draw(days),
        weeks_off=draw(st.integers(0, 10)),
        onset_distance=None if onset is None else Decimal(onset) / 100,
    )
    return case, run_plan(case)


@st.composite
def ladders(draw):
    goal = draw(goals)
    first = draw(st.integers(5, goal.usual_week))
    return Ladder(goal, first, tuple(draw(st.lists(log_weeks | good_weeks, max_size=12))))


@given(run_plans())
def test_no_week_is_above_110_percent_of_the_week_before(planned):
    weeks = planned[1].weeks

    for before, after in pairwise(weeks):
        assert before.total < after.total <= before.total * 110 / 100


@given(run_plans())
def test_no_run_is_above_110_percent_of_the_longest_of_four_weeks(planned):
    weeks = planned[1].weeks

    for number in range(1, len(weeks)):
        longest = max(run for week in weeks[max(0, number - 4) : number] for run in week.runs)
        assert max(weeks[number].runs) * 100 <= longest * 110


@given(run_plans())
def test_runs_sum_to_the_week_and_differ_by_a_tenth_at_most(planned):
    for week in planned[1].weeks:
        assert sum(week.runs) == week.total
        assert list(week.runs) == sorted(week.runs)
        assert week.runs[-1] - week.runs[0] <= 1


@given(run_plans())
def test_the_usual_week_is_reached_and_never_passed(planned):
    case, plan = planned

    if plan.mode == "distance":
        assert plan.weeks[-1].total == case.usual_week
        assert all(week.total < case.usual_week for week in plan.weeks[:-1])
    else:
        assert (plan.weeks, plan.start in ("RW1", "RW3")) == ((), True)


@given(run_plans())
def test_days_never_fall_and_never_pass_the_usual_ones(planned):
    case, plan = planned
    counts = [len(week.runs) for week in plan.weeks]

    assert counts == sorted(counts)
    assert all(count <= min(6, case.usual_days) for count in counts)


@given(run_plans())
def test_the_first_run_keeps_to_all_three_limits(planned):
    case, plan = planned

    for run in plan.weeks[0].runs if plan.weeks else ():
        assert run <= (20 if case.unit == "mi" else 32)
        assert case.pain.onset is None or run * 10 * 3 <= case.pain.onset * 2
        assert run * min(3, case.usual_days) * 100 <= case.usual_week * 60


@given(ladders(), log_weeks | good_weeks)
def test_the_ladder_never_rises_more_than_10_percent_over_the_last_planned_week(ladder, week):
    planned = next_week(ladder).total
    coming = next_week(Ladder(ladder.goal, ladder.first_week, (*ladder.log, week)))

    assert coming.total <= planned * 110 / 100
    assert coming.action == Action.ADVANCE or coming.total <= planned


@given(ladders())
def test_the_ladder_never_passes_the_usual_week(ladder):
    coming = next_week(ladder)

    assert 1 <= coming.total <= ladder.goal.usual_week
    assert sum(coming.runs) == coming.total
    assert min(coming.runs) >= 1


@given(ladders(), log_weeks | good_weeks)
def test_the_sentence_never_claims_another_week_than_the_total(ladder, week):
    planned = next_week(ladder).total
    coming = next_week(Ladder(ladder.goal, ladder.first_week, (*ladder.log, week)))
    sentence = coming.reasons[0].sentence

    holds = {
        "run the same week again": coming.total == planned,
        "the week stays the same": coming.total == planned,
        "run the week that was planned": coming.total == planned,
        "start from week 1": coming.total == ladder.first_week,
        "with less": coming.total < planned or planned == 1,
        "go back one step": coming.total < planned,
        "add up to 10%": coming.total >= planned,
    }
    assert all(true for words, true in holds.items() if words in sentence)


@given(ladders(), st.integers(0, 2))
def test_extra_never_raises_the_base(ladder, pain):
    planned = next_week(ladder).total
    extra = LogWeek(planned * 10 * 2, pain)
    coming = next_week(Ladder(ladder.goal, ladder.first_week, (*ladder.log, extra)))

    assert (coming.action, coming.total) == ("hold", planned)
    assert coming.warnings == ("did_more_than_planned",)


@given(ladders(), st.integers(6, 10))
def test_a_red_week_never_leaves_more_than_80_percent(ladder, pain):
    planned = next_week(ladder).total
    coming = next_week(Ladder(ladder.goal, ladder.first_week, (*ladder.log, LogWeek(planned * 10, pain))))

    assert coming.total <= max(1, planned * 80 // 100)


@given(run_plans())
def test_a_runner_for_whom_all_goes_well_climbs_the_planned_weeks(planned):
    case, plan = planned
    goal = Goal(case.unit, case.usual_week, case.usual_days)
    done = tuple(LogWeek(week.total * 10, 0) for week in plan.weeks)

    for number, week in enumerate(plan.weeks[:12]):
        coming = next_week(Ladder(goal, plan.weeks[0].total, done[:number]))
        assert (coming.total, coming.runs) == (week.total, week.runs)
