"""What every page owes everyone: the accessibility checker's rules, one heading, a name, and no sideways scrolling."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# (scheme, width): 320 px is also what a screen of 1280 px shows at a zoom of 400 %.
LOOKS = (("light", 320), ("dark", 320), ("dark", 1280), ("light", 1280))


def no_barriers(page: Page) -> None:
    """The page as it is shown now passes every rule of the accessibility checker, targets of 24 px included."""
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


def no_sideways_scrolling(page: Page) -> None:
    """Everything fits the width of the window; only a table may scroll in a box of its own."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{wide} px too wide"


def says_what_it_is(page: Page) -> None:
    """The page names its language, itself and its one subject."""
    assert page.locator("html").get_attribute("lang") == "en-us"
    assert re.search(r"\S+ · \S+", page.title())
    assert page.locator("h1").count() == 1


def holds_in_every_look(page: Page) -> None:
    """Light and dark, narrow and wide."""
    says_what_it_is(page)
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        no_sideways_scrolling(page)
        no_barriers(page)
