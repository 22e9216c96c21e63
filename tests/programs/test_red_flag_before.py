"""Who answers again after a red flag gets a result, but no plan and no sheet before a clinician has looked at both."""

from datetime import timedelta

import pytest
import textstat
from django.utils import timezone

from programs.models import IssuedPlan
from programs.printing.subjects import subjects_of
from screening.models import Screening
from tests.clinic.front_desk import printing, signed_in
from tests.clinic.queued import listed, row_of
from tests.conftest import VIGNETTES
from tests.page import Page
from tests.staff import CLINICIAN, FRONT_DESK, sign_in

SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def red(runner):
    """A check that a hot, swollen knee stopped."""
    runner.start()
    runner.answer({**SARAH, "flags": {"RF-04": "yes"}})
    return runner.screening


@pytest.fixture
def calm(runner, red):
    """The same runner's new check, begun on the care page, without the red flag."""
    assert "A clinician looks at both before you see a plan." in Page(runner.client.get("/check/care/")).main
    runner.client.post("/check/again/", {"check": red.code})
    Screening.objects.filter(submitted_at=None).update(created_at=timezone.now() - timedelta(minutes=6))
    runner.answer(SARAH)
    runner.finish()
    return runner.screening


def clear(red):
    Screening.objects.filter(pk=red.pk).update(unlocked_at=timezone.now())


def test_the_new_check_is_rated_and_its_plan_waits(calm, red):
    assert (calm.level, calm.pattern, calm.repeat_of) == ("ok", "hip_control", red)
    assert IssuedPlan.objects.filter(screening=calm).exists()
    assert calm.is_on_hold


def test_the_page_says_that_a_clinician_comes_first_and_shows_no_plan(runner, calm):
    page = Page(runner.client.get("/plan/"))

    assert page.one("h1").text == "This plan is on hold"
    assert "An answer in one of your checks needs a clinician first." in page.main
    assert f"say your code: {calm.code}" in page.main
    assert "(973) 689-7123" in page.main
    assert "Stage 1" not in page.main


def test_its_sentences_are_easy_to_read(runner, calm):
    words = Page(runner.client.get("/plan/")).main.split("Call the clinic")[0]
    said = [sentence for sentence in words.replace("?", ".").split(".") if " " in sentence.strip()]

    assert not [sentence for sentence in said if textstat.flesch_kincaid_grade(sentence + ".") > 8]


@pytest.mark.parametrize("path", ["/plan/print/", "/plan/sheet.pdf", "/plan/sheet/", "/plan/preview.png"])
def test_no_sheet_is_handed_out(runner, calm, path):
    assert runner.client.get(path).status_code in (302, 404)


def test_no_run_weeks_are_handed_out(runner, calm):
    assert runner.client.get("/plan/run-weeks.csv").status_code == 404


def test_the_front_desk_can_not_print_it_and_is_led_to_the_red_flag(red, calm):
    answer = sign_in(FRONT_DESK).get(f"/staff/check/{calm.code}/print/")
    page = Page(answer)

    assert answer.status_code == 409
    assert "An earlier check met a red flag" in page.main
    assert f"/staff/check/{red.code}/" in page.links


def test_a_pack_leaves_it_out(calm):
    answer = printing(signed_in(), calm.code)

    assert answer["Content-Type"] != "application/pdf"
    assert "An earlier check met a red flag" in Page(answer).text


def test_the_review_says_what_to_clear_first(calm):
    page = Page(sign_in(CLINICIAN).get(f"/staff/check/{calm.code}/"))

    assert "On hold: an earlier check of this runner met a red flag." in page.main


def test_in_the_queue_it_stands_beside_the_red_flag_and_says_so(red, calm):
    page = listed()

    assert "Red flag before" in row_of(page, calm)
    assert "Red flag before" not in row_of(page, red)
    assert page.one("a", id=f"flag-{calm.code}").attrs["href"] == f"/staff/check/{red.code}/"


def test_only_the_red_flag_itself_is_counted_as_to_call(calm):
    assert "2 waiting, 1 to call first" in listed().text


def test_once_a_clinician_cleared_the_red_flag_the_plan_is_there(runner, red, calm):
    clear(red)

    assert "Stage 1" in Page(runner.client.get("/plan/")).main
    assert sign_in(FRONT_DESK).get(f"/staff/check/{calm.code}/print/")["Content-Type"] == "application/pdf"
    assert "Red flag before" not in listed().text


def test_once_it_was_cleared_the_new_check_is_no_longer_among_those_to_call(red, calm):
    clear(red)
    page = listed()

    assert page.one("tr", id=f"row-{calm.code}")
    assert page.one("li", id=f"row-{red.code}")


def test_gathered_with_others_it_is_on_hold_as_well(calm):
    fresh = [Screening.objects.get(pk=calm.pk)]
    (subject,) = subjects_of(fresh)

    assert subject.seen is None
    assert fresh[0].is_on_hold
