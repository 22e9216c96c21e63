"""The answers in the runner's words."""

import pytest

from screening.questions import load_questions
from screening.summary import sections_of, words_of
from screening.wizard import Walk

QUESTIONS = load_questions()


def said(key, answer):
    return words_of(QUESTIONS.question(key), Walk(QUESTIONS, {key: answer}))


@pytest.mark.parametrize(
    ("key", "answer", "words"),
    [
        ("age", "34", "34 years"),
        ("usual_days", "5", "5 days a week"),
        ("usual_week", "25 mi", "25 miles"),
        ("unit", "km", "Kilometers"),
        ("RF-01", "not_sure", "Not sure"),
        ("pain_rest", "0", "0 out of 10"),
        ("left_hip_drop", "cant_tell", "I can’t tell"),
        ("left_reps", "5", "5"),
        ("name", "Łukasz Nowak", "Łukasz Nowak"),
        ("name", "", "Not provided"),
    ],
)
def test_an_answer_reads_as_a_person_would_say_it(key, answer, words):
    assert said(key, answer) == words


def test_each_part_has_its_rows_and_an_empty_part_is_left_out():
    walk = Walk(QUESTIONS, {"age": "34", "unit": "mi", "pain": "no"})

    assert [section.title for section in sections_of(walk)] == list(QUESTIONS.parts.values())


def test_a_row_knows_the_page_that_changes_it():
    rows = {row.key: row.slug for section in sections_of(Walk(QUESTIONS, {})) for row in section.rows}

    assert all(any(q.key == key for q in QUESTIONS.page(slug).questions) for key, slug in rows.items())


def test_a_question_that_is_not_asked_has_no_row():
    keys = {row.key for section in sections_of(Walk(QUESTIONS, {"pain": "no"})) for row in section.rows}

    assert not {"pain_side", "RF-05a", "left_hip_drop_again"} & keys
