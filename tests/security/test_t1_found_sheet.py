"""T1 on paper: whoever holds a sheet may look, print and stop the codes on sheets; all else is the runner's alone."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from screening.models import PrivateLink, Screening
from screening.paper_link import paper_link_of
from tests.page import Page
from tests.security.people import device, sent

pytestmark = pytest.mark.django_db
COOKIE = settings.RUNNER_COOKIE_NAME
POSTED = {"email": "finder@example.com", "warned": "on", "name": "Finder", "phone": "973 555 0100", "check": ""}
SEEN_AND_PRINTED = (
    "/plan/", "/plan/print/", "/plan/preview.png", "/plan/sheet.pdf", "/plan/sheet/", "/plan/run-weeks.csv",
)  # fmt: skip
THE_RUNNER_S_ALONE = ("/my/link/email/", "/my/link/renew/", "/my/link/replace/", "/my/erase/")


@pytest.fixture
def sarah():
    """The runner, on her own device, with sheets printed."""
    person = sent(name="Sarah Miller", email="sarah@example.com")
    paper_link_of(person.screening)
    return person


@pytest.fixture
def finder(sarah):
    """Another phone, which came in by the code on one of her sheets."""
    return came_in(sarah)


def came_in(person, client=None):
    """The client after the code of this person's sheets was typed there."""
    client = client or Client()
    assert client.post("/code/", {"code": paper_link_of(person.screening).code}).status_code == 302
    return client


def held(client):
    return client.cookies[COOKIE].value.split(".")


def links():
    return list(PrivateLink.objects.order_by("pk").values())


def lock(screening):
    Screening.objects.filter(pk=screening.pk).update(level="clinician_first", phone="973 555 0199", name="Sarah Miller")


@pytest.mark.parametrize("address", SEEN_AND_PRINTED)
def test_a_finder_may_look_and_print(finder, address):
    assert finder.get(address).status_code == 200


@pytest.mark.parametrize("address", THE_RUNNER_S_ALONE)
def test_what_is_the_runner_s_alone_is_not_there_for_a_finder(sarah, finder, mailoutbox, address):
    before = links(), Screening.objects.values().get()
    response = finder.post(address, POSTED | {"check": sarah.screening.code})

    assert response.status_code == 404
    assert ((links(), Screening.objects.values().get()), mailoutbox) == (before, [])


@pytest.mark.parametrize("address", ["/my/data.json", "/my/erase/"])
def test_a_finder_can_neither_download_nor_begin_to_erase(sarah, finder, address):
    assert finder.get(f"{address}?check={sarah.screening.code}").status_code == 404


def test_a_finder_is_told_how_they_came_in_and_what_they_can_do(finder):
    page = Page(finder.get("/my/link/"))

    assert "You came in by a printed sheet" in page.main
    assert {form.attrs["action"] for form in page.all("form") if form.inside(id="main")} == {
        "/my/checks/", "/my/link/stop-paper/",
    }  # fmt: skip


def test_the_page_for_a_finder_holds_no_secret_and_nothing_of_the_runner(sarah, finder):
    secret = paper_link_of(sarah.screening)
    html = finder.get("/my/link/").content.decode()

    assert not [fact for fact in ("sarah@", "Miller", "/r/", sarah.token, secret.token, secret.code) if fact in html]


def test_no_page_hands_a_finder_another_secret(sarah, finder):
    before = held(finder), PrivateLink.objects.count()
    for address in (*SEEN_AND_PRINTED, "/my/link/", "/check/", "/check/resume/", "/check/answers/", "/my/checks/"):
        finder.get(address)
        finder.post(address, {"check": sarah.screening.code})

    assert (held(finder), PrivateLink.objects.count()) == before


def test_a_finder_who_stops_the_sheets_is_out_with_them(sarah, finder):
    response = finder.post("/my/link/stop-paper/", {"check": sarah.screening.code}, follow=True)

    assert "The codes on the sheets printed so far no longer work." in Page(response).main
    assert (finder.get("/plan/").status_code, finder.cookies[COOKIE].value) == (404, "")
    assert sarah.client.get("/plan/").status_code == 200


