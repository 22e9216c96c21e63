"""The weekly decision, row by row; the climb is Sarah's, from 6.0 up to a planned 10.8."""

import pytest

from programs.rules.mileage import Goal
from programs.rules.progression import Ladder, LogWeek, next_week

GOAL = Goal("mi", 250, 5)
CLIMB = (600, 660, 720, 780, 840, 900, 990)


def well(done, **changes):
    return LogWeek(done, 1, **changes)


def after(*weeks, goal=GOAL, first=60):
    return next_week(Ladder(goal, first, weeks))


def after_climb(*weeks):
    """The week after Sarah climbed to a planned 10.8 and then had these weeks."""
    return after(*(well(done) for done in CLIMB), *weeks)


def test_an_empty_log_starts_with_the_first_week():
    coming = after()

    assert (coming.action, coming.total, coming.runs, coming.warnings) == ("start", 60, (20, 20, 20), ())


def test_a_good_climb_is_the_planned_one():
    assert after_climb().total == 108


@pytest.mark.parametrize(
    ("weeks", "action", "total"),
    [
        ([well(1080)], "advance", 117),
        ([LogWeek(1080, 4)], "hold", 108),
        ([LogWeek(1080, 4), LogWeek(1080, 4)], "back_one", 99),
        ([LogWeek(1080, 6)], "stop_then_restart", 86),
        ([well(1080, missed_weeks=2)], "step_back", 86),
        ([well(1400)], "hold", 108),
        ([well(400)], "resume", 99),
    ],
)
def test_the_worked_cases(weeks, action, total):
    coming = after_climb(*weeks)

    assert (coming.action, coming.total) == (action, total)


@pytest.mark.parametrize(
    "week",
    [LogWeek(1080, 6), LogWeek(1080, 0, limp=True), LogWeek(1080, 0, settled=False), LogWeek(1080, 4, False)],
)
def test_red_weeks(week):
    assert after_climb(week).action == "stop_then_restart"


@pytest.mark.parametrize("pain", [3, 5])
def test_amber_weeks(pain):
    assert after_climb(LogWeek(1080, pain)).action == "hold"


def test_pain_of_2_is_green():
    assert after_climb(LogWeek(1080, 2)).action == "advance"


def test_red_in_the_first_week_keeps_80_percent():
    assert after(LogWeek(600, 6)).total == 48


@pytest.mark.parametrize(("between", "action"), [(2, "pause_see_clinician"), (3, "stop_then_restart")])
def test_a_second_red_within_four_weeks_pauses(between, action):
    calm = [LogWeek(0, 0) for _ in range(between)]

    assert after_climb(LogWeek(1080, 6), *calm, LogWeek(500, 6)).action == action


def test_the_second_red_steps_back_again():
    assert after_climb(LogWeek(1080, 6), LogWeek(860, 6)).total == 68


def test_a_second_amber_counts_only_in_a_row():
    assert after_climb(LogWeek(1080, 4), LogWeek(1080, 1), LogWeek(1170, 4)).action == "hold"


def test_a_third_amber_in_a_row_goes_back_once_more():
    coming = after_climb(*[LogWeek(1080, 4)] * 3)

    assert (coming.action, coming.total) == ("back_one", 90)


def test_nobody_steps_back_below_the_first_level():
    coming = after(LogWeek(600, 4), LogWeek(600, 4))

    assert (coming.action, coming.total) == ("back_one", 60)


def test_a_step_back_drops_the_levels_above():
    coming = after_climb(LogWeek(1080, 6), LogWeek(860, 3), LogWeek(860, 3))

    assert (coming.action, coming.total) == ("back_one", 84)


@pytest.mark.parametrize(
    ("missed", "action", "total"),
    [
        (1, "resume", 108),
        (2, "step_back", 86),
        (3, "step_back", 54),
        (4, "step_back", 54),
        (5, "restart", 60),
    ],
)
def test_missed_weeks_cost_more_the_more_there_are(missed, action, total):
    coming = after_climb(well(1080, missed_weeks=missed))

    assert (coming.action, coming.total) == (action, total)


def test_missed_weeks_count_from_the_last_week_that_was_done():
    assert after_climb(well(700, missed_weeks=1)).total == 99
    assert after_climb(well(400, missed_weeks=2)).total == 79


def test_before_any_week_was_done_the_first_week_is_the_base():
    assert after(well(100), well(100)).total == 60
    assert after(well(0, missed_weeks=2)).total == 48


@pytest.mark.parametrize(
    ("done", "action", "total"),
    [
        (539, "resume", 99),
        (540, "repeat", 108),
        (971, "repeat", 108),
        (972, "advance", 117),
        (1188, "advance", 117),
        (1189, "hold", 108),
    ],
)
def test_how_much_was_done_decides(done, action, total):
    coming = after_climb(well(done))

    assert (coming.action, coming.total) == (action, total)


