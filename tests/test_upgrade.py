"""A clinic that used the site before its staff's side: what was sent then stands where it belongs in the queue."""

from importlib import import_module

import pytest
from django.apps import apps

from screening.models import Screening
from tests.security.people import sent

pytestmark = pytest.mark.django_db
join_queue = import_module("screening.migrations.0003_clinic_side").join_queue
mark_held = import_module("programs.migrations.0005_plans_on_hold").mark


def upgraded(short, **before):
    """A check as it was kept then, after the upgrade."""
    check = sent(short).screening
    if before.pop("opened", False):
        before["opened_at"] = check.submitted_at
    then = {"state": "done", "rank": 9, "side": "", "pain": None, "held": False, "suspected": ""}
    Screening.objects.filter(pk=check.pk).update(**then | before)
    join_queue(apps, None)
    mark_held(apps, None)
    return Screening.objects.get(pk=check.pk)


def test_what_nobody_opened_waits():
    check = upgraded("V01")

    assert (check.state, check.rank, check.side, check.pain) == ("waiting", 3, "left", 5)


def test_what_somebody_opened_is_done_with():
    assert upgraded("V01", opened=True).state == "done"


def test_what_a_program_sent_is_set_aside():
    assert upgraded("V01", suspected="faster than a person").state == "aside"


@pytest.mark.parametrize("before", [{"opened": True}, {"suspected": "faster than a person"}])
def test_what_a_red_flag_stopped_waits_whoever_looked_at_it(before):
    assert upgraded("V06", **before).state == "waiting"


def test_a_plan_that_waits_for_staff_is_listed():
    assert upgraded("V14").held
    assert not upgraded("V01").held
