"""Counts what a person really does in a browser: presses of the pointer, and fields that were typed into."""

from playwright.sync_api import Page

COUNT = """(() => {
  const add = () => sessionStorage.setItem("deeds", Number(sessionStorage.getItem("deeds") || 0) + 1);
  addEventListener("pointerdown", (event) => { if (event.isTrusted) add(); }, true);
  addEventListener("change", (event) => {
    if (event.isTrusted && event.target.matches("input[type=text], input[type=search], textarea")) add();
  }, true);
})()"""


def count_from_here(page: Page) -> None:
    """Begin to count, on this page and on those it leads to."""
    page.add_init_script(COUNT)
    page.reload()
    page.evaluate("sessionStorage.removeItem('deeds')")


def deeds(page: Page) -> int:
    """How many clicks and typed fields there were so far."""
    return int(page.evaluate("Number(sessionStorage.getItem('deeds') || 0)"))
