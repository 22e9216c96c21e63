"""Pages of the queue: each row once, in order, however many there are and whatever comes in between."""

import random
import re

import pytest
from django.db import connection

from clinic.queue.filters import Filters
from clinic.queue.keyset import NoPlace, Place, read_place, rows_past, window
from clinic.queue.listing import listing_of
from clinic.queue.page import capped
from screening.models import Screening
from tests.clinic.queued import codes_on, listed, queued
from tests.staff import CLINICIAN, FRONT_DESK, member, sign_in

pytestmark = pytest.mark.django_db
MANY = 61
THAT_DAY = queued(save=False).submitted_at.date()


def crowd(number=MANY, seed=7):
    """Checks of every rank, state and side, many of them sent in the same minute."""
    dice = random.Random(seed)
    made = [
        queued(
            dice.randrange(4),
            minutes=dice.randrange(4),
            state=dice.choice(["waiting"] * 6 + ["done", "done", "referred", "aside"]),
            side=dice.choice(["", "left", "right", "both"]),
            save=False,
        )
        for _ in range(number)
    ]
    return Screening.objects.bulk_create(made)


def walked(listing, *, size=7, between=lambda: None):
    """The ids of all pages, forwards."""
    found, place = [], None
    while True:
        shown = window(listing, place, size=size)
        found += [row.id for row in shown.rows]
        between()
        if shown.after is None:
            return found
        place = shown.after


def in_order(rows, *, newest=False):
    """The ids in the order that people expect."""
    if newest:
        return [row.id for row in sorted(rows, key=lambda row: (row.submitted_at, row.id), reverse=True)]
    return [row.id for row in sorted(rows, key=lambda row: (row.rank, row.submitted_at, row.id))]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("filters", "newest"),
    [
        (Filters(), False),
        (Filters(side="both"), False),
        (Filters(level="ok"), False),
        (Filters(date=THAT_DAY), False),
        (Filters(state="done"), True),
        (Filters(state="done", side="left"), True),
        (Filters(state="all"), True),
        (Filters(state="all", level="caution"), True),
        (Filters(state="all", level="ok", side="right"), True),
    ],
)
def test_all_pages_hold_each_row_once_and_in_order(filters, newest, seed):
    fits = [
        row
        for row in crowd(seed=seed)
        if filters.state in (row.state, "all")
        and (not filters.level or row.level == filters.level)
        and (not filters.side or row.side == filters.side)
    ]

    assert walked(listing_of(filters, user=None)) == in_order(fits, newest=newest)


def test_what_comes_in_meanwhile_hides_nothing_and_shows_nothing_twice():
    before = in_order(row for row in crowd() if row.state == "waiting")
    found = walked(listing_of(Filters(), user=None), between=lambda: crowd(5, seed=random.randrange(99)))

    assert len(found) == len(set(found))
    assert [number for number in found if number in set(before)] == before


@pytest.mark.parametrize("filters", [Filters(), Filters(state="all"), Filters(date=THAT_DAY)])
def test_the_page_before_is_the_one_that_was_before(filters):
    crowd()
    listing = listing_of(filters, user=None)
    first = window(listing, None, size=7)
    second = window(listing, first.after, size=7)
    third = window(listing, second.after, size=7)
    back = window(listing, third.before, size=7, backwards=True)

    assert back.rows == second.rows
    assert window(listing, back.before, size=7, backwards=True).rows == first.rows


def test_a_page_too_near_the_start_becomes_the_first_page():
    rows = [queued(minutes=at) for at in range(9)]
    shown = window(listing_of(Filters(), user=None), Place(3, rows[2].submitted_at, rows[2].id), size=5, backwards=True)

    assert list(shown.rows) == rows[:5]
    assert shown.before is None


def test_the_place_is_one_comparison_of_rows():
    place = Place(1, queued().submitted_at, 4)
    rows = rows_past(listing_of(Filters(), user=None).slices[0], place, newest=False, falls=False)

    assert re.search(r"\([^()]*rank[^()]*submitted_at[^()]*id[^()]*\) > \([^()]*\)", str(rows.query))
    assert " OR " not in str(rows.query)


def test_the_first_page_is_read_from_an_index_in_its_order():
    crowd(300)
    rows = rows_past(listing_of(Filters(), user=None).slices[0], None, newest=False, falls=False)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
        plan = rows.values_list("rank", "submitted_at", "id")[:26].explain()

    assert "queue" in plan
    assert "SORT" not in plan.upper()
    assert "TEMP B-TREE" not in plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL reads so few rows without an index")
@pytest.mark.parametrize("past", [False, True])
@pytest.mark.parametrize(
    "filters",
    [
        Filters(side="both"),
        Filters(level="urgent"),
        Filters(mine=True),
        Filters(date=THAT_DAY),
        Filters(date=THAT_DAY, when="on", side="left"),
        Filters(state="done"),
        Filters(state="done", level="urgent", side="both"),
        Filters(state="all"),
        Filters(state="all", side="both"),
        Filters(state="all", date=THAT_DAY),
    ],
)
def test_no_choice_reads_more_than_an_index(filters, past):
    listing = listing_of(filters, user=member(CLINICIAN))
    place = Place(2, queued().submitted_at, 4) if past else None
    for part in listing.slices:
        rows = rows_past(part, place, newest=listing.newest, falls=listing.newest)
        plan = rows.values_list("rank", "submitted_at", "id")[:26].explain() if rows is not None else "SEARCH"

        assert "SEARCH" in plan or "USING INDEX" in plan
        assert "TEMP B-TREE" not in plan


def test_the_address_of_a_place_holds_nothing_but_the_place():
    place = Place(2, queued().submitted_at, 99)

    assert read_place(str(place)) == place
    assert re.fullmatch(r"[A-Za-z0-9_-]+", str(place))


@pytest.mark.parametrize(
    "junk", ["x", "%00", "MS4yLjM=x", "é", "OS45OTk5OTk5OTk5OTk5OTk5OTk5OTkuMQ", "MS4tMS4x", "a" * 5000, "' OR 1=1"]
)
def test_a_place_that_is_none_shows_the_first_page_and_says_so(junk):
    check = queued()
    page = listed(after=junk)

    assert codes_on(page) == [check.code]
    assert "so this is its first page" in page.text


def test_junk_is_no_place():
    with pytest.raises(NoPlace):
        read_place("junk!")


def test_the_next_page_is_a_plain_link_that_keeps_the_choice():
    client = sign_in(FRONT_DESK)
    Screening.objects.bulk_create(queued(side="left", minutes=at, save=False) for at in range(30))
    first = listed(client, side="left")
    link = next(each for each in first.all("a") if each.attrs.get("id") == "page-after").attrs["href"]
    second = listed(client, **dict(part.split("=") for part in link.removeprefix("?").split("&")))

    assert "side=left" in link
    assert len(codes_on(first)) == 25
    assert len(codes_on(second)) == 5


def test_claimed_by_me_shows_mine_alone():
    kim = member(CLINICIAN)
    mine, _other = queued(claimed_by=kim, claimed_at=queued().submitted_at), queued()

    assert codes_on(listed(sign_in(CLINICIAN), mine="1")) == [mine.code]


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (1000, "1,000"), (1001, "1,000+")])
def test_counts_stop_at_a_thousand(number, words):
    assert capped(number) == words
