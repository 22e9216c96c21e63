"""T23: a line of the log tells that something happened, never to whom and what they answered."""

import json
import logging
import re
from typing import Any

import pytest
from django.conf import settings
from django.db import OperationalError
from django.test import Client

from itbcare.request_log import FIELDS, JsonFormatter
from screening.models import Screening
from tests.conftest import VIGNETTES
from tests.runner import Runner
from tests.security.people import sent

pytestmark = pytest.mark.django_db
NAME, MAIL, PHONE = "Sarah Q. Millerton", "sarah.millerton@example.com", "973 555 0142"
ALLOWED = {"at", "level", "logger", "request", "message", "error", "where", *FIELDS}
CLOSED = {
    "route": r"[a-z]+(:[a-z_]+)?|-",
    "method": "GET|POST|HEAD|other",
    "status": r"\d{3}",
    "ms": r"\d+",
    "code": r"ITB-\w{4}-\w{2}",
    "event": "[a-z]+",
    "reason": "[A-Za-z ]+",
    "request": "[0-9a-f]{16}|-",
}


def journey(client, log):
    """From the start to the sheet, the link by mail, a wrong form, a guess and a stop; returns what was given away."""
    runner = Runner(client)
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="your-name")
    runner.post("your-name", name=NAME, email="sarah.millerton at home")
    runner.post("your-name", name=NAME, email=MAIL)
    first = client.cookies[settings.RUNNER_COOKIE_NAME].value
    runner.finish()
    for address in ("/plan/", "/plan/sheet.pdf", "/plan/run-weeks.csv", "/my/data.json", "/my/link/", "/check/lately/"):
        client.get(address)
    client.post("/my/link/email/", {"email": MAIL, "warned": "on"})
    Client(enforce_csrf_checks=True).post("/check/your-name/", {"name": NAME})
    Client().get(f"/r/{first[:-1]}x/?name={NAME}")
    Client().get("/", headers={"host": f"{first}.example"})
    client.post("/my/link/replace/")
    second = client.cookies[settings.RUNNER_COOKIE_NAME].value
    return runner.screening, [first, second, *Client().cookies]


def test_a_whole_journey_leaves_no_answer_name_mail_or_secret(client, log):
    screening, secrets = journey(client, log)
    answers = {value for value in screening.answers.values() if len(value) > 3}
    secrets += [link.token_hash for link in screening.links.all()]
    given = {NAME, *NAME.split()[::2], MAIL, "millerton", "127.0.0.1", *answers, *secrets}

    assert len(log.lines) > 50
    assert len(answers) > 5
    assert sorted(word for word in given if word.lower() in log.text.lower()) == []


def test_a_call_back_leaves_no_name_and_number(log):
    sent("V06").client.post("/check/care/", {"name": NAME, "phone": PHONE})

    assert log.lines
    assert NAME not in log.text
    assert "0142" not in log.text


def test_every_line_is_json_with_no_field_but_the_allowed(client, log):
    journey(client, log)

    assert {name for line in log.lines for name in line} <= ALLOWED


def test_every_field_holds_one_of_few_words(client, log):
    journey(client, log)
    found = {(name, str(line[name])) for line in log.lines for name in CLOSED if name in line}

    assert {name for name, _ in found} >= {"route", "method", "status", "ms", "event", "reason", "request"}
    assert [(name, value) for name, value in found if not re.fullmatch(CLOSED[name], value)] == []


def test_a_message_is_a_template_and_never_filled(client, log):
    journey(client, log)
    messages = {line["message"] for line in log.lines}

    assert "request" in messages
    assert not [text for text in messages if re.search(r"/r/|/check/|/plan/|example|@", text)]


def test_the_log_of_the_site_itself_uses_the_same_lines():
    logging_of_the_site: Any = settings.LOGGING

    assert {handler["formatter"] for handler in logging_of_the_site["handlers"].values()} == {"json"}
    assert logging_of_the_site["formatters"]["json"]["()"] == "itbcare.request_log.JsonFormatter"
    assert logging_of_the_site["loggers"]["django.server"]["level"] == "CRITICAL"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028", "\u0085", "\x0b"])
def test_a_newline_in_a_name_does_not_break_a_line(newline, client, log):
    runner = Runner(client)
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], upto="your-name")
    runner.post("your-name", name=f'Eve{newline}{{"level": "FORGED"}}', email="")
    logging.getLogger("itbcare.test").warning(f"a{newline}b", extra={"reason": f"c{newline}d"})

    assert len(log.text.strip().split("\n")) == len(log.text.splitlines()) == len(log.lines)
    assert {line["level"] for line in log.lines} <= {"DEBUG", "INFO", "WARNING"}


def test_an_error_is_told_by_its_kind_and_place_and_not_by_its_words(client, log, monkeypatch):
    def fail(*args, **kwargs):
        raise ValueError(f"bad answer {NAME}")

    sarah = sent()
    monkeypatch.setattr("programs.views.result_of", fail)
    sarah.client.raise_request_exception = False
    sarah.client.get("/plan/")
    line = next(line for line in log.lines if line.get("error"))

    assert line["error"] == "ValueError"
    assert any(place.startswith("views.py:") for place in line["where"])
    assert NAME not in log.text


def test_a_database_error_is_told_without_its_sql(client, log, monkeypatch):
    def fail(*args, **kwargs):
        raise OperationalError(f"near {NAME}")

    monkeypatch.setattr("screening.actions.start", fail)
    Runner(client).start()

    assert [line["reason"] for line in log.lines if line["logger"] == "itbcare.trouble"] == ["OperationalError"]
    assert NAME not in log.text
    assert not Screening.objects.exists()


def test_an_object_in_a_field_is_told_by_its_type():
    record = logging.makeLogRecord({"name": "x", "msg": "x", "reason": Screening(name=NAME)})

    assert json.loads(JsonFormatter().format(record))["reason"] == "Screening"
