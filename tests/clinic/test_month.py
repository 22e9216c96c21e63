"""The month view: counts by the clinic's clock, charts with a table each, and no names."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clinic.reports.calendar import Month
from clinic.reports.month import month_page
from clinic.reports.month_data import cells_of, reviews_of
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import sent
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

pytestmark = pytest.mark.django_db
NOVEMBER = Month(2026, 11)


@pytest.fixture(autouse=True)
def _sunday():
    with time_machine.travel("2026-11-22 15:00+00:00", tick=False):
        yield


def came(at, short="V01", **changes):
    """A check sent at this time, with some columns changed."""
    screening = sent(VIGNETTES[short]["case"], name="Sarah Miller")[0]
    Screening.objects.filter(pk=screening.pk).update(submitted_at=at, **changes)
    return screening


def page_of(month=NOVEMBER):
    zone = timezone.get_current_timezone()
    return month_page(month, cells_of(month, zone), reviews_of(month, zone), timezone.localdate())


def shown(**asked):
    return sign_in(CLINICIAN).get("/staff/month/", asked)


def text_of(**asked):
    return shown(**asked).content.decode()


def test_a_month_begins_and_ends_at_midnight_at_the_clinic():
    came(datetime(2026, 11, 1, 3, 59, tzinfo=UTC))
    came(datetime(2026, 11, 1, 4, 0, tzinfo=UTC))
    came(datetime(2026, 12, 1, 4, 59, tzinfo=UTC))
    came(datetime(2026, 12, 1, 5, 0, tzinfo=UTC))

    assert page_of().total.all == 2


def test_the_day_of_25_hours_is_one_day():
    came(datetime(2026, 11, 2, 4, 59, tzinfo=UTC))
    came(datetime(2026, 11, 2, 5, 0, tzinfo=UTC))

    assert [line.all for line in page_of().days[:2]] == [1, 1]


def test_the_last_day_of_a_month_is_its_own():
    came(datetime(2026, 12, 1, 0, 0, tzinfo=UTC))

    assert page_of().days[-1].all == 1


def test_who_came_is_counted_by_source_and_by_first_or_repeat():
    first = came(datetime(2026, 11, 3, 12, tzinfo=UTC))
    came(datetime(2026, 11, 10, 12, tzinfo=UTC), source="paper", repeat_of=first)
    came(datetime(2026, 11, 10, 13, tzinfo=UTC), source="walk_in", level="", pattern="", assessment=None)
    total = page_of().total

    assert (total.sources, total.firsts, total.repeats) == ((1, 1, 1), 2, 1)
    assert [week.all for week in page_of().weeks] == [0, 1, 2, 0, 0, 0]


def test_a_walk_in_has_no_level_and_waits_for_no_review():
    came(datetime(2026, 11, 10, tzinfo=UTC), source="walk_in", level="", pattern="", assessment=None)
    page = page_of()

    assert page.levels[-1].words == "No self-check (walk-in)"
    assert page.speeds[0].waits.waiting == 0


def test_patterns_and_levels_and_states_add_up():
    came(datetime(2026, 11, 3, 12, tzinfo=UTC))
    came(datetime(2026, 11, 4, 12, tzinfo=UTC), "V04", state="done")
    page = page_of()

    for bars in (page.levels, page.patterns, page.states):
        assert sum(bar.count for bar in bars) == 2
        assert sum(bar.share for bar in bars) == 100


def test_the_time_to_review_is_told_by_level():
    at = datetime(2026, 11, 4, 15, tzinfo=UTC)
    came(at, reviewed_at=at + timedelta(hours=3), state="done")
    came(at, reviewed_at=at + timedelta(days=2, hours=4), level="urgent", state="referred")
    speeds = {speed.words: speed for speed in page_of().speeds}

    assert speeds["No red flag"].middle == "3 h 0 min"
    assert speeds["Urgent"].middle == "2 days 4 h"
    assert speeds["All"].within == 50


def test_the_headline_counts_what_nobody_reviewed_as_late():
    at = datetime(2026, 11, 4, 15, tzinfo=UTC)
    came(at, reviewed_at=at + timedelta(hours=3), state="done")
    for _ in range(3):
        came(at)
    page = text_of()

    assert page_of().speeds[0].within == 25
    assert ">1 of 4</b><span>reviewed, 3 are late</span>" in page
    assert ">25 %</b>" in page


def test_what_was_replaced_unseen_waits_for_no_review():
    came(datetime(2026, 11, 4, tzinfo=UTC), state="replaced")

    assert page_of().speeds[0].waits.waiting == 0


def test_this_month_is_shown_unless_another_is_asked_for():
    assert "November 2026" in text_of()
    assert "February 2026" in text_of(month="2026-02")


def test_an_empty_month_says_so():
    assert "Nobody came this month" in text_of(month="2025-02")


@pytest.mark.parametrize("month", ["2026-13", "x", "0001-01", "2026-11'--"])
def test_no_month_is_not_found(month):
    assert shown(month=month).status_code == 404


def test_the_month_before_can_be_reached_and_after_this_one_comes_none():
    page = text_of()

    assert 'href="?month=2026-10"' in page
    assert "2026-12" not in page
    assert 'href="?month=2026-11"' in text_of(month="2026-10")


def test_nobody_is_named():
    screening = came(datetime(2026, 11, 4, 12, tzinfo=UTC))
    page = text_of()

    assert "Sarah" not in page
    assert screening.code not in page


def test_each_chart_says_what_it_shows_and_has_a_table():
    at = datetime(2026, 11, 4, 12, tzinfo=UTC)
    came(at, reviewed_at=at, state="done")
    page = text_of()

    assert page.count('role="img"') == page.count("<title id=") == 2
    assert page.count("<table") == 7
    assert page.count("<caption") == 7


def test_the_number_of_queries_does_not_grow():
    client = sign_in(CLINICIAN)
    counts = []
    for day in (3, 4):
        came(datetime(2026, 11, day, 12, tzinfo=UTC))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/staff/month/")
        counts.append(len([query for query in queries.captured_queries if "screening_screening" in query["sql"]]))

    assert counts == [2, 2]


@pytest.mark.parametrize(("role", "status"), [(FRONT_DESK, 403), (CLINICIAN, 200), (MANAGER, 200)])
def test_the_front_desk_does_not_see_the_month(role, status):
    assert sign_in(role).get("/staff/month/").status_code == status
