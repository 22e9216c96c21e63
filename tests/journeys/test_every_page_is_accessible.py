"""Every page a runner can meet passes the accessibility checker, light and dark, on a small phone and on a desk."""

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from screening.models import Screening
from screening.questions import load_questions
from tests.conftest import VIGNETTES
from tests.journeys import backstage
from tests.journeys.barriers import holds_in_every_look
from tests.journeys.walking import CONTINUE

pytestmark = pytest.mark.browser

STATIC_PAGES = [
    "/",
    "/the-idea/",
    "/privacy/",
    "/help/",
    "/contact/",
    "/check/",
    "/my/erased/",
    "/code/",
    "/no-such-page/",
]
PARTS = list(load_questions().parts)
ERROR_PAGES = ["about-you", "your-knee", "usual-running", "where", "how-much", "left-hip", "right-how-it-went"]
RESULTS = {
    "V03": "Level hips, but you have pain",
    "V04": "A pattern on the right, and no pain",
    "V05": "Level hips, knees in line, no pain",
    "V10": "Please book a visit",
    "V11": "Let’s look at that once more",
    "V12": "A hip control pattern on the right",
    "V14": "A hip control pattern on the right",
    "V15": "A hip control pattern on the left",
}
CARE = {"V06": "Go to the ER today", "V08": "Please see a clinician before you start"}


@pytest.fixture
def hold(context, base_url):
    """Hand the browser the secret of a self-check that was set up backstage, and pass the self-check on."""

    def handed(found):
        backstage.hand(context, base_url, found[1])
        return found[0]

    return handed


def case(short, **legs):
    """A worked case; `left` and `right` change what was seen on a leg."""
    whole = VIGNETTES[short]["case"]
    return whole | {leg: whole[leg] | seen for leg, seen in legs.items()}


def heading(page):
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("path", STATIC_PAGES)
def test_a_page_anyone_may_open(page, path):
    page.goto(path)
    holds_in_every_look(page)


def test_the_start_with_nothing_ticked(page):
    page.goto("/check/")
    page.get_by_role("button", name="Start my check").click()
    assert page.locator(".error-summary li").count() == 2
    holds_in_every_look(page)


@pytest.mark.parametrize("path", ["/", "/check/"])
def test_the_front_door_with_a_check_under_way(page, hold, path):
    hold(backstage.draft(case("V01"), without="where"))
    page.goto(path)
    holds_in_every_look(page)


@pytest.mark.parametrize("part", PARTS)
def test_the_pages_of_one_part_of_the_walk(page, hold, part):
    unclear = {"hip_drop": None, "knee_cave": None}
    hold(backstage.draft(case("V01", left=unclear, right=unclear)))
    for slug in [page.slug for page in load_questions().pages if page.part == part]:
        page.goto(f"/check/{slug}/")
        assert page.url.endswith(f"/check/{slug}/")
        holds_in_every_look(page)


@pytest.mark.parametrize("slug", ERROR_PAGES)
def test_a_page_of_the_walk_with_nothing_answered(page, hold, slug):
    hold(backstage.draft(case("V01"), without=slug))
    page.goto(f"/check/{slug}/")
    page.locator(CONTINUE).click()
    page.locator(".error-summary").wait_for()
    holds_in_every_look(page)


def test_sub_questions_when_they_are_open(page, hold):
    hold(backstage.draft(case("V01"), without="your-knee"))
    page.goto("/check/your-knee/")
    page.locator('input[name="RF-05"][value="yes"]').check()
    holds_in_every_look(page)


def test_check_your_answers(page, hold):
    hold(backstage.draft(case("V01")))
    page.goto("/check/answers/")
    holds_in_every_look(page)


@pytest.mark.parametrize("short", sorted(CARE))
def test_the_care_page(page, hold, short):
    hold(backstage.stopped(case(short)))
    page.goto("/check/care/")
    assert heading(page) == CARE[short]
    holds_in_every_look(page)


def test_the_care_page_for_an_emergency_and_a_number_that_can_not_be_called(page, hold):
    hold(backstage.stopped(case("V06") | {"flags": {"RF-01": "yes"}}))
    page.goto("/check/care/")
    page.get_by_label("Your phone number").fill("12")
    page.get_by_role("button", name="Save my number").click()
    assert page.locator(".error-summary").is_visible()
    assert heading(page) == "Call 911 now"
    holds_in_every_look(page)


