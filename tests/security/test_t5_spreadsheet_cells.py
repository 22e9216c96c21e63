"""T5: no cell of an export is a formula; numbers stay numbers, and every text comes back as it was."""

import csv
import re
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programs.spreadsheet import TRIGGERS, run_week_rows, safe_cell
from tests.programs.runners import plan_for
from tests.security.people import sent

PLAN = plan_for()
PAYLOADS = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\u3000=1+1", "\u2003@x",
    "\ufeff=1+1", "\u200b=1+1", "\u200e=1+1", "＝1+1", "－1", "|calc", "%00=1", "=cmd|' /C calc'!A0", "\x00=1+1",
    '=HYPERLINK("x","tap")', "'=1+1", '"=1+1', '","=1+1', "a\n=1+1", "a\r\n=1+1", ";=1+1",
]  # fmt: skip
HOSTILE = st.one_of(st.text(max_size=40), st.builds(str.__add__, st.sampled_from(PAYLOADS), st.text(max_size=10)))


def runs(cell):
    """Whether a spreadsheet would read the cell as a formula, past everything that is not seen."""
    seen = next((c for c in cell if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")), "")
    return seen in set(TRIGGERS) - {""} or cell[:1] in ("\t", "\r", "\n", "\0")


def exported(name):
    """The rows as a spreadsheet program reads the file back."""
    held = StringIO(newline="")
    csv.writer(held, quoting=csv.QUOTE_ALL).writerows(run_week_rows(PLAN, name, "ITB-7F3K-Q2"))
    return list(csv.reader(StringIO(held.getvalue(), newline="")))


@pytest.mark.parametrize("payload", PAYLOADS, ids=repr)
def test_a_payload_is_no_formula(payload):
    assert not runs(safe_cell(payload))


@given(HOSTILE)
def test_no_text_is_a_formula_and_every_text_comes_back(text):
    cell = safe_cell(text)

    assert not runs(cell)
    assert cell in (text, f"'{text}")


@given(st.decimals(0, 999, places=1))
def test_numbers_stay_numbers(number):
    assert safe_cell(f"{number}") == f"{number}"


@given(HOSTILE.filter(lambda name: name and "\0" not in name))
def test_no_name_makes_a_formula_or_moves_a_cell(name):
    rows = exported(name)

    assert not [cell for row in rows for cell in row if runs(cell)]
    assert rows[0] == [safe_cell(name), "ITB-7F3K-Q2"]
    assert {len(row) for row in rows[1:]} == {5}


@pytest.mark.django_db
def test_the_file_from_the_site_holds_a_hostile_name_as_text():
    person = sent("V01", '=HYPERLINK("x","tap")')
    response = person.client.get("/plan/run-weeks.csv")
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"), newline="")))

    assert rows[0][0] == '\'=HYPERLINK("x","tap")'
    assert all(re.fullmatch(r"\d+\.\d", row[3]) for row in rows[2:])


@pytest.mark.django_db
def test_the_file_is_a_download_whose_name_nobody_chooses():
    person = sent("V01", "../../x.html")
    response = person.client.get("/plan/run-weeks.csv")

    assert response["Content-Disposition"] == f'attachment; filename="run-weeks-{person.screening.code}.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
