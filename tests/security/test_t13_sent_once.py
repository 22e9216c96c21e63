"""T13: whatever is pressed twice happens once: double click, reload, back, two tabs, two workers."""

import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection

from programs.actions import plan_for
from programs.models import IssuedPlan
from screening.models import PrivateLink, Screening
from tests.security.people import answering, device, sent

TABS = 4


def at_once(person, address, posted):
    """The same form from several tabs in the same moment, each with a connection of its own."""
    barrier = Barrier(TABS)

    def press(tab):
        try:
            client = device(person.token)
            client.get("/healthz")
            barrier.wait(timeout=20)
            response = client.post(address, posted)
            return response.status_code, response.headers.get("Location")
        finally:
            connection.close()

    with ThreadPoolExecutor(TABS) as pool:
        return list(pool.map(press, range(TABS)))


def without_form_tokens(response):
    """The page; the token of a form is masked anew each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


@pytest.fixture
def meeting(monkeypatch):
    """Whoever makes a plan waits for a second one to make it too: they only meet where nothing keeps them apart."""
    door = Barrier(2)

    def plan_when_met(*args, **kwargs):
        with suppress(BrokenBarrierError):
            door.wait(timeout=0.3)
        return plan_for(*args, **kwargs)

    monkeypatch.setattr("programs.actions.plan_for", plan_when_met)
    return door


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_send_at_once_send_once(disk, meeting):
    sarah = answering("V01", "Sarah Miller")

    assert at_once(sarah, "/plan/finish/", {}) == [(302, "/plan/")] * TABS
    assert Screening.objects.filter(submitted_at__isnull=False).count() == 1
    assert IssuedPlan.objects.count() == 1
    assert meeting.broken


@pytest.mark.django_db(transaction=True)
def test_two_tabs_that_end_the_walk_at_once_end_it_once(disk):
    tom = answering("V01", upto="right-now")
    answers = at_once(tom, "/check/right-now/", {f"RF-0{n}": "yes" for n in (1, 3, 4, 7, 8)})

    assert {answer for answer in answers if answer[0] == 302} == {(302, "/check/care/")}
    assert {status for status, _ in answers} <= {302, 409}
    assert Screening.objects.get().is_locked
    assert not IssuedPlan.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_tabs_that_save_two_pages_at_once_lose_neither(disk):
    sarah = answering("V01")
    pages = [("/check/your-name/", {"name": "Sarah Miller", "email": ""}), ("/check/how-long/", {"pain_weeks": "9"})]
    barrier = Barrier(2)

    def press(page):
        try:
            client = device(sarah.token)
            client.get("/healthz")
            barrier.wait(timeout=20)
            return client.post(*page).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(press, pages)) == [302, 302]
    assert (sarah.now().answers["name"], sarah.now().answers["pain_weeks"]) == ("Sarah Miller", "9")


@pytest.mark.django_db
def test_a_double_click_leads_to_the_same_page():
    sarah = answering()
    first, second = sarah.client.post("/plan/finish/"), sarah.client.post("/plan/finish/")

    assert first.headers["Location"] == second.headers["Location"] == "/plan/"
    assert IssuedPlan.objects.count() == 1


@pytest.mark.django_db
def test_a_reload_shows_the_same_plan_and_writes_nothing():
    sarah = sent()
    before = Screening.objects.values().get(), IssuedPlan.objects.values().get()
    first, second = sarah.client.get("/plan/"), sarah.client.get("/plan/")

    assert without_form_tokens(first) == without_form_tokens(second)
    assert (Screening.objects.values().get(), IssuedPlan.objects.values().get()) == before


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_back_into_the_walk_after_sending_says_so_and_changes_nothing(method):
    sarah = sent()
    before = sarah.now().answers
    response = getattr(sarah.client, method)("/check/how-much/", {"pain_running": "9"})

    assert response.status_code == 409
    assert 'href="/plan/"' in response.content.decode()
    assert sarah.now().answers == before


@pytest.mark.django_db
def test_a_page_sent_twice_before_the_end_is_stored_once():
    sarah = answering(upto="your-name")
    first = sarah.client.post("/check/your-name/", {"name": "Sarah", "email": ""})
    second = sarah.client.post("/check/your-name/", {"name": "Sarah", "email": ""})

    assert first.headers["Location"] == second.headers["Location"] == "/check/answers/"
    assert Screening.objects.count() == 1


@pytest.mark.django_db
def test_finishing_too_early_leads_back_to_the_open_page():
    sarah = answering(upto="how-long")

    assert sarah.client.post("/plan/finish/").headers["Location"] == "/check/how-long/"
    assert sarah.now().is_draft


@pytest.mark.django_db
def test_erasing_twice_is_no_error_that_tells_anything():
    sarah, link = sent(), "/my/erase/"
    tab = device(sarah.token)

    assert sarah.client.post(link).headers["Location"] == "/my/erased/"
    assert tab.post(link).headers["Location"] == "/my/erased/"
    assert not PrivateLink.objects.exists()


@pytest.mark.django_db
def test_a_link_replaced_in_one_tab_is_still_held_by_the_other():
    sarah = sent()
    sarah.client.post("/my/link/replace/")

    assert sarah.client.post("/my/link/replace/").status_code == 302
    assert PrivateLink.objects.filter(revoked_at=None).count() == 1
