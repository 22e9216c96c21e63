"""The stage of every journey: a phone, the live site, and no tolerance for errors in the browser's own log."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response

from tests.journeys.walking import Walker

PHONE = {"width": 390, "height": 844}
# A page that is refused on purpose is logged by the browser and by htmx; missing parts are caught one by one.
HTMX_SAYS = ("htmx:sendError", "htmx:sendAbort", "htmx:afterRequest")
EXPECTED = ("Failed to load resource", "Response Status Error Code", *HTMX_SAYS)
PARTS_OF_A_PAGE = {"image", "stylesheet", "script", "font"}


@pytest.fixture(scope="session")
def base_url(live_server: Any) -> str:
    """Every address in the journeys starts at the live site."""
    # By number: the browser looks no name up.
    return str(live_server.url).replace("localhost", "127.0.0.1")


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], base_url: str) -> dict[str, Any]:
    """A phone of 390 by 844 px, light, set to English."""
    return {**browser_context_args, "base_url": base_url, "viewport": PHONE, "locale": "en-US"}


@pytest.fixture(autouse=True)
def _the_site_knows_its_address(settings: Any, base_url: str) -> None:
    """Private links lead to the live site."""
    settings.SITE_URL = base_url


@pytest.fixture(autouse=True)
def _no_trouble_in_the_log(context: BrowserContext) -> Iterator[None]:
    """A script error, something the content policy refused, or a missing part of a page fails the journey."""
    troubles: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED):
            troubles.append(message.text)

    def answered(response: Response) -> None:
        if response.status >= 400 and response.request.resource_type in PARTS_OF_A_PAGE:
            troubles.append(f"{response.status} {response.url}")

    context.on("console", heard)
    context.on("weberror", lambda error: troubles.append(str(error.error)))
    context.on("response", answered)
    yield
    assert troubles == []


@pytest.fixture
def walker(page: Page) -> Walker:
    """A runner at the browser, nothing started yet."""
    return Walker(page)
