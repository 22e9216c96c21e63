"""A call to a runner whose check met a red flag: the script, and what it came to."""

import pytest
from django.utils import timezone

from audit.models import AuditEvent, Kind
from clinic.queue.script import OUTCOMES, REACHED, script_for
from programs.models import Decision
from screening.care import care_of
from screening.contact import leave_contact
from screening.models import Screening
from screening.rules.red_flags import CLINICIAN_ON_YES, URGENT_ON_YES, triage
from tests.clinic.queued import codes_on, listed, queued
from tests.clinic.reviewing import address, check_of, stopped
from tests.page import Page
from tests.programs.staff_decided import decided
from tests.staff import CLINICIAN, FRONT_DESK, sign_in

pytestmark = pytest.mark.django_db
NOT_REACHED = [outcome for outcome in OUTCOMES if outcome not in REACHED]


@pytest.fixture
def tom():
    """Urgent, with a number to call."""
    check = stopped("V06")
    leave_contact(check, name="Tom Reed", phone="(973) 555-0142")
    check.refresh_from_db()
    return check


def called(check, outcome, client=None, **typed):
    return (client or sign_in(FRONT_DESK)).post(
        address("call", check), {"outcome": outcome, "version": check.version, **typed}
    )


def test_the_script_has_the_number_what_was_read_and_what_to_say(tom):
    page = Page(sign_in(FRONT_DESK).get(address("call", tom)))

    for words in (
        "Call Tom Reed",
        "(973) 555-0142",
        "Go to the ER today",
        "This is Dana Whitlock from",
        "If nobody answers",
    ):
        assert words in page.text


def test_opening_the_script_leaves_one_trace(tom):
    sign_in(FRONT_DESK).get(address("call", tom))

    assert AuditEvent.objects.filter(kind=Kind.VIEWED, about=tom.code).count() == 1


def test_without_a_number_the_script_says_what_else_to_do():
    page = Page(sign_in(FRONT_DESK).get(address("call", stopped("V06"))))

    assert "No number left" in page.text


@pytest.mark.parametrize("outcome", REACHED)
def test_who_was_reached_leaves_the_top_as_referred(tom, outcome):
    called(tom, outcome)
    tom.refresh_from_db()

    assert tom.state == "referred"
    assert codes_on(listed()) == []


@pytest.mark.parametrize("outcome", NOT_REACHED)
def test_who_was_not_reached_stays_on_top_with_the_try(tom, outcome):
    called(tom, outcome)
    page = listed()

    assert codes_on(page) == [tom.code]
    assert "1 try" in page.text
    assert "Dana Whitlock" in page.text


def test_a_second_try_is_counted(tom):
    called(tom, "no_answer")
    tom.refresh_from_db()
    called(tom, "message", note="Left our number")

    assert "2 tries, the last" in listed().text


def test_former_tries_are_shown_with_who_when_and_the_note(tom):
    called(tom, "message", note="Wife picked up <b>")
    page = Page(sign_in(CLINICIAN).get(address("call", tom)))

    for words in ("Left a message", "Dana Whitlock", "Wife picked up <b>"):
        assert words in page.text


def test_a_call_is_a_decision_with_who_and_what_it_came_to(tom):
    called(tom, "message", note="Left our number")
    decision = Decision.objects.get()

    assert (decision.kind, decision.by_name) == (Decision.Kind.CALLED, "Dana Whitlock")
    assert (decision.detail, decision.reason) == ({"outcome": "message"}, "Left our number")


def test_without_an_outcome_nothing_is_recorded_and_the_note_is_kept(tom):
    answer = called(tom, "", note="Left our number")

    assert answer.status_code == 400
    assert "Left our number" in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize("outcome", ["cured", "'; --", "reached"])
def test_an_outcome_that_is_none_is_refused(tom, outcome):
    assert called(tom, outcome).status_code == 400


def test_whoever_records_second_is_told(tom):
    called(tom, "no_answer")

    assert called(tom, "reached_care", sign_in(CLINICIAN)).status_code == 409
    assert Decision.objects.count() == 1


@pytest.mark.parametrize("version", ["", "x", "-1", "999999999999999"])
def test_a_version_that_is_none_changes_nothing(tom, version):
    called(tom, "reached_care", version=version)

    assert not Decision.objects.exists()


def test_there_is_no_script_for_a_check_without_a_red_flag():
    assert sign_in(FRONT_DESK).get(address("call", check_of("V01"))).status_code == 404
    assert sign_in(FRONT_DESK).get(address("call", queued())).status_code == 404


def cleared(check):
    """A clinician cleared the flag, after this page was opened."""
    decided(check, Decision.Kind.UNLOCKED, reason="Seen", unlocked_at=timezone.now())
    check.refresh_from_db()


def test_once_a_clinician_cleared_the_flag_there_is_no_call_to_make(tom):
    cleared(tom)

    assert sign_in(FRONT_DESK).get(address("call", tom))["Location"] == address("review", tom)


def test_a_call_can_not_move_a_check_that_waits_for_its_plan(tom):
    cleared(tom)
    answer = called(tom, "reached_care")
    tom.refresh_from_db()

    assert answer["Location"] == address("review", tom)
    assert (tom.state, tom.decisions.filter(kind=Decision.Kind.CALLED).exists()) == ("waiting", False)


def test_a_call_recorded_while_a_clinician_cleared_the_flag_is_told_and_loses_no_note(tom):
    before = tom.version
    cleared(tom)
    answer = called(tom, "reached_care", version=before, note="Wife drives")

    assert answer.status_code == 409
    assert "Wife drives" in answer.content.decode()


def test_what_the_runner_changed_since_the_clinic_opened_it_is_shown_with_what_was_there(tom):
    Screening.objects.filter(pk=tom.pk).update(opened_at=timezone.now())
    leave_contact(tom, name="Tom R", phone="862 555 0199")
    page = Page(sign_in(FRONT_DESK).get(address("call", tom)))

    assert "862 555 0199" in page.text
    assert "Before: Tom Reed, (973) 555-0142." in page.text


@pytest.mark.parametrize("flag", URGENT_ON_YES)
def test_every_urgent_flag_sends_to_care_before_all_else(flag):
    said = " ".join(script_for(care_of(triage({flag: "yes"}))).say)

    assert "911" in said
    assert "clinician to look" not in said


@pytest.mark.parametrize("flag", CLINICIAN_ON_YES)
def test_every_other_flag_asks_to_come_and_not_to_run(flag):
    said = " ".join(script_for(care_of(triage({flag: "yes"}))).say)

    assert "do not run" in said