def test_doing_more_than_planned_is_warned_of():
    coming = after_climb(well(1400))

    assert coming.warnings == ("did_more_than_planned",)
    assert [why.rule for why in coming.reasons] == ["RR-12"]


@pytest.mark.parametrize("week", [LogWeek(1080, 4), LogWeek(1400, 4), well(1080)])
def test_no_other_week_is_warned_of(week):
    assert after_climb(week).warnings == ()


def test_extra_never_raises_the_base():
    assert after_climb(well(1400), well(1080)).total == 117


def test_the_usual_week_is_kept():
    coming = after(well(600), well(660), goal=Goal("mi", 66, 3))

    assert (coming.action, coming.total) == ("at_usual", 66)


def test_the_longest_run_of_four_weeks_guards_the_climb():
    coming = after(well(1000), goal=Goal("mi", 250, 3), first=100)

    assert (coming.total, coming.runs) == (110, (36, 37, 37))


def test_weeks_missed_leave_no_long_run_to_build_on():
    rested = after_climb(well(1080, missed_weeks=4), well(540))

    assert (rested.action, rested.total) == ("advance", 57)


def test_a_long_run_before_two_missed_weeks_still_counts():
    assert after_climb(well(1080, missed_weeks=2), well(860)).total == 94


def test_a_week_done_well_before_a_red_one_does_not_undo_the_step():
    coming = after_climb(LogWeek(1080, 6), well(300))

    assert (coming.action, coming.total) == ("resume", 86)


def test_a_restart_is_never_a_rise():
    assert after(LogWeek(600, 6), well(480, missed_weeks=6)).total == 48


@pytest.mark.parametrize(
    ("pain", "missed", "action", "total"),
    [
        (4, 1, "hold", 108),
        (4, 3, "hold", 54),
        (6, 3, "stop_then_restart", 54),
        (6, 1, "stop_then_restart", 86),
        (6, 6, "stop_then_restart", 60),
    ],
)
def test_pain_and_missed_weeks_together_take_the_lower_total(pain, missed, action, total):
    coming = after_climb(LogWeek(1080, pain, missed_weeks=missed))

    assert (coming.action, coming.total) == (action, total)


@pytest.mark.parametrize(
    ("weeks", "total", "words"),
    [
        ([LogWeek(1080, 4, missed_weeks=1)], 108, "run the same week again"),
        ([LogWeek(900, 4, missed_weeks=1)], 99, "go on from the last week you did"),
        ([LogWeek(1080, 4, missed_weeks=2)], 86, "start again with less"),
        ([LogWeek(1080, 4, missed_weeks=6)], 60, "then start from week 1"),
        ([LogWeek(1080, 4), LogWeek(1080, 4, missed_weeks=3)], 54, "start again with less"),
        ([LogWeek(1080, 4), LogWeek(1080, 4, missed_weeks=1)], 99, "go back one step"),
        ([well(400)], 99, "go on from the last week you did"),
        ([LogWeek(1080, 6), well(300)], 86, "run the week that was planned"),
    ],
)
def test_the_sentence_is_true_of_the_total(weeks, total, words):
    coming = after_climb(*weeks)

    assert coming.total == total
    assert words in coming.reasons[0].sentence


def test_a_restart_at_the_first_week_speaks_of_week_1():
    coming = after_climb(well(1080, missed_weeks=5))

    assert (coming.total, "week 1" in coming.reasons[0].sentence) == (60, True)


def test_a_restart_below_the_first_week_does_not_speak_of_week_1():
    sentence = after(LogWeek(600, 6), well(480, missed_weeks=6)).reasons[0].sentence

    assert "Do the self-check again, then run the week that was planned." in sentence


def test_who_can_not_go_back_a_step_runs_the_same_week_again():
    assert "run the same week again" in after(LogWeek(600, 4), LogWeek(600, 4)).reasons[0].sentence


def test_the_smallest_week_is_a_tenth():
    assert after(*[LogWeek(0, 9)] * 12, first=5).total == 1


@pytest.mark.parametrize(
    ("weeks", "rule", "words"),
    [
        ([], "RR-01", "first week"),
        ([well(600)], "RR-06", "All went well"),
        ([LogWeek(600, 4)], "RR-09", "run the same week again"),
        ([LogWeek(600, 9)], "RR-09", "Stop running"),
    ],
)
def test_each_decision_says_why(weeks, rule, words):
    reason = after(*weeks).reasons[0]

    assert reason.rule == rule
    assert words in reason.sentence
    assert reason.source
