"""The runner's pages and sheets follow what staff decided: released, cleared, made at the clinic, typed in."""

from dataclasses import replace

import pytest

from programs.models import IssuedPlan
from programs.printing.subjects import subject_of, subjects_of
from programs.sheets.order import Kind, choices_for
from screening.actions import open_to_another
from screening.models import Screening
from screening.paper_link import paper_link_of
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.programs.runners import plan_for
from tests.programs.staff_decided import KIND, decided, opened, plan_of, unlocked, walk_in

pytestmark = pytest.mark.django_db
EVERYWHERE = ("/", "/plan/", "/plan/print/", "/plan/sheet/", "/plan/sheet.pdf", "/check/care/", "/check/answers/",
              "/check/about-you/", "/check/resume/", "/my/link/", "/my/checks/", "/my/erase/", "/my/data.json",
              "/plan/run-weeks.csv", "/plan/preview.png", "/check/")  # fmt: skip


def html(client, path="/plan/"):
    return client.get(path, follow=True).content.decode()


def released(short):
    """A held plan that staff released, and a device of its runner."""
    screening, token = sent(VIGNETTES[short]["case"])
    decided(screening, KIND.RELEASED, reason="Looked at.", plan=opened(plan_of(screening)), held=False)
    return device(token)


def test_a_released_start_opens_stage_1():
    held = sent(VIGNETTES["V03"]["case"])[1]
    before, after = html(device(held)), html(released("V03"))

    assert "The clinic says yes before you start" in before
    assert "Then it may open Stage 1 for you." in before
    assert "The clinic says yes before" not in after
    assert "Then it may open Stage 1 for you." not in after
    assert "The clinic has looked, and your plan is open." in after
    assert "Now: Stage 1." in after


def test_a_released_stage_3_opens_running():
    held, opened_page = html(device(sent(VIGNETTES["V14"]["case"])[1])), html(released("V14"))

    assert "The clinic says yes before you run again" in held
    assert "The clinic looks before you run again." in held
    assert "Not open yet" not in opened_page
    assert "The clinic looks before you run again." not in opened_page
    assert "Get these weeks for a spreadsheet" in opened_page


def test_the_page_what_we_saw_follows_a_release():
    screening, _token = sent(VIGNETTES["V14"]["case"])
    decided(screening, KIND.RELEASED, plan=opened(plan_of(screening)))
    lead = " ".join(subject_of(screening, looking=True).seen.lead)

    assert "The clinic looks before you run again." not in lead
    assert "your whole plan is open" in lead


def test_a_hold_before_another_stage_names_it():
    screening, token = sent(VIGNETTES["V14"]["case"])
    plan = plan_of(screening)
    decided(screening, KIND.CHANGED, plan=replace(plan, stages=plan.stages[1:]))

    assert "You may do the stages before Stage 3 now." in html(device(token))
    assert "You may do the stages before Stage 3 now." in html(device(token), "/plan/sheet/?what=seen")


def test_a_hold_without_its_stage_says_that_running_waits():
    screening, token = sent(VIGNETTES["V14"]["case"])
    plan = plan_of(screening)
    decided(screening, KIND.CHANGED, plan=replace(plan, stages=plan.stages[:2], run=None))

    assert "Running waits until the clinic has looked." in html(device(token), "/plan/sheet/?what=seen")


@pytest.fixture
def cleared(runner):
    """A runner whose red flag a clinician cleared; no plan was made yet."""
    runner.whole_walk(VIGNETTES["V08"]["case"])
    unlocked(runner.screening)
    return runner


def test_after_a_red_flag_was_cleared_the_plan_is_on_its_way(cleared):
    page = html(cleared.client)

    assert "Your plan is on its way</h1>" in page
    assert "A clinician has looked at your answers." in page


@pytest.mark.parametrize("path", ["/check/care/", "/check/resume/", "/plan/print/", "/plan/sheet/", "/plan/sheet.pdf"])
def test_every_way_leads_there_until_the_plan_is_made(cleared, path):
    assert "Your plan is on its way</h1>" in html(cleared.client, path)


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_page_breaks_while_there_is_no_plan(cleared, path):
    assert cleared.client.get(path, follow=True).status_code < 500


def test_a_plan_made_after_that_is_shown_without_legs(cleared):
    decided(cleared.screening, KIND.ACCEPTED, plan=plan_for())
    page = html(cleared.client)

    assert "Your plan from the clinic</h1>" in page
    assert "They looked at your answers first." in page
    assert "What you saw in the mirror" not in page
    assert "Your clinic has looked at this answer." in page
    assert "The clinic will look at your answers before you run again." not in page
    assert "Now: Stage 1." in page


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_page_breaks_with_a_plan_after_a_red_flag(cleared, path):
    decided(cleared.screening, KIND.ACCEPTED, plan=plan_for())

    assert cleared.client.get(path, follow=True).status_code < 500