@pytest.mark.parametrize("short", sorted(RESULTS))
def test_a_result(page, hold, short):
    hold(backstage.sent(case(short)))
    page.goto("/plan/")
    assert heading(page) == RESULTS[short]
    holds_in_every_look(page)


def test_the_result_after_a_second_unclear_check(page, hold):
    first, _ = backstage.sent(case("V11"))
    second = hold(backstage.sent(case("V11")))
    Screening.objects.filter(pk=second.pk).update(repeat_of=first)
    page.goto("/plan/")
    assert heading(page) == "Let a person look with you"
    holds_in_every_look(page)


def test_a_result_with_everything_unfolded(page, hold):
    hold(backstage.sent(case("V01")))
    page.goto("/plan/")
    page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true })")
    holds_in_every_look(page)


@pytest.mark.parametrize("done", ["", "sent", "renewed", "replaced"])
def test_the_private_link(page, hold, done):
    hold(backstage.sent(case("V01")))
    page.goto(f"/my/link/?done={done}")
    holds_in_every_look(page)


def test_the_checks_of_a_device_that_knows_two(page, hold):
    (_mine, token), (_other, second) = backstage.draft(case("V01")), backstage.sent(case("V01"))
    hold((None, f"{token}.{second}"))
    page.goto("/my/checks/")
    assert page.locator(".checks li").count() == 2
    holds_in_every_look(page)


def test_the_start_page_of_a_device_that_knows_an_earlier_check(page, hold):
    hold(backstage.sent(case("V01")))
    page.goto("/check/")
    assert page.get_by_role("button", name="Begin from my earlier check").is_visible()
    holds_in_every_look(page)


def test_a_plan_on_hold(page, hold):
    screening = hold(backstage.sent(case("V01")))
    Screening.objects.filter(pk=backstage.stopped(case("V06"))[0].pk).update(repeat_of=screening)
    page.goto("/plan/")
    assert page.get_by_role("heading", level=1).inner_text() == "This plan is on hold"
    holds_in_every_look(page)


def test_a_device_that_no_longer_knows_the_check(page, context, hold):
    hold(backstage.draft(case("V01"), without="about-you"))
    page.goto("/check/about-you/")
    context.clear_cookies(name="itbcare")
    page.locator('input[name="age"]').fill("34")
    page.locator(CONTINUE).click()
    page.get_by_role("heading", name="This device no longer knows your check").wait_for()
    holds_in_every_look(page)


def test_the_private_link_e_mailed_to_nobody(page, hold):
    hold(backstage.draft(case("V01")))
    page.goto("/my/link/")
    page.get_by_role("button", name="E-mail me the link").click()
    assert page.locator(".error-summary li").count() == 2
    holds_in_every_look(page)


@pytest.mark.parametrize("opened", [False, True])
def test_the_question_before_erasing(page, hold, opened):
    screening = hold(backstage.sent(case("V01")))
    Screening.objects.filter(pk=screening.pk).update(opened_at=timezone.now() if opened else None)
    page.goto("/my/erase/")
    assert page.get_by_role("button", name="Erase it for good").count() == (0 if opened else 1)
    holds_in_every_look(page)


def test_a_page_of_the_walk_after_sending(page, hold):
    hold(backstage.sent(case("V01")))
    page.goto("/check/about-you/")
    assert heading(page) == "You sent this check"
    holds_in_every_look(page)


def test_too_many_guesses_at_a_link(page, transactional_db):
    stranger = Client()
    for _ in range(20):
        stranger.get("/r/guess/")
    assert page.goto("/r/guess/").status == 429
    holds_in_every_look(page)


def test_a_busy_database(page, hold, monkeypatch):
    def busy(_request):
        raise OperationalError

    hold(backstage.draft(case("V01")))
    monkeypatch.setattr("screening.step_views.pass_of", busy)
    assert page.goto("/check/about-you/").status == 503
    holds_in_every_look(page)


def test_a_form_that_was_open_too_long(page, context):
    page.goto("/check/")
    context.clear_cookies()
    page.get_by_role("button", name="Start my check").click()
    assert heading(page) == "Your page was open for a long time"
    holds_in_every_look(page)
