"""T18: moments are kept in UTC and shown by the clinic's clock; its days may have 23 or 25 hours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.clock import day_of, month_of

HOUR = timedelta(hours=1)


def length(span):
    """How long it lasts, whatever the zone."""
    begin, end = span
    return end.timestamp() - begin.timestamp()


@pytest.mark.parametrize(
    ("day", "hours"),
    [(date(2026, 3, 8), 23), (date(2026, 11, 1), 25), (date(2026, 11, 22), 24), (date(2028, 2, 29), 24)],
)
def test_a_day_at_the_clinic_is_as_long_as_its_clock_says(day, hours):
    assert length(day_of(day)) == hours * HOUR.total_seconds()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "America/St_Johns", "UTC"])
def test_a_day_begins_at_the_clinic_s_midnight_wherever_it_is(settings, zone):
    settings.TIME_ZONE = zone
    begin, end = day_of(date(2026, 11, 22))

    assert (begin.hour, begin.minute, begin.day) == (0, 0, 22)
    assert (end.hour, end.minute, end.day) == (0, 0, 23)


def test_a_leap_february_has_29_days():
    assert length(month_of(date(2028, 2, 29))) == 29 * 24 * HOUR.total_seconds()


def test_the_month_of_the_clock_change_has_an_hour_more():
    assert length(month_of(date(2026, 11, 22))) == (30 * 24 + 1) * HOUR.total_seconds()


@given(st.dates(date(2000, 1, 1), date(2099, 12, 1)))
def test_days_and_months_leave_no_gap(day):
    assert day_of(day)[1] == day_of(day + timedelta(days=1))[0]
    assert month_of(day)[1] == month_of(month_of(day)[1].date())[0]
    assert month_of(day)[0] <= day_of(day)[0] < month_of(day)[1]
