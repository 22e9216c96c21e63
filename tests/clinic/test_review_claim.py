"""Who has a check: taken, shown, taken over, let go; two at once."""

import pytest

from programs.models import Decision
from screening.models import Screening
from tests.clinic.reviewing import address, check_of, page_of
from tests.staff import CLINICIAN, member, sign_in

pytestmark = pytest.mark.django_db


def claim(client, check, **more):
    return client.post(address("claim", check), {"version": check.version, **more})


def now(check):
    return Screening.objects.get(pk=check.pk)


def test_a_check_is_claimed_with_name_and_time():
    check = check_of("V01")
    assert claim(sign_in(CLINICIAN), check).status_code == 302
    assert now(check).claimed_by.username == "kim"
    assert now(check).claimed_at is not None
    assert Decision.objects.get().kind == Decision.Kind.CLAIMED


def test_a_second_press_changes_nothing():
    check, client = check_of("V01"), sign_in(CLINICIAN)
    claim(client, check)
    assert claim(client, check).status_code == 302
    assert Decision.objects.count() == 1


def test_a_colleague_sees_who_has_it():
    check = check_of("V01")
    claim(sign_in(CLINICIAN), check)
    words = page_of(check, sign_in(CLINICIAN, "lee")).main
    assert "Kim Sato has it since" in words


def test_who_claims_second_is_told():
    check = check_of("V01")
    claim(sign_in(CLINICIAN), check)
    assert claim(sign_in(CLINICIAN, "lee"), check).status_code == 409
    assert now(check).claimed_by.username == "kim"


def test_a_claim_is_taken_over_when_said_clearly():
    check = check_of("V01")
    claim(sign_in(CLINICIAN), check)
    check = now(check)
    assert claim(sign_in(CLINICIAN, "lee"), check, take_over=check.claimed_by_id).status_code == 302
    assert now(check).claimed_by.username == "lee"
    assert "Taken over from Kim Sato" in page_of(check).main


def test_a_claim_that_moved_on_meanwhile_is_not_taken_over():
    check = check_of("V01")
    claim(sign_in(CLINICIAN), check)
    first = now(check)
    claim(sign_in(CLINICIAN, "lee"), first, take_over=first.claimed_by_id)
    assert claim(sign_in(CLINICIAN, "ana"), first, take_over=first.claimed_by_id).status_code == 409


def test_a_claim_is_let_go():
    check, client = check_of("V01"), sign_in(CLINICIAN)
    claim(client, check)
    client.post(address("let_go", check), {"version": now(check).version})
    assert now(check).claimed_by is None
    assert [row.kind for row in Decision.objects.all()] == ["claimed", "let_go"]


def test_nobody_lets_go_for_somebody_else():
    check = check_of("V01")
    claim(sign_in(CLINICIAN), check)
    sign_in(CLINICIAN, "lee").post(address("let_go", check), {"version": now(check).version})
    assert now(check).claimed_by == member(CLINICIAN)


def test_a_check_that_is_done_is_not_claimed():
    check = check_of("V01")
    Screening.objects.filter(pk=check.pk).update(state=Screening.State.DONE)
    claim(sign_in(CLINICIAN), check)
    assert now(check).claimed_by is None


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "²"])
def test_a_version_that_was_made_up_is_a_conflict(version):
    check = check_of("V01")
    answer = sign_in(CLINICIAN).post(address("claim", check), {"version": version})
    assert answer.status_code == 409
    assert now(check).claimed_by is None