def test_no_page_what_we_saw_is_offered_without_a_mirror_check(cleared):
    decided(cleared.screening, KIND.ACCEPTED, plan=plan_for())
    subject = subject_of(Screening.objects.get(pk=cleared.screening.pk), for_staff=True)

    assert Kind.SEEN not in [item.kind for item in choices_for(subject)]
    assert "A clinician cleared it on" in subject.record.notes[0]
    assert cleared.client.get("/plan/sheet/?what=seen").status_code == 404


def test_an_earlier_plan_is_held_until_the_flag_is_cleared(cleared):
    later = cleared.screening
    earlier, token = sent(VIGNETTES["V01"]["case"])
    Screening.objects.filter(pk=later.pk).update(repeat_of=earlier, unlocked_at=None)
    held = html(device(token))
    Screening.objects.filter(pk=later.pk).update(unlocked_at=later.unlocked_at)

    assert "This plan is on hold" in held
    assert "This plan is on hold" not in html(device(token))


def test_a_locked_check_still_shows_no_plan(runner):
    runner.whole_walk(VIGNETTES["V08"]["case"])

    assert "Why we stopped here" in html(runner.client)


@pytest.fixture
def ana():
    """Ana, who walked in, and a device that opened the code on her sheet."""
    screening = walk_in(plan_for())
    return screening, device(paper_link_of(screening).token)


def test_a_walk_in_s_sheet_opens_the_plan(ana):
    page = html(ana[1])

    assert "Made at the clinic on" in page
    assert "Your plan from the clinic</h1>" in page
    assert "Now: Stage 1." in page


def test_the_code_on_the_sheet_can_be_typed(client, ana):
    page = client.post("/code/", {"code": paper_link_of(ana[0]).code}, follow=True)

    assert "Your plan from the clinic</h1>" in page.content.decode()


@pytest.mark.parametrize("path", EVERYWHERE)
def test_no_page_breaks_for_a_walk_in(ana, path):
    assert ana[1].get(path, follow=True).status_code < 500


def test_a_walk_in_may_do_the_check_later(ana):
    assert ana[1].post("/check/again/", {"check": ana[0].code}).status_code == 302


def test_a_walk_in_without_a_plan_yet_waits_for_it():
    screening = walk_in(plan_for())
    IssuedPlan.objects.filter(screening=screening).delete()
    page = html(device(paper_link_of(screening).token))

    assert "Your plan is on its way</h1>" in page
    assert "A clinician has looked at your answers." not in page


def test_the_summary_of_a_walk_in_says_where_the_plan_was_made(ana):
    record = subject_of(ana[0], for_staff=True).record

    assert record.level == "Made at the clinic"
    assert record.notes[0].startswith("A walk-in without a self-check")
    assert [item.what for item in record.decisions] == ["Plan made, version 1."]


def test_a_walk_in_s_sheets_are_all_but_what_we_saw(ana):
    kinds = {item.kind for item in choices_for(subject_of(ana[0], looking=True))}

    assert Kind.SEEN not in kinds
    assert {Kind.STAGE, Kind.PLAN, Kind.COVER} <= kinds


def test_a_walk_in_takes_all_data_away(ana):
    data = device(open_to_another(ana[0])).get("/my/data.json").json()

    assert data["filled_in"] == "walk_in"
    assert data["result"] is None
    assert data["decisions_of_the_clinic"][0]["what"] == "made"


def test_a_check_from_paper_says_so_on_the_page_and_in_the_record():
    screening, token = sent(VIGNETTES["V01"]["case"])
    Screening.objects.filter(pk=screening.pk).update(source="paper")
    screening.refresh_from_db()

    assert "Filled in on paper, typed in by the clinic." in html(device(token))
    assert "Filled in on paper, typed in by the clinic." in subject_of(screening, for_staff=True).record.notes


def test_a_plan_given_where_the_rules_have_none_is_the_clinic_s():
    screening, token = sent(VIGNETTES["V10"]["case"])
    decided(screening, KIND.CHANGED, plan=plan_for())
    page = html(device(token))

    assert "Your plan from the clinic</h1>" in page
    assert "What you saw in the mirror" in page
    assert "we give you no plan" not in page


def test_many_at_once_are_gathered_as_one_by_one(ana):
    own, _token = sent(VIGNETTES["V01"]["case"])
    decided(own, note="A note.")
    people = [ana[0], Screening.objects.get(pk=own.pk)]

    assert subjects_of(people, for_staff=True) == [subject_of(one, for_staff=True) for one in people]
