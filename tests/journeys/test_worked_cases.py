"""Worked cases walked in the browser, each to its own kind of ending."""

import pytest
from playwright.sync_api import expect

from programs.models import IssuedPlan
from tests.journeys import backstage
from tests.journeys.barriers import no_barriers
from tests.journeys.walking import Walker

pytestmark = pytest.mark.browser

TURNED = "img => new DOMMatrix(getComputedStyle(img).transform).a === -1"


@pytest.fixture
def walk(page, vignettes):
    """Walk a worked case from the front page to its end, and give the page."""

    def walked(short):
        walker = Walker(page)
        walker.will_answer(vignettes[short]["case"])
        walker.start()
        walker.walk()
        if walker.path == "/check/answers/":
            walker.send()
        return page

    return walked


@pytest.fixture
def result_of(page, context, base_url, vignettes):
    """The result page of a worked case, without the walk."""

    def shown(short):
        _, token = backstage.sent(vignettes[short]["case"])
        context.clear_cookies()
        backstage.hand(context, base_url, token)
        page.goto("/plan/")
        return page

    return shown


@pytest.fixture
def unclear_draft(context, base_url, vignettes):
    """A check under way on this device in which no sign could be told on either leg."""
    case, unclear = vignettes["V01"]["case"], {"hip_drop": None, "knee_cave": None}
    _, token = backstage.draft(case | {leg: case[leg] | unclear for leg in ("left", "right")})
    backstage.hand(context, base_url, token)


def title(page):
    return page.get_by_role("heading", level=1)


def turned(images):
    """Whether each picture is shown turned, left and right swapped."""
    return [image.evaluate(TURNED) for image in images.all()]


def leads_to_no_plan(page):
    assert page.locator('a[href*="sheet.pdf"], a[href*="run-weeks"], a[href="/plan/"]').count() == 0
    assert "pdf" not in page.request.get("/plan/sheet.pdf").headers["content-type"]
    assert IssuedPlan.objects.count() == 0


def test_v06_a_hot_swollen_knee_gets_care_today_and_no_plan(walk):
    page = walk("V06")

    expect(title(page)).to_have_text("Go to the ER today")
    expect(page.get_by_role("link", name="Call 911 in an emergency")).to_be_visible()
    leads_to_no_plan(page)
    no_barriers(page)


def test_v16_not_sure_of_a_stuck_knee_sees_a_clinician_first_and_gets_no_plan(walk):
    page = walk("V16")

    expect(title(page)).to_have_text("Please see a clinician before you start")
    assert page.locator('a[href="tel:911"]').count() == 0
    leads_to_no_plan(page)
    no_barriers(page)


def test_v16_may_leave_a_number_to_be_called(page, context, base_url, vignettes):
    _, token = backstage.stopped(vignettes["V16"]["case"])
    backstage.hand(context, base_url, token)
    page.goto("/check/care/")
    page.get_by_label("Your phone number").fill("973 555 0100")
    page.get_by_role("button", name="Save my number").click()

    expect(page.locator(".notice-good")).to_contain_text("973 555 0100")


def test_v11_a_sore_squat_is_asked_to_look_again(walk):
    page = walk("V11")

    expect(title(page)).to_have_text("Let’s look at that once more")
    assert page.locator('a[href*="sheet.pdf"]').count() == 0
    no_barriers(page)


def test_v11_the_second_look_keeps_what_has_not_changed(result_of):
    page = result_of("V11")
    page.get_by_role("button", name="Do the check again").click()

    expect(title(page)).to_have_text("How are you right now?")


def test_v12_few_miles_start_with_run_and_walk_turns(walk):
    page = walk("V12")

    expect(title(page)).to_have_text("A hip control pattern on the right")
    expect(page.get_by_role("table", name="Run and walk steps")).to_be_visible()
    assert page.locator(".runchart").count() == 0
    no_barriers(page)


def test_v14_outer_hip_pain_may_begin_but_not_run(walk):
    page = walk("V14")

    expect(page.get_by_role("heading", name="The clinic says yes before you run again")).to_be_visible()
    expect(page.get_by_role("heading", name="Now: Stage 1")).to_be_visible()
    assert page.locator('a[href*="run-weeks"]').count() == 0
    no_barriers(page)


def test_v19_pain_and_pattern_on_different_sides_is_said_and_not_explained(walk):
    page = walk("V19")

    expect(page.get_by_text("What you saw and what hurts are not on the same side.")).to_be_visible()
    no_barriers(page)


def test_v02_kilometers_are_kilometers_everywhere(walk):
    page = walk("V02")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")

    running = page.locator("section:has(#run-title)")
    expect(running.get_by_role("table", name="Your running weeks in kilometers")).to_be_visible()
    assert "3 × 3.2" in running.inner_text()
    assert "mile" not in page.locator("main").inner_text().lower()
    no_barriers(page)


def test_v02_is_asked_in_kilometers(page, vignettes):
    walker = Walker(page)
    walker.will_answer(vignettes["V02"]["case"])
    walker.start()
    walker.walk(upto="usual-running")

    assert page.locator(".unit").all_inner_texts() == ["kilometers", "days a week"]


@pytest.mark.parametrize(("leg", "flipped"), [("left", False), ("right", True)])
@pytest.mark.parametrize("sign", ["hip", "knee", "hip-again", "knee-again"])
def test_pictures_to_choose_from_are_turned_only_for_the_right_leg(page, unclear_draft, leg, flipped, sign):
    page.goto(f"/check/{leg}-{sign}/")

    assert turned(page.locator(".pic img")) == [flipped] * 3


@pytest.mark.parametrize("short", ["V01", "V12"])
def test_what_was_seen_is_turned_only_for_the_right_leg(result_of, short):
    left, right = result_of(short).locator(".seen-leg").all()

    assert turned(left.locator("img")) == [False, False]
    assert turned(right.locator("img")) == [True, True]


@pytest.mark.parametrize(("short", "leg"), [("V01", "left"), ("V12", "right")])
def test_exercise_pictures_show_the_leg_that_works(result_of, short, leg):
    page = result_of(short)

    plan = IssuedPlan.objects.get().read()
    pictures = [picture for exercise in plan.current_stage.exercises for picture in exercise.pictures]
    assert {picture.drawn_side for picture in pictures} & {"left", "right"}
    expected = [picture.drawn_side not in (leg, "none") for picture in pictures]
    assert turned(page.locator("section:has(#now-title) > .exercises img")) == expected
