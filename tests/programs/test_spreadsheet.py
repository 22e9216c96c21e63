"""The run weeks for a spreadsheet: exact, dated, and safe to open."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.spreadsheet import TRIGGERS, run_week_rows, safe_cell
from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.programs.runners import PAIN_FREE, plan_for, plan_of

SARAH = VIGNETTES["V01"]["case"]


def test_the_rows_are_who_headings_and_the_weeks():
    rows = list(run_week_rows(plan_for(), "Sarah Miller", "ITB-7F3K-Q2"))

    assert rows[0] == ["Sarah Miller", "ITB-7F3K-Q2"]
    assert rows[2] == ["1", "2026-12-14", "2.0 + 2.0 + 2.0", "6.0", "mi"]
    assert rows[-1] == ["18", "2027-04-12", "5.0 + 5.0 + 5.0 + 5.0 + 5.0", "25.0", "mi"]
    assert len(rows) == 20


def test_the_headings_are_translated():
    rows = list(run_week_rows(plan_for(), "", "ITB-7F3K-Q2", translate=str.upper))

    assert rows[1] == ["WEEK", "EARLIEST FIRST DAY", "RUNS", "TOTAL", "UNIT"]


def test_a_translation_is_no_formula():
    rows = list(run_week_rows(plan_for(), "", "ITB-7F3K-Q2", translate="={}".format))

    assert rows[1][0] == "'=Week"


def test_a_runner_without_a_name_has_the_code():
    assert next(run_week_rows(plan_for(), "", "ITB-7F3K-Q2")) == ["ITB-7F3K-Q2"]


def test_a_plan_without_running_has_no_weeks():
    assert len(list(run_week_rows(plan_of(PAIN_FREE), "", "ITB-7F3K-Q2"))) == 2


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u00a0=1", "＝1", "|calc"])
def test_a_name_that_a_spreadsheet_would_run_is_made_text(name):
    assert safe_cell(name) == f"'{name}"


@given(st.text(max_size=20))
def test_no_cell_begins_as_a_formula(text):
    assert not safe_cell(text).lstrip(" \u00a0").startswith(TRIGGERS)


def opened(case, **typed):
    """The file as a spreadsheet reads it."""
    _screening, token = sent(case, **typed)
    response = device(token).get("/plan/run-weeks.csv")
    return response, list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_the_file_opens_with_every_name_of_the_world(db):
    response, rows = opened(SARAH, name="Łukasz Nowak")

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert rows[0][0] == "Łukasz Nowak"
    assert response["Content-Disposition"].startswith("attachment; filename=")


def test_a_hostile_name_does_not_run(db):
    _response, rows = opened(SARAH, name="=HYPERLINK(1)")

    assert rows[0][0] == "'=HYPERLINK(1)"


def test_the_file_speaks_the_language_of_the_site(db, monkeypatch):
    monkeypatch.setattr("programs.views.gettext", str.upper)

    assert opened(SARAH)[1][1][0] == "WEEK"


@pytest.mark.parametrize("short", ["V03", "V04", "V05", "V10", "V11", "V12", "V14"])
def test_what_is_not_released_or_not_planned_can_not_be_fetched(db, short):
    _screening, token = sent(VIGNETTES[short]["case"])

    assert device(token).get("/plan/run-weeks.csv").status_code == 404
