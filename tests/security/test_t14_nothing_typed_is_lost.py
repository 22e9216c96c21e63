"""T14: a session, a cookie or a form that went stale loses no answer."""

from datetime import timedelta
from html.parser import HTMLParser

import pytest
import time_machine
from django.conf import settings
from django.test import Client, RequestFactory
from django.utils import timezone

from screening import throttle
from tests.security.people import answering, device, sent

pytestmark = pytest.mark.django_db
STRICT = {"enforce_csrf_checks": True}


class Form(HTMLParser):
    """The first form of a page: where it goes and what it carries."""

    def __init__(self, page):
        super().__init__()
        self.action, self.fields = None, {}
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "form" and self.action is None:
            self.action = found.get("action")
        if tag == "input" and found.get("name"):
            self.fields[found["name"]] = found.get("value")


def form_of(response):
    return Form(response.content.decode())


def test_a_draft_needs_no_session():
    sarah = answering(upto="how-long")
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        sarah.client.cookies.pop(name, None)

    assert sarah.client.get("/check/resume/").headers["Location"] == "/check/how-long/"


def test_a_walk_stopped_for_two_weeks_less_a_minute_goes_on():
    sarah = answering(upto="how-long")
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=-1), tick=False):
        assert sarah.client.post("/check/how-long/", {"pain_weeks": "6"}).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(days=27), tick=False):
        assert sarah.client.get("/check/resume/").headers["Location"] == "/check/mirror-set-up/"


def test_a_device_that_forgot_is_let_in_again_by_the_link():
    sarah, new_phone = answering(upto="how-long"), Client()
    opened = new_phone.get(f"/r/{sarah.token}/", follow=True)

    assert opened.redirect_chain[-1][0] == "/check/how-long/"


def test_a_second_link_does_not_lose_the_check_under_way():
    mine, other = answering(upto="how-long"), answering(upto="how-much")
    mine.client.get(f"/r/{other.token}/")
    other.client.post("/my/link/replace/")

    assert mine.client.get("/check/resume/").headers["Location"] == "/check/how-long/"


@pytest.mark.parametrize("stale", ["", "A" * 64, "not a token"])
def test_a_stale_form_keeps_what_was_typed_and_sends_it_again(stale):
    sarah = answering(upto="your-name")
    strict = device(sarah.token, **STRICT)
    typed = {"name": 'Sarah "Sal" <Miller>', "email": "sarah@example.com"}
    refused = strict.post("/check/your-name/", typed | {"csrfmiddlewaretoken": stale})
    form = form_of(refused)

    assert refused.status_code == 403
    assert form.action == "/check/your-name/"
    assert {name: form.fields[name] for name in typed} == typed
    assert strict.post(form.action, form.fields).status_code == 302
    assert sarah.now().answers["name"] == typed["name"]


def test_a_stale_change_form_still_goes_back_to_the_answers():
    sarah = answering()
    strict = device(sarah.token, **STRICT)
    form = form_of(strict.post("/check/how-long/?change=1", {"pain_weeks": "9", "change": "1"}))

    assert strict.post(form.action, form.fields).headers["Location"] == "/check/answers/"
    assert sarah.now().answers["pain_weeks"] == "9"


def test_a_stale_page_of_pictures_alone_can_be_sent_again():
    sarah = answering(upto="mirror-set-up")
    strict = device(sarah.token, **STRICT)
    form = form_of(strict.post("/check/mirror-set-up/"))

    assert strict.post(form.action, form.fields).status_code == 302


@pytest.mark.parametrize("address", ["/plan/finish/", "/check/again/"])
def test_a_stale_button_without_a_field_can_be_pressed_again(address):
    sarah = sent() if address == "/check/again/" else answering()
    strict = device(sarah.token, **STRICT)
    form = form_of(strict.post(address))

    assert form.action == address
    assert strict.post(form.action, form.fields).status_code == 302


def test_a_runner_told_to_wait_keeps_what_was_typed():
    tom, typed = sent("V06"), {"name": "Tom Reed", "phone": "973 555 0100"}
    for _ in range(throttle.SUBMIT.burst):
        throttle.take(throttle.SUBMIT, throttle.sender_of(RequestFactory().get("/")))
    form = form_of(tom.client.post("/check/care/", typed))

    assert form.action == "/check/care/"
    assert {name: form.fields[name] for name in typed} == typed


def test_the_page_of_a_stale_form_carries_no_more_than_it_must():
    strict = device(answering(upto="your-name").token, **STRICT)
    form = form_of(strict.post("/check/your-name/", {f"field-{n}": "x" for n in range(150)}))

    assert len(form.fields) <= 101


def test_a_wrong_answer_is_shown_as_it_was_typed():
    sarah = answering(upto="your-name")
    page = sarah.client.post("/check/your-name/", {"name": "Sarah & Co", "email": "sarah at home"}).content.decode()

    assert 'value="Sarah &amp; Co"' in page
    assert 'value="sarah at home"' in page


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_with_scripts_shows_the_page_that_sends_again(page):
    sarah = answering(upto="your-name")
    page.goto(f"/r/{sarah.token}/")
    page.fill("#id_name", "Sarah Miller")
    page.context.clear_cookies(name=settings.CSRF_COOKIE_NAME)
    page.click("text=Continue")
    page.click("text=Send my answers again")
    page.wait_for_url("**/check/answers/")

    assert sarah.now().answers["name"] == "Sarah Miller"
