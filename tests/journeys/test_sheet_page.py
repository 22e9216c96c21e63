"""A sheet as a page in a real browser: no barriers in any look, and a print that leaves the site out."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look, says_what_it_is

pytestmark = pytest.mark.browser

SHEETS = ["stage-1", "run", "warm_up", "upkeep", "seen", "mirror", "now"]


@pytest.fixture
def sarah_s(page, context, base_url, vignettes):
    """Open one of Sarah's sheets by the name it has in an address."""
    _screening, token = backstage.sent(vignettes["V01"]["case"], name="Sarah Miller")
    backstage.hand(context, base_url, token)

    def opened(what, **choice):
        page.goto("/plan/sheet/?" + "&".join(f"{name}={value}" for name, value in ({"what": what} | choice).items()))
        return page

    return opened


@pytest.mark.parametrize("what", SHEETS)
def test_a_sheet_has_no_barriers(sarah_s, what):
    holds_in_every_look(sarah_s(what))


def test_a_sheet_in_large_print_has_no_barriers(sarah_s):
    holds_in_every_look(sarah_s("stage-1", large=1))


def test_a_printed_sheet_is_the_sheet_alone_on_every_page(sarah_s):
    page = sarah_s("stage-1")
    page.emulate_media(media="print", color_scheme="dark")
    found = [" ".join(each.extract_text().split()) for each in PdfReader(BytesIO(page.pdf())).pages]

    assert len(found) > 1
    assert all("Sarah Miller" in text and "Call 911 in an emergency." in text for text in found)
    assert not [text for text in found if "The idea and its evidence" in text or "Back to your result" in text]


def test_paper_is_black_on_white_in_the_dark_too(sarah_s):
    page = sarah_s("run")
    page.emulate_media(media="print", color_scheme="dark")
    look = page.evaluate("(s => [s.backgroundColor, s.color])(getComputedStyle(document.body))")

    assert look == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_sheet_needs_no_script(sarah_s):
    assert sarah_s("stage-1").get_by_role("heading", level=1).inner_text() == "Your home exercises"


def test_a_sheet_says_what_it_is(sarah_s):
    says_what_it_is(sarah_s("mirror"))
