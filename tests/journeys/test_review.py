"""One review in a browser: all of it that decides stands on one screen, by mouse and by keyboard, in every look."""

import pytest
from playwright.sync_api import expect

from programs.models import Decision
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look
from tests.staff import CLINICIAN, cookies_of, sign_in

pytestmark = pytest.mark.browser
DESK = {"width": 1280, "height": 800}
ABOVE_THE_FOLD = ("#summary", "#legs .rv-two", ".rv-pain .rv-levels", ".rv-pain .rv-chart", ".rv-side .btn-primary")


@pytest.fixture
def review(page, context, base_url, transactional_db):
    """Kim's desk with Sarah's review on it."""
    context.add_cookies(cookies_of(sign_in(CLINICIAN), base_url))
    check = backstage.sent(VIGNETTES["V01"]["case"], name="Sarah Miller")[0]
    page.set_viewport_size(DESK)
    page.goto(f"/staff/check/{check.code}/")
    return page


def test_what_decides_stands_on_one_screen(review):
    for place in ABOVE_THE_FOLD:
        box = review.locator(place).first.bounding_box()
        assert box["y"] + box["height"] <= DESK["height"], (place, box)


def test_a_leg_is_rated_by_keyboard_and_nothing_is_in_anyones_way(review):
    review.locator(".rv-rate summary").focus()
    review.keyboard.press("Enter")
    review.locator('[name="left_hip_drop"]').first.focus()
    review.keyboard.press("Space")
    review.locator('[name="left_knee_cave"]').first.focus()
    review.keyboard.press("ArrowRight")
    review.locator(".rv-rate button").focus()
    review.keyboard.press("Enter")
    expect(review.get_by_text("Hip: runner marked, clinic none.")).to_be_visible()
    assert Decision.objects.get().detail["left"]["knee_cave"] == 1
    review.locator(".rv-rate summary").click()
    holds_in_every_look(review)
