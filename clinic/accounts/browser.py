"""A browser in words, from what it says of itself: enough to know one's own again."""

from django.utils.translation import gettext

BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip


def browser_of(user_agent: str) -> str:
    """Such as "Chrome on Windows"; "A browser" where it says nothing that is known."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), gettext("A browser"))
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return gettext("{browser} on {system}").format(browser=browser, system=system) if system else browser
