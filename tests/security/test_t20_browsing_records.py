"""T20: who looks at a runner's record leaves a row; a month of looks can be read by the manager."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from audit.models import AuditEvent, Kind
from audit.trail import note
from screening.actions import erase, erase_old_drafts
from tests.security.people import answering, sent
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in

pytestmark = pytest.mark.django_db
CODE = "{code}"
# Every page that shows one runner's record, what the trail then says, and what it calls it.
RECORDS = {
    "/staff/check/{code}/": Kind.VIEWED,
    "/staff/check/{code}/plan/": Kind.VIEWED,
    "/staff/check/{code}/notes/": Kind.VIEWED,
    "/staff/check/{code}/print/": Kind.PRINTED,
    "/staff/sheet/?check={code}&what=summary": Kind.PRINTED,
}


def rows(**named):
    """What the trail holds."""
    return [(event.kind, event.by_name, event.about) for event in AuditEvent.objects.filter(**named)]


@pytest.mark.parametrize(("address", "kind"), RECORDS.items(), ids=RECORDS)
def test_each_look_at_a_record_is_one_row(address, kind):
    code = sent("V01", "Sarah Miller").screening.code
    response = sign_in(CLINICIAN).get(address.replace(CODE, code))

    assert response.status_code == 200, address
    assert rows(about=code) == [(kind, "kim", code)]


def test_a_look_at_a_call_script_is_one_row():
    code = sent("V06", "Tom Reed").screening.code
    sign_in(FRONT_DESK).get(f"/staff/check/{code}/call/")

    assert rows(about=code) == [(Kind.VIEWED, "dana", code)]


def test_no_row_holds_what_was_answered_or_who_the_runner_is():
    sarah = sent("V01", "Sarah Miller", "sarah@example.com").screening
    client = sign_in(CLINICIAN)
    for address in RECORDS:
        client.get(address.replace(CODE, sarah.code))
    client.get("/staff/", {"q": "Sarah Miller"})
    kept = str(list(AuditEvent.objects.values()))

    assert "Sarah" not in kept
    assert "sarah@" not in kept


def test_a_search_by_name_leaves_a_row_without_the_name():
    sent("V01", "Sarah Miller")
    sign_in(FRONT_DESK).get("/staff/", {"q": "Sarah"})

    assert [kind for kind, _by, _about in rows()] == [Kind.LISTED]


def test_looking_at_the_queue_alone_leaves_none():
    sent("V01", "Sarah Miller")
    sign_in(FRONT_DESK).get("/staff/")

    assert rows() == []


def test_a_look_that_is_refused_shows_nothing_and_counts_as_none():
    code = sent("V01", "Sarah Miller").screening.code
    response = sign_in(FRONT_DESK).get(f"/staff/check/{code}/plan/")

    assert response.status_code == 403
    assert rows(kind=Kind.VIEWED) == []


def test_erasing_leaves_a_row_that_tells_the_code_alone():
    person = sent("V01", "Sarah Miller")
    erase(person.screening)

    assert rows() == [(Kind.ERASED, "", person.screening.code)]


def test_old_drafts_that_go_are_counted():
    answering(upto="how-long")
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        assert erase_old_drafts() == 1
        assert erase_old_drafts() == 0

    assert [event.detail for event in AuditEvent.objects.all()] == [{"what": "old drafts", "count": 1}]


def test_the_manager_reads_who_looked_at_how_many_in_a_month():
    kim, dana = member(CLINICIAN), member(FRONT_DESK)
    with time_machine.travel("2026-11-22 15:00+00:00", tick=False):
        for code in ("ITB-7F3K-Q2", "ITB-7F3K-Q2", "ITB-9999-99"):
            note(Kind.VIEWED, by=kim, about=code)
        note(Kind.PRINTED, by=dana, about="ITB-7F3K-Q2")
        page = sign_in(MANAGER).get("/staff/trail/month/", {"month": "2026-11"})

    found = [(one.who, one.looked, one.checks, one.printed) for one in page.context["looks"]]
    assert found == [("kim", 3, 2, 0), ("dana", 0, 0, 1)]
    assert page.context["month"] == date(2026, 11, 1)


@pytest.mark.parametrize("month", ["", "2026-13", "1899-01", "9999-12", "x", "2026-11-22", "٢٠٢٦-11"])
def test_a_month_that_is_none_is_this_month(month):
    page = sign_in(MANAGER).get("/staff/trail/month/", {"month": month})

    assert page.context["month"] == timezone.localdate().replace(day=1)


def test_the_trail_is_read_page_by_page():
    kim = member(CLINICIAN)
    for _row in range(105):
        note(Kind.VIEWED, by=kim, about="ITB-7F3K-Q2")
    client = sign_in(MANAGER)
    first = client.get("/staff/trail/", {"about": "itb-7f3k-q2"})
    second = client.get("/staff/trail/", {"about": "ITB-7F3K-Q2", "before": first.context["older"]})

    assert (len(first.context["lines"]), len(second.context["lines"])) == (100, 5)
    assert second.context["older"] is None


@pytest.mark.parametrize(
    "asked",
    [
        {"before": "x"},
        {"before": "9" * 40},
        {"kind": "x"},
        {"who": "'" * 999},
        {"about": "%"},
        {"who": "\0"},
        {"about": "\0"},
    ],
)
def test_a_strange_filter_shows_what_fits_it_or_nothing(asked):
    assert sign_in(MANAGER).get("/staff/trail/", asked).status_code == 200


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ({"what": "came_in"}, "came in"),
        ({"count": 2, "what": "names for a pack"}, "names for a pack, count: 2"),
        ({"what": ["stage-1", "run"]}, "stage-1, run"),
        ({"again": False, "what": "totp"}, "totp"),
        ({"again": True, "what": "totp"}, "totp, again"),
    ],
)
def test_what_was_done_is_said_in_words(detail, words):
    note(Kind.CHANGED, by=member(CLINICIAN), **detail)
    (line,) = sign_in(MANAGER).get("/staff/trail/").context["lines"]

    assert line.detail == words


@pytest.mark.parametrize("role", [FRONT_DESK, CLINICIAN])
def test_only_the_manager_reads_the_trail(role):
    assert sign_in(role).get("/staff/trail/").status_code == 403
