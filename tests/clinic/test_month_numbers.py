"""The arithmetic behind the month view: months, working days, waiting times, shares and the shape of its charts."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.reports.calendar import Month, midnight, month_with, read_month
from clinic.reports.charts import HEIGHT, LEFT, TOP, WIDTH, columns, step_of
from clinic.reports.numbers import Cell, Review, percent, tally, waits_of, workdays_between

WAYNE = ZoneInfo("America/New_York")
NOVEMBER = Month(2026, 11)
SUNDAY = date(2026, 11, 22)
COUNTS = st.lists(st.tuples(*[st.integers(0, 5_000)] * 3), min_size=1, max_size=31)


def at(day, hour=9, minute=0):
    return datetime(2026, 11, day, hour, minute, tzinfo=WAYNE)


def review(sent, reviewed, level="ok"):
    return Review(level, sent, reviewed)


@pytest.mark.parametrize("text", ["2026-11", "2028-02"])
def test_a_month_is_read_and_written_the_same(text):
    assert str(read_month(text)) == text


@pytest.mark.parametrize("text", ["", "2026-13", "2026-1", "1999-11", "9999-12", "2026-11-01", "٢٠٢٦-11", "2026-11\n"])
def test_anything_else_is_no_month(text):
    assert read_month(text) is None


def test_the_months_beside_a_month_cross_the_year():
    assert Month(2026, 12).next == Month(2027, 1)
    assert Month(2027, 1).previous == Month(2026, 12)


def test_a_leap_month_has_29_days():
    assert len(Month(2028, 2).days) == 29


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_the_weeks_of_a_month_are_its_days_cut_at_mondays(day):
    month = month_with(day)
    weeks = month.weeks()

    assert sum((last - first).days + 1 for first, last in weeks) == len(month.days)
    assert all(first.weekday() == 0 for first, _last in weeks[1:])
    assert all(last.weekday() == 6 for _first, last in weeks[:-1])


def test_the_day_on_which_the_clock_is_put_back_has_25_hours():
    begin, end = midnight(date(2026, 11, 1), WAYNE), midnight(date(2026, 11, 2), WAYNE)

    assert end.timestamp() - begin.timestamp() == 25 * 3600


@pytest.mark.parametrize(
    ("sent", "reviewed", "days"),
    [(16, 16, 0), (16, 17, 1), (20, 23, 1), (20, 21, 0), (21, 23, 1), (22, 24, 2), (16, 30, 10)],
)
def test_working_days_leave_out_weekends(sent, reviewed, days):
    assert workdays_between(date(2026, 11, sent), date(2026, 11, reviewed)) == days


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 60))
def test_working_days_are_as_many_as_one_counts(sent, later):
    days = [sent + timedelta(days=n) for n in range(1, later + 1)]

    assert workdays_between(sent, sent + timedelta(days=later)) == sum(day.weekday() < 5 for day in days)


def test_waits_have_a_middle_and_a_slowest_tenth():
    waits = waits_of([review(at(16), at(16) + timedelta(minutes=n)) for n in range(10, 110, 10)], SUNDAY)

    assert waits.middle == 55
    assert waits.nine_in_ten == 90


def test_what_still_waits_is_counted_and_not_timed():
    waits = waits_of([review(at(16), at(16, 10)), review(at(17), None)], SUNDAY)

    assert (waits.reviewed, waits.waiting, waits.middle) == (1, 1, 60)


@pytest.mark.parametrize(("sent", "overdue"), [(22, 0), (20, 0), (19, 0), (18, 1), (2, 1)])
def test_what_waits_longer_than_to_the_end_of_the_next_working_day_is_late(sent, overdue):
    waits = waits_of([review(at(sent), None)], SUNDAY)

    assert (waits.waiting, waits.overdue) == (1, overdue)


def test_a_backlog_makes_the_share_in_time_worse_not_better():
    done, late = review(at(2), at(2, 10)), review(at(3), None)
    waits = waits_of([done, late, late, late, review(at(20), None)], SUNDAY)

    assert (waits.within_a_workday, waits.due, waits.all) == (1, 4, 5)
    assert percent(waits.within_a_workday, waits.due) == 25


def test_nothing_reviewed_has_no_times():
    waits = waits_of([], SUNDAY)

    assert (waits.middle, waits.nine_in_ten, waits.within_a_workday) == (None, None, 0)


def test_friday_night_reviewed_on_monday_is_within_a_working_day():
    waits = waits_of([review(at(20, 22), at(23, 17)), review(at(16), at(18)), review(at(2), at(27))], SUNDAY)

    assert waits.by_workdays == (0, 1, 1, 0, 0, 1)
    assert waits.within_a_workday == 1


def test_a_night_of_25_hours_is_timed_as_it_passed():
    waits = waits_of([review(datetime(2026, 10, 31, 12, tzinfo=WAYNE), at(1, 12))], SUNDAY)

    assert waits.middle == 25 * 60


@pytest.mark.parametrize(
    ("part", "whole", "share"), [(0, 0, 0), (0, 9, 0), (9, 9, 100), (1, 8, 13), (1, 1000, 1), (999, 1000, 99)]
)
def test_a_share_is_never_rounded_to_nothing_or_all(part, whole, share):
    assert percent(part, whole) == share


def test_cells_are_added_up_by_what_is_asked():
    cells = [Cell(1, "own", False, "ok", "", "done", 2), Cell(2, "own", True, "ok", "", "done", 3)]

    assert tally(cells, lambda cell: cell.source) == {"own": 5}
    assert tally(cells, lambda cell: cell.repeat) == {False: 2, True: 3}


@given(st.integers(0, 1_000_000))
def test_a_few_level_lines_reach_the_highest_column(most):
    step = step_of(most)

    assert step * 4 >= most
    assert str(step).rstrip("0") in ("1", "2", "5")


@given(COUNTS)
def test_every_column_stays_inside_the_drawing(heights):
    chart = columns(heights, [""] * len(heights))

    for column in chart.columns:
        assert column.x >= LEFT
        assert column.x + column.width <= WIDTH
        assert all(part.y >= TOP and part.height >= 0 and part.y + part.height <= chart.base for part in column.parts)
    assert len(chart.lines) <= 5
    assert chart.base < HEIGHT


@given(COUNTS)
def test_pieces_of_a_column_stand_on_one_another(heights):
    for column in columns(heights, [""] * len(heights)).columns:
        edges = [chart_edge for part in column.parts for chart_edge in (part.y + part.height, part.y)]

        assert edges == sorted(edges, reverse=True)
        assert all(below == above for below, above in zip(edges[1::2], edges[2::2], strict=False))


def test_an_empty_chart_has_a_floor():
    chart = columns([], [])

    assert [line.number for line in chart.lines] == [0, 1]
