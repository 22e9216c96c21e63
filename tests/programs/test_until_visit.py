"""Until a runner who was asked to come in has been seen, page and paper leave out runs."""

from dataclasses import replace

import pytest

from programs.library import load_library
from programs.models import IssuedPlan
from programs.notes import awaits_visit
from programs.plan_reasons import WEIGHT
from programs.printing.subjects import subject_of, subjects_of
from programs.sheets.order import Item, Kind, choices_for
from programs.until_visit import KEEP_RUNNING, until_visit
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.page import Page
from tests.programs.staff_decided import KIND, decided, plan_of, unlocked

pytestmark = pytest.mark.django_db
LEAVE_OUT = "Until your visit: leave out runs and all that hurts."
NOTE = "Please call us to book a visit."
BESIDE = "Keep your normal runs beside this stage."


def referred(short):
    """A runner who was asked to come in, and their device."""
    screening, token = sent(VIGNETTES[short]["case"])
    decided(screening, KIND.REFERRED, note=NOTE, state="referred")
    return Screening.objects.get(pk=screening.pk), token


def came_in(screening, outcome, state):
    decided(screening, KIND.CAME_IN, detail={"outcome": outcome}, state=state)
    return Screening.objects.get(pk=screening.pk)


def said(token, path="/plan/"):
    return Page(device(token).get(path)).text


@pytest.mark.parametrize("what", ["stage-1", "plan", "seen"])
def test_page_and_sheet_both_say_what_to_leave_out(what):
    _screening, token = referred("V12")

    assert LEAVE_OUT in said(token)
    assert LEAVE_OUT in said(token, f"/plan/sheet/?what={what}")


def test_the_sheet_says_it_without_a_note_too():
    screening, token = sent(VIGNETTES["V12"]["case"])
    decided(screening, KIND.REFERRED, state="referred")

    assert LEAVE_OUT in said(token, "/plan/sheet/?what=stage-1")


def test_no_sheet_for_a_run_is_handed_out():
    screening, token = referred("V01")
    kinds = {item.kind for item in choices_for(subject_of(screening, looking=True))}

    assert not kinds & {Kind.RUN, Kind.WARM_UP}
    assert device(token).get("/plan/sheet.pdf?what=run").status_code == 404
    assert device(token).get("/plan/run-weeks.csv").status_code == 404


def test_the_whole_plan_has_no_run_weeks():
    _screening, token = referred("V01")

    assert "Week 1" in said(device_of("V01"), "/plan/sheet/?what=plan")
    assert "Total" not in said(token, "/plan/sheet/?what=plan")


def device_of(short):
    return sent(VIGNETTES[short]["case"])[1]


def test_the_page_shows_no_run_weeks():
    _screening, token = referred("V01")
    page = said(token)

    assert "Your runs wait until your visit." in page
    assert "Your running weeks" not in page
    assert "Your first run is on" not in page


@pytest.mark.parametrize("short", ["V04", "V05"])
def test_who_may_run_otherwise_is_not_told_so_meanwhile(short):
    told = said(device_of(short)) + said(device_of(short), "/plan/sheet/?what=seen")
    _screening, token = referred(short)
    meanwhile = said(token) + said(token, "/plan/sheet/?what=seen") + said(token, "/plan/sheet/")

    assert "Let no week grow" in told
    for words in ("Let no week grow", BESIDE, "beside your normal runs", "Run as you do now."):
        assert words not in meanwhile


def test_the_plan_itself_stays_as_it_was_issued():
    screening, _token = referred("V01")
    record = subject_of(screening, for_staff=True).record

    assert IssuedPlan.objects.get(screening=screening).read().run is not None
    assert any(line.startswith("First run: ") for line in record.plan)


@pytest.mark.parametrize(("outcome", "state", "awaited"), [
    ("did_not_come", "referred", True),
    ("did_not_come", "done", True),
    ("came", "done", False),
    ("seen_elsewhere", "done", False),
])  # fmt: skip
def test_the_caution_stays_until_somebody_saw_the_runner(outcome, state, awaited):
    screening, token = referred("V12")
    screening = came_in(screening, outcome, state)

    assert awaits_visit(screening) is awaited
    assert (LEAVE_OUT in said(token)) is awaited
    assert (LEAVE_OUT in said(token, "/plan/sheet/?what=stage-1")) is awaited
    assert ("Your clinic asks you to come in" in said(token)) is awaited


def test_a_second_referral_waits_anew():
    screening, _token = referred("V12")
    screening = came_in(screening, "came", "done")
    decided(screening, KIND.REFERRED, state="referred")

    assert awaits_visit(Screening.objects.get(pk=screening.pk))


def test_a_clinician_who_settles_the_plan_ends_it():
    screening, _token = referred("V12")
    decided(screening, KIND.ACCEPTED, state="done")

    assert not awaits_visit(Screening.objects.get(pk=screening.pk))


def test_a_note_does_not_end_it():
    screening, token = referred("V12")
    decided(screening, note="We tried to call you.")
    page = said(token, "/plan/sheet/?what=stage-1")

    assert "We tried to call you." in page
    assert LEAVE_OUT in page


def test_an_examination_that_cleared_a_flag_ends_it(runner):
    runner.whole_walk(VIGNETTES["V08"]["case"])
    decided(runner.screening, KIND.REFERRED, state="referred")
    unlocked(runner.screening)
    Screening.objects.filter(pk=runner.screening.pk).update(state="waiting")

    assert not awaits_visit(Screening.objects.get(pk=runner.screening.pk))


def test_many_at_once_are_gathered_so_too():
    screening, _token = referred("V01")
    other = Screening.objects.get(pk=sent(VIGNETTES["V02"]["case"])[0].pk)
    found = subjects_of([screening, other])

    assert [subject.awaits_visit for subject in found] == [True, False]
    assert [Item(Kind.RUN) in choices_for(subject) for subject in found] == [False, True]


def test_a_stage_beside_normal_runs_has_none_meanwhile():
    screening, _token = sent(VIGNETTES["V04"]["case"])
    plan, library = plan_of(screening), load_library()
    shown = until_visit(plan, library)

    assert library.beside_running in plan.stages[0].aim
    assert shown.stages[0].aim == plan.stages[0].aim.replace(library.beside_running, library.no_runs)
    assert replace(shown, stages=plan.stages, reasons=plan.reasons, run=plan.run) == plan


def test_a_clinician_s_word_that_runs_may_go_on_waits_too():
    screening, token = sent(VIGNETTES["V04"]["case"])
    told = next(reason for reason in WEIGHT if reason.sentence in KEEP_RUNNING)
    plan = plan_of(screening)
    changed = replace(plan, reasons=(*plan.reasons, told))
    decided(screening, KIND.CHANGED, plan=changed, detail={"new": [told.sentence]})
    before = said(token)
    decided(screening, KIND.REFERRED, state="referred")

    assert before.count(told.sentence) == 2
    assert told.sentence not in said(token)
