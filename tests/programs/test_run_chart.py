"""The chart: one bar a week, as tall as its miles, within its frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.rules.mileage import RunWeek
from programs.run_chart import BOTTOM, HEIGHT, LABELS_AT_MOST, LEFT, TOP, WIDTH, run_chart, tenths
from tests.programs.runners import plan_for

SARAH = run_chart(plan_for().run.weeks)
ROOM = HEIGHT - TOP - BOTTOM


def weeks(*totals):
    return tuple(RunWeek(number, total, (total,)) for number, total in enumerate(totals, 1))


@pytest.mark.parametrize(("value", "words"), [(60, "6.0"), (5, "0.5"), (250, "25.0"), (128, "12.8")])
def test_tenths_are_told_exactly(value, words):
    assert tenths(value) == words


def test_every_week_has_a_bar():
    assert [bar.week for bar in SARAH.bars] == list(range(1, 19))


def test_the_first_and_the_last_bar_say_their_total():
    assert [bar.total for bar in SARAH.bars if bar.total] == ["6.0", "25.0"]


def test_the_goal_line_is_the_top_of_the_last_bar():
    assert (SARAH.goal, SARAH.goal_y) == ("25.0", SARAH.bars[-1].y)


def test_a_bar_is_as_tall_as_its_share_of_the_usual_week():
    assert [bar.height for bar in SARAH.bars] == [ROOM * week.total // 250 for week in plan_for().run.weeks]


def test_one_week_alone_is_one_full_bar():
    (bar,) = run_chart(weeks(50)).bars

    assert (bar.height, bar.total, bar.label) == (ROOM, "5.0", "1")


@given(st.lists(st.integers(5, 1500), min_size=1, max_size=60))
def test_bars_stay_in_their_frame_and_apart(totals):
    chart = run_chart(weeks(*totals))

    assert all(bar.y + bar.height == chart.base_y and bar.y >= TOP for bar in chart.bars)
    assert all(left.x + left.width <= right.x for left, right in zip(chart.bars, chart.bars[1:], strict=False))
    assert chart.bars[-1].x + chart.bars[-1].width <= WIDTH


def test_the_last_week_has_its_number():
    assert [bar.label for bar in SARAH.bars if bar.label] == ["1", "3", "5", "7", "9", "11", "13", "15", "18"]


def test_the_first_total_has_room_before_it():
    assert SARAH.bars[0].end >= LEFT + 10


@given(st.integers(1, 60))
def test_the_row_of_numbers_is_never_crowded(count):
    labels = [bar.label for bar in run_chart(weeks(*range(10, 10 + count))).bars if bar.label]

    assert 1 <= len(labels) <= LABELS_AT_MOST
