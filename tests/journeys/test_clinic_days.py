"""The clinic's three journeys, counted in clicks: the front desk at 7:45, between two patients, end of day."""

import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.counting import count_from_here, deeds
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, cookies_of, sign_in

pytestmark = pytest.mark.browser
SARAH, TOM = VIGNETTES["V01"]["case"], VIGNETTES["V06"]["case"]
DESK = {"width": 1280, "height": 800}
TEN = 10


def at(role, page, context, base_url):
    """This member's screen with the queue on it, and their clicks counted from here."""
    context.add_cookies(cookies_of(sign_in(role), base_url))
    page.set_viewport_size(DESK)
    page.goto("/staff/")
    count_from_here(page)
    return page


def paper_of(page, press):
    """What comes out when this is pressed: the answer with the file."""
    with page.expect_response(re.compile("/print/")) as file:
        press()
    return file.value


def test_front_desk_ten_runners_are_printed_in_at_most_four_clicks(page, context, base_url, transactional_db):
    for number in range(TEN):
        backstage.sent(SARAH, name=f"Runner {number}")
    backstage.stopped(TOM)
    at(FRONT_DESK, page, context, base_url)
    expect(page.get_by_role("heading", name="Call first")).to_be_visible()
    page.get_by_role("link", name="Pick all on this page").click()
    page.get_by_role("button", name="Make a pack").click()
    done = deeds(page)
    with page.expect_download() as file:
        page.get_by_role("button", name="Make the pack").click()
    text = " ".join(sheet.extract_text() for sheet in PdfReader(file.value.path()).pages)

    assert done + 1 <= 4
    assert list(dict.fromkeys(re.findall(r"Runner \d", text))) == [f"Runner {number}" for number in range(TEN)]


def test_front_desk_the_urgent_call_has_its_words_and_its_outcome(page, context, base_url, transactional_db):
    backstage.stopped(TOM)
    at(FRONT_DESK, page, context, base_url)
    page.get_by_role("link", name="Call script").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Call")
    page.get_by_label("No answer").check()
    page.get_by_role("button", name="Record the call").click()

    assert Decision.objects.get().detail["outcome"] == "no_answer"
    assert Screening.objects.get().state == "waiting"


def test_clinician_a_review_is_accepted_and_printed_in_at_most_six_clicks(page, context, base_url, transactional_db):
    backstage.sent(SARAH, name="Sarah Miller")
    at(CLINICIAN, page, context, base_url)
    page.get_by_role("link", name="Sarah Miller", exact=True).click()
    done = deeds(page)
    file = paper_of(page, page.get_by_role("button", name="Accept and print").click)

    assert (file.status, file.headers["content-type"]) == (200, "application/pdf")
    assert done + 1 <= 6
    assert Screening.objects.get().state == "done"


def test_clinician_between_two_patients(page, context, base_url, transactional_db):
    backstage.sent(SARAH, name="Sarah Miller")
    at(CLINICIAN, page, context, base_url)
    page.get_by_role("link", name="Sarah Miller", exact=True).click()
    page.get_by_text("Rate a leg yourself").click()
    page.locator('[name="left_hip_drop"][value="0"]').check()
    page.locator('[name="left_knee_cave"][value="1"]').check()
    page.locator(".rv-rate button").click()
    expect(page.get_by_text("Hip: runner marked, clinic none.")).to_be_visible()
    page.get_by_role("link", name="Change the plan").click()
    page.get_by_role("button", name="Remove Glute bridge").click()
    page.locator("#d-x-0-start").fill("2x12")
    file = paper_of(page, page.get_by_role("button", name="Save and print").click)
    stage = IssuedPlan.objects.get(version=2).read().stages[0]

    assert file.status == 200
    assert "EX-04" not in [exercise.key for exercise in stage.exercises]
    assert stage.exercises[0].dose.start == "2 x 12"


def test_end_of_day_lists_a_month_and_a_file(page, context, base_url, transactional_db):
    backstage.sent(VIGNETTES["V14"]["case"], name="Grace Okafor")
    at(MANAGER, page, context, base_url)
    page.get_by_label("Clinic").get_by_role("link", name="Waiting").click()
    expect(page.get_by_role("link", name="Grace Okafor").first).to_be_visible()
    page.get_by_label("Clinic").get_by_role("link", name="Month").click()
    expect(page.get_by_role("heading", name="Who came")).to_be_visible()
    page.get_by_text("Manage", exact=True).click()
    page.get_by_role("link", name="Export", exact=True).click()
    with page.expect_download() as file:
        page.get_by_role("button", name=re.compile("CSV")).click()

    assert "Grace Okafor" in file.value.path().read_text(encoding="utf-8-sig")
