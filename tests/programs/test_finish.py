"""Finish: one click, one transaction, once; and the plan is kept as it was issued."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from programs import actions, views
from programs.actions import finish
from programs.models import IssuedPlan
from screening.actions import AlreadySent, save_page, submit
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import at_the_end, draft
from tests.programs.runners import TODAY, plan_of

SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def sarah(runner):
    """Sarah at "Check your answers"."""
    return at_the_end(runner, SARAH, name="Sarah Miller", email="sarah@example.com")


def test_one_click_sends_the_answers_and_issues_the_plan(sarah):
    response = sarah.finish()
    kept = sarah.screening

    assert response["Location"] == "/plan/"
    assert (kept.level, kept.pattern, kept.name, kept.email) == (
        "ok", "hip_control", "Sarah Miller", "sarah@example.com",
    )  # fmt: skip
    assert IssuedPlan.objects.get().rule == "PL-03"


def test_the_answers_stay_as_they_were_given(sarah):
    before = sarah.screening.answers
    sarah.finish()

    assert sarah.screening.answers == before


def test_result_and_plan_say_by_which_rules_they_were_made(sarah):
    sarah.finish()
    kept, issued = sarah.screening, IssuedPlan.objects.get()

    assert kept.rule_set == issued.rule_set == issued.read().rule_set != ""
    assert issued.content_version == issued.read().content_version != ""
    assert kept.question_set


def test_a_double_click_sends_once(sarah):
    answers = [sarah.finish()["Location"] for _ in range(3)]

    assert answers == ["/plan/"] * 3
    assert (Screening.objects.count(), IssuedPlan.objects.count()) == (1, 1)


def test_a_second_call_leaves_the_first_moment_and_plan(sarah):
    sarah.finish()
    sent_at, plan = sarah.screening.submitted_at, IssuedPlan.objects.get().snapshot

    finish(sarah.screening.pk, today=date(2027, 5, 1))

    assert sarah.screening.submitted_at == sent_at
    assert IssuedPlan.objects.get().snapshot == plan


def test_a_second_tab_that_sent_in_between_changes_nothing(sarah, monkeypatch):
    def other_tab_first():
        finish(sarah.screening.pk, today=TODAY)
        return date(2026, 12, 24)

    monkeypatch.setattr(views, "today", other_tab_first)

    assert sarah.finish()["Location"] == "/plan/"
    assert IssuedPlan.objects.get().read().issued_on == TODAY


def test_an_error_in_planning_leaves_the_draft_a_draft(sarah, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "build_plan", broken)

    with pytest.raises(RuntimeError):
        finish(sarah.screening.pk, today=TODAY)

    assert sarah.screening.is_draft
    assert sarah.screening.assessment is None


def test_after_such_an_error_the_same_click_works(sarah, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(actions, "plan_to_dict", lambda plan: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            finish(sarah.screening.pk, today=TODAY)

    sarah.finish()

    assert IssuedPlan.objects.get().rule == "PL-03"


def test_an_incomplete_check_is_not_sent(runner):
    runner.start()

    assert runner.finish()["Location"] == "/check/about-you/"
    assert runner.screening.is_draft


def test_the_action_itself_leaves_an_incomplete_draft_a_draft(runner):
    runner.start()
    finish(runner.screening.pk, today=TODAY)

    assert runner.screening.is_draft


def test_a_question_opened_again_in_another_tab_is_asked_and_not_an_error(runner):
    runner.start()
    runner.answer(VIGNETTES["V05"]["case"])
    runner.post("any-pain", pain="yes")

    assert runner.finish()["Location"] == "/check/which-side/"


def test_finish_by_opening_a_page_is_refused(sarah):
    assert sarah.client.get("/plan/finish/").status_code == 405


def test_a_stranger_finishes_nothing(client, db):
    assert client.post("/plan/finish/").status_code == 404


def test_a_sent_check_takes_no_more_answers(sarah):
    sarah.finish()

    with pytest.raises(AlreadySent):
        save_page(sarah.screening.pk, "about-you", {"age": "60"})
    with pytest.raises(AlreadySent):
        submit(sarah.screening)


def test_the_plan_kept_is_the_plan_the_rules_build_and_reads_back(db):
    screening, _token = draft(SARAH)
    finish(screening.pk, today=TODAY)

    assert IssuedPlan.objects.get().read() == plan_of(SARAH)


def test_a_plan_stays_as_issued_when_the_content_changes(sarah, monkeypatch):
    sarah.finish()
    before = IssuedPlan.objects.get().read()
    monkeypatch.setattr(actions, "load_library", lambda: 1 / 0)

    assert IssuedPlan.objects.get().read() == before
    assert sarah.client.get("/plan/").status_code == 200


def test_one_check_has_one_plan_of_a_version(sarah):
    sarah.finish()
    first = IssuedPlan.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        IssuedPlan.objects.create(screening=first.screening, version=1, rule="PL-03", snapshot={})


def test_the_newest_version_is_the_one_that_stands(sarah):
    sarah.finish()
    first = IssuedPlan.objects.get()
    IssuedPlan.objects.create(
        screening=first.screening, version=2, rule="PL-07", rule_set="x", content_version="x", snapshot={}
    )

    assert [plan.version for plan in IssuedPlan.objects.all()] == [2, 1]


def test_a_check_without_a_level_can_not_be_sent(sarah):
    with pytest.raises(IntegrityError), transaction.atomic():
        Screening.objects.filter(pk=sarah.screening.pk).update(submitted_at=timezone.now())


def test_a_draft_has_no_result_to_read(sarah):
    with pytest.raises(ValueError, match="no result"):
        sarah.screening.read_assessment()


def test_a_draft_s_plan_page_leads_back_to_the_walk(sarah):
    assert sarah.client.get("/plan/")["Location"] == "/check/answers/"
