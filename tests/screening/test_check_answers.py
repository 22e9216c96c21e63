"""Check your answers: all of them, each with its way to change it, and one button that sends them."""

import pytest

from screening.questions import load_questions
from tests.conftest import VIGNETTES
from tests.drafts import at_the_end
from tests.page import Page

SARAH = VIGNETTES["V01"]["case"]
HURT = {"RF-05": "yes", "RF-05a": "yes", "RF-05b": "yes", "RF-05c": "no"}


@pytest.fixture
def sarah(runner):
    """Sarah, with all questions answered."""
    return at_the_end(runner, SARAH, name="Sarah Miller")


@pytest.fixture
def shown(sarah):
    """Sarah's answers on one page."""
    return Page(sarah.client.get("/check/answers/"))


def rows(page):
    """Each question with its answer."""
    names = [dt.text for dt in page.all("dt")]
    return dict(zip(names, [dd.text for dd in page.all("dd") if "change" not in dd.classes], strict=True))


def test_every_question_that_was_asked_is_shown(sarah, shown):
    answered = {key for key in sarah.screening.answers if not key.startswith("seen:")}

    assert set(rows(shown)) == {load_questions().question(key).short for key in answered}


def test_the_answers_read_as_the_runner_gave_them(shown):
    said = rows(shown)

    assert said["Age"] == "34 years"
    assert said["Pain running"] == "5 out of 10"
    assert said["Main spot"] == "Outside of the knee"
    assert said["Left leg: belt line tipped"] == "Marked"
    assert said["E-mail"] == "Not provided"


def test_each_answer_has_a_change_link_that_names_it(shown):
    links = [a for a in shown.all("a") if a.inside(class_="change")]

    assert [link.text for link in links] == [f"Change {name}" for name in rows(shown)]


def test_what_sending_means_is_said_before_the_button(shown):
    assert "After this they can not be changed." in shown.text
    assert "Nobody watches the inbox at night or on weekends." in shown.text


def test_the_button_sends_by_post_to_finish(shown):
    form = shown.one("form", action="/plan/finish/")

    assert form.attrs["method"] == "post"
    assert shown.one("input", name="csrfmiddlewaretoken").attrs["value"]


def test_back_leads_to_the_last_page(shown):
    assert "/check/your-name/" in shown.links


def test_an_incomplete_check_leads_to_what_is_missing(sarah):
    sarah.post("your-knee", **dict.fromkeys(("RF-06", "RF-10", "RF-20", "RF-21"), "no"), **{"RF-05": "no"})
    sarah.post("any-pain", pain="no")
    sarah.post("any-pain", pain="yes")

    assert sarah.client.get("/check/answers/")["Location"] == "/check/which-side/"


def test_a_change_is_marked_on_the_page_and_can_be_canceled(sarah):
    page = Page(sarah.client.get("/check/where/?change=1"))

    assert page.one("input", name="change").attrs["value"] == "1"
    assert "/check/answers/" in page.links


def test_a_change_leads_straight_back(sarah):
    response = sarah.post("where", pain_spot="outer_hip", change="1")

    assert response["Location"] == "/check/answers/"
    assert rows(Page(sarah.client.get("/check/answers/")))["Main spot"] == "Outside of the hip"


def test_a_change_to_no_pain_drops_what_was_said_about_it(sarah):
    response = sarah.post("any-pain", pain="no", change="1")

    assert response["Location"] == "/check/answers/"
    assert "pain_spot" not in sarah.screening.answers
    assert "Main spot" not in rows(Page(sarah.client.get("/check/answers/")))


def test_a_change_that_opens_questions_asks_them_before_it_leads_back(sarah):
    sarah.post("any-pain", pain="no", change="1")

    response = sarah.post("any-pain", pain="yes", change="1")

    assert response["Location"] == "/check/which-side/?change=1"


def test_a_change_to_a_red_flag_ends_the_walk_here_too(sarah):
    calm = dict.fromkeys(("RF-06", "RF-10", "RF-20", "RF-21"), "no")

    response = sarah.post("your-knee", **calm, **HURT, change="1")

    assert response["Location"] == "/check/care/"
    assert sarah.screening.level == "clinician_first"


def test_hostile_words_are_shown_as_words(runner):
    page = at_the_end(runner, SARAH, name="<script>alert(1)</script>").client.get("/check/answers/")

    assert "<script>alert" not in page.content.decode()
    assert rows(Page(page))["Name"] == "<script>alert(1)</script>"
