"""Staff at the browser: sign in with a code, with a passkey, and stay safe at a shared desk."""

import re
import time

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.core.cache import cache
from playwright.sync_api import Page, expect

from clinic.accounts.sessions import IDLE, WARNED
from tests.journeys.barriers import holds_in_every_look
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, PASSWORD, SECRET, cookies_of, member, sign_in

pytestmark = pytest.mark.browser
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _no_guesses_yet(transactional_db):
    """The counters of wrong guesses outlive a test's rows."""
    cache.clear()


@pytest.fixture
def by_name(base_url: str) -> str:
    """The live site by its name: a passkey belongs to a name, never to a number."""
    return base_url.replace("127.0.0.1", "localhost")


def with_password(role) -> User:
    user = member(role)
    user.set_password(PASSWORD)
    user.save()
    return user


def code_now() -> str:
    """What the app shows."""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def give_password(page: Page, name: str) -> None:
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_clinician_signs_in_with_a_code(page: Page):
    with_password(CLINICIAN)
    page.goto("/staff/me/")
    holds_in_every_look(page)
    give_password(page, "kim")
    holds_in_every_look(page)
    # A code lives for 30 seconds: here these begin now.
    with time_machine.travel(time.time() // 30 * 30):
        page.get_by_label("Code").fill(code_now())
        page.get_by_role("button", name="Go on").click()
        page.wait_for_url("**/staff/me/")

    expect(page).to_have_url(re.compile("/staff/me/$"))
    holds_in_every_look(page)


def test_a_passkey_is_added_and_opens_the_clinic_alone(page: Page, by_name: str):
    page.context.add_cookies(cookies_of(sign_in(CLINICIAN), by_name))
    browser = page.context.new_cdp_session(page)
    browser.send("WebAuthn.enable")
    browser.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    page.goto(f"{by_name}/staff/me/passkeys/add/")
    holds_in_every_look(page)
    page.get_by_label("Name, to know it again").fill("Desk computer")
    page.get_by_role("button", name="Add this passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    holds_in_every_look(page)
    page.goto(f"{by_name}/staff/me/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{by_name}/staff/")

    page.goto(f"{by_name}/staff/me/passkeys/")
    expect(page.get_by_role("link", name="Rename Desk computer")).to_be_visible()
    expect(page.get_by_text("last used")).to_be_visible()


def test_after_signing_out_the_back_button_shows_nothing(page: Page, base_url: str):
    page.context.add_cookies(cookies_of(sign_in(MANAGER), base_url))
    page.goto("/staff/people/")
    expect(page.get_by_role("link", name="Morgan Bell", exact=True)).to_be_visible()
    page.goto("/staff/me/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()

    for _ in range(2):
        page.go_back()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
        expect(page.get_by_text("Morgan Bell")).to_have_count(0)


def test_a_warning_comes_in_time_and_nothing_typed_is_lost(page: Page, base_url: str):
    client = sign_in(MANAGER)
    page.context.add_cookies(cookies_of(client, base_url))
    page.clock.install()
    page.goto(f"/staff/people/{member(FRONT_DESK).pk}/")
    page.get_by_label("First name").fill("Danielle")
    dialog = page.get_by_role("alertdialog")
    with time_machine.travel(time.time() + IDLE - WARNED + 1):
        page.clock.fast_forward(1000 * (IDLE - WARNED + 1))
        expect(dialog).to_contain_text("Still there?")
        expect(page.get_by_role("button", name="Stay signed in")).to_be_focused()
        holds_in_every_look(page)
        page.get_by_role("button", name="Stay signed in").click()
        expect(dialog).to_have_count(0)
    with time_machine.travel(time.time() + 2 * IDLE + WARNED):
        page.clock.fast_forward(1000 * (IDLE + WARNED))
        expect(dialog).to_contain_text("You were signed out")

    expect(page.get_by_label("First name")).to_have_value("Danielle")
