"""The whole walk with scripts switched off: nothing is lost but a little smoothness."""

import pytest
from playwright.sync_api import expect

from screening.models import Screening
from tests.journeys import backstage
from tests.journeys.barriers import no_barriers
from tests.journeys.walking import CONTINUE

pytestmark = [pytest.mark.browser, pytest.mark.browser_context_args(java_script_enabled=False)]


@pytest.fixture
def at(page, context, base_url, vignettes):
    """Open a page of the walk that has no answers yet, in a check that has all the others."""

    def opened(slug):
        screening, token = backstage.draft(vignettes["V01"]["case"], without=slug)
        backstage.hand(context, base_url, token)
        page.goto(f"/check/{slug}/")
        return screening

    return opened


def say(page, key, value):
    """Choose one answer."""
    page.locator(f'input[name="{key}"][value="{value}"]').check()


def test_sarah_gets_her_plan_without_javascript(walker, browser, vignettes):
    walker.will_answer(vignettes["V01"]["case"], name="Sarah Miller")
    walker.start()
    walker.walk()
    walker.send()

    expect(walker.page.get_by_role("heading", level=1)).to_have_text("A hip control pattern on the left")
    assert walker.page.locator("html.js").count() == 0
    with_scripts = browser.new_page(storage_state=walker.page.context.storage_state())
    with_scripts.goto(walker.page.url)
    no_barriers(with_scripts)  # the checker is a script itself
    with_scripts.close()


def test_buttons_that_need_a_script_are_not_shown(page, at):
    at("left-practice")

    expect(page.get_by_role("button", name="Play again")).to_be_hidden()


@pytest.mark.parametrize(("answer", "shown"), [("yes", True), ("not_sure", False), ("no", False)])
def test_questions_after_a_fall_appear_only_after_yes(page, at, answer, shown):
    at("your-knee")
    say(page, "RF-05", answer)

    expect(page.get_by_text("Can you take 4 steps on that leg")).to_be_visible(visible=shown)


def test_questions_after_a_fall_are_hidden_before_any_answer(page, at):
    at("your-knee")

    expect(page.get_by_text("Can you take 4 steps on that leg")).to_be_hidden()


@pytest.mark.parametrize(("answer", "asked"), [("yes", 3), ("no", 0)])
def test_the_server_asks_the_questions_after_a_fall_only_after_yes(page, at, answer, asked):
    at("your-knee")
    for key in ("RF-06", "RF-10", "RF-20", "RF-21"):
        say(page, key, "no")
    say(page, "RF-05", answer)
    page.locator(CONTINUE).click()

    assert page.locator(".error-summary li").count() == asked


def test_an_answer_that_was_hidden_again_is_not_kept(page, at):
    screening = at("your-knee")
    for key, value in (("RF-05", "yes"), ("RF-05a", "no"), ("RF-05", "no")):
        say(page, key, value)
    for key in ("RF-06", "RF-10", "RF-20", "RF-21"):
        say(page, key, "no")
    page.locator(CONTINUE).click()
    page.wait_for_url("**/check/your-bones/")

    assert "RF-05a" not in Screening.objects.get(pk=screening.pk).answers


def test_the_place_that_hurts_is_chosen_from_the_list(page, at):
    screening = at("where")
    page.get_by_label("Outside of the hip").check()
    page.locator(CONTINUE).click()
    page.wait_for_url("**/check/how-it-began/")

    assert Screening.objects.get(pk=screening.pk).answers["pain_spot"] == "outer_hip"


def test_the_side_of_the_leg_is_chosen_without_a_script(page, at):
    at("where")
    page.locator(".tab", has_text="Back").locator("input").check()

    expect(page.locator(".chart-view").nth(2)).to_be_visible()
    expect(page.locator(".chart-view").nth(0)).to_be_hidden()


def test_an_error_keeps_what_was_typed(page, at):
    at("about-you")
    page.get_by_label("How old are you?").fill("thirty")
    page.get_by_label("Kilometers").check()
    page.locator(CONTINUE).click()

    expect(page.get_by_label("How old are you?")).to_have_value("thirty")
    expect(page.get_by_label("Kilometers")).to_be_checked()
    assert page.title().startswith("Error: ")


@pytest.mark.parametrize("slug", ["about-you", "your-knee", "where", "how-much", "left-hip", "left-how-it-went"])
def test_each_line_of_the_summary_leads_to_its_field(page, at, slug):
    at(slug)
    page.locator(CONTINUE).click()

    for link in page.locator(".error-summary a").all():
        target = link.get_attribute("href").removeprefix("#")
        link.click()
        assert page.evaluate("document.activeElement.id") == target
        expect(page.locator(f'[id="{target}"]')).to_be_in_viewport()


@pytest.mark.parametrize("slug", ["your-knee", "how-much"])
def test_no_two_lines_of_the_summary_read_alike(page, at, slug):
    at(slug)
    page.locator(CONTINUE).click()
    page.locator(".error-summary a").first.wait_for()
    lines = page.locator(".error-summary a").all_inner_texts()

    assert len(lines) > 1
    assert len(set(lines)) == len(lines)
