"""The private link: a secret that only the runner holds, gone from the address at once, theirs to renew or stop."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from screening import throttle
from screening.models import PrivateLink, Screening
from screening.private_link import KEPT, TOKEN_LENGTH, hash_of, new_token
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent
from tests.page import Page

SARAH = VIGNETTES["V01"]["case"]
COOKIE = settings.RUNNER_COOKIE_NAME


@pytest.fixture
def mine(db):
    """Sarah's sent check: the check, its secret and her device."""
    screening, token = sent(SARAH, name="Sarah Miller", email="sarah@example.com")
    return screening, token, device(token)


def test_a_secret_has_256_bits_and_fits_in_an_address():
    token = new_token()

    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    assert new_token() != token


def test_only_the_hash_of_a_secret_is_stored(mine):
    _screening, token, _client = mine
    stored = [str(value) for row in PrivateLink.objects.values() for value in row.values()]

    assert hash_of(token) in stored
    assert not [value for value in stored if token in value]


def test_opening_a_link_moves_the_secret_out_of_the_address(mine):
    _screening, token, _client = mine
    phone = Client()

    response = phone.get(f"/r/{token}/")

    assert response["Location"] == "/check/resume/"
    assert phone.get("/check/resume/")["Location"] == "/plan/"


def test_the_secret_is_kept_where_no_script_can_read_it(mine):
    _screening, token, _client = mine
    cookie = Client().get(f"/r/{token}/").cookies[COOKIE]

    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 90 * 24 * 3600)


def test_opening_a_link_writes_nothing(mine, django_assert_num_queries):
    _screening, token, _client = mine
    before = list(PrivateLink.objects.values())

    Client().get(f"/r/{token}/")

    assert list(PrivateLink.objects.values()) == before


def test_a_draft_goes_on_on_another_device(db):
    _screening, token = draft(SARAH)
    phone = Client()
    phone.get(f"/r/{token}/")

    assert phone.get("/check/resume/")["Location"] == "/check/answers/"


def test_a_link_works_for_90_days_and_then_is_not_found(mine):
    _screening, token, _client = mine

    with time_machine.travel(timezone.now() + timedelta(days=89, hours=23)):
        assert Client().get(f"/r/{token}/").status_code == 302
    with time_machine.travel(timezone.now() + timedelta(days=90, seconds=1)):
        assert Client().get(f"/r/{token}/").status_code == 404


def test_a_link_can_be_made_to_last_90_more_days(mine):
    _screening, token, client = mine

    with time_machine.travel(timezone.now() + timedelta(days=80)):
        page = Page(client.post("/my/link/renew/", follow=True))
    with time_machine.travel(timezone.now() + timedelta(days=160)):
        assert Client().get(f"/r/{token}/").status_code == 302

    assert "The link now works for 90 more days." in page.text


def test_a_stopped_link_opens_nothing_and_this_device_has_a_new_one(mine):
    _screening, token, client = mine

    page = Page(client.post("/my/link/replace/", follow=True))

    assert Client().get(f"/r/{token}/").status_code == 404
    assert "The old link no longer works." in page.text
    assert client.get("/plan/").status_code == 200


def test_stopping_a_link_stops_it_on_every_other_device(mine):
    _screening, token, client = mine
    lost_phone = device(token)

    client.post("/my/link/replace/")

    assert lost_phone.get("/plan/").status_code == 404


@pytest.mark.parametrize("token", ["x" * TOKEN_LENGTH, "x", "x" * 300, "ITB-7F3K-Q2"])
def test_a_guess_and_a_stopped_link_look_the_same(db, token):
    assert Client().get(f"/r/{token}/").status_code == 404


def test_guesses_are_slowed_down_even_for_a_link_that_works(mine):
    _screening, token, _client = mine
    stranger = Client()
    for _ in range(throttle.LINK_GUESS.burst):
        stranger.get(f"/r/{'x' * TOKEN_LENGTH}/")

    response = stranger.get(f"/r/{token}/")

    assert (response.status_code, response["Retry-After"]) == (429, "60")


def test_the_code_opens_nothing(mine):
    screening, _token, _client = mine

    assert device(screening.code).get("/plan/").status_code == 404


