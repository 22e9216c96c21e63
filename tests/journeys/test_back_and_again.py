"""What people do: go back, press twice, open a second tab, change their mind, type as they please."""

import pytest
from django.db import OperationalError
from playwright.sync_api import expect

from programs.models import IssuedPlan
from screening.models import Screening
from tests.journeys import backstage
from tests.journeys.barriers import no_barriers
from tests.journeys.walking import CONTINUE, Walker

pytestmark = pytest.mark.browser


@pytest.fixture
def under_way(context, base_url, vignettes):
    """Sarah's check on this device with every answer but those of one page."""

    def begun(without="", short="V01", **more):
        screening, token = backstage.draft(vignettes[short]["case"], without=without, **more)
        backstage.hand(context, base_url, token)
        return screening

    return begun


@pytest.fixture
def sarah(walker, vignettes):
    """Sarah at the browser, who knows all her answers."""
    walker.will_answer(vignettes["V01"]["case"])
    return walker


def now(screening):
    """The self-check as it is stored."""
    return Screening.objects.get(pk=screening.pk)


def title(page):
    return page.get_by_role("heading", level=1)


def change(page, label):
    """From "Check your answers" to the page of one answer."""
    page.goto("/check/answers/")
    page.get_by_role("link", name=f"Change {label}", exact=True).click()


def test_the_back_link_shows_the_page_before_with_its_answer(page, under_way):
    under_way(without="where")
    page.goto("/check/where/")
    page.get_by_role("button", name="Back", exact=True).click()

    expect(title(page)).to_have_text("Which leg hurts?")
    expect(page.get_by_label("Left")).to_be_checked()
    no_barriers(page)


def test_the_browsers_own_back_shows_the_page_before_with_its_answer(sarah, under_way):
    under_way(without="which-side")
    sarah.page.goto("/check/which-side/")
    sarah.fill(sarah.walk_page)
    sarah.go_on()
    sarah.page.go_back()

    expect(title(sarah.page)).to_have_text("Which leg hurts?")
    expect(sarah.page.get_by_label("Left")).to_be_checked()


def test_the_browsers_own_back_after_an_error_shows_the_page_before(sarah, under_way):
    under_way(without="which-side")
    sarah.page.goto("/check/which-side/")
    sarah.fill(sarah.walk_page)
    sarah.go_on()
    sarah.page.evaluate("document.querySelectorAll('main input:checked').forEach(it => { it.checked = false })")
    sarah.go_on_in_vain()
    sarah.page.go_back()

    expect(title(sarah.page)).to_have_text("Which leg hurts?")


def test_a_reload_stays_on_the_page(sarah, under_way):
    under_way(without="which-side")
    sarah.page.goto("/check/which-side/")
    sarah.fill(sarah.walk_page)
    sarah.go_on()
    sarah.page.reload()

    expect(title(sarah.page)).to_have_text("Where does it hurt most?")


def test_what_was_tapped_is_still_there_after_a_reload(page, under_way):
    under_way(without="right-now")
    page.goto("/check/right-now/")
    with page.expect_response(lambda response: response.status == 204):
        page.locator('input[name="RF-03"][value="no"]').check()
    page.reload()

    expect(page.locator('input[name="RF-03"][value="no"]')).to_be_checked()


def test_what_was_tapped_is_still_there_after_back_and_on(page, under_way):
    under_way(without="right-now")
    page.goto("/check/right-now/")
    page.locator('input[name="RF-03"][value="no"]').check()
    page.get_by_role("button", name="Back", exact=True).click()
    expect(title(page)).to_have_text("About you")
    page.locator(CONTINUE).click()

    expect(page.locator('input[name="RF-03"][value="no"]')).to_be_checked()


def test_chest_pain_ends_the_walk_though_the_page_is_not_filled_in(page, under_way):
    under_way(without="right-now")
    page.goto("/check/right-now/")
    page.locator('input[name="RF-01"][value="yes"]').check()
    page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Call 911 now")


def test_continue_pressed_twice_goes_on_once(sarah, under_way):
    screening = under_way(without="which-side")
    Screening.objects.filter(pk=screening.pk).update(answers={**now(screening).answers, "pain_spot": ""})
    sarah.page.goto("/check/which-side/")
    sarah.fill(sarah.walk_page)
    sarah.page.locator(CONTINUE).dblclick()

    expect(title(sarah.page)).to_have_text("Where does it hurt most?")
    assert now(screening).answers["pain_side"] == "left"


def test_send_pressed_twice_sends_once(page, under_way):
    under_way()
    page.goto("/check/answers/")
    page.get_by_role("button", name="Send and see my result").dblclick()

    expect(title(page)).to_have_text("A hip control pattern on the left")
    assert IssuedPlan.objects.count() == 1


def test_two_tabs_send_once_and_show_the_same_result(page, context, under_way):
    under_way()
    tabs = page, context.new_page()
    for tab in tabs:
        tab.goto("/check/answers/")
    for tab in tabs:
        tab.get_by_role("button", name="Send and see my result").click()
        expect(title(tab)).to_have_text("A hip control pattern on the left")

    assert IssuedPlan.objects.count() == 1


