"""How long someone waits is said in few words, by the clinic's clock."""

from datetime import UTC, datetime, timedelta

import pytest

from clinic.queue.waiting import waiting_words

NOW = datetime(2026, 11, 20, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (timedelta(seconds=59), "now"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=2, minutes=5), "2 h 05"),
        (timedelta(hours=23, minutes=59), "23 h 59"),
        (timedelta(hours=24), "1 day"),
        (timedelta(days=3), "3 days"),
        (timedelta(seconds=-30), "now"),
    ],
)
def test_waiting_is_said_in_few_words(gone, words):
    assert waiting_words(NOW - gone, NOW) == words


def test_days_are_the_clinics_days():
    friday_late, monday_early = datetime(2026, 11, 21, 4, tzinfo=UTC), datetime(2026, 11, 23, 13, tzinfo=UTC)

    assert waiting_words(friday_late, monday_early) == "3 days"


def test_a_whole_day_is_one_even_where_the_clock_is_set_back():
    begin = datetime(2026, 11, 1, 4, 10, tzinfo=UTC)  # ten past midnight, and that day has 25 hours

    assert waiting_words(begin, begin + timedelta(hours=24, minutes=10)) == "1 day"
