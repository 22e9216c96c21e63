"""Token buckets: so many at once, then one each so often; nobody is named, and nothing typed is lost."""

from datetime import timedelta

import pytest
import time_machine
from django.test import RequestFactory

from screening import throttle
from screening.models import TokenBucket
from tests.page import Page

FEW = throttle.Limit("few", burst=3, every=10)


def take(times=1, who="someone"):
    for _ in range(times):
        throttle.take(FEW, who)


@pytest.fixture
def empty(db):
    """A bucket from which all was taken, and a clock that stands still."""
    with time_machine.travel("2026-11-22 15:00+00:00", tick=False) as clock:
        take(3)
        yield clock


def test_the_burst_passes_and_the_next_waits(empty):
    with pytest.raises(throttle.TooMany) as refused:
        take()

    assert refused.value.wait in (10, 11)


def test_one_more_passes_after_its_time(empty):
    empty.shift(timedelta(seconds=10))
    take()

    with pytest.raises(throttle.TooMany):
        take()


def test_a_refused_try_costs_nothing(empty):
    with pytest.raises(throttle.TooMany):
        take()
    empty.shift(timedelta(seconds=10))

    take()


def test_a_long_pause_fills_the_bucket_and_no_more(empty):
    empty.shift(timedelta(days=1))
    take(3)

    with pytest.raises(throttle.TooMany):
        take()


def test_the_time_to_wait_is_enough(empty):
    with pytest.raises(throttle.TooMany) as refused:
        take()
    empty.shift(timedelta(seconds=refused.value.wait))

    take()


def test_each_sender_has_a_bucket_of_its_own(empty):
    take(who="someone else")

    assert TokenBucket.objects.count() == 2


def test_each_action_has_a_bucket_of_its_own(empty):
    throttle.take(throttle.Limit("other", burst=1, every=10), "someone")

    assert TokenBucket.objects.count() == 2


def test_asking_whether_it_would_refuse_takes_nothing(empty):
    assert throttle.would_refuse(FEW, "someone")
    assert not throttle.would_refuse(FEW, "a stranger")
    empty.shift(timedelta(seconds=10))
    assert [throttle.would_refuse(FEW, "someone") for _ in range(3)] == [False] * 3


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "6.6.6.6, 7.7.7.7", "7.7.7.7"),
        (2, "5.5.5.5, 6.6.6.6, 7.7.7.7", "6.6.6.6"),
        (2, "7.7.7.7", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_the_sender_is_believed_only_past_trusted_proxies(settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded).get("/")

    assert throttle.address_of(request) == address


def test_a_sender_is_known_for_a_day_and_never_by_address():
    request = RequestFactory(REMOTE_ADDR="10.0.0.1").get("/")
    with time_machine.travel("2026-11-22 15:00+00:00"):
        today = throttle.sender_of(request)
    with time_machine.travel("2026-11-23 15:00+00:00"):
        tomorrow = throttle.sender_of(request)

    assert today != tomorrow
    assert "10.0.0.1" not in today


def test_too_many_tries_say_when_and_keep_what_was_typed(client, db, monkeypatch):
    monkeypatch.setattr(throttle, "START", throttle.Limit("start", burst=0, every=60))
    stamp = client.get("/check/").context["stamp"]

    response = client.post("/check/", {"understood": "on", "consent": "on", "stamp": stamp})

    assert (response.status_code, response["Retry-After"]) == (429, "61")
    assert "Your answers are still here." in Page(response).text


def test_a_limit_is_far_above_what_a_person_needs():
    assert min(limit.burst for limit in (throttle.START, throttle.SUBMIT, throttle.LINK_GUESS, throttle.SHEET)) >= 20
