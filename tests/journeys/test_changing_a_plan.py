"""A clinician changes a plan by keyboard, with scripts and without; nothing is in anyone's way in any look."""

import pytest
from playwright.sync_api import expect

from programs.models import IssuedPlan
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look
from tests.staff import CLINICIAN, cookies_of, sign_in

pytestmark = pytest.mark.browser
DESK = {"width": 1280, "height": 900}


@pytest.fixture
def sarah(context, base_url, transactional_db):
    """Kim is signed in, and Sarah's check waits."""
    context.add_cookies(cookies_of(sign_in(CLINICIAN), base_url))
    return backstage.sent(VIGNETTES["V01"]["case"], name="Sarah Miller")[0]


@pytest.fixture
def editor(page, sarah):
    """Sarah's plan on Kim's desk."""
    page.set_viewport_size(DESK)
    page.goto(f"/staff/check/{sarah.code}/plan/")
    return page


def press(page, name):
    """Press a button by keyboard."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def change(page):
    """The first exercise down, another one in, a dose typed, saved."""
    press(page, "Down Side-lying leg raise")
    page.locator("#id_add_x").select_option("EX-02")
    page.locator(".pl-add button").first.focus()
    page.keyboard.press("Enter")
    page.locator("#d-x-0-start").fill("3x20s")
    page.keyboard.press("Enter")
    expect(page.locator("#d-x-0-start")).to_have_value("3 x 20 sec")
    expect(page.get_by_text("Stage 1: Clamshell is in")).to_be_visible()
    press(page, "Save as version 2")
    expect(page.get_by_role("heading", level=2, name="Decide")).to_be_visible()


def saved():
    """What stands in Stage 1 now."""
    plan = IssuedPlan.objects.get(version=2).read()
    return [(each.key, each.dose.start) for each in plan.stages[0].exercises]


def test_a_plan_is_changed_by_keyboard(editor):
    change(editor)

    assert saved()[0] == ("EX-08", "3 x 20 sec")
    assert Screening.objects.get().state == "done"


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_a_plan_is_changed_without_scripts(editor):
    change(editor)

    assert ("EX-02", "2 x 12") in saved()


def test_nothing_is_in_the_way_while_a_plan_is_changed(editor):
    editor.locator("#d-x-0-start").fill("a lot")
    editor.locator("#id_run").select_option("108")
    editor.keyboard.press("Enter")
    press(editor, "Apply")
    expect(editor.locator("#error-summary")).to_be_visible()
    for summary in editor.locator("details > summary").all():
        summary.click()
    holds_in_every_look(editor)


def test_nothing_is_in_the_way_where_two_decide_at_once(editor, sarah):
    Screening.objects.filter(pk=sarah.pk).update(version=7)
    press(editor, "Remove Side-lying leg raise")
    press(editor, "Save as version 2")

    expect(editor.get_by_role("heading", level=1)).to_have_text("This check was changed meanwhile")
    holds_in_every_look(editor)


def test_nothing_is_in_the_way_of_a_decision(page, sarah):
    page.goto(f"/staff/check/{sarah.code}/")
    for summary in page.locator("#decide details > summary").all():
        summary.click()
    page.get_by_role("button", name="Send the note").click()
    expect(page.locator("#decide #error-summary")).to_be_visible()
    holds_in_every_look(page)
