"""Exports as a manager saves them, read back as a spreadsheet or a program reads them."""

import csv
import json
from io import StringIO
from typing import Any

from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from tests.staff import MANAGER, sign_in


def asked(kind: str, client: Client | None = None, **days: str) -> HttpResponseBase:
    """The answer to "Save as" for some days, today unless others are named."""
    today = str(timezone.localdate())
    return (client or sign_in(MANAGER)).post(f"/staff/export/{kind}/", {"first": today, "last": today} | days)


def text_of(response: Any) -> str:
    """The whole file."""
    return b"".join(response.streaming_content).decode()


def rows_of(response: Any) -> list[dict[str, str]]:
    """The lines of the CSV by the names of their columns."""
    text = text_of(response)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def saved_csv(**days: str) -> list[dict[str, str]]:
    """The CSV of some days."""
    return rows_of(asked("csv", **days))


def saved_json(**days: str) -> dict[str, Any]:
    """The JSON of some days."""
    return json.loads(text_of(asked("json", **days)))
