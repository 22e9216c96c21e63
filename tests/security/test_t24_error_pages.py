"""T24: each error has a page of its own, with its own status, every header, and nothing of the machine's inside."""

import re

import pytest
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404
from django.test import Client
from django.urls import path

from itbcare import urls
from screening.throttle import TooMany
from tests.security.people import sent
from tests.security.test_headers import EVERYWHERE

SECRET = "SECRET-OF-THE-SERVER"
FAILURES = {
    "bad": (BadRequest(SECRET), 400, "We could not read that"),
    "odd": (SuspiciousOperation(SECRET), 400, "We could not read that"),
    "closed": (PermissionDenied(SECRET), 403, "This page is not open to you"),
    "gone": (Http404(SECRET), 404, "We can not find that page"),
    "many": (TooMany(90), 429, "Please wait a moment"),
    "broken": (ValueError(SECRET), 500, "Something went wrong on our side"),
    "locked": (OperationalError(SECRET), 503, "The site is busy right now"),
    "lost": (InterfaceError(SECRET), 503, "The site is busy right now"),
}
MACHINE = re.compile(rf"Traceback|{SECRET}|\.py\b|site-packages|Django|gunicorn|Exception|sqlite|/home/|line \d+", re.I)


def failing(error):
    def view(request):
        raise error

    return view


handler400 = urls.handler400
urlpatterns = [*urls.urlpatterns, *(path(f"fail/{name}/", failing(item[0])) for name, item in FAILURES.items())]

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def calm():
    """A client that takes an error as a browser does."""
    return Client(raise_request_exception=False)


def told(response, status, heading):
    """Whether the page says what it must and nothing else."""
    page = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in page
    assert f"Page code {status}" in page
    assert MACHINE.findall(page) == []
    assert [name for name, value in EVERYWHERE.items() if response.headers.get(name) != value] == []
    assert response.headers["Cache-Control"] == "no-store"
    return page


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_has_its_own_page(calm, name, method):
    _error, status, heading = FAILURES[name]

    told(getattr(calm, method)(f"/fail/{name}/"), status, heading)


@pytest.mark.parametrize("name", FAILURES)
def test_a_failure_says_where_help_is(calm, name):
    page = calm.get(f"/fail/{name}/").content.decode()

    assert "Call 911 in an emergency." in page
    assert 'href="/' in page


@pytest.mark.parametrize(("name", "wait"), [("many", "90"), ("locked", "10")])
def test_a_wait_is_told_to_programs_too(calm, name, wait):
    assert calm.get(f"/fail/{name}/").headers["Retry-After"] == wait


@pytest.mark.parametrize("name", ["many", "locked"])
def test_a_page_to_wait_on_offers_what_fits_the_way_it_was_asked(calm, name):
    assert "Try again" in calm.get(f"/fail/{name}/").content.decode()
    assert "Send my answers again" in calm.post(f"/fail/{name}/").content.decode()


@pytest.mark.parametrize("name", ["many", "locked", "lost", "bad", "odd", "broken"])
def test_a_page_of_trouble_asks_no_database(calm, name, django_assert_num_queries):
    calm.cookies["itbcare"] = "A" * 43
    with django_assert_num_queries(0):
        calm.get(f"/fail/{name}/")


def test_a_forged_host_has_its_own_page(calm):
    told(calm.get("/", headers={"host": "evil.example"}), 400, "We could not read that")


@pytest.mark.parametrize("posted", [{"name": "A" * 200_000}, {f"field-{n}": "x" for n in range(300)}])
def test_more_than_the_site_takes_has_its_own_page(calm, posted):
    body = "&".join(f"{name}={value}" for name, value in posted.items())
    response = calm.post("/check/", body, content_type="application/x-www-form-urlencoded")

    told(response, 413, "That was too big to send")


def test_a_broken_upload_has_its_own_page(calm):
    response = calm.post("/check/", b"--x\r\n", content_type="multipart/form-data; boundary=")

    told(response, 400, "We could not read that")


def test_a_stale_form_has_its_own_page():
    told(Client(enforce_csrf_checks=True).post("/check/", {"a": "b"}), 403, "Your page was open for a long time")


def test_an_answer_after_sending_has_its_own_page():
    response = sent().client.post("/check/how-long/", {"pain_weeks": "3"})

    assert response.status_code == 409
    assert 'href="/plan/"' in response.content.decode()


@pytest.mark.parametrize("address", ["/plan/finish/", "/check/again/", "/my/link/email/"])
def test_a_wrong_way_of_asking_is_refused(calm, address):
    response = calm.get(address)

    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert MACHINE.findall(response.content.decode()) == []


def test_a_failure_of_the_failure_page_is_still_told_calmly(calm, monkeypatch):
    monkeypatch.setattr("itbcare.trouble.kept_fields", failing(ValueError(SECRET)))

    told(calm.post("/fail/locked/"), 500, "Something went wrong on our side")


@pytest.mark.parametrize("slug", ["healthz", "readyz"])
def test_a_machine_that_watches_gets_a_word(calm, slug):
    response = calm.get(f"/{slug}")

    assert (response.status_code, len(response.content) < 12) == (200, True)


def test_a_server_that_is_not_ready_says_so_and_no_more(calm, monkeypatch):
    monkeypatch.setattr("itbcare.health.SMALLEST_FREE_DISK", 1 << 60)

    response = calm.get("/readyz")
    assert (response.status_code, response.content) == (503, b"not ready\n")
