"""The sheet as a file: whose it is, which one, on which paper, and only where something is released."""

from io import BytesIO
from itertools import product

import pytest
from django.conf import settings
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pypdf import PdfReader

from programs.sheets.order import Layout
from screening import throttle
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent
from tests.page import Page

SARAH = VIGNETTES["V01"]["case"]
WHATS = ["now", "seen", "stage-1", "stage-4", "plan", "warm_up", "run", "upkeep", "mirror"]
FILES = {
    "now": "home-exercises", "stage-2": "home-exercises", "plan": "whole-plan", "run": "return-to-running",
    "seen": "what-we-saw", "warm_up": "warm-up", "upkeep": "keep-it", "mirror": "mirror-check",
}  # fmt: skip


@pytest.fixture
def sheet(db):
    """Sarah's file: the answer and the pages read back."""
    screening, token = sent(SARAH, name="Sarah Miller")
    response = device(token).get("/plan/sheet.pdf?paper=letter")
    return screening, response, pages_of(response)


@pytest.fixture
def sarah(db):
    """A client on Sarah's phone."""
    return device(sent(SARAH, name="Sarah Miller")[1])


def pages_of(response):
    return PdfReader(BytesIO(response.content))


def text_of(reader):
    return " ".join(page.extract_text() for page in reader.pages)


def test_the_file_is_a_pdf_named_by_the_code_alone(sheet):
    screening, response, _pages = sheet

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="home-exercises-{screening.code}.pdf"'


@pytest.mark.parametrize(("what", "name"), FILES.items())
def test_a_file_is_named_for_what_is_in_it(sarah, what, name):
    assert f'filename="{name}-ITB-' in sarah.get("/plan/sheet.pdf", {"what": what})["Content-Disposition"]


def test_the_sheet_names_runner_clinic_stage_and_leg(sheet):
    words = text_of(sheet[2])

    for said in ("Sarah Miller", "Spectrum Therapeutics of NJ", "(973) 689-7123", "left"):
        assert said in words


def test_the_sheet_has_the_run_weeks_exactly(sheet):
    words = text_of(sheet[2])

    assert "6.0" in words
    assert "25.0" in words


def test_the_disclaimer_is_on_the_sheet(sheet):
    assert "It is not a diagnosis" in " ".join(text_of(sheet[2]).split())


@pytest.mark.parametrize(("asked", "width"), [("letter", 612), ("a4", 595), ("nonsense", 612)])
def test_the_paper_is_letter_unless_a4_is_asked(sarah, asked, width):
    pages = pages_of(sarah.get(f"/plan/sheet.pdf?paper={asked}")).pages

    assert int(pages[0].mediabox.width) == width


def test_another_stage_is_another_sheet(sarah):
    words = text_of(pages_of(sarah.get("/plan/sheet.pdf?what=stage-2")))

    assert "Stage 2 of 4" in " ".join(words.split())


@pytest.mark.parametrize(("layout", "large"), list(product(Layout, "01")))
def test_every_look_of_the_stage_to_do_now_can_be_had(sarah, layout, large):
    response = sarah.get("/plan/sheet.pdf", {"what": "now", "layout": layout, "large": large})

    assert response.status_code == 200
    assert len(pages_of(response).pages) >= 1


def test_a_sheet_is_never_kept_by_a_cache(sheet):
    assert "no-store" in sheet[1]["Cache-Control"]


@pytest.mark.parametrize("what", ["stage-5", "stage-", "stage-1.5", "summary", "cover", "STAGE-1", "\0", "x" * 9000])
def test_a_sheet_that_the_runner_has_not_is_not_found(sarah, what):
    assert sarah.get("/plan/sheet.pdf", {"what": what}).status_code == 404


@pytest.mark.parametrize("what", ["stage-1", "stage-2", "stage-3", "stage-4", "plan", "run", "warm_up", "upkeep"])
@pytest.mark.parametrize("short", ["V03", "V10", "V11"])
def test_where_nothing_is_released_no_exercise_is_handed_out(db, short, what):
    _screening, token = sent(VIGNETTES[short]["case"])

    assert device(token).get("/plan/sheet.pdf", {"what": what}).status_code == 404


@pytest.mark.parametrize("what", ["stage-3", "stage-4", "run", "upkeep"])
def test_behind_a_held_stage_nothing_is_handed_out(db, what):
    _screening, token = sent(VIGNETTES["V14"]["case"])

    assert device(token).get("/plan/sheet.pdf", {"what": what}).status_code == 404


def test_a_held_stage_3_leaves_stage_1_and_its_sheet_without_run_weeks(db):
    _screening, token = sent(VIGNETTES["V14"]["case"])

    response = device(token).get("/plan/sheet.pdf")

    assert response.status_code == 200
    assert "miles a week" not in text_of(pages_of(response))


PRINTING = ["/plan/sheet.pdf", "/plan/sheet/", "/plan/preview.png", "/plan/print/"]


@pytest.mark.parametrize("address", PRINTING)
def test_a_draft_and_a_stranger_find_nothing_to_print(client, db, address):
    assert device(draft(SARAH)[1]).get(address).status_code == 404
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", PRINTING)
def test_after_a_red_flag_printing_leads_to_the_page_about_care(db, address):
    other, locked = sent(SARAH)
    Screening.objects.filter(pk=other.pk).update(level="urgent")

    assert device(locked).get(address, follow=True).redirect_chain == [("/plan/", 302), ("/check/care/", 302)]


def test_a_flood_of_sheets_is_slowed_down(sarah, monkeypatch):
    monkeypatch.setattr(throttle, "SHEET", throttle.Limit("sheet", burst=1, every=60))

    assert [sarah.get("/plan/sheet.pdf").status_code for _ in range(2)] == [200, 429]


def test_the_quick_link_takes_the_remembered_look_and_the_stage_to_do_now(sarah):
    sarah.get("/plan/print/?what=run&paper=a4&layout=fit&large=0")
    response = sarah.get("/plan/sheet.pdf")

    assert int(pages_of(response).pages[0].mediabox.width) == 595
    assert "home-exercises" in response["Content-Disposition"]


@given(st.dictionaries(st.sampled_from(["what", "layout", "paper", "large", "check", "x"]), st.text(max_size=40)))
@hypothesis_settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_address_breaks_it(sarah, options):
    sarah.cookies[f"{settings.RUNNER_COOKIE_NAME}-print"] = "now.fit.letter.0"

    assert sarah.get("/plan/sheet.pdf", options).status_code in (200, 404, 429)


@pytest.mark.parametrize("what", WHATS)
def test_every_sheet_has_an_equal_page(sarah, what):
    page, file = (sarah.get(address, {"what": what}) for address in ("/plan/sheet/", "/plan/sheet.pdf"))

    assert (page.status_code, file.status_code) == (200, 200)
    assert "Sarah Miller" in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_page_may_hold_two_sheets_one_below_the_other(sarah):
    text = Page(sarah.get("/plan/sheet/?what=now")).main

    assert text.index("Wake up the hip") < text.index("25.0")


@pytest.mark.parametrize("address", ["/plan/sheet/", "/plan/sheet.pdf"])
def test_a_flood_is_slowed_down_whichever_way_it_comes(sarah, monkeypatch, address):
    monkeypatch.setattr(throttle, "SHEET", throttle.Limit("sheet", burst=1, every=60))
    sarah.get("/plan/sheet/")

    assert sarah.get(address).status_code == 429
