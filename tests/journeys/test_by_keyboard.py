"""The whole site by Tab, arrows, Space and Enter alone; the focus can always be seen."""

import pytest
from playwright.sync_api import Locator, expect

from screening.questions import Question
from tests.journeys import backstage
from tests.journeys.barriers import no_barriers
from tests.journeys.walking import CONTINUE, FORM, Walker

pytestmark = pytest.mark.browser

MOST_TABS = 120
HAS_FOCUS = "it => it === document.activeElement"
# What hides the focus or leaves it unmarked; "" when all is well. A choice is marked on the box around it.
TROUBLE = """() => {
  const it = document.activeElement;
  if (it.tabIndex < 0 || it === document.body) return "";
  const marked = [it, it.closest('label')].filter(Boolean)
    .some(box => getComputedStyle(box).outlineStyle !== 'none' && parseFloat(getComputedStyle(box).outlineWidth) >= 2);
  const box = it.getBoundingClientRect();
  const middle = Math.min(box.left + box.width / 2, innerWidth - 1);
  const covers = name => [box.top + 1, box.top + box.height / 2, box.bottom - 1].some(height => {
    const bar = document.querySelector(name);
    return bar && !bar.contains(it) && bar.contains(document.elementFromPoint(middle, height));
  });
  const name = it.name || it.textContent.trim().slice(0, 40);
  if (!marked) return name + ': the focus can not be seen';
  if (covers('.walk-head') || covers('.walk-bar')) return name + ': covered by a bar';
  return box.bottom <= 0 || box.top >= innerHeight ? name + ': out of sight' : '';
}"""


class Fingers(Walker):
    """Never touches a pointer."""

    def key(self, name: str) -> None:
        """Press one key; wherever the focus goes, it must be seen."""
        self.page.keyboard.press(name)

    def tab_to(self, target: Locator) -> None:
        """Tab on until the target has the focus; it must be seen at every stop on the way."""
        target.first.wait_for(state="attached")
        for _ in range(MOST_TABS):
            arrived, trouble = target.evaluate_all(f"found => [found.some({HAS_FOCUS}), ({TROUBLE})()]")
            assert trouble == ""
            if arrived:
                return
            self.key("Tab")
        raise AssertionError(f"{target} can not be reached by Tab")

    def answer(self, question: Question, value: str) -> None:
        """Radio buttons by Space and arrows, fields by typing."""
        self.tab_to(self.page.locator(f'input[name="{question.key}"]'))
        if not question.choices:
            self.page.keyboard.type(value)
            return
        place = [choice.value for choice in question.choices].index(value)
        for key in ["ArrowDown"] * place or ["Space"]:
            self.key(key)
        expect(self.choice(question.key, value)).to_be_checked()
        assert self.page.evaluate(TROUBLE) == ""

    def choose(self, box: Locator) -> None:
        """Tick a box."""
        self.tab_to(box)
        self.key("Space")

    def press(self, button: Locator) -> None:
        """Enter on a button or a link."""
        self.tab_to(button)
        self.key("Enter")

    def go_on(self) -> None:
        """Continue; the new page begins at its heading."""
        super().go_on()
        if self.walk_page:
            expect(self.page.locator("main h1")).to_be_focused()


@pytest.fixture
def fingers(page, vignettes):
    """Sarah, who has no mouse."""
    fingers = Fingers(page)
    fingers.will_answer(vignettes["V01"]["case"], name="Sarah Miller")
    return fingers


@pytest.fixture
def at(page, context, base_url, vignettes):
    """Open a page of the walk that has no answers yet, in a check that has all the others."""

    def opened(slug):
        _, token = backstage.draft(vignettes["V01"]["case"], without=slug)
        backstage.hand(context, base_url, token)
        page.goto(f"/check/{slug}/")

    return opened


def test_sarah_gets_her_plan_by_keyboard_alone(fingers):
    fingers.start()
    fingers.walk()
    fingers.send()

    expect(fingers.page.get_by_role("heading", level=1)).to_have_text("A hip control pattern on the left")
    no_barriers(fingers.page)


def test_everything_on_the_result_can_be_reached_and_seen(fingers, context, base_url, vignettes):
    _, token = backstage.sent(vignettes["V01"]["case"])
    backstage.hand(context, base_url, token)
    fingers.page.goto("/plan/")

    fingers.tab_to(fingers.page.locator("footer a").last)


def test_the_skip_link_comes_first_and_leads_to_the_main_part(fingers):
    fingers.page.goto("/")
    fingers.key("Tab")
    expect(fingers.page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    expect(fingers.page.get_by_role("link", name="Skip to the main part")).to_be_in_viewport()
    fingers.key("Enter")

    expect(fingers.page.locator("main")).to_be_focused()
    fingers.key("Tab")
    assert fingers.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_skip_link_works_on_a_page_of_the_walk(fingers, at):
    at("right-now")
    fingers.press(fingers.page.get_by_role("link", name="Skip to the main part"))

    expect(fingers.page.locator("main")).to_be_focused()


def test_the_error_summary_takes_the_focus(fingers, at):
    at("your-knee")
    fingers.press(fingers.page.locator(CONTINUE))

    expect(fingers.page.locator(".error-summary")).to_be_focused()
    no_barriers(fingers.page)


def test_the_error_summary_takes_the_focus_on_a_page_loaded_whole(fingers):
    fingers.page.goto("/check/")
    fingers.press(fingers.page.get_by_role("button", name="Start my check"))

    expect(fingers.page.locator(".error-summary")).to_be_focused()


def test_a_line_of_the_summary_leads_to_its_field(fingers, at):
    at("about-you")
    fingers.press(fingers.page.locator(CONTINUE))
    expect(fingers.page.locator(".error-summary")).to_be_focused()
    fingers.press(fingers.page.get_by_role("link", name="Type your age"))

    expect(fingers.page.get_by_label("How old are you?")).to_be_focused()
    assert fingers.page.evaluate(TROUBLE) == ""


def test_enter_in_a_field_sends_the_page(fingers, at):
    at("how-long")
    fingers.tab_to(fingers.page.locator('input[name="pain_weeks"]'))
    fingers.page.keyboard.type("6")
    fingers.key("Enter")

    expect(fingers.page.locator(f'{FORM}[action="/check/mirror-set-up/"]')).to_be_visible()


@pytest.mark.parametrize("slug", ["your-health", "how-much", "left-hip", "left-how-it-went"])
def test_the_focus_is_never_covered_on_the_way_back(fingers, at, slug):
    at(slug)
    fingers.tab_to(fingers.page.locator(".walk-bar .btn-primary"))

    for _ in range(MOST_TABS):
        if fingers.page.locator(".skip").evaluate(HAS_FOCUS):
            return
        fingers.key("Shift+Tab")
        assert fingers.page.evaluate(TROUBLE) == ""
    raise AssertionError("Shift+Tab does not lead back to the top")
