"""A runner is found by a part of the name or the code, as people type it; what is typed is taken literally."""

from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, connection
from django.test import TransactionTestCase

from audit.models import AuditEvent, Kind
from screening.actions import erase
from screening.contact import leave_contact
from screening.models import Screening
from screening.search import MOST_FOUND, matching, parts_of
from screening.search_index import NoExtension, switch_on
from tests.clinic.queued import codes_on, listed, queued
from tests.clinic.reviewing import check_of
from tests.staff import FRONT_DESK, sign_in

pytestmark = pytest.mark.django_db
HOSTILE = [
    '"', "''", "a\"b' OR 1=1 --", "%%", "__", "**", "NEAR(a b)", "a AND", "NOT x", "^abc", "{x} : y", "search_text:abc",
    "\x00\x00abc", "\udfff", "(((", "\\\\", "a" * 80, "\u202e\u0301\u0301", "🏃🏃🏃", "abc*", '"abc',
]  # fmt: skip


def found(typed):
    return [Screening.objects.get(pk=number).name for number in matching(parts_of(typed))]


@pytest.mark.parametrize("typed", ["Díaz", "diaz", "DIAZ", "dia", "ana díaz", "díaz ana", " Ana ", "An"])
def test_a_name_is_found_with_or_without_its_accents(typed):
    queued(name="Ana Díaz"), queued(name="Ben Ortiz")

    assert found(typed) == ["Ana Díaz"]


@pytest.mark.parametrize("typed", ["Łukasz", "łukasz", "lukasz", "LUKASZ NOW", "kasz"])
def test_letters_with_a_stroke_are_found_by_plain_ones(typed):
    queued(name="Łukasz Nowak")

    assert found(typed) == ["Łukasz Nowak"]


@pytest.mark.parametrize("typed", ["ITB-7F3K-Q2", "itb-7f3k", "7f3kq2", "7F3K"])
def test_a_code_is_found_with_or_without_its_dashes(typed):
    queued(code="ITB-7F3K-Q2", name="Kim Lee")

    assert found(typed) == ["Kim Lee"]


def test_two_letters_find_a_short_name_and_the_beginning_of_a_long_one():
    queued(name="Bo Li"), queued(name="Lisa Moll"), queued(name="Emil Oli")

    assert sorted(found("li")) == ["Bo Li", "Lisa Moll"]


@pytest.mark.parametrize("typed", ["a", " ", "", "x y z", "\t"])
def test_less_than_two_letters_are_not_searched_for(typed):
    assert parts_of(typed) == ()


def test_less_than_two_letters_get_a_hint():
    queued(name="Ana Díaz")

    assert "Type two letters" in listed(q="a").text


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_breaks_the_search(typed):
    queued(name="Ana Díaz")
    response = sign_in(FRONT_DESK).get("/staff/", {"q": typed.encode(errors="replace").decode()})

    assert response.status_code == 200
    assert b"Ana D" not in response.content


@pytest.mark.parametrize("typed", ["100%", "a_b", 'the "rock"', "o'neil", "x*y"])
def test_every_sign_is_taken_literally(typed):
    queued(name=f"Sam {typed}"), queued(name="Sam 100 aXb the rock oneil xzzy")

    assert found(typed) == [f"Sam {typed}"]


def test_a_search_stays_within_the_list_or_looks_in_all():
    waiting, done = queued(name="Ana Díaz"), queued(name="Ana Moll", state="done")

    assert codes_on(listed(q="ana")) == [waiting.code]
    assert set(codes_on(listed(q="ana", state="all"))) == {waiting.code, done.code}


def test_a_search_is_in_the_order_of_its_list():
    calm, urgent = queued(3, name="Ana A", minutes=-9), queued(0, name="Ana B")

    assert codes_on(listed(q="ana")) == [urgent.code, calm.code]


def test_a_search_without_success_offers_all_checks():
    queued(name="Ana Díaz", state="done")

    assert "Look in all checks" in listed(q="ana").text


def test_a_check_can_be_found_once_it_is_sent():
    check_of("V01", name="Sarah Miller")

    assert found("miller") == ["Sarah Miller"]


def test_a_name_left_later_is_found_and_the_old_one_is_not():
    check = queued(name="Ana Díaz")
    leave_contact(check, name="Ana Moll", phone="973 555 0100")

    assert found("moll") == ["Ana Moll"]
    assert found("diaz") == []


def test_who_was_erased_is_not_found():
    check = queued(name="Ana Díaz")
    erase(check)

    assert matching(parts_of("diaz")) == []


def test_the_newest_come_first_and_no_more_than_asked():
    made = [queued(name=f"Ana {number}") for number in range(5)]

    assert matching(parts_of("ana"), 3) == [check.pk for check in reversed(made[2:])]


def common(number, **columns):
    """So many newer checks of the same name."""
    many = [queued(name="Ana", search_text=" ana", minutes=9, save=False, **columns) for _ in range(number)]
    Screening.objects.bulk_create(many)


def test_who_waits_is_found_however_common_the_name():
    waiting = queued(name="Ana Díaz")
    common(MOST_FOUND, state="done")
    page = listed(q="ana")

    assert codes_on(page) == [waiting.code]
    assert "checks match" not in page.text


def test_a_name_too_common_for_its_list_says_so():
    common(MOST_FOUND, state="done")

    assert f"At least {MOST_FOUND} checks match" in listed(q="ana", state="all").text


def test_who_searched_is_kept_and_the_words_are_not():
    listed(q="Ana Díaz")
    event = AuditEvent.objects.get(kind=Kind.LISTED)

    assert event.by_name == "dana"
    assert "Ana" not in str(event.detail) + event.about


def test_a_refresh_of_a_search_is_not_a_search():
    client = sign_in(FRONT_DESK)
    client.get("/staff/", {"q": "ana"}, headers={"HX-Request": "true"})

    assert not AuditEvent.objects.filter(kind=Kind.LISTED).exists()


def test_the_index_outlived_every_migration():
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'search%%' AND type IN ('trigger', 'table')")
            expected = {"search_index", "search_added", "search_gone", "search_changed_from", "search_changed_to"}
        else:
            cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname = 'search_index'")
            expected = {"search_index"}
        names = {row[0] for row in cursor.fetchall()}

    assert expected <= names


class Refusing:
    """A PostgreSQL whose user may not switch an extension on."""

    vendor = "postgresql"

    @contextmanager
    def cursor(self):
        yield self

    def execute(self, statement):
        raise ProgrammingError("permission denied to create extension")


def test_a_database_without_the_extension_says_who_can_help():
    with pytest.raises(NoExtension, match="owner of the database"):
        switch_on(Refusing())


class EmptiedTables(TransactionTestCase):
    """The index follows where a test empties all tables."""

    def test_after_a_flush_nobody_is_found(self):
        queued(name="Ana Díaz")
        Screening.objects.all().delete()

        assert matching(parts_of("diaz")) == []