@pytest.mark.parametrize("address", ["/my/link/stop-paper/", "/my/link/replace/"])
def test_once_the_runner_stops_the_sheets_a_finder_is_a_stranger(sarah, finder, address):
    code = paper_link_of(sarah.screening).code
    sarah.client.post(address)
    found = [finder.get(seen).status_code for seen in (*SEEN_AND_PRINTED, "/my/link/", "/my/data.json")]

    assert set(found) == {404}
    assert finder.post("/code/", {"code": code}).status_code == 200
    assert sarah.client.get("/plan/").status_code == 200


def test_stopping_the_sheets_gives_the_next_one_a_new_code(sarah):
    before = paper_link_of(sarah.screening)
    page = Page(sarah.client.post("/my/link/stop-paper/", follow=True))
    after = paper_link_of(sarah.screening)

    assert "The codes on your old sheets no longer work." in page.text
    assert Client().get(f"/r/{before.token}/").status_code == 404
    assert [Client().post("/code/", {"code": secret.code}).status_code for secret in (before, after)] == [200, 302]


def test_a_finder_s_new_check_is_a_plain_one(sarah, finder):
    response = finder.post("/check/again/", {"check": sarah.screening.code})

    assert response["Location"] == "/check/"
    assert Screening.objects.count() == 1


def test_the_start_page_offers_a_finder_no_check_to_begin_from(finder):
    page = Page(finder.get("/check/"))

    assert "Begin from my earlier check" not in page.main
    assert "A new check here asks every question." in page.main


def test_the_start_page_still_offers_the_runner_her_own(sarah):
    page = Page(sarah.client.get("/check/"))

    assert "Begin from my earlier check" in page.main
    assert "printed sheet" not in page.main


def test_a_finder_s_new_check_never_holds_the_runner_s_plan(sarah, finder):
    stamp = Page(finder.post("/check/again/", follow=True)).one("input", name="stamp").attrs["value"]
    with time_machine.travel(timezone.now() + timedelta(seconds=5)):
        finder.post("/check/", {"understood": "on", "consent": "on", "stamp": stamp})
    begun = Screening.objects.latest("pk")

    assert (begun.is_draft, begun.repeat_of, begun.answers) == (True, None, {})
    assert finder.get("/my/data.json").json()["code"] == begun.code


def test_a_finder_changes_no_number_to_call_and_reads_none(sarah, finder):
    lock(sarah.screening)
    page = Page(finder.get("/check/care/"))

    assert not [fact for fact in ("Miller", "0199", "Save my number") if fact in page.html]
    assert finder.post("/check/care/", POSTED | {"check": sarah.screening.code}).status_code == 404
    assert sarah.now().phone == "973 555 0199"


def test_the_runner_still_sees_and_changes_her_number(sarah):
    lock(sarah.screening)
    sarah.client.post("/check/care/", POSTED | {"check": sarah.screening.code})

    assert "973 555 0100" in Page(sarah.client.get("/check/care/")).main


def test_the_runner_s_own_secret_counts_where_a_device_holds_both(sarah):
    paper = paper_link_of(sarah.screening).token
    for secrets in ([paper, sarah.token], [sarah.token, paper]):
        client = device(".".join(secrets))

        assert client.get("/my/data.json").status_code == 200
        assert len(Page(client.get("/my/link/")).all("input", id="link")) == 1


def test_scanning_her_own_sheet_takes_nothing_from_the_runner(sarah):
    client = device(".".join([sent().token, sarah.token, sent().token]))
    before = set(held(client))
    came_in(sarah, client)

    assert set(held(client)) == before
    assert held(client)[0] == sarah.token


def test_the_private_link_takes_the_place_of_the_sheet_s(sarah, finder):
    finder.get(f"/r/{sarah.token}/")

    assert held(finder) == [sarah.token]
    assert finder.get("/my/data.json").status_code == 200


def test_a_finder_s_own_check_stays_theirs(sarah):
    other = sent("V02")
    came_in(sarah, other.client)

    assert other.client.get(f"/my/data.json?check={other.screening.code}").status_code == 200
    assert other.client.get(f"/my/data.json?check={sarah.screening.code}").status_code == 404


def test_a_sheet_past_its_time_opens_nothing_for_who_came_in_before(sarah, finder):
    PrivateLink.objects.exclude(nonce="").update(expires_at=timezone.now())

    assert finder.get("/plan/").status_code == 404
