"""Sarah (V01): on her phone, on a Sunday night, from the front page to the sheet in her hand."""

import io
import re

import pytest
from playwright.sync_api import Locator, expect
from pypdf import PdfReader

from programs.models import IssuedPlan
from screening.models import Screening
from tests.journeys import backstage
from tests.journeys.barriers import no_barriers, no_sideways_scrolling
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
def thumb(page, vignettes):
    """Sarah at the front page, about to answer as V01."""
    thumb = Thumb(page)
    thumb.will_answer(vignettes["V01"]["case"], name="Sarah Miller")
    return thumb


@pytest.fixture
def result(page, context, base_url, vignettes):
    """Sarah's result page."""
    _, token = backstage.sent(vignettes["V01"]["case"])
    backstage.hand(context, base_url, token)
    page.goto("/plan/")
    return page


def words(pdf: bytes) -> str:
    """The text of a sheet with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def sheet_of(page, name="Get your sheet as PDF"):
    """The sheet behind its link; fetched beside the page, as the browser would open it in a viewer of its own."""
    response = page.request.get(page.get_by_role("link", name=name).get_attribute("href"))
    assert response.headers["content-type"] == "application/pdf"
    return response.body()


def test_sarah_taps_her_way_from_the_front_page_to_her_sheet(thumb):
    page = thumb.page
    thumb.start()
    thumb.walk()
    thumb.send()

    expect(page.get_by_role("heading", level=1)).to_have_text("A hip control pattern on the left")
    assert Screening.objects.get().name == "Sarah Miller"
    assert "Sarah Miller" in words(sheet_of(page))
    no_sideways_scrolling(page)
    no_barriers(page)


def test_from_page_to_page_only_the_page_itself_is_fetched(thumb):
    thumb.start()
    sent = []

    def heard(request):
        if "go=keep" not in (request.post_data or ""):
            sent.append((request.resource_type, request.method))

    thumb.page.on("request", heard)
    thumb.walk(upto="your-bones")

    assert sent.count(("xhr", "POST")) == 3
    assert [kind for kind, _ in sent if kind == "document"] == []


def test_the_result_says_what_was_seen_on_each_leg(result):
    left, right = result.locator(".seen-leg").all()

    expect(left.get_by_role("heading")).to_have_text("Left leg")
    expect(left).to_contain_text("Clear pattern")
    assert left.locator(".signs dd").all_inner_texts()[:2] == ["Marked", "Slight"]
    expect(right).to_contain_text("No pattern seen")
    assert right.locator(".signs dd").all_inner_texts()[:2] == ["None", "None"]


def test_the_result_shows_the_pictures_that_sarah_chose(result):
    pictures = [img.get_attribute("src").rsplit("/", 1)[1] for img in result.locator(".seen-leg img").all()]

    assert pictures == ["hip-marked.svg", "knee-slight.svg", "hip-none.svg", "knee-none.svg"]


def test_the_result_leads_to_stage_1_and_to_week_18(result):
    expect(result.get_by_role("heading", name="Now: Stage 1")).to_be_visible()
    rows = result.locator(".table-box tbody tr")
    assert rows.first.inner_text().split("\t")[2:] == ["3 × 2.0", "6.0"]
    assert rows.nth(17).inner_text().split("\t")[0::3] == ["18", "25.0"]


def test_the_sheet_names_sarah_her_leg_and_her_stage(result):
    text = words(sheet_of(result))

    assert "Sarah Miller" in text
    assert "Stage 1" in text
    assert "left" in text.lower()
    assert Screening.objects.get().code in text


def test_the_sheet_holds_every_dose(result):
    text = words(sheet_of(result))

    for exercise in IssuedPlan.objects.get().read().current_stage.exercises:
        assert exercise.name in text
        assert exercise.dose.start in text


def test_the_sheet_holds_the_run_weeks(result):
    text = words(sheet_of(result))

    assert "2.0 2.0 2.0 = 6.0" in text
    assert re.search(r"\b18 \w{3} [\d. ]+ = 25\.0", text)
