"""The start: nothing is stored before someone agrees, and a program is told apart quietly."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.utils import timezone

from screening import actions, throttle
from screening.code import new_code
from screening.models import Screening
from screening.questions import load_questions
from screening.start import StartForm, new_stamp
from tests.page import Page

AGREED = {"understood": "on", "consent": "on"}
A_WHILE_AGO = timedelta(seconds=5)


def stamp(ago=A_WHILE_AGO):
    """A page's stamp, made some time ago."""
    with time_machine.travel(timezone.now() - ago):
        return new_stamp()


def test_opening_the_start_stores_nothing(client, db):
    page = Page(client.get("/check/"))

    assert not Screening.objects.exists()
    assert [i.attrs["name"] for i in page.all("input", type="checkbox") if "checked" in i.attrs] == []


def test_the_start_tells_time_mirror_safety_and_how_long_answers_are_kept(client, db):
    words = Page(client.get("/check/")).main

    for said in ("about 6 minutes", "safety questions", "long mirror", "within 14 days", "Call 911 now"):
        assert said in words


def test_agreeing_begins_a_check_with_a_readable_code(client, db):
    response = client.post("/check/", AGREED | {"stamp": stamp()})
    kept = Screening.objects.get()

    assert response["Location"] == "/check/about-you/"
    assert re.fullmatch(r"ITB-[2-9A-Z]{4}-[2-9A-Z]{2}", kept.code)
    assert (kept.question_set, kept.consent_version) == (load_questions().version, actions.CONSENT_VERSION)


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("understood", "Tick the box to say that you know this is not a diagnosis."),
        ("consent", "Tick the box to agree. Without it we may not keep your answers."),
    ],
)
def test_both_agreements_are_needed_and_the_other_stays_ticked(client, db, missing, said):
    page = Page(client.post("/check/", {k: v for k, v in AGREED.items() if k != missing} | {"stamp": stamp()}))

    assert said in page.text
    assert [i.attrs["name"] for i in page.all("input") if "checked" in i.attrs] == [*(AGREED.keys() - {missing})]
    assert not Screening.objects.exists()


def test_a_filled_trap_begins_nothing(client, db):
    page = Page(client.post("/check/", AGREED | {"stamp": stamp(), "website": "spam.example"}))

    assert "Please press the button once more." in page.text
    assert not Screening.objects.exists()


def test_the_trap_is_out_of_sight_and_out_of_the_keyboard_s_way(client, db):
    trap = Page(client.get("/check/")).one("input", name="website")

    assert trap.attrs["tabindex"] == "-1"
    assert any(e.attrs.get("aria-hidden") == "true" for e in trap.around)


@pytest.mark.parametrize("bad", ["", "forged", "start:1abc:xyz"])
def test_a_forged_stamp_begins_nothing(bad):
    assert not StartForm(AGREED | {"stamp": bad}).is_valid()


def test_a_form_faster_than_a_person_begins_nothing(monkeypatch):
    monkeypatch.setattr("screening.start.QUICKEST", timedelta(seconds=1))

    assert not StartForm(AGREED | {"stamp": new_stamp()}).is_valid()
    assert StartForm(AGREED | {"stamp": stamp()}).is_valid()


def test_a_page_open_for_days_asks_once_more():
    assert not StartForm(AGREED | {"stamp": stamp(timedelta(days=2))}).is_valid()


def test_a_person_s_second_press_goes_through(client, db):
    page = Page(client.post("/check/", AGREED | {"stamp": "stale"}))

    again = client.post("/check/", AGREED | {"stamp": page.one("input", name="stamp").attrs["value"]})

    assert again.status_code == 302


def test_a_flood_of_starts_is_slowed_down(client, db):
    data = AGREED | {"stamp": stamp()}

    answers = [client.post("/check/", data).status_code for _ in range(throttle.START.burst + 1)]

    assert answers == [302] * throttle.START.burst + [429]


def test_a_walk_faster_than_a_person_is_set_aside_not_lost(runner):
    runner.whole_walk({"flags": {"RF-01": "yes"}, **_CASE})

    assert runner.screening.suspected == "faster than a person"


def test_a_check_under_way_can_be_gone_on_with(runner):
    runner.start()

    page = Page(runner.client.get("/check/"))

    assert "You have a check under way on this device" in page.text
    assert "/check/resume/" in page.links


def test_codes_have_no_letters_that_sound_or_look_alike():
    assert not set("".join(new_code()[4:] for _ in range(50))) & set("ILOU01")


def test_a_clash_of_codes_draws_again(db, monkeypatch):
    codes = iter(["ITB-2222-22", "ITB-2222-22", "ITB-3333-33"])
    monkeypatch.setattr(actions, "new_code", lambda: next(codes))

    assert [actions.start()[0].code for _ in range(2)] == ["ITB-2222-22", "ITB-3333-33"]


def test_codes_that_always_clash_are_an_error(db, monkeypatch):
    monkeypatch.setattr(actions, "new_code", lambda: "ITB-2222-22")
    actions.start()

    with pytest.raises(IntegrityError):
        actions.start()


_CASE = {
    "unit": "mi", "age": 34, "usual_week": 25, "usual_days": 5, "weeks_off": 0, "pain": False,
}  # fmt: skip
