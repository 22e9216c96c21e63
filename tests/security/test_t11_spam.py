"""T11: a program that floods the site leaves few rows; a person, fast or without scripts, passes."""

from contextlib import suppress
from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.test import Client, RequestFactory

from screening import throttle
from screening.models import PrivateLink, Screening, TokenBucket
from screening.start import SALT
from tests.conftest import VIGNETTES
from tests.runner import Runner
from tests.security.people import answering, sent

pytestmark = pytest.mark.django_db
NOON = "2026-11-20T12:00:00Z"
AGREED = {"understood": "on", "consent": "on", "website": ""}
FLOOD = 200
TO_MAIL = {"email": "a@example.com", "warned": "on"}


@pytest.fixture(autouse=True)
def _human_speed():
    """Here the start form's clock runs."""


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def stamp_of(client):
    return client.get("/check/").context["stamp"]


def begin(client, clock, seconds=4.0, **more):
    """Open the start page, wait, and press the button."""
    stamp = stamp_of(client)
    clock.shift(seconds)
    return client.post("/check/", AGREED | {"stamp": stamp} | more)


def drain(limit, address="127.0.0.1"):
    """Use up a sender's bucket."""
    request = RequestFactory().get("/", REMOTE_ADDR=address)
    for _ in range(limit.burst):
        throttle.take(limit, throttle.sender_of(request))


def test_a_person_begins_without_a_script(client, clock):
    assert begin(client, clock).headers["Location"] == "/check/about-you/"
    assert Screening.objects.count() == 1


def test_a_fast_person_passes_after_two_seconds(client, clock):
    assert begin(client, clock, 2).status_code == 302


def test_a_program_faster_than_a_person_is_asked_again(client, clock):
    response = begin(client, clock, 0.3)

    assert response.status_code == 200
    assert "That was very fast" in response.content.decode()
    assert not Screening.objects.exists()


def test_the_page_that_asks_again_works_at_the_second_press(client, clock):
    stamp = begin(client, clock, 0.3).context["stamp"]
    clock.shift(2)

    assert client.post("/check/", AGREED | {"stamp": stamp}).status_code == 302


def test_a_filled_trap_begins_nothing(client, clock):
    assert begin(client, clock, website="https://spam.example").status_code == 200
    assert not Screening.objects.exists()


def test_the_trap_is_out_of_the_way_of_people(client):
    page = client.get("/check/").content.decode()
    trap = page[page.index('<div class="honey"') : page.index("</div>", page.index('<div class="honey"'))]

    assert 'aria-hidden="true"' in trap
    assert 'tabindex="-1"' in trap
    assert 'autocomplete="off"' in trap
    assert "Leave this blank" in trap


@pytest.mark.parametrize("stamp", ["", "x", "start:1vM0000:AAAA", "start:" + "A" * 190])
def test_a_made_up_stamp_begins_nothing(client, clock, stamp):
    assert client.post("/check/", AGREED | {"stamp": stamp}).status_code == 200
    assert not Screening.objects.exists()


def test_a_stamp_of_another_place_begins_nothing(client, clock):
    stamp = signing.TimestampSigner(salt="elsewhere").sign("start")
    clock.shift(5)

    assert client.post("/check/", AGREED | {"stamp": stamp}).status_code == 200


def test_a_stamp_kept_for_more_than_a_day_begins_nothing(client, clock):
    stamp = signing.TimestampSigner(salt=SALT).sign("start")
    clock.shift(timedelta(days=1, seconds=1))

    assert client.post("/check/", AGREED | {"stamp": stamp}).status_code == 200
    assert not Screening.objects.exists()


def test_a_flood_leaves_no_more_rows_than_the_bucket_holds(client, clock):
    stamps = [stamp_of(client) for _ in range(FLOOD)]
    clock.shift(5)
    answers = [client.post("/check/", AGREED | {"stamp": stamp}).status_code for stamp in stamps]

    assert answers == [302] * throttle.START.burst + [429] * (FLOOD - throttle.START.burst)
    assert Screening.objects.count() == PrivateLink.objects.count() == throttle.START.burst
    assert TokenBucket.objects.count() == 1


def test_one_button_pressed_twice_begins_one_check(client, clock):
    stamp = stamp_of(client)
    clock.shift(5)
    for _press in range(2):
        client.post("/check/", AGREED | {"stamp": stamp})

    assert Screening.objects.count() == 1


