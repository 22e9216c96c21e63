"""The shelf in a browser: an exercise of the clinic's own with a photo is made, starred, and put into a template."""

import re

import pytest
from playwright.sync_api import expect

from tests.clinic.shelf import WORDS, a_photo
from tests.journeys.barriers import holds_in_every_look
from tests.staff import CLINICIAN, cookies_of, sign_in

pytestmark = pytest.mark.browser
TYPED = (
    "name",
    "equipment",
    "set_up",
    "steps",
    "cues",
    "faults",
    "easier",
    "harder",
    "stop",
    "dose_start",
    "dose_goal",
)


@pytest.fixture
def staff(page, context, base_url, transactional_db):
    """The clinician's browser, signed in."""
    context.add_cookies(cookies_of(sign_in(CLINICIAN), base_url))
    return page


def fill(page):
    """Everything that an exercise needs, but the words of its photo."""
    for name in TYPED:
        page.locator(f"#id_{name}").fill(WORDS[name])
    page.get_by_label("Stage 1").check()
    photo = {"name": "IMG_0042.JPG", "mimeType": "image/jpeg", "buffer": a_photo()}
    page.get_by_role("group", name="Start").get_by_label("Photo", exact=True).set_input_files(photo)


def add(page, name, rows):
    """One exercise more in a template's first stage, which then has so many."""
    page.get_by_label("Add an exercise").select_option(name)
    page.get_by_role("button", name="Add to Stage 1", exact=True).click()
    expect(page.locator(".edit-row")).to_have_count(rows)


def test_an_own_exercise_with_a_photo_goes_into_a_template(staff):
    page = staff
    page.goto("/staff/exercises/")
    holds_in_every_look(page)
    page.get_by_role("link", name="New exercise").click()
    fill(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what the photo shows.")

    group = page.get_by_role("group", name="Start")
    expect(group.locator("img")).to_have_js_property("naturalWidth", 900)
    holds_in_every_look(page)
    group.get_by_label("What it shows").fill("A runner stands on the {leg} leg.")
    group.get_by_label("Which leg works in it").select_option("The left leg")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Doorway reach")
    expect(page.get_by_role("img", name="A runner stands on the working leg.")).to_be_visible()
    holds_in_every_look(page)
    page.get_by_role("button", name="Make it a favorite").click()

    page.goto("/staff/templates/new/")
    page.get_by_label("Name").fill("Reaching")
    page.get_by_role("button", name="Add the stage").click()
    add(page, "Doorway reach", rows=1)
    add(page, "Glute bridge", rows=2)
    page.get_by_role("button", name="Up Glute bridge").click()
    page.get_by_label("Sets and reps Doorway reach").fill("3 x 5")
    holds_in_every_look(page)
    page.get_by_role("button", name="Save the template").click()

    rows = page.locator(".plan-rows li")
    expect(rows).to_have_text([re.compile("Glute bridge"), re.compile("Doorway reach.*3 x 5", re.DOTALL)])
    holds_in_every_look(page)
