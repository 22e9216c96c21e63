"""How a runner walks through the site in a browser: fills each page by the names of its fields, presses Continue."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from screening.questions import Page as WalkPage
from screening.questions import Question, load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk

FORM = "form.walk-form"
CONTINUE = f"{FORM} .walk-bar .btn-primary"


class Walker:
    """One runner at one browser page; `typed` is what they would answer, by the key of the question."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.typed: dict[str, str] = {}

    def will_answer(self, case: Mapping[str, Any], **more: str) -> None:
        """Answer from now on as this worked case does, with some answers of one's own."""
        self.typed = typed_answers(case) | {"name": "", "email": ""} | more

    def start(self) -> None:
        """From the front page: begin, agree to both, and arrive at the first question."""
        self.page.goto("/")
        self.press(self.page.get_by_role("link", name="Start my check").first)
        self.choose(self.page.locator("#id_understood"))
        self.choose(self.page.locator("#id_consent"))
        self.press(self.page.get_by_role("button", name="Start my check"))
        expect(self.page.locator(FORM)).to_be_visible()

    @property
    def path(self) -> str:
        """The path of the address shown."""
        return urlsplit(self.page.url).path

    @property
    def walk_page(self) -> WalkPage | None:
        """The page of the walk that is shown; None outside the walk."""
        return load_questions().page(self.path.removeprefix("/check/").strip("/"))

    def fill(self, page: WalkPage) -> None:
        """Answer what this page asks, given the answers so far."""
        for question in Walk(load_questions(), self.typed).asked(page):
            if value := self.typed.get(question.key, ""):
                self.answer(question, value)

    def answer(self, question: Question, value: str) -> None:
        """Answer one question."""
        if question.choices:
            self.choose(self.choice(question.key, value))
        else:
            self.write(self.page.locator(f'input[name="{question.key}"]'), value)

    def choice(self, key: str, value: str) -> Locator:
        """The radio button of one answer."""
        return self.page.locator(f'input[name="{key}"][value="{value}"]')

    def choose(self, box: Locator) -> None:
        """Choose a radio button or tick a box."""
        box.check()

    def write(self, box: Locator, text: str) -> None:
        """Type into a field."""
        box.fill(text)

    def press(self, button: Locator) -> None:
        """Press a button or follow a link."""
        button.click()

    def go_on(self) -> None:
        """Press Continue, and wait until the page has gone."""
        here = self.page.locator(FORM).get_attribute("action")
        self.press(self.page.locator(CONTINUE))
        self.page.locator(f'{FORM}[action="{here}"]').wait_for(state="detached")

    def go_on_in_vain(self) -> None:
        """Press Continue where something is missing, and wait for the page to say so."""
        self.press(self.page.locator(CONTINUE))
        expect(self.page.locator(".error-summary")).to_be_visible()

    def walk(self, upto: str = "") -> None:
        """Page by page until the walk ends, or up to (not through) the page `upto`."""
        while (page := self.walk_page) and page.slug != upto:
            self.fill(page)
            self.go_on()

    def send(self) -> None:
        """From "Check your answers" to what comes of it."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Check your answers")
        self.press(self.page.get_by_role("button", name="Send and see my result"))
        self.page.wait_for_url("**/plan/")