def test_a_steady_flood_leaves_one_row_a_minute(clock):
    passed = 0
    for _ in range(FLOOD):
        clock.shift(throttle.START.every / 10)
        with suppress(throttle.TooMany):
            throttle.take(throttle.START, "someone")
            passed += 1

    assert throttle.START.burst < passed <= throttle.START.burst + FLOOD / 10


def test_a_forged_forwarding_header_is_no_new_sender(client, clock):
    drain(throttle.START)

    stamp = stamp_of(client)
    clock.shift(3)
    assert (
        client.post("/check/", AGREED | {"stamp": stamp}, headers={"x-forwarded-for": "192.0.2.1"}).status_code == 429
    )


def test_behind_a_proxy_each_sender_has_a_bucket_and_can_not_choose_another(client, clock, settings):
    settings.TRUSTED_PROXIES = 1
    drain(throttle.START, "10.0.0.1")
    stamp = stamp_of(client)
    clock.shift(3)

    def posted(chain):
        return client.post("/check/", AGREED | {"stamp": stamp}, headers={"x-forwarded-for": chain}).status_code

    assert posted("10.0.0.2") == 302
    assert posted("10.0.0.2, 10.0.0.1") == 429


def test_a_network_of_its_own_is_one_sender(clock):
    drain(throttle.START, "2001:db8:0:1::1")

    assert begin(Client(REMOTE_ADDR="2001:db8:0:1:ffff::2"), clock).status_code == 429
    assert begin(Client(REMOTE_ADDR="2001:db8:0:2::1"), clock).status_code == 302


def test_an_old_address_in_new_clothes_is_the_same_sender(clock):
    drain(throttle.START, "192.0.2.7")

    assert begin(Client(REMOTE_ADDR="::ffff:192.0.2.7"), clock).status_code == 429
    assert begin(Client(REMOTE_ADDR="::ffff:192.0.2.8"), clock).status_code == 302


def test_one_flooding_address_stops_nobody_else(clock):
    drain(throttle.START)

    assert begin(Client(REMOTE_ADDR="192.0.2.7"), clock).status_code == 302


def test_the_wait_is_told_and_is_true(client, clock):
    drain(throttle.START)
    response = begin(client, clock, 2)
    clock.shift(int(response.headers["Retry-After"]))
    stamp = response.wsgi_request.POST["stamp"]

    assert response.status_code == 429
    assert client.post("/check/", AGREED | {"stamp": stamp}).status_code == 302


def test_the_table_of_buckets_names_nobody(client, clock):
    begin(client, clock)

    assert "127.0.0.1" not in TokenBucket.objects.get().key


def test_a_sender_who_may_not_send_loses_nothing():
    sarah = answering("V01", "Sarah Miller")
    drain(throttle.SUBMIT)

    response = sarah.client.post("/plan/finish/")
    assert response.status_code == 429
    assert "Your answers are still here" in response.content.decode()
    assert sarah.now().is_draft
    assert sarah.now().answers["name"] == "Sarah Miller"


@pytest.mark.parametrize(
    ("address", "limit", "posted"),
    [("/check/again/", throttle.START, {}), ("/my/link/email/", throttle.EMAIL_TO, TO_MAIL)],
)
def test_whoever_holds_a_link_is_limited_too(address, limit, posted):
    sarah = sent()
    drain(limit)

    assert sarah.client.post(address, posted).status_code == 429


def test_the_callers_list_can_not_be_flooded():
    tom = sent("V06")
    drain(throttle.SUBMIT)

    assert tom.now().is_locked
    assert tom.client.post("/check/care/", {"name": "Tom", "phone": "973 555 0100"}).status_code == 429
    assert tom.now().phone == ""


def test_one_mailbox_gets_few_mails_whoever_asks():
    for _ in range(throttle.EMAIL_TO.burst):
        throttle.take(throttle.EMAIL_TO, throttle.keyed_hash("sarah@example.com"))
    posted = {"email": "Sarah@Example.com", "warned": "on"}

    assert sent().client.post("/my/link/email/", posted).status_code == 429


def test_a_walk_no_person_can_make_is_set_aside_and_kept(client, clock):
    runner = Runner(client)
    begin(client, clock)
    runner.answer(VIGNETTES["V01"]["case"])
    runner.finish()

    assert runner.screening.suspected == "faster than a person"
    assert client.get("/plan/").status_code == 200


def test_a_walk_of_a_minute_is_a_persons(client, clock):
    runner = Runner(client)
    begin(client, clock)
    runner.answer(VIGNETTES["V01"]["case"])
    clock.shift(60)
    runner.finish()

    assert runner.screening.suspected == ""
