"""What is no longer needed goes: by the runner's own hand, or with time."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from programs.models import IssuedPlan
from screening.actions import mark_opened, save_page
from screening.models import PrivateLink, Screening
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent
from tests.page import Page
from tests.security import people

SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def mine(db):
    """Sarah's sent check and her device."""
    screening, token = sent(SARAH)
    return screening, device(token)


def test_erasing_asks_once_before_it_does(mine):
    page = Page(mine[1].get("/my/erase/"))

    assert "It can not be undone." in page.text
    assert Screening.objects.count() == 1


def test_erasing_takes_answers_plan_and_links(mine):
    response = mine[1].post("/my/erase/")

    assert response["Location"] == "/my/erased/"
    assert not Screening.objects.exists()
    assert not IssuedPlan.objects.exists()
    assert not PrivateLink.objects.exists()


def test_the_device_forgets_what_was_erased(mine):
    client = mine[1]
    client.post("/my/erase/")

    assert client.cookies["itbcare"].value == ""
    assert "It is erased" in Page(client.get("/my/erased/")).text


def test_another_check_on_the_device_stays(mine):
    _screening, client = mine
    other, token = draft(SARAH)
    client.cookies["itbcare"] = f"{client.cookies['itbcare'].value}.{token}"

    client.post("/my/erase/")

    assert list(Screening.objects.all()) == [other]
    assert client.cookies["itbcare"].value == token


def test_a_check_that_a_clinician_opened_stays(mine):
    screening, client = mine
    mark_opened(screening)

    page = Page(client.post("/my/erase/"))

    assert "It is now part of the clinic's record" in page.text
    assert Screening.objects.count() == 1


def test_the_first_opening_is_the_one_that_is_remembered(mine):
    screening, _client = mine
    mark_opened(screening)
    first = Screening.objects.get().opened_at
    mark_opened(screening)

    assert Screening.objects.get().opened_at == first


def test_a_draft_may_be_erased(db):
    _screening, token = draft(SARAH)

    device(token).post("/my/erase/")

    assert not Screening.objects.exists()


def test_drafts_past_14_days_are_erased_and_sent_checks_are_not(mine):
    draft(SARAH)

    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)):
        call_command("erase_old_drafts", verbosity=0)

    assert [screening.is_draft for screening in Screening.objects.all()] == [False]


def test_drafts_within_14_days_stay(db):
    draft(SARAH)

    with time_machine.travel(timezone.now() + timedelta(days=13)):
        call_command("erase_old_drafts", verbosity=0)

    assert Screening.objects.count() == 1


def test_what_a_red_flag_stopped_stays_until_the_clinic_has_seen_it(db):
    tom = people.sent("V06", "Tom Reed")
    page = Page(tom.client.post("/my/erase/"))

    assert "The clinic must see it first" in page.text
    assert tom.now().state == "waiting"


def test_a_red_flag_can_not_be_erased_to_free_the_plan_before_it(mine):
    screening, _client = mine
    later, token = draft(SARAH)
    Screening.objects.filter(pk=later.pk).update(repeat_of=screening)
    save_page(later.pk, "right-now", {"RF-04": "yes"})
    device(token).post("/my/erase/")

    assert Screening.objects.get(pk=screening.pk).is_on_hold
