"""The choice stands in the address, as chips that can be taken away, and no old address breaks."""

import pytest
from django.http import QueryDict

from clinic.queue.filters import Filters, chips_of, read_filters
from tests.clinic.queued import codes_on, listed, queued

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    ["?", "?state=done", "?level=urgent&side=both&mine=1", "?when=on&date=2026-11-20", "?state=all&q=Ana+D%C3%ADaz"],
)
def test_an_address_is_read_and_written_the_same(address):
    filters, problems = read_filters(QueryDict(address.removeprefix("?")))

    assert filters.address() == address
    assert problems == ()


@pytest.mark.parametrize("junk", ["state=x", "level=9", "side=up", "when=never", "state=", "unknown=1"])
def test_a_value_that_is_none_counts_as_not_chosen(junk):
    assert read_filters(QueryDict(junk))[0] == Filters()


@pytest.mark.parametrize(
    "junk", ["date=2026-13-40", "date=yesterday", "date=9999-12-31", "date=0001-01-01", "q=" + "a" * 81]
)
def test_what_can_not_be_used_is_named(junk):
    filters, problems = read_filters(QueryDict(junk))

    assert filters == Filters()
    assert len(problems) == 1


@pytest.mark.parametrize("when", ["on", "since"])
@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2999-12-31", "2000-01-01"])
def test_the_first_and_the_last_day_there_is_break_nothing(day, when):
    assert codes_on(listed(date=day, when=when, q="")) == []


@pytest.mark.parametrize("name", ["state", "level", "side", "mine", "when", "date", "q", "before", "after", "pick"])
def test_a_null_byte_breaks_nothing_anywhere(name):
    check = queued(name="Ana")

    assert codes_on(listed(**{name: "\0"})) in ([check.code], [])


def test_each_chip_takes_one_choice_away():
    filters = Filters(level="caution", side="left", q="ana")

    assert [chip.without for chip in chips_of(filters)] == [
        "?side=left&q=ana",
        "?level=caution&q=ana",
        "?level=caution&side=left",
    ]


@pytest.mark.parametrize(
    ("query", "shown"),
    [({"level": "caution"}, [0]), ({"side": "right"}, [1]), ({"level": "ok", "side": "left"}, [2])],
)
def test_filters_narrow_the_list(query, shown):
    made = [queued(2, side="left"), queued(3, side="right"), queued(3, side="left")]

    assert codes_on(listed(**query)) == [made[number].code for number in shown]


def test_a_day_is_a_day_at_the_clinic():
    late = queued(minutes=11 * 60 + 30)  # half past eleven at night there, the next day in UTC
    next_day = queued(minutes=12 * 60 + 30)

    assert codes_on(listed(date="2026-11-20", when="on")) == [late.code]
    assert codes_on(listed(date="2026-11-21")) == [next_day.code]


def test_a_search_keeps_to_the_level_that_was_chosen():
    caution, _calm = queued(2, name="Ana Díaz"), queued(3, name="Ana Moll")

    assert codes_on(listed(q="ana", level="caution")) == [caution.code]


@pytest.mark.parametrize("narrow", [{"q": "zzzz"}, {"side": "left"}])
def test_beside_a_part_of_the_queue_the_counts_say_what_they_count(narrow):
    queued(0)

    assert "In the whole queue: 1 waiting, 1 to call first" in listed(**narrow).text
    assert "In the whole queue" not in listed().text


def test_a_choice_is_said_in_words():
    queued(2, side="left")
    page = listed(level="caution", side="left", date="2026-11-02")

    for words in ("Caution", "Pattern: Left", "Sent since Nov 2, 2026"):
        assert words in page.text
