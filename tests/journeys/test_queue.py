"""The queue in a browser: by keyboard, refreshing itself, in every look, and without a script."""

import re

import pytest
from playwright.sync_api import expect

from tests import drafts
from tests.conftest import VIGNETTES
from tests.journeys.barriers import holds_in_every_look
from tests.staff import CLINICIAN, cookies_of, sign_in

pytestmark = pytest.mark.browser
NO_SCRIPTS = pytest.mark.browser_context_args(java_script_enabled=False)


@pytest.fixture
def staff(page, context, base_url, transactional_db):
    """A clinician's browser, signed in."""
    context.add_cookies(cookies_of(sign_in(CLINICIAN), base_url))
    return page


def sent(short, **typed):
    return drafts.sent(VIGNETTES[short]["case"], **typed)[0]


def test_the_queue_by_keyboard_and_over_a_refresh(staff):
    sarah, lukasz = sent("V01", name="Sarah Miller"), sent("V02", name="Łukasz Nowak")
    staff.clock.install()
    staff.goto("/staff/")
    holds_in_every_look(staff)

    staff.locator(f"#pick-{sarah.code}").focus()
    staff.keyboard.press("Space")
    expect(staff.locator("#queue-picked")).to_have_text("1 picked")
    newcomer = sent("V15", name="Ada Wong")
    with staff.expect_request(lambda request: request.headers.get("x-quiet") == "1"):
        staff.clock.fast_forward("01:01")

    expect(staff.locator(f"#row-{newcomer.code}")).to_be_visible()
    expect(staff.locator(f"#pick-{sarah.code}")).to_be_checked()
    expect(staff.locator(f"#pick-{sarah.code}")).to_be_focused()
    expect(staff.locator(f"#pick-{lukasz.code}")).not_to_be_checked()
    expect(staff.locator("#queue-news")).to_have_text("1 new check in the list")

    staff.locator("#pick-all").press("Enter")
    expect(staff.locator("#queue-picked")).to_have_text("3 picked")
    expect(staff.locator("#pick-all")).to_have_text("Pick none")
    staff.locator("#make-pack").press("Enter")
    expect(staff).to_have_url(re.compile(f"check={newcomer.code}&check={sarah.code}&check={lukasz.code}$"))


@NO_SCRIPTS
def test_without_a_script_the_queue_filters_goes_back_and_picks(staff):
    sarah, ada = sent("V01", name="Sarah Miller"), sent("V15", name="Ada Wong")
    staff.goto("/staff/")
    staff.get_by_label("Level").select_option("caution")
    staff.get_by_role("button", name="Show").click()
    expect(staff.locator(f"#row-{sarah.code}")).to_have_count(0)

    staff.get_by_role("link", name="Caution").click()
    expect(staff.locator(f"#row-{sarah.code}")).to_be_visible()
    staff.go_back()
    expect(staff.locator(f"#row-{ada.code}")).to_be_visible()
    staff.get_by_role("link", name="Pick all on this page").click()
    expect(staff.locator(f"#pick-{ada.code}")).to_be_checked()