def test_a_second_tab_left_on_a_question_is_told_that_the_check_was_sent(sarah, context, under_way):
    screening = under_way()
    second = Walker(context.new_page())
    second.page.goto("/check/about-you/")
    sarah.page.goto("/check/answers/")
    sarah.send()
    second.write(second.page.get_by_label("How old are you?"), "99")
    second.page.locator(CONTINUE).click()

    expect(title(second.page)).to_have_text("You sent this check")
    assert now(screening).answers["age"] == "34"
    no_barriers(second.page)


def test_change_leads_back_to_the_answers(page, under_way):
    screening = under_way()
    change(page, "Age")
    page.get_by_label("How old are you?").fill("35")
    page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Check your answers")
    assert now(screening).answers["age"] == "35"


def test_a_change_can_be_cancelled(page, under_way):
    under_way()
    change(page, "Age")
    page.get_by_role("link", name="Cancel").click()

    expect(title(page)).to_have_text("Check your answers")


def test_a_change_drops_the_answers_no_longer_asked(page, under_way):
    screening = under_way()
    change(page, "Leg, hip, or knee pain")
    page.get_by_label("No", exact=True).check()
    page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Check your answers")
    assert page.get_by_text("Main spot").count() == 0
    assert "pain_spot" not in now(screening).answers


def test_a_change_asks_what_is_newly_asked_and_then_leads_back(sarah, under_way):
    under_way(short="V05")
    change(sarah.page, "Leg, hip, or knee pain")
    sarah.walk()

    expect(title(sarah.page)).to_have_text("Check your answers")
    expect(sarah.page.get_by_role("term").filter(has_text="Main spot")).to_be_visible()


def test_a_change_to_a_red_flag_ends_the_walk(page, under_way):
    under_way()
    change(page, "Knee stuck")
    page.locator('input[name="RF-06"][value="yes"]').check()
    page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Get care today or tomorrow")


def test_a_new_unit_asks_the_distances_again_and_shows_what_was_typed(page, under_way):
    screening = under_way()
    change(page, "Miles or kilometers")
    page.get_by_label("Kilometers").check()
    page.locator(CONTINUE).click()
    expect(page.get_by_text("You typed 25 miles before. Please type it in kilometers now.")).to_be_visible()
    for key, typed in (("usual_week", "40"), ("last_week", "5"), ("longest_run", "5"), ("onset_distance", "4,8")):
        page.locator(f'input[name="{key}"]').fill(typed)
        if key != "last_week":
            page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Check your answers")
    assert now(screening).answers["usual_week"] == "40 km"
    assert now(screening).answers["onset_distance"] == "4.8 km"


def test_can_not_tell_gets_one_more_look_with_a_tip_and_is_then_accepted(page, under_way):
    under_way(without="left-hip")
    page.goto("/check/left-hip/")
    page.get_by_label("I can’t tell").check()
    page.locator(CONTINUE).click()
    expect(title(page)).to_have_text("Left leg: one more look")
    expect(page.get_by_text("Tip: wear a light belt")).to_be_visible()
    page.get_by_label("I can’t tell").check()
    page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Left leg: watch your knee")


@pytest.mark.parametrize(("typed", "stored"), [("5 km", "5 km"), ("3,1", "3.1 km"), ("about 7", "7 km")])
def test_a_distance_is_read_as_people_type_it(page, under_way, typed, stored):
    screening = under_way(without="usual-running", unit="km")
    page.goto("/check/usual-running/")
    page.locator('input[name="usual_week"]').fill(typed)
    page.locator('input[name="usual_days"]').fill("3 days")
    page.locator(CONTINUE).click()
    page.wait_for_url("**/check/running-now/")

    assert now(screening).answers["usual_week"] == stored
    assert now(screening).answers["usual_days"] == "3"


def test_a_distance_in_the_other_unit_is_pointed_out_and_nothing_is_lost(page, under_way):
    under_way(without="usual-running")
    page.goto("/check/usual-running/")
    page.locator('input[name="usual_week"]').fill("5 km")
    page.locator('input[name="usual_days"]').fill("3")
    page.locator(CONTINUE).click()

    expect(page.locator(".error-summary")).to_contain_text("You chose miles. Type this in miles.")
    expect(page.locator('input[name="usual_week"]')).to_have_value("5 km")
    expect(page.locator('input[name="usual_days"]')).to_have_value("3")
    no_barriers(page)


def test_a_busy_site_says_so_and_takes_the_answers_a_moment_later(page, under_way, monkeypatch):
    def busy(*_args):
        raise OperationalError

    screening = under_way(without="which-side")
    page.goto("/check/which-side/")
    page.get_by_label("Left").check()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("screening.step_views.pass_of", busy)
        page.locator(CONTINUE).click()
        expect(title(page)).to_have_text("The site is busy right now")
    page.get_by_role("button", name="Send my answers again").click()

    expect(title(page)).to_have_text("Where does it hurt most?")
    assert now(screening).answers["pain_side"] == "left"


def test_a_lost_connection_is_said_and_nothing_is_lost(page, context, under_way):
    under_way(without="which-side")
    page.goto("/check/which-side/")
    page.get_by_label("Left").check()
    context.set_offline(True)
    page.locator(CONTINUE).click()
    expect(page.get_by_role("alert")).to_contain_text("connection")
    context.set_offline(False)
    page.locator(CONTINUE).click()

    expect(title(page)).to_have_text("Where does it hurt most?")
