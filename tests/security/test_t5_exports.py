"""T5: whatever runners and staff type, no cell of the clinic's export is a formula, and the text comes back."""

import csv
import json
from io import StringIO

import pytest
from django.utils import timezone
from hypothesis import given

from clinic.exports.columns import COLUMNS
from clinic.exports.files import csv_pieces, json_pieces
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.clinic.bundles import checked
from tests.clinic.exported import asked, rows_of
from tests.security.test_t5_spreadsheet_cells import HOSTILE, PAYLOADS, runs

# The text of a database: PostgreSQL keeps no NUL and no lone surrogate, and no form lets one through.
TYPED = HOSTILE.filter(lambda text: ("\0" not in text and text.isprintable()) or "\n" in text)
NUMBERS = ("age", "usual_week", "usual_days", "weeks_off", "left_score", "right_score", "left_squat_pain", "pain_weeks")


def hostile(name, answer, reason):
    """A check with these words wherever words may stand."""
    now = timezone.now()
    check = Screening(pk=1, code="ITB-7F3K-Q2", submitted_at=now, consented_at=now, state="waiting", level="ok")
    check.name = check.email = check.suspected = name
    check.phone, check.answers = answer, {"name": name, "pain_spot": answer, "of_the_past": reason}
    decision = Decision(kind="noted", by_name=name, at=now, reason=reason, note=answer)
    plan = IssuedPlan(rule="PL-03", issued_by_name=name)
    check._prefetched_objects_cache = {"decisions": [decision], "plans": [plan]}
    return check


def read_back(text):
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_cell_is_a_formula_and_no_text_moves_a_cell(name, answer, reason):
    rows = read_back("".join(csv_pieces([hostile(name, answer, reason)])).replace("\0", "\N{SYMBOL FOR NULL}"))

    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    assert [cell for row in rows for cell in row if runs(cell)] == []


@given(TYPED)
def test_every_name_comes_back_but_for_the_mark_before_it(name):
    text = "".join(csv_pieces([hostile(name, "", "")]))
    row = dict(zip(*read_back(text), strict=True))

    assert row["name"] in (name, f"'{name}")


@given(HOSTILE)
def test_json_gives_every_text_back_as_it_was(name):
    now = timezone.now()
    saved = json.loads("".join(json_pieces([hostile(name, name, name)], now.date(), now.date(), now)))

    assert saved["checks"][0]["name"] == name
    assert saved["checks"][0]["decisions"][0]["reason"] == name


@pytest.mark.django_db
@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if "\0" not in payload], ids=repr)
def test_a_payload_in_the_database_is_text_in_the_file(payload):
    screening = checked("V01")
    Screening.objects.filter(pk=screening.pk).update(name=payload)
    Decision.objects.create(screening=screening, kind="noted", by_name=payload, reason=payload)
    (row,) = rows_of(asked("csv"))

    assert [cell for cell in row.values() if runs(cell)] == []
    assert row["name"].removeprefix("'") == payload.removeprefix("'")


@pytest.mark.django_db
def test_numbers_stay_numbers():
    checked("V01")
    (row,) = rows_of(asked("csv"))

    assert [name for name in NUMBERS if not row[name].replace(".", "", 1).isdigit()] == []


@pytest.mark.django_db
def test_every_cell_is_quoted():
    checked("V01")
    text = b"".join(asked("csv").streaming_content).decode().removeprefix("\ufeff")

    assert all(line.startswith('"') and line.endswith('"') for line in text.splitlines())
