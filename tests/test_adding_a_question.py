"""Adding a yes/no question is one edit of one content file: asked, saved, shown and handed out, with no migration."""

import filecmp
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command

from screening.questions import CONTENT, load_questions
from tests.conftest import VIGNETTES
from tests.page import Page

QUESTION = """
[[page.question]]
key = "treadmill"
kind = "yes_no"
label = "Do you run on a treadmill?"
short = "Treadmill"
why = "A treadmill has no slope to the side."
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    """The site with a copy of its content, in which one question was added to the last page about running."""
    copy = Path(shutil.copytree(CONTENT, tmp_path / "content"))
    with (copy / "running.toml").open("a") as file:
        file.write(QUESTION)
    monkeypatch.setattr(load_questions.__wrapped__, "__defaults__", (copy,))
    load_questions.cache_clear()
    yield copy
    monkeypatch.undo()
    load_questions.cache_clear()


@pytest.fixture
def answered(content, runner):
    """Sarah, who answered the new question too, at "Check your answers"."""
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], treadmill="yes")
    return runner


def test_one_file_was_touched(content):
    _same, changed, _unreadable = filecmp.cmpfiles(CONTENT, content, [p.name for p in CONTENT.iterdir()], shallow=False)

    assert changed == ["running.toml"]


def test_the_new_question_needs_no_migration(content, db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_new_question_is_asked_and_says_why(content, runner):
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="lately")

    page = Page(runner.client.get("/check/lately/"))

    assert "Do you run on a treadmill?" in page.text
    assert "A treadmill has no slope to the side." in page.text
    assert [i.attrs["value"] for i in page.all("input", name="treadmill")] == ["yes", "no"]


def test_the_new_question_may_not_be_passed_by(content, runner):
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="lately")

    response = runner.post("lately", last_week="3", longest_run="3")

    assert "Choose yes or no." in Page(response).text


def test_the_new_answer_is_saved(answered):
    assert answered.screening.answers["treadmill"] == "yes"


def test_the_new_answer_stands_on_check_your_answers_with_a_change_link(answered):
    page = Page(answered.client.get("/check/answers/"))

    assert "Treadmill Yes Change Treadmill" in page.text
    assert "/check/lately/?change=1" in page.links


def test_the_new_answer_is_in_the_download_and_the_plan_is_the_same(answered):
    answered.finish()

    data = answered.client.get("/my/data.json").json()

    assert data["answers"]["treadmill"] == "yes"
    assert {"question": "Treadmill", "answer": "Yes"} in data["answers_in_words"]
    assert data["plans"][0]["plan"]["rule"] == "PL-03"
