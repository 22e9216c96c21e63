"""T12: two members of staff decide on the same check at once: one is first, the other is told, nothing is lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from audit.models import AuditEvent
from audit.trail import faults
from programs.deciding import Stale, decide
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.security.people import sent
from tests.staff import CLINICIAN, member

STAFF = 8


def all_at_once(work):
    """Each in a thread and with a connection of its own; what came of it, in no order."""
    barrier = Barrier(STAFF)

    def one(number):
        try:
            barrier.wait(timeout=20)
            return work(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(STAFF) as pool:
        return list(pool.map(one, range(STAFF)))


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_save_at_once_one_is_first_and_seven_are_told(disk):
    check, kim = sent("V01", "Sarah Miller").screening, member(CLINICIAN)
    plan = IssuedPlan.objects.get(screening=check).read()

    def save(number):
        try:
            decide(check.pk, Decision.Kind.CHANGED, by=kim, version=check.version, reason=f"{number}", plan=plan)
        except Stale as stale:
            return stale.now.version
        return "saved"

    assert sorted(map(str, all_at_once(save))) == [str(check.version + 1)] * (STAFF - 1) + ["saved"]
    assert Decision.objects.count() == 1
    assert list(IssuedPlan.objects.values_list("version", flat=True)) == [2, 1]


@pytest.mark.django_db(transaction=True)
def test_notes_that_need_no_order_are_all_kept_and_the_trail_stays_whole(disk):
    check, kim = sent("V01", "Sarah Miller").screening, member(CLINICIAN)
    before = AuditEvent.objects.count()
    all_at_once(lambda number: decide(check.pk, Decision.Kind.NOTED, by=kim, version=None, note=f"note {number}").pk)

    assert {note.note for note in Decision.objects.all()} == {f"note {number}" for number in range(STAFF)}
    assert Screening.objects.get(pk=check.pk).version == check.version + STAFF
    assert AuditEvent.objects.count() == before + STAFF
    assert list(faults()) == []