def test_a_device_keeps_its_newest_few_checks(db):
    client, tokens = Client(), [sent(SARAH)[1] for _ in range(KEPT + 1)]
    for token in tokens:
        client.get(f"/r/{token}/")

    assert client.cookies[COOKIE].value.split(".") == tokens[:0:-1]


def test_a_link_from_elsewhere_never_takes_the_place_of_a_check_under_way(db):
    (mine, token), (_other, link) = draft(SARAH), draft(SARAH)
    client = device(token)

    assert client.get(f"/r/{link}/")["Location"] == "/my/checks/"
    assert mine.code in client.get("/my/link/").content.decode()


def test_a_runner_chooses_between_the_checks_on_a_device(db):
    (_mine, token), (other, link) = draft(SARAH), sent(SARAH)
    client = device(f"{token}.{link}")
    page = client.get("/my/checks/").content.decode()

    assert other.code in page
    assert client.post("/my/checks/", {"check": other.code})["Location"] == "/plan/"
    assert client.cookies[COOKIE].value.split(".") == [link, token]


def test_a_broken_cookie_is_a_stranger(db):
    assert device("....;;<x>").get("/plan/").status_code == 404


def test_the_page_shows_the_link_to_copy_and_until_when(mine):
    _screening, token, client = mine

    page = Page(client.get("/my/link/"))

    assert page.one("input", id="link").attrs["value"] == f"{settings.SITE_URL}/r/{token}/"
    assert "Whoever has it can see your answers." in page.text


def test_the_warning_stands_before_the_e_mail_button(mine):
    page = Page(mine[2].get("/my/link/"))

    assert page.html.index("E-mail is not private.") < page.html.index('name="warned"')


def test_the_e_mail_holds_the_link_and_no_health_details(mine):
    _screening, token, client = mine

    response = client.post("/my/link/email/", {"email": "sarah@example.com", "warned": "on"})

    (message,) = mail.outbox
    assert response["Location"] == f"/my/link/?check={_screening.code}&done=sent"
    assert (message.subject, message.to) == ("Your private link", ["sarah@example.com"])
    assert f"/r/{token}/" in message.body
    assert not re.search(r"knee|hip|pain|plan|Sarah|ITB", message.body.replace(token, ""), re.IGNORECASE)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"email": "sarah@example.com"}, "Tick the box to say that you still want the link by e-mail."),
        ({"email": "", "warned": "on"}, "Type the e-mail address to send the link to."),
        ({"email": "a@b@c", "warned": "on"}, "Type an e-mail address such as name@example.com."),
        ({"email": "a@b.com\nBcc: x@y.com", "warned": "on"}, "Type an e-mail address such as name@example.com."),
    ],
)
def test_no_e_mail_goes_out_without_an_address_and_a_yes_to_the_warning(mine, data, said):
    page = Page(mine[2].post("/my/link/email/", data))

    assert said in page.text
    assert mail.outbox == []


def test_a_mail_server_that_is_down_is_told_and_nothing_is_lost(mine, monkeypatch):
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(OSError()))

    page = Page(mine[2].post("/my/link/email/", {"email": "sarah@example.com", "warned": "on"}))

    assert "We could not send it just now." in page.text
    assert page.one("input", name="email").attrs["value"] == "sarah@example.com"


def test_nobody_s_mailbox_is_flooded(mine):
    client, data = mine[2], {"email": "sarah@example.com", "warned": "on"}

    answers = [client.post("/my/link/email/", data).status_code for _ in range(throttle.EMAIL_TO.burst + 1)]

    assert answers == [302] * throttle.EMAIL_TO.burst + [429]


@pytest.mark.parametrize("path", ["/my/link/renew/", "/my/link/replace/", "/my/link/email/"])
def test_what_changes_a_link_is_never_done_by_opening_a_page(mine, path):
    assert mine[2].get(path).status_code == 405


def test_e_mail_goes_to_the_console_unless_it_is_set_up():
    assert settings.EMAIL_CONFIG["EMAIL_BACKEND"].endswith("console.EmailBackend")


def test_the_opening_of_a_link_leaves_the_check_alone(mine):
    screening, token, _client = mine
    Client().get(f"/r/{token}/")

    assert Screening.objects.get().saved_at == screening.saved_at
