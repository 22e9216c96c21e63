"""One runner's sheets as a page for staff: every kind, behind the same door as the pack."""

import pytest
from django.urls import reverse

from programs.printing.options import value_of
from programs.printing.subjects import subject_of
from programs.sheets.order import choices_for
from screening.models import Screening
from tests.clinic.front_desk import case, opened, printing, sarah_and_ben, signed_in, stopped
from tests.drafts import device, draft, sent
from tests.page import Page

SHEET = "/staff/sheet/"
KINDS = [
    "cover", "seen", "stage-1", "stage-2", "stage-3", "stage-4", "plan",
    "warm_up", "run", "upkeep", "mirror", "summary",
]  # fmt: skip


@pytest.fixture
def staff(db):
    return signed_in()


@pytest.fixture
def sarah(db):
    return sarah_and_ben()[0]


def shown(client, screening, *what, **more):
    return client.get(SHEET, {"check": screening.code, "what": what} | more)


def test_every_kind_that_there_is_is_tried_here(sarah):
    assert [value_of(item) for item in choices_for(subject_of(sarah, for_staff=True))] == KINDS


@pytest.mark.parametrize("what", KINDS)
def test_every_kind_is_there_as_a_page(staff, sarah, what):
    response = shown(staff, sarah, what)

    assert response.status_code == 200
    assert "Sarah Miller" in Page(response).main
    assert "no-store" in response["Cache-Control"]


def test_the_summary_has_the_rules_that_fired(staff, sarah):
    assert "SC-0" in Page(shown(staff, sarah, "summary")).main


def test_several_stand_one_below_the_other(staff, sarah):
    page = Page(shown(staff, sarah, "run", "stage-1"))

    assert len(page.all("article")) == 2


def test_large_print_is_taken_over(staff, sarah):
    assert "sheet-large" in shown(staff, sarah, "run", large="1").content.decode()


def test_the_page_leads_back_to_the_pack_and_not_to_a_runner_s_own_pages(staff, sarah):
    links = Page(shown(staff, sarah, "run")).links

    assert f"/staff/pack/?check={sarah.code}" in links
    assert not {"/plan/", "/plan/print/"} & set(links)


def test_opening_a_sheet_marks_the_check_as_opened(staff, sarah):
    shown(staff, sarah, "run")

    assert opened(sarah) == [True]


@pytest.mark.parametrize("what", [[], ["stage-9"], ["run", "nonsense"], ["\0"]])
def test_what_is_not_there_is_not_found_and_marks_nothing(staff, sarah, what):
    assert shown(staff, sarah, *what).status_code == 404
    assert opened(sarah) == [False]


@pytest.mark.parametrize("code", ["", "ITB-AAAA-AA", "\0", "<b>"])
def test_a_code_that_names_nobody_is_not_found(staff, code):
    assert staff.get(SHEET, {"check": code, "what": "mirror"}).status_code == 404


def test_a_draft_is_not_shown(staff):
    assert shown(staff, draft(case("V01"))[0], "mirror").status_code == 404


@pytest.mark.parametrize("what", KINDS)
def test_after_a_red_flag_only_the_summary_is_shown(staff, what):
    locked = stopped()

    assert shown(staff, locked, what).status_code == (200 if what == "summary" else 404)
    assert opened(locked) == [what == "summary"]


@pytest.mark.parametrize("what", ["stage-1", "run", "cover"])
def test_a_plan_on_hold_is_not_shown(staff, sarah, what):
    later = sent(case("V05"))[0]
    Screening.objects.filter(pk=later.pk).update(repeat_of=sarah, level="urgent")

    assert shown(staff, sarah, what).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, sarah):
    response = shown(client, sarah, "summary")

    assert response["Location"].startswith(f"{reverse('account_login')}?next=/")
    assert opened(sarah) == [False]


def test_a_runner_does_not_get_in(db):
    screening, token = sent(case("V01"))

    assert shown(device(token), screening, "summary").status_code == 302


@pytest.mark.parametrize("method", ["head", "post", "delete"])
def test_it_can_only_be_opened(staff, sarah, method):
    assert getattr(staff, method)(f"{SHEET}?check={sarah.code}&what=run").status_code == 405
    assert opened(sarah) == [False]


def test_from_the_pack_one_runner_s_sheets_open_as_a_page(staff, sarah):
    response = printing(staff, sarah.code, pages="1", large="1")

    assert response["Location"] == f"{SHEET}?check={sarah.code}&what=stage-1&what=run&large=1"
    assert opened(sarah) == [False]


def test_from_the_pack_only_one_runner_at_a_time(staff, db):
    response = printing(staff, *(one.code for one in sarah_and_ben()), pages="1")

    assert "Only one runner's sheets open as a page." in Page(response).text


def test_one_who_goes_without_something_is_named_before_the_page_opens(staff, sarah):
    held = sent(case("V14"))[0]
    first = Page(printing(staff, held.code, pages="1"))
    yes = first.one("input", name="despite").attrs["value"]

    assert "A clinician has to look first." in first.text
    assert printing(staff, held.code, pages="1", despite=yes)["Location"].endswith("what=stage-1&large=0")
