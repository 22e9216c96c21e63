"""The export of a range of checks: who may, what is in it, and that the trail knows before the first byte is sent."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from audit.models import AuditEvent, Kind
from clinic.exports import ranges
from clinic.exports.columns import COLUMNS
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from screening.questions import load_questions
from tests.clinic.bundles import checked
from tests.clinic.exported import asked, rows_of, saved_csv, saved_json, text_of
from tests.staff import CLINICIAN, FRONT_DESK, MANAGER, member, sign_in

pytestmark = pytest.mark.django_db
DAYS = {"first": "2026-11-01", "last": "2026-11-30"}
# A spreadsheet that was made of it must go on working: names are added at the end of their part, never changed.
STABLE = (
    "code", "source", "state", "sent_at", "repeat_of", "name", "email", "phone", "agreed_at", "agreed_to",
    "question_set", "rule_set", "level", "flags", "pattern", "side", "strength", "fit", "left_state", "left_score",
    "right_state", "right_score", "rules", "opened_at", "reviewed_at", "unlocked_at", "held", "set_aside_for",
    "plan_rule", "plan_version", "plan_rule_set", "plan_content", "plan_issued_at", "plan_issued_by", "decisions",
)  # fmt: skip


def decided(screening, **what):
    return Decision.objects.create(screening=screening, by=member(CLINICIAN), by_name="Kim Sato", **what)


def moved(screening, at):
    Screening.objects.filter(pk=screening.pk).update(submitted_at=at)


def exports():
    return list(AuditEvent.objects.filter(kind=Kind.EXPORTED))


def test_the_columns_keep_their_names_and_order():
    assert tuple(column.name for column in COLUMNS)[: len(STABLE)] == STABLE


def test_every_question_has_a_column_and_no_name_comes_twice():
    names = [column.name for column in COLUMNS]
    keys = {question.key for page in load_questions().pages for question in page.questions}

    assert keys <= set(names)
    assert len(names) == len(set(names))


def test_a_check_is_one_line_with_its_answers_and_its_result():
    screening = checked("V01", name="Sarah Miller")
    (row,) = saved_csv()

    assert (row["code"], row["name"], row["source"]) == (screening.code, "Sarah Miller", "own")
    assert (row["level"], row["pattern"], row["side"]) == ("ok", "hip_control", "left")
    assert (row["left_state"], row["left_score"], row["right_score"]) == ("clear", "3", "0")
    assert (row["age"], row["usual_week"], row["unit"]) == (screening.answers["age"], "25", "mi")
    assert row["other_answers"] == ""


def test_answers_to_questions_of_the_past_are_not_lost():
    screening = checked("V01")
    Screening.objects.filter(pk=screening.pk).update(answers=screening.answers | {"shoe_age": "3"})

    assert saved_csv()[0]["other_answers"] == '{"shoe_age": "3"}'


def test_the_plan_that_stands_is_named_by_rule_and_version():
    screening = checked("V01")
    first = IssuedPlan.objects.get(screening=screening)
    IssuedPlan.objects.create(
        screening=screening, version=2, rule="STAFF", rule_set=first.rule_set, content_version="9", snapshot={},
        issued_by_name="Kim Sato",
    )  # fmt: skip
    (row,) = saved_csv()

    assert (row["plan_rule"], row["plan_version"], row["plan_content"]) == ("STAFF", "2", "9")
    assert row["plan_issued_by"] == "Kim Sato"


def test_decisions_come_in_order_with_reason_and_note():
    screening = checked("V01")
    decided(screening, kind="noted", note="Please call us.")
    decided(screening, kind="referred", reason="Night pain", detail={"soon": "today"})
    (row,) = saved_csv()
    noted, referred = row["decisions"].split(" | ")

    assert noted.endswith("noted by Kim Sato; note: Please call us.")
    assert referred.endswith("referred by Kim Sato; reason: Night pain")


@pytest.mark.parametrize("short", ["V06", "V09", "V03"])
def test_locked_checks_and_others_are_in_it(short):
    checked(short)

    assert len(saved_csv()) == len(saved_json()["checks"]) == 1


def test_a_walk_in_is_in_it_without_answers():
    Screening.objects.filter(pk=checked("V01").pk).update(
        source="walk_in", answers={}, assessment=None, level="", pattern="", name="Pat Lee"
    )
    (row,) = saved_csv()

    assert (row["name"], row["level"], row["left_state"], row["age"]) == ("Pat Lee", "", "", "")
    assert saved_json()["checks"][0]["result"] is None


def test_json_holds_the_same_and_every_reason():
    screening = checked("V01", name="Sarah Miller")
    decided(screening, kind="rerated", detail={"left": {"reps": 5}})
    saved = saved_json()
    (check,) = saved["checks"]

    assert saved["first"] == str(timezone.localdate())
    assert check["answers"] == {k: v for k, v in screening.answers.items() if not k.startswith("seen:")}
    assert check["result"] == screening.assessment
    assert check["decisions"][0]["detail"] == {"left": {"reps": 5}}
    assert [plan["version"] for plan in check["plans"]] == [1]


def test_a_range_is_days_of_the_clinic_s_clock():
    for at in ((10, 31, 23), (11, 1, 4), (12, 1, 4), (12, 1, 5)):
        moved(checked("V01"), datetime(2025, *at, 0, tzinfo=UTC))

    assert len(saved_csv(first="2025-11-01", last="2025-11-30")) == 2


def test_a_draft_is_in_no_export():
    Screening.objects.filter(pk=checked("V01").pk).update(submitted_at=None, assessment=None, level="", state="")

    assert saved_csv() == []


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_trail_has_count_and_range_before_the_first_byte(kind):
    checked("V01", name="Sarah Miller")
    response = asked(kind)
    (event,) = exports()

    assert event.by_name == "morgan"
    today = str(timezone.localdate())
    assert event.detail == {"what": kind, "count": 1, "first": today, "last": today}
    assert text_of(response)


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_the_file_is_named_by_its_days_and_nothing_else(kind):
    checked("V01", name="Sarah Miller")
    response = asked(kind, **DAYS)

    assert response["Content-Disposition"] == f'attachment; filename="checks-2026-11-01-to-2026-11-30.{kind}"'
    assert response.streaming
    assert response["Cache-Control"].find("no-store") >= 0


def test_many_checks_are_read_in_chunks_and_come_in_order(monkeypatch):
    monkeypatch.setattr(ranges, "CHUNK", 2)
    at = datetime(2025, 11, 5, 12, tzinfo=UTC)
    made = [checked("V01") for _ in range(5)]
    Screening.objects.filter(pk__in=[one.pk for one in made]).update(submitted_at=at)
    rows = saved_csv(first="2025-11-05", last="2025-11-05")

    assert [row["code"] for row in rows] == [one.code for one in made]


def test_queries_grow_with_chunks_not_with_checks():
    counts = []
    for number in (1, 4):
        for _ in range(number):
            checked("V01")
        response = asked("csv")
        with CaptureQueriesContext(connection) as queries:
            rows_of(response)
        counts.append(len(queries))

    assert counts[0] == counts[1] <= 4


def test_no_snapshot_is_read_for_an_export():
    checked("V01")
    response = asked("json")
    with CaptureQueriesContext(connection) as queries:
        text_of(response)

    assert [query for query in queries.captured_queries if '"snapshot"' in query["sql"]] == []


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"first": ""}, "Choose a day."),
        ({"last": "tomorrow"}, "Type the day as 2026-11-30."),
        ({"first": "2026-11-30", "last": "2026-11-01"}, "The last day lies before the first."),
        ({"last": "9999-12-31"}, "Choose an earlier day."),
    ],
)
def test_a_range_that_is_none_is_said_and_nothing_is_exported(days, said):
    response = asked("csv", **days)

    assert said in response.content.decode()
    assert exports() == []


def test_the_page_says_that_it_is_health_data_and_names_every_column():
    page = sign_in(MANAGER).get("/staff/export/").content.decode()

    assert "health data" in page
    assert [column.name for column in COLUMNS if f"<code>{column.name}</code>" not in page] == []


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_who_comes_back_from_the_password_finds_the_form(kind):
    response = sign_in(MANAGER).get(f"/staff/export/{kind}/")

    assert response.status_code == 302
    assert response["Location"] == "/staff/export/"


@pytest.mark.parametrize("path", ["export/", "export/csv/", "export/json/", "check/{code}/fhir.json"])
def test_an_old_sign_in_is_asked_for_the_password_again(path):
    code = checked("V01").code
    response = sign_in(MANAGER, minutes_ago=6).get(f"/staff/{path.format(code=code)}")

    assert response.status_code == 302
    assert response["Location"].startswith(f"{reverse('account_reauthenticate')}?next=")
    assert exports() == []


@pytest.mark.parametrize("role", [FRONT_DESK, CLINICIAN])
@pytest.mark.parametrize("path", ["export/", "export/csv/", "export/json/", "check/{code}/fhir.json"])
def test_only_a_manager_exports(role, path):
    code = checked("V01").code

    assert sign_in(role).get(f"/staff/{path.format(code=code)}").status_code == 403


def test_a_bundle_is_one_line_of_the_trail_about_its_check():
    screening = checked("V01")
    sign_in(MANAGER).get(f"/staff/check/{screening.code}/fhir.json")
    (event,) = exports()

    assert (event.about, event.detail) == (screening.code, {"what": "fhir"})


@pytest.mark.parametrize("code", ["ITB-0000-00", "draft"])
def test_a_code_of_no_sent_check_is_not_found(code):
    if code == "draft":
        screening = checked("V01")
        Screening.objects.filter(pk=screening.pk).update(submitted_at=None, assessment=None, level="", state="")
        code = screening.code

    assert sign_in(MANAGER).get(f"/staff/check/{code}/fhir.json").status_code == 404
