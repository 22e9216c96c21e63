"""Printing in a browser: a runner sees page 1 change, and gets the file."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look

pytestmark = pytest.mark.browser
NO_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)
SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def options(page, context, base_url):
    """Sarah's phone at the options."""
    _, token = backstage.sent(SARAH)
    backstage.hand(context, base_url, token)
    page.goto("/plan/")
    page.get_by_role("link", name="More ways to print").click()
    page.wait_for_url(
        "**/plan/print/"
    )  # loaded, with its scripts: a box that is ticked before they run changes nothing
    return page


def picture(page):
    return page.locator("#preview img")


def chosen(page, words):
    """The box whose label begins with these words."""
    return page.get_by_label(re.compile(f"^{words}"))


def is_drawn(page):
    """Wait for the picture that stands there now."""
    picture(page).evaluate("image => image.decode()")
    return picture(page).evaluate("image => image.naturalWidth") > 0


def got(page, button):
    """The file behind a button: its request, fetched beside the page as a viewer would."""
    query = page.locator(".print-form").evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    address = page.get_by_role("button", name=button).get_attribute("formaction")
    response = page.request.get(f"{address}?{query}")
    assert response.headers["content-type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.body()))


def test_sarah_sees_page_1_change_gets_it_and_is_remembered(options):
    page = options
    assert is_drawn(page)
    before = picture(page).get_attribute("src")
    height = page.locator("#preview").bounding_box()["height"]
    chosen(page, "Return to running").check()
    expect(page.locator("#preview")).to_contain_text("US Letter")
    expect(picture(page)).not_to_have_attribute("src", before)
    assert is_drawn(page)
    assert page.locator("#preview").bounding_box()["height"] == pytest.approx(height, abs=1)
    chosen(page, "A4").check()
    expect(page.locator("#preview figcaption")).to_contain_text("A4")
    file = got(page, "Get the PDF")
    page.goto("/plan/print/")

    assert int(file.pages[0].mediabox.width) == 595
    expect(chosen(page, "Return to running")).to_be_checked()
    expect(chosen(page, "A4")).to_be_checked()
    holds_in_every_look(page)


def test_large_print_shows_another_page_1_and_puts_the_layouts_away(options):
    page = options
    before = picture(page).get_attribute("src")
    chosen(page, "Large print").check()

    expect(picture(page)).not_to_have_attribute("src", before)
    assert is_drawn(page)
    expect(page.locator(".tiles")).to_be_hidden()
    expect(page.get_by_text("This one has a layout of its own.")).to_be_visible()
    assert len(got(page, "Get the PDF").pages) > 1


def test_the_picture_changes_while_the_focus_stays_where_it_was(options):
    page = options
    before = picture(page).get_attribute("src")
    chosen(page, "US Letter").focus()
    page.keyboard.press("ArrowRight")

    expect(picture(page)).not_to_have_attribute("src", before)
    assert page.evaluate("document.activeElement.value") == "a4"


def test_everything_is_reached_by_keyboard(options):
    page, reached = options, []
    page.locator("h1").click()
    for _ in range(9):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.innerText.trim()"))

    assert reached[:4] == ["what", "large", "layout", "paper"]
    assert "Get the PDF" in reached


@NO_SCRIPTS
def test_without_scripts_a_button_shows_page_1(options):
    page = options
    chosen(page, "Return to running").check()
    page.get_by_role("button", name="Show page 1").click()

    expect(chosen(page, "Return to running")).to_be_checked()
    expect(picture(page)).to_have_attribute("alt", "Page 1 as it prints: Return to running")
    assert len(got(page, "Get the PDF").pages) >= 1
