"""T21: nobody changes the trail unseen: the database refuses, and what gets past it is named by `verify_audit`."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import Error, connection, transaction

from audit import triggers
from audit.models import AuditEvent, AuditHead, Kind
from audit.trail import faults, note
from tests.staff import CLINICIAN, member

pytestmark = pytest.mark.django_db
CHANGES = {
    "another time": "UPDATE audit_auditevent SET at = '2020-01-01 00:00:00+00:00' WHERE number = 2",
    "another name": "UPDATE audit_auditevent SET by_name = 'nobody' WHERE number = 2",
    "another check": "UPDATE audit_auditevent SET about = 'ITB-0000-00' WHERE number = 2",
    "another kind": "UPDATE audit_auditevent SET kind = 'viewed' WHERE number = 2",
    "another detail": "UPDATE audit_auditevent SET detail = '{}' WHERE number = 2",
    "a row gone": "DELETE FROM audit_auditevent WHERE number = 2",
    "the first row gone": "DELETE FROM audit_auditevent WHERE number = 1",
    "the last row gone": "DELETE FROM audit_auditevent WHERE number = 3",
    "all gone": "DELETE FROM audit_auditevent",
}


@pytest.fixture
def trail():
    """Three rows by Kim."""
    kim = member(CLINICIAN)
    for what in ("accepted", "changed", "released"):
        note(Kind.CHANGED, by=kim, about="ITB-7F3K-Q2", what=what)


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def unguarded():
    """A database whose owner took the triggers away."""
    triggers.switch_off(connection)
    yield
    triggers.switch_on(connection)


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_the_database_refuses_to_change_the_trail(trail, statement):
    with pytest.raises(Error, match="only ever added to"), transaction.atomic():
        run(statement)

    assert AuditEvent.objects.count() == 3


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="only PostgreSQL can empty a table at once")
def test_the_database_refuses_to_empty_the_trail_at_once(trail):
    with pytest.raises(Error, match="only ever added to"), transaction.atomic():
        run("TRUNCATE audit_auditevent")


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite replaces a row by inserting another")
def test_the_database_refuses_to_replace_a_row(trail):
    columns = "number, at, kind, by_name, about, detail, digest"
    with pytest.raises(Error, match="only ever added to"), transaction.atomic():
        run(f"INSERT OR REPLACE INTO audit_auditevent ({columns}) VALUES (2, '2020-01-01', 'x', '', '', 'null', '')")


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES)
def test_what_gets_past_the_triggers_is_found(trail, unguarded, statement):
    run(statement)

    assert list(faults())


def test_a_row_slipped_in_is_found(trail, unguarded):
    first = AuditEvent.objects.get(number=1)
    AuditEvent.objects.create(number=4, at=first.at, kind="viewed", digest="0" * 64)

    assert next((fault.number, fault.problem) for fault in faults()) == (4, "changed")


def test_a_changed_row_is_named_by_its_number(trail, unguarded):
    run(CHANGES["another name"])
    said = StringIO()

    with pytest.raises(CommandError, match="touched"):
        call_command("verify_audit", stderr=said)
    assert "row 2: changed" in said.getvalue()


def test_a_row_that_is_gone_is_named_by_its_number(trail, unguarded):
    run(CHANGES["a row gone"])

    assert next((fault.number, fault.problem) for fault in faults()) == (2, "missing")


def test_the_end_of_the_trail_can_not_be_cut_off_unseen(trail, unguarded):
    run(CHANGES["the last row gone"])

    assert [fault.problem for fault in faults()] == ["the end is not where the trail ends"]


def test_a_whole_trail_says_so(trail):
    said = StringIO()
    call_command("verify_audit", stdout=said)

    assert said.getvalue() == "The trail is whole: 3 rows.\n"
    assert AuditHead.objects.get().last_number == 3


def test_an_empty_trail_is_whole():
    assert list(faults()) == []


def test_a_row_stands_or_falls_with_what_it_records(trail):
    with transaction.atomic():
        note(Kind.CHANGED, about="ITB-7F3K-Q2")
        transaction.set_rollback(True)

    assert AuditEvent.objects.count() == 3
    assert list(faults()) == []


def test_a_row_outlives_the_one_it_names(trail):
    member(CLINICIAN).delete()

    assert {event.by_name for event in AuditEvent.objects.all()} == {"kim"}
    assert list(faults()) == []
