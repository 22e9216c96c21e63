"""The private link: from one device to another, for as long as its owner likes, and not a day longer."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import expect

from screening.models import PrivateLink, Screening
from tests.journeys import backstage
from tests.journeys.barriers import no_barriers

pytestmark = [pytest.mark.browser, pytest.mark.browser_context_args(permissions=["clipboard-read", "clipboard-write"])]


@pytest.fixture
def sent(context, base_url, vignettes):
    """Sarah's sent self-check on this device."""
    screening, token = backstage.sent(vignettes["V01"]["case"])
    backstage.hand(context, base_url, token)
    return screening


@pytest.fixture
def under_way(context, base_url, vignettes):
    """Sarah's check under way on this device, with the pain part to come."""
    screening, token = backstage.draft(vignettes["V01"]["case"], without="where")
    backstage.hand(context, base_url, token)
    return screening


@pytest.fixture
def elsewhere(browser, browser_context_args):
    """A page on another device."""
    context = browser.new_context(**browser_context_args)
    yield context.new_page()
    context.close()


def title(page):
    return page.get_by_role("heading", level=1)


def link_on(page):
    """The address that the link page shows."""
    page.goto("/my/link/")
    return page.get_by_label("Copy this link").input_value()


def secret_of(address):
    return address.rstrip("/").rsplit("/", 1)[1]


def test_the_copied_link_opens_the_result_on_another_device(page, elsewhere, sent):
    address = link_on(page)
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    elsewhere.goto(copied)

    assert copied == address
    expect(title(elsewhere)).to_have_text("A hip control pattern on the left")
    no_barriers(elsewhere)


def test_the_secret_does_not_stay_in_the_address(page, elsewhere, sent):
    address = link_on(page)
    elsewhere.goto(address)

    assert secret_of(address) not in elsewhere.url
    assert secret_of(address) not in elsewhere.content()
    assert elsewhere.evaluate("document.cookie") == ""


def test_a_check_under_way_goes_on_on_another_device(page, elsewhere, under_way):
    elsewhere.goto(link_on(page))

    expect(title(elsewhere)).to_have_text("Where does it hurt most?")


def test_a_stopped_link_opens_nothing_and_this_device_still_does(page, elsewhere, sent):
    old = link_on(page)
    page.get_by_role("button", name="Make this link stop working").click()
    expect(page.get_by_role("status")).to_contain_text("The old link no longer works.")

    assert elsewhere.goto(old).status == 404
    assert link_on(page) != old
    page.goto("/plan/")
    expect(title(page)).to_have_text("A hip control pattern on the left")


def test_the_new_link_works_where_the_old_one_was_stopped(page, elsewhere, sent):
    link_on(page)
    page.get_by_role("button", name="Make this link stop working").click()
    elsewhere.goto(link_on(page))

    expect(title(elsewhere)).to_have_text("A hip control pattern on the left")


def test_a_link_can_be_renewed(page, sent):
    PrivateLink.objects.update(expires_at=timezone.now() + timedelta(days=2))
    page.goto("/my/link/")
    page.get_by_role("button", name="90 more days").click()

    expect(page.get_by_role("status")).to_contain_text("90 more days")
    assert (PrivateLink.objects.get().expires_at - timezone.now()).days >= 89


def test_the_link_is_not_mailed_before_the_warning_is_ticked(page, sent):
    page.goto("/my/link/")
    page.get_by_label("E-mail address").fill("sarah@example.com")
    page.get_by_role("button", name="E-mail me the link").click()

    expect(page.locator(".error-summary")).to_contain_text("Tick the box")
    expect(page.get_by_label("E-mail address")).to_have_value("sarah@example.com")
    assert mail.outbox == []


def test_the_mail_holds_the_link_and_nothing_of_the_check(page, sent):
    address = link_on(page)
    page.get_by_label("E-mail address").fill("sarah@example.com")
    page.get_by_label("I know that e-mail is not private.").check()
    page.get_by_role("button", name="E-mail me the link").click()
    expect(page.get_by_role("status")).to_contain_text("The link is on its way.")

    [message] = mail.outbox
    assert message.to == ["sarah@example.com"]
    assert address in message.body
    told = f"{message.subject} {message.body}".lower()
    assert not [word for word in ("sarah miller", "knee", "hip", "stage", sent.code.lower()) if word in told]


def test_all_data_can_be_downloaded(page, sent):
    page.goto("/my/link/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download all my data").click()
    data = json.loads(download.value.path().read_text())

    assert data["code"] == sent.code
    assert data["answers"] == sent.answers
    assert data["result"]["pattern"] == "hip_control"
    assert len(data["plans"]) == len(data["private_links"]) == 1
    assert {"question": "Age", "answer": "34 years"} in data["answers_in_words"]


def test_erasing_asks_once_and_then_nothing_is_left(page, elsewhere, sent):
    address = link_on(page)
    page.get_by_role("link", name="Erase this check").click()
    expect(page.get_by_text("It can not be undone.")).to_be_visible()
    page.get_by_role("button", name="Erase it for good").click()

    expect(title(page)).to_have_text("It is erased")
    assert Screening.objects.count() == PrivateLink.objects.count() == 0
    assert elsewhere.goto(address).status == 404
    no_barriers(page)


def test_erasing_can_be_thought_better_of(page, sent):
    page.goto("/my/erase/")
    page.get_by_role("link", name="Keep it").click()

    expect(title(page)).to_have_text("Your private link")
    assert Screening.objects.count() == 1


def test_what_a_clinician_has_opened_is_not_erased(page, sent):
    page.goto("/my/erase/")
    Screening.objects.filter(pk=sent.pk).update(opened_at=timezone.now())
    page.get_by_role("button", name="Erase it for good").click()

    expect(page.get_by_text("A clinician opened this check")).to_be_visible()
    assert Screening.objects.count() == 1
