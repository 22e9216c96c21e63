"""What a runner types on a page is read kindly, checked, and never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.forms import WIDGET_OF_KIND, PageForm
from screening.questions import load_questions
from screening.wizard import Walk

QUESTIONS = load_questions()
CALM_KNEE = dict.fromkeys(("RF-05", "RF-06", "RF-10", "RF-20", "RF-21"), "no")


def form(slug, data, **answers):
    return PageForm(Walk(QUESTIONS, {"unit": "mi"} | answers), QUESTIONS.page(slug), data)


def message(slug, key, typed, **answers):
    """What is said about one wrong answer."""
    found = form(slug, {key: typed}, **answers)
    assert not found.is_valid()
    return found.errors[key][0]


def test_every_kind_of_question_has_a_widget():
    kinds = {question.kind for page in QUESTIONS.pages for question in page.questions}

    assert kinds <= set(WIDGET_OF_KIND)


@pytest.mark.parametrize(
    ("typed", "kept"), [("25", "25 mi"), ("25 miles", "25 mi"), ("3,1", "3.1 mi"), ("25.0", "25 mi")]
)
def test_a_distance_is_kept_with_its_unit(typed, kept):
    found = form("usual-running", {"usual_week": typed, "usual_days": "5"})

    assert found.is_valid()
    assert found.answers_of_page == {"usual_week": kept, "usual_days": "5"}


@pytest.mark.parametrize(
    ("slug", "key", "typed", "said"),
    [
        ("about-you", "age", "", "Type your age in years, such as 34."),
        ("about-you", "age", "old", "Type your age in years, such as 34."),
        ("about-you", "age", "0", "Type your age as a whole number from 1 to 110."),
        ("about-you", "unit", "yards", "Choose miles or kilometers."),
        ("usual-running", "usual_week", "5 km", "You chose miles. Type this in miles."),
        ("usual-running", "usual_week", "20-25", "Type one number in miles, such as 3 or 3.1."),
        ("usual-running", "usual_week", "0.4", "Type a number from 0.5 to 150 miles."),
        ("usual-running", "usual_week", "151", "Type a number from 0.5 to 150 miles."),
        ("usual-running", "usual_week", "1,000", "Type one number in miles, such as 3 or 3.1."),
        ("usual-running", "usual_week", "20 min", "Type one number in miles, such as 3 or 3.1."),
        ("usual-running", "usual_week", "−5", "Type one number in miles, such as 3 or 3.1."),
        ("usual-running", "usual_week", "3½", "Type one number in miles, such as 3 or 3.1."),
        ("usual-running", "usual_days", "3 weeks", "Type a whole number of days, such as 4."),
        ("running-now", "weeks_off", "3 months", "Type a whole number of weeks. Type 0 if you still run."),
        ("usual-running", "usual_days", "8", "Type a whole number of days from 1 to 7."),
        ("right-now", "RF-01", "", "Choose yes, no, or not sure."),
        ("right-now", "RF-01", "maybe", "Choose yes, no, or not sure."),
        ("left-hip", "left_hip_drop", "3", "Choose the picture that looks most like you, or “I can’t tell”."),
        ("your-name", "name", "x" * 81, "Use at most 80 letters."),
        ("your-name", "name", "x" * 301, "Use at most 80 letters."),
        ("about-you", "age", "3" * 301, "Use at most 300 letters."),
        ("your-name", "email", "sarah@", "Type an e-mail address such as name@example.com, or leave it blank."),
    ],
)
def test_a_wrong_answer_is_told_what_to_do(slug, key, typed, said):
    assert message(slug, key, typed) == said


def test_the_other_unit_is_named_where_kilometers_were_chosen():
    assert (
        message("usual-running", "usual_week", "5 miles", unit="km") == "You chose kilometers. Type this in kilometers."
    )


@pytest.mark.parametrize("typed", ["4 months", "2 years"])
def test_months_of_pain_are_asked_for_again_in_weeks(typed):
    assert message("how-long", "pain_weeks", typed, pain="yes") == "Type a whole number of weeks, such as 6."


def test_a_distance_may_begin_with_its_point():
    assert form("usual-running", {"usual_week": ".9", "usual_days": "2"}).fields["usual_week"].clean(".9") == "0.9 mi"


def test_a_flood_of_text_is_refused():
    assert not form("usual-running", {"usual_week": "9" * 301, "usual_days": "3"}).is_valid()


def test_what_was_wrong_is_still_in_its_box():
    rows = form("usual-running", {"usual_week": "20-25", "usual_days": "5"}).rows()

    assert [row["value"] for row in rows] == ["20-25", "5"]


def test_a_sub_question_that_is_not_asked_is_neither_missing_nor_kept():
    found = form("your-knee", CALM_KNEE | {"RF-05a": "no"})

    assert found.is_valid()
    assert found.answers_of_page == CALM_KNEE


def test_a_sub_question_that_is_asked_must_be_answered():
    found = form("your-knee", CALM_KNEE | {"RF-05": "yes"})

    assert not found.is_valid()
    assert set(found.errors) == {"RF-05a", "RF-05b", "RF-05c"}


def test_the_error_summary_follows_the_page_and_points_at_each_field():
    found = form("about-you", {})
    found.is_valid()

    assert [problem["target"] for problem in found.problems()] == ["id_age", "id_unit_0"]


def test_an_optional_distance_may_be_blank():
    data = {"began": "slowly", "same_distance": "yes", "onset_distance": ""}

    assert form("how-it-began", data, pain="yes").is_valid()


def test_name_and_e_mail_may_both_be_blank():
    found = form("your-name", {"name": "", "email": ""})

    assert found.is_valid()
    assert found.answers_of_page == {"name": "", "email": ""}


def test_a_name_loses_only_its_needless_spaces():
    found = form("your-name", {"name": "  Łukasz   Nowak ", "email": ""})
    found.is_valid()

    assert found.answers_of_page["name"] == "Łukasz Nowak"


def test_a_stored_distance_is_shown_without_its_unit():
    page = QUESTIONS.page("usual-running")
    row = PageForm(Walk(QUESTIONS, {"unit": "mi", "usual_week": "25 mi"}), page).rows()[0]

    assert (row["value"], row["suffix"], row["other_unit"]) == ("25", "miles", "")


def test_a_distance_in_the_other_unit_is_shown_as_it_was():
    page = QUESTIONS.page("usual-running")
    row = PageForm(Walk(QUESTIONS, {"unit": "km", "usual_week": "25 mi"}), page).rows()[0]

    assert (row["suffix"], row["other_unit"]) == ("kilometers", "25 miles")


def test_sub_questions_open_beneath_the_answer_that_asks_for_them():
    groups = form("your-knee", None).groups()

    assert [(group["when"], len(group["rows"])) for group in groups] == [("", 1), ("yes", 3), ("", 4)]


@given(st.dictionaries(st.sampled_from(["age", "unit", "RF-01", "x"]), st.text(max_size=40)))
def test_no_text_breaks_a_form(data):
    found = form("about-you", data)

    assert found.is_valid() == (not found.problems())
