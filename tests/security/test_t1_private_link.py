"""T1: the private link leaks nowhere: not by address, referrer, log, database, mail scanner or guessing."""

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from screening import throttle
from screening.models import PrivateLink
from screening.private_link import new_token
from tests.security.people import answering, sent

pytestmark = pytest.mark.django_db


def shape(response):
    """What a guesser can tell of an answer: all but the number of the request."""
    headers = {name: value for name, value in response.headers.items() if name != "X-Request-ID"}
    return response.status_code, headers, response.content


def stored() -> str:
    """Every value of every table."""
    return "\n".join(str(row) for model in apps.get_models() for row in model._base_manager.values_list())


def test_opening_the_link_leads_to_an_address_without_it():
    person = sent()
    chain = Client().get(f"/r/{person.token}/", follow=True).redirect_chain

    assert [address for address, _ in chain] == ["/check/resume/", "/plan/"]


def test_opening_the_link_opens_the_plan():
    assert Client().get(f"/r/{sent(name='Sarah Miller').token}/", follow=True).status_code == 200


def test_opening_the_link_writes_nothing():
    person = sent()
    with CaptureQueriesContext(connection) as queries:
        Client().get(f"/r/{person.token}/")

    assert queries.captured_queries
    assert not [query for query in queries if not query["sql"].startswith("SELECT")]


def test_the_secret_is_256_bits_and_never_the_same():
    assert len({new_token() for _ in range(100)}) == 100
    assert {len(new_token()) for _ in range(100)} == {43}


def test_the_database_holds_no_token():
    person = sent(email="sarah@example.com")
    Client().get(f"/r/{person.token}/", follow=True)
    person.client.get("/my/link/")
    person.client.post("/my/link/email/", {"email": "sarah@example.com", "warned": "on"})

    assert person.screening.code in stored()
    assert person.token not in stored()


def test_the_log_holds_no_token(log):
    person = sent()
    Client().get(f"/r/{person.token}/", follow=True)
    Client().get(f"/r/{person.token[:-1]}/")
    person.client.get("/my/link/")
    person.client.post("/my/link/replace/")
    Client().get(f"/r/{person.token}/")

    assert len(log.lines) >= 6
    assert person.token[:-1] not in log.text


def dead_links():
    """A secret of each kind that opens nothing."""
    revoked, expired, draft = sent(), sent(), answering(upto="your-knee")
    revoked.client.post("/my/link/replace/")
    PrivateLink.objects.filter(screening=expired.screening).update(expires_at=timezone.now())
    draft.screening.saved_at = timezone.now() - timedelta(days=14)
    draft.screening.save()
    return {
        "guessed": new_token(), "revoked": revoked.token, "expired": expired.token, "old draft": draft.token,
        "short": "abc", "long": "A" * 300, "odd": "%F0%9F%8F%83" * 43, "hash": "0" * 64,
    }  # fmt: skip


def test_every_dead_link_gives_the_same_page():
    found = {kind: shape(Client().get(f"/r/{token}/")) for kind, token in dead_links().items()}

    assert found["guessed"][0] == 404
    assert [kind for kind, answer in found.items() if answer != found["guessed"]] == []


def test_guesses_run_out():
    answers = [Client().get(f"/r/{new_token()}/").status_code for _ in range(throttle.LINK_GUESS.burst + 1)]

    assert answers == [404] * throttle.LINK_GUESS.burst + [429]


def test_a_guesser_meets_429_even_with_the_right_link():
    person = sent()
    for _ in range(throttle.LINK_GUESS.burst):
        Client().get(f"/r/{new_token()}/")

    assert Client().get(f"/r/{person.token}/").status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").get(f"/r/{person.token}/").status_code == 302


def test_a_guesser_gets_one_more_guess_a_minute():
    with time_machine.travel("2026-11-20T12:00:00Z", tick=False) as clock:
        for _ in range(throttle.LINK_GUESS.burst):
            Client().get(f"/r/{new_token()}/")
        clock.shift(throttle.LINK_GUESS.every)
        answers = [Client().get(f"/r/{new_token()}/").status_code for _ in range(2)]

    assert answers == [404, 429]


def test_a_stopped_link_stops_on_every_other_device():
    person, other = sent(), Client()
    other.get(f"/r/{person.token}/")
    person.client.post("/my/link/replace/")

    assert other.get("/plan/").status_code == 404
    assert person.client.get("/plan/").status_code == 200


def test_the_mail_holds_the_link_and_nothing_of_the_check(settings):
    person = sent(name="Sarah Miller")
    person.client.post("/my/link/email/", {"email": "sarah@example.com", "warned": "on"})
    message = mail.outbox[0]

    assert f"{settings.SITE_URL}/r/{person.token}/" in message.body
    assert not [word for word in ("Sarah", "knee", "hip", "pain", person.screening.code) if word in message.body]


def test_the_cookie_that_holds_it_is_out_of_reach_of_scripts_and_other_sites():
    cookie = Client().get(f"/r/{sent().token}/").cookies["itbcare"]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")


@pytest.fixture
def elsewhere():
    """Another site on this machine, and the headers of what was asked of it."""
    seen = []

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append((self.path, dict(self.headers)))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"elsewhere")

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/there", seen
    server.shutdown()
    server.server_close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_a_browser_keeps_the_token_out_of_address_referrer_and_other_sites(base_url, page, elsewhere):
    person, (address, seen) = sent(), elsewhere
    page.goto(f"{base_url}/r/{person.token}/")
    after = page.url, page.evaluate("document.referrer + JSON.stringify({...sessionStorage, ...localStorage})")
    page.goto(f"{base_url}/my/link/")
    page.evaluate(
        "to => { document.body.innerHTML = ''; const a = document.createElement('a');"
        " a.href = to; a.textContent = 'out'; document.body.append(a); }",
        address,
    )
    page.click("text=out")
    page.wait_for_url(address)

    assert after[0] == f"{base_url}/plan/"
    assert person.token not in "".join(after)
    asked = [headers for path, headers in seen if path == "/there"]
    assert asked
    assert not [headers for headers in asked if "Referer" in headers]
    assert page.evaluate("document.referrer") == ""
