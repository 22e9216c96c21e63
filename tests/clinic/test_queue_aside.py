"""What looks sent by a program is set aside, and taken back by a clinician who says why."""

import pytest

from audit.models import AuditEvent, Kind
from programs.models import Decision
from tests.clinic.queued import codes_on, listed, queued
from tests.clinic.reviewing import address
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, sign_in

pytestmark = pytest.mark.django_db


def moved(check, reason="It was a person", client=None, **typed):
    return (client or sign_in(CLINICIAN)).post(
        address("aside", check), {"reason": reason, "version": check.version, **typed}
    )


def test_what_is_set_aside_waits_in_a_list_of_its_own():
    check = queued(state="aside", suspected="faster than a person")

    assert codes_on(listed()) == []
    assert codes_on(listed(state="aside")) == [check.code]
    assert "1 set aside" in listed().text


@pytest.mark.parametrize("state", ["aside", "replaced"])
def test_a_check_is_taken_back_with_a_reason(state):
    check = queued(state=state)
    moved(check)
    decision = Decision.objects.get()

    assert codes_on(listed()) == [check.code]
    assert (decision.kind, decision.reason, decision.by_name) == ("taken_back", "It was a person", "Kim Sato")


def test_a_check_is_set_aside_with_a_reason():
    check = queued()
    moved(check, "A test of ours")

    assert codes_on(listed(state="aside")) == [check.code]
    assert Decision.objects.get().kind == "set_aside"


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_nothing_moves(reason):
    assert moved(queued(state="aside"), reason).status_code == 400
    assert not Decision.objects.exists()


def test_whoever_moves_it_second_is_told():
    check = queued(state="aside")
    moved(check)

    assert moved(check).status_code == 409


def test_what_was_decided_is_no_matter_of_the_queue_any_more():
    assert sign_in(CLINICIAN).get(address("aside", queued(state="done"))).status_code == 404


@pytest.mark.parametrize("role", [FRONT_DESK, MANAGER])
def test_only_a_clinician_moves_a_check(role):
    assert moved(queued(), client=sign_in(role)).status_code == 403


def test_opening_the_question_leaves_one_trace():
    check = queued(state="aside")
    sign_in(CLINICIAN).get(address("aside", check))

    assert AuditEvent.objects.filter(kind=Kind.VIEWED, about=check.code).count() == 1
