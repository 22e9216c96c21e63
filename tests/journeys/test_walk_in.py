"""The desk's own pages in a browser: a walk-in in a few clicks, and a check on paper typed in by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from programs.models import Decision
from screening.models import Screening
from screening.typed_answers import typed_answers
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look, no_sideways_scrolling
from tests.journeys.counting import count_from_here, deeds
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, cookies_of, sign_in

pytestmark = pytest.mark.browser
NO_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)
SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def desk(page, context, base_url, transactional_db):
    """The front desk's browser, signed in."""
    context.add_cookies(cookies_of(sign_in(FRONT_DESK), base_url))
    return page


def test_a_walk_in_has_a_plan_and_sheets_in_at_most_eight_clicks_and_fields(desk):
    page = desk
    page.goto("/staff/")
    count_from_here(page)
    page.get_by_role("link", name="Walk-in").click()
    page.get_by_label("I asked. None of these.").click()
    page.get_by_label("Wake up the hip").click()
    page.get_by_label("Name").fill("Pat Lee")
    page.get_by_label("Left", exact=True).click()
    done = deeds(page)
    with page.expect_response(re.compile(r"/print/")) as file:
        page.get_by_role("button", name="Make and print").click()

    assert (file.value.status, file.value.headers["content-type"]) == (200, "application/pdf")
    assert done + 1 <= 8
    assert Screening.objects.get().name == "Pat Lee"


def test_a_warning_sign_stops_the_walk_in(desk):
    page = desk
    page.goto("/staff/walk-in/")
    page.get_by_label("Yes, or not sure, to one of these.").check()
    page.get_by_role("button", name="Make and print").click()

    expect(page.get_by_role("alert")).to_contain_text("Stop: no plan for now")
    expect(page.locator("#desk-stop")).to_be_focused()
    holds_in_every_look(page)
    assert not Screening.objects.exists()


def test_at_the_desk_a_namesake_of_a_stopped_runner_is_told_apart(desk):
    Screening.objects.filter(pk=backstage.sent(SARAH, name="Tom Reed")[0].pk).update(level="urgent")
    page = desk
    page.goto("/staff/walk-in/")
    page.get_by_label("I asked. None of these.").check()
    page.get_by_label("Wake up the hip").check()
    page.get_by_label("Name").fill("Tom Reed")
    page.get_by_role("button", name="Make and print").click()

    expect(page.locator("#desk-stop")).to_be_focused()
    holds_in_every_look(page)
    page.get_by_label("It is another person with the same name.").check()
    with page.expect_response(re.compile(r"/print/")) as file:
        page.get_by_role("button", name="Make and print").click()
    assert file.value.status == 200


def test_the_letterhead_page_fits_a_narrow_window(page, context, base_url, transactional_db):
    context.add_cookies(cookies_of(sign_in(MANAGER), base_url))
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/staff/letterhead/")
    no_sideways_scrolling(page)


def fill_in(page, answers):
    """Every question that is asked, as it is answered on paper."""
    for key, value in answers.items():
        field = page.locator(f'[name="{key}"]')
        if field.first.get_attribute("type") == "radio":
            field = page.locator(f'[name="{key}"][value="{value}"]')
            if value and field.is_visible():
                field.check()
        elif field.is_visible():
            field.select_option(value) if field.evaluate("e => e.tagName") == "SELECT" else field.fill(value)


def test_a_check_on_paper_is_typed_in_and_joins_the_queue(desk):
    page = desk
    page.goto("/staff/paper-check/")
    expect(page.get_by_role("radiogroup", name="Which leg hurts?")).to_be_hidden()
    page.get_by_role("button", name="The runner said no to all of these").click()
    expect(page.locator('[name="RF-09"][value="no"]')).to_be_checked()
    expect(page.locator('[name="RF-01"][value="no"]')).not_to_be_checked()
    fill_in(page, typed_answers(SARAH))
    page.get_by_label("The runner agreed").check()
    page.get_by_role("button", name="Send to the queue").click()

    expect(page.get_by_role("heading", name="Typed in")).to_be_visible()
    holds_in_every_look(page)
    assert "RF-09" in Decision.objects.get().detail["no_to_all"]
    assert Screening.objects.get().side == backstage.sent(SARAH)[0].side


def test_the_paper_page_holds_in_every_look(desk):
    desk.goto("/staff/paper-check/")
    holds_in_every_look(desk)


def test_a_red_flag_on_paper_is_told_at_once(desk):
    page = desk
    page.goto("/staff/paper-check/")
    page.locator('[name="RF-01"][value="yes"]').check()
    page.get_by_label("The runner agreed").check()
    page.get_by_role("button", name="Send to the queue").click()

    expect(page.get_by_role("heading", name="Call 911 now")).to_be_visible()
    holds_in_every_look(page)
    page.goto(f"/staff/check/{Screening.objects.get().code}/print/")
    expect(page.get_by_role("heading", name="Nothing to print yet")).to_be_visible()
    holds_in_every_look(page)


def test_ticking_an_exercise_means_a_plan_from_scratch(page, context, base_url, transactional_db):
    context.add_cookies(cookies_of(sign_in(CLINICIAN), base_url))
    page.goto("/staff/walk-in/")
    page.get_by_text("Exercises to tick").click()
    page.get_by_role("checkbox", name="Glute bridge").first.check()

    expect(page.get_by_label("From scratch")).to_be_checked()
    holds_in_every_look(page)


@NO_SCRIPTS
def test_without_scripts_no_to_all_is_a_button_that_sends_nothing(desk):
    page = desk
    page.goto("/staff/paper-check/")
    page.get_by_role("button", name="The runner said no to all of these").click()

    expect(page.locator('[name="RF-09"][value="no"]')).to_be_checked()
    expect(page.locator('[name="RF-01"][value="no"]')).not_to_be_checked()
    assert not Screening.objects.exists()
