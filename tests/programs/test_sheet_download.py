"""The sheet as a file: whose it is, on which paper, and only where something is released."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from screening import throttle
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, sent

SARAH = VIGNETTES["V01"]["case"]


@pytest.fixture
def sheet(db):
    """Sarah's file: the answer and the pages read back."""
    screening, token = sent(SARAH, name="Sarah Miller")
    response = device(token).get("/plan/sheet.pdf?paper=letter")
    return screening, response, PdfReader(BytesIO(response.content))


def text_of(reader):
    return " ".join(page.extract_text() for page in reader.pages)


def test_the_file_is_a_pdf_named_by_the_code_alone(sheet):
    screening, response, _pages = sheet

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == f'inline; filename="home-exercises-{screening.code}.pdf"'


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
def test_the_paper_is_letter_unless_a4_is_asked(db, asked, width):
    _screening, token = sent(SARAH)
    pages = PdfReader(BytesIO(device(token).get(f"/plan/sheet.pdf?paper={asked}").content)).pages

    assert int(pages[0].mediabox.width) == width


def test_a_sheet_is_never_kept_by_a_cache(sheet):
    assert "no-store" in sheet[1]["Cache-Control"]


@pytest.mark.parametrize("short", ["V03", "V10", "V11"])
def test_where_nothing_is_released_there_is_no_sheet(db, short):
    _screening, token = sent(VIGNETTES[short]["case"])

    assert device(token).get("/plan/sheet.pdf").status_code == 404


def test_a_held_stage_3_leaves_stage_1_and_its_sheet_without_run_weeks(db):
    _screening, token = sent(VIGNETTES["V14"]["case"])

    response = device(token).get("/plan/sheet.pdf")

    assert response.status_code == 200
    assert "miles a week" not in text_of(PdfReader(BytesIO(response.content)))


def test_a_draft_and_a_stranger_get_no_sheet(client, db):
    _screening, token = draft(SARAH)

    assert device(token).get("/plan/sheet.pdf").status_code == 404
    assert client.get("/plan/sheet.pdf").status_code == 404


def test_a_flood_of_sheets_is_slowed_down(db, monkeypatch):
    monkeypatch.setattr(throttle, "SHEET", throttle.Limit("sheet", burst=1, every=60))
    _screening, token = sent(SARAH)
    phone = device(token)

    assert [phone.get("/plan/sheet.pdf").status_code for _ in range(2)] == [200, 429]
