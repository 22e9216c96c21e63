"""The figure that shows the bend: it can be played again, keeps still for who asks, and turns for the right leg."""

import pytest
from playwright.sync_api import expect

from tests.journeys import backstage
from tests.journeys.barriers import no_barriers

pytestmark = pytest.mark.browser

STATE = "document.getElementById('how').getAnimations({subtree: true}).map(it => it.playState)"
FINISH = "document.getElementById('how').getAnimations({subtree: true}).forEach(it => it.finish())"
# Where the strip of six frames stands, in widths of one frame.
FRAME = """() => {
  const strip = document.querySelector('#how img');
  return Math.round(-new DOMMatrix(getComputedStyle(strip).transform).e / strip.getBoundingClientRect().width * 6);
}"""
LAST_FRAME = 5


@pytest.fixture
def show(page, context, base_url, vignettes):
    """Open the page that shows the bend for a leg."""
    _, token = backstage.draft(vignettes["V01"]["case"])
    backstage.hand(context, base_url, token)

    def shown(leg):
        page.goto(f"/check/{leg}-practice/")
        return page

    return shown


def test_the_figure_moves_and_comes_to_rest_in_the_bend(show):
    page = show("left")
    assert page.evaluate(STATE) == ["running"]

    page.evaluate(FINISH)

    assert page.evaluate(FRAME) == LAST_FRAME
    no_barriers(page)


def test_play_again_starts_it_anew(show):
    page = show("left")
    page.evaluate(FINISH)
    assert page.evaluate(STATE) == ["finished"]

    page.get_by_role("button", name="Play again").click()

    assert page.evaluate(STATE) == ["running"]


def test_it_stops_by_itself_within_five_seconds(show):
    page = show("left")

    ends = page.evaluate("document.querySelector('#how img').getAnimations()[0].effect.getComputedTiming().endTime")

    assert ends <= 5000


@pytest.mark.browser_context_args(reduced_motion="reduce")
def test_who_asks_for_less_motion_sees_the_bend_itself(show):
    page = show("left")

    assert page.evaluate(STATE) == []
    assert page.evaluate(FRAME) == LAST_FRAME
    expect(page.get_by_role("button", name="Play again")).to_be_hidden()
    no_barriers(page)


@pytest.mark.parametrize(("leg", "across"), [("left", 1), ("right", -1)])
def test_the_figure_is_turned_only_for_the_right_leg(show, leg, across):
    page = show(leg)

    assert page.evaluate("new DOMMatrix(getComputedStyle(document.getElementById('how')).transform).a") == across


def test_nothing_that_is_turned_holds_words(show):
    page = show("right")

    assert page.locator(".flip").all_inner_texts() == [""]
    assert "<text" not in page.request.get(page.locator("#how img").get_attribute("src")).text()
