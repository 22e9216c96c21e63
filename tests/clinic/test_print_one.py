"""One runner's sheets in one click, and the page that says why there are none."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from audit.models import AuditEvent, Kind
from clinic.packs import one
from clinic.roles import Role
from screening.models import Screening
from tests.clinic.front_desk import case, opened, printed, sarah_and_ben, signed_in, stopped
from tests.drafts import device, draft, sent
from tests.page import Page
from tests.staff import sign_in


@pytest.fixture
def staff(db):
    return signed_in()


@pytest.fixture
def sarah(db):
    return sarah_and_ben()[0]


def address(screening):
    return f"/staff/check/{screening.code}/print/"


def show(client, screening, *what, **look):
    return client.get(address(screening), {"what": what} | look)


def words(response):
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)


def held_back(sarah):
    """A later check of Sarah's met a red flag."""
    later = sent(case("V05"))[0]
    Screening.objects.filter(pk=later.pk).update(repeat_of=sarah, level="urgent")
    return later


def test_one_click_shows_the_usual_sheets(staff, sarah):
    response = show(staff, sarah)

    assert response["Content-Disposition"] == f'inline; filename="home-exercises-{sarah.code}.pdf"'
    assert "Sarah Miller" in words(response)
    assert printed() == [(sarah.code, ["stage-1", "run"])]


def test_a_name_is_never_in_the_file_s_name(staff, sarah):
    assert "Sarah" not in show(staff, sarah)["Content-Disposition"]


def test_printing_marks_the_check_as_opened(staff, sarah):
    show(staff, sarah)

    assert opened(sarah) == [True]


@pytest.mark.parametrize("role", Role)
def test_every_role_may_print(sarah, role):
    assert show(sign_in(role), sarah)["Content-Type"] == "application/pdf"


def test_one_sheet_may_be_asked_for(staff, sarah):
    show(staff, sarah, "stage-2")

    assert printed() == [(sarah.code, ["stage-2"])]


def test_a_sheet_asked_for_twice_is_printed_once(staff, sarah):
    show(staff, sarah, "run", "run")

    assert printed() == [(sarah.code, ["run"])]


def test_the_paper_may_be_chosen(staff, sarah):
    page = PdfReader(BytesIO(show(staff, sarah, "run", paper="a4").content)).pages[0]

    assert (int(page.mediabox.width), int(page.mediabox.height)) == (595, 841)


def test_a_wrong_option_is_the_usual_one(staff, sarah):
    assert show(staff, sarah, paper="<b>", layout="9", large="yes").content == show(staff, sarah).content


def test_a_code_is_read_leniently(staff, sarah):
    assert staff.get(f"/staff/check/{sarah.code.lower()}/print/").status_code == 200


@pytest.mark.parametrize("code", ["ITB-AAAA-AA", "%00", "<b>"])
def test_a_code_that_names_nobody_is_not_found(staff, code):
    assert staff.get(f"/staff/check/{code}/print/").status_code == 404


def test_a_draft_is_not_found(staff):
    assert show(staff, draft(case("V01"))[0]).status_code == 404


def test_after_a_red_flag_a_page_says_why_and_what_can_be_done(staff):
    locked = stopped()
    response = show(staff, locked)

    assert response.status_code == 409
    assert "A red flag ended the check" in Page(response).main
    assert "A clinician can clear the red flag" in Page(response).main
    assert f"{address(locked)}?what=summary" in Page(response).links
    assert opened(locked) == [False]


def test_after_a_red_flag_the_summary_alone_is_printed(staff):
    locked = stopped()

    assert show(staff, locked, "summary")["Content-Type"] == "application/pdf"
    assert show(staff, locked, "stage-1").status_code == 409
    assert show(staff, locked, "mirror").status_code == 409


def test_a_plan_on_hold_leads_to_the_later_check(staff, sarah):
    later = held_back(sarah)
    page = Page(show(staff, sarah))

    assert "A later check met a red flag" in page.main
    assert later.code in page.main


def test_a_held_sheet_says_that_a_clinician_looks_first(staff):
    held = sent(case("V14"))[0]
    response = show(staff, held, "run")

    assert response.status_code == 409
    assert "A clinician has to look first." in Page(response).main


def test_a_held_run_plan_prints_the_exercises_alone(staff):
    held = sent(case("V14"))[0]
    show(staff, held)

    assert printed() == [(held.code, ["stage-1"])]


@pytest.mark.parametrize("what", ["stage-9", "nonsense", "\0", "<script>"])
def test_a_sheet_that_there_is_not_is_said(staff, sarah, what):
    response = show(staff, sarah, what)

    assert response.status_code == 409
    assert b"<script>" not in response.content
    assert printed() == []


def test_what_is_refused_is_on_the_trail_as_viewed(staff):
    locked = stopped()
    show(staff, locked)

    assert [row.about for row in AuditEvent.objects.filter(kind=Kind.VIEWED)] == [locked.code]


def test_a_file_that_can_not_be_made_marks_nobody(staff, sarah, monkeypatch):
    def broken(*_args):
        raise OSError("full")

    monkeypatch.setattr(one, "pack", broken)
    with pytest.raises(OSError, match="full"):
        show(staff, sarah)

    assert (opened(sarah), printed()) == ([False], [])


def test_one_erased_while_it_is_drawn_is_not_handed_out(staff, sarah, monkeypatch):
    drawn = one.pack

    def slowly(orders, press):
        Screening.objects.all().delete()
        return drawn(orders, press)

    monkeypatch.setattr(one, "pack", slowly)

    assert show(staff, sarah).status_code == 404


def test_a_stranger_and_a_runner_are_asked_to_sign_in(client, db):
    screening, token = sent(case("V01"))

    for stranger in (client, device(token)):
        assert show(stranger, screening)["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("method", ["head", "post", "delete"])
def test_it_can_only_be_opened(staff, sarah, method):
    assert getattr(staff, method)(address(sarah)).status_code == 405
