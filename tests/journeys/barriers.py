"""What every page owes everyone: the accessibility checker's rules, one heading, a name, and no sideways scrolling."""

import re
from collections.abc import Mapping
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLORS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
LAYOUT = {
    "resultTypes": ["violations"],
    "runOnly": [
        *COLORS["runOnly"], "target-size", "scrollable-region-focusable", "region", "landmark-unique", "link-name",
        "button-name", "label", "aria-hidden-focus", "heading-order", "image-alt",
    ],
}  # fmt: skip
# 320 px is also what a screen of 1280 px shows at a zoom of 400 %. Rules that ask for neither color nor width need
# not be asked four times; at 1280 px those are asked again that what is shown or hidden there could break. The window
# is tall, so that no bar that stays in view lies over a target.
LOOKS = (("light", 320, EVERY_RULE), ("dark", 320, COLORS), ("dark", 1280, LAYOUT))
TALL = 3000


def no_barriers(page: Page, rules: Mapping[str, Any] = EVERY_RULE) -> None:
    """The page as it is shown now passes every rule of the accessibility checker, targets of 24 px included."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate("rules => axe.run(rules)", rules))
    assert found.violations_count == 0, found.generate_report()


def no_sideways_scrolling(page: Page) -> None:
    """Everything fits the width of the window; only a table may scroll in a box of its own."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide} px too wide"


def says_what_it_is(page: Page) -> None:
    """The page names its language, itself and its one subject."""
    assert page.locator("html").get_attribute("lang") == "en-us"
    assert re.search(r"\S+ · \S+", page.title())
    assert page.locator("h1").count() == 1


def holds_in_every_look(page: Page) -> None:
    """Light and dark, narrow and wide."""
    says_what_it_is(page)
    for scheme, width, rules in LOOKS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": TALL})
        no_sideways_scrolling(page)
        no_barriers(page, rules)
