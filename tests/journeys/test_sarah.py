"""Sarah (V01): on her phone, on a Sunday night, from the front page to the sheet in her hand."""

import io
import re

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from screening.models import Screening
from tests.journeys.barriers import no_barriers
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.browser_context_args(has_touch=True, is_mobile=True)]


class Thumb(Walker):
    """Taps what can be seen: the words beside a radio button, not the button itself."""

    def choose(self, box: Locator) -> None:
        """Tap the label."""
        box.locator("xpath=ancestor::label").tap()
        expect(box).to_be_checked()

    def press(self, button: Locator) -> None:
        """Tap."""
        button.tap()


@pytest.fixture
def sarah_at_the_end(page, vignettes):
    """Sarah at "Check your answers"."""
    thumb = Thumb(page)
    thumb.will_answer(vignettes["V01"]["case"], name="Sarah Miller")
    thumb.start()
    thumb.walk()
    return thumb


@pytest.fixture
def sarah_with_her_result(sarah_at_the_end):
    """Sarah at her result."""
    sarah_at_the_end.send()
    return sarah_at_the_end.page


def test_sarah_taps_her_way_to_her_result(sarah_with_her_result):
    page = sarah_with_her_result
    expect(page.get_by_role("heading", level=1)).to_have_text("A hip control pattern on the left")
    expect(page.get_by_role("heading", name="Now: Stage 1")).to_be_visible()
    assert Screening.objects.get().name == "Sarah Miller"
    no_barriers(page)
