"""T2: nobody reaches another runner's self-check; no address holds an id, none answers with another's data."""

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from programs.models import IssuedPlan
from screening.models import PrivateLink, Screening
from screening.private_link import hash_of
from tests.security.addresses import ADDRESSES, PUBLIC
from tests.security.people import device, sent

pytestmark = pytest.mark.django_db
POSTED = {
    "name": "Mallory", "phone": "973 555 0100", "email": "mallory@example.com", "warned": "on", "understood": "on",
    "consent": "on", "RF-05": "no", "id": "1", "screening": "1", "pk": "1", "code": "1",
}  # fmt: skip


def kept_of(person):
    """All that is stored of a runner."""
    return (
        Screening.objects.filter(pk=person.screening.pk).values().get(),
        list(PrivateLink.objects.filter(screening=person.screening).values()),
        list(IssuedPlan.objects.filter(screening=person.screening).values()),
    )


def answers_of(client, address):
    """GET, POST and whatever they lead to, as bytes."""
    ids = {"id": 1, "code": "ITB-0000-00"}
    found = [client.get(address, ids, follow=True), client.post(address, POSTED, follow=True)]
    return b"".join(part.getvalue() if part.streaming else part.content for part in found)


def test_every_address_has_its_holes_filled():
    assert not [address for address in ADDRESSES if "<" in address or "(" in address]
    assert len(ADDRESSES) > 20


def test_no_address_holds_an_id():
    assert not [address for address in ADDRESSES if "int:" in address or "uuid" in address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_runner_sees_and_changes_nothing(address):
    sarah, tom = sent("V01", "Sarah Miller", "sarah@example.com"), sent("V05", "Tom Reed")
    before = kept_of(sarah)
    seen = answers_of(tom.client, address)

    assert kept_of(sarah) == before
    for secret in ("Sarah Miller", "sarah@example.com", sarah.screening.code, sarah.token):
        assert secret.encode() not in seen


@pytest.mark.parametrize("address", sorted(set(ADDRESSES) - PUBLIC))
def test_a_stranger_is_told_nothing(address):
    sarah = sent("V01", "Sarah Miller", "sarah@example.com")
    before = kept_of(sarah)
    got, posted = Client().get(address), Client().post(address, POSTED)
    start = "/check/" if address == "/check/your-knee/" else None
    told = {"/check/your-knee/": (403,), "/my/erase/": (302,)}  # a page of one's own words; "It is erased", to anyone

    assert got.status_code in ((302,) if start else (404, 405))
    assert posted.status_code in told.get(address, (404, 405))
    assert got.headers.get("Location") == start
    assert kept_of(sarah) == before


@pytest.mark.parametrize("address", ["/my/erase/", "/my/link/replace/", "/my/link/renew/", "/check/again/"])
def test_a_form_that_names_a_check_the_device_does_not_hold_touches_no_other(address):
    sarah, tom = sent("V01", "Sarah Miller", "sarah@example.com"), sent("V05", "Tom Reed")
    before = kept_of(tom)
    tom.client.post(address, {"check": sarah.screening.code})

    assert kept_of(tom) == before


def test_a_code_opens_nothing():
    code = sent("V01", "Sarah Miller").screening.code

    assert Client().get(f"/r/{code}/").status_code == 404
    assert device(code).get("/plan/").status_code == 404


def test_what_the_database_keeps_opens_nothing():
    token_hash = hash_of(sent("V01").token)

    assert Client().get(f"/r/{token_hash}/").status_code == 404
    assert device(token_hash[:43]).get("/plan/").status_code == 404


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters='",;\\'), max_size=140))
@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_made_up_cookie_opens_anything(cookie):
    assert device(cookie).get("/plan/").status_code == 404


def test_a_cookie_with_many_secrets_is_read_no_further_than_three(django_assert_num_queries):
    person = sent()
    crowd = ".".join(["A" * 43] * 50 + [person.token])

    # Once for the page asked for, once for the header of the 404 page.
    with django_assert_num_queries(3 + 3):
        assert device(crowd).get("/my/data.json").status_code == 404


def test_a_session_opens_no_self_check():
    person = sent()
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = person.token

    assert client.get("/plan/").status_code == 404
