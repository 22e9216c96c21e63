"""The queue refreshes itself by the same address; the answer is the list alone, and does not keep anyone signed in."""

import json

import pytest

from tests.clinic.queued import codes_on, listed, queued
from tests.page import Page
from tests.staff import FRONT_DESK, sign_in

pytestmark = pytest.mark.django_db


def list_of(page):
    return next(each for each in page.elements if each.attrs.get("id") == "queue-list")


def refreshed(**query):
    return sign_in(FRONT_DESK).get("/staff/", query, headers={"HX-Request": "true", "X-Quiet": "1"})


def test_a_refresh_is_the_list_and_nothing_around_it():
    check = queued()
    answer = refreshed()

    assert codes_on(Page(answer)) == [check.code]
    assert b"<html" not in answer.content
    assert "HX-Request" in answer.headers["Vary"]


def test_the_list_asks_for_itself_once_a_minute_and_quietly():
    asks = list_of(listed(level="ok", state="done")).attrs

    assert asks["hx-get"] == "?state=done&level=ok"
    assert asks["hx-trigger"] == "every 60s"
    assert json.loads(asks["hx-headers"]) == {"X-Quiet": "1"}


def test_a_refresh_stays_on_its_page():
    client = sign_in(FRONT_DESK)
    for at in range(26):
        queued(minutes=at)
    link = next(a for a in listed(client).all("a") if a.attrs.get("id") == "page-after").attrs["href"]
    second = Page(client.get(f"/staff/{link}"))

    assert list_of(second).attrs["hx-get"] == link


def test_the_page_says_when_it_was_made_and_refreshes_by_hand():
    page = listed()

    assert "Updated" in list_of(page).text
    assert any(a.attrs.get("id") == "queue-refresh" for a in page.all("a"))


def test_all_of_a_page_can_be_picked_without_a_script():
    made = {queued(minutes=at).code for at in range(3)}
    page = listed(pick="all")

    assert {box.attrs["value"] for box in page.all("input", name="check") if "checked" in box.attrs} == made


def test_what_is_picked_goes_to_the_pack_in_the_order_shown():
    later, sooner = queued(minutes=5), queued()
    page = listed()
    form = next(each for each in page.all("form") if each.attrs.get("id") == "queue-form")

    assert (form.attrs["action"], form.attrs["method"]) == ("/staff/pack/", "get")
    assert [box.attrs["value"] for box in page.all("input", name="check")] == [sooner.code, later.code]
