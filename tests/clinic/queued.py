"""Checks in the queue made in one step, for tests of the list, and the list as staff read it."""

from datetime import UTC, datetime, timedelta
from itertools import count

from screening.assessment import locked
from screening.models import Screening
from screening.queueing import URGENCY
from screening.rules.red_flags import triage
from tests.page import Page
from tests.staff import FRONT_DESK, sign_in

NOON = datetime(2026, 11, 20, 17, tzinfo=UTC)
"""Noon at the clinic, on a Friday."""
NUMBERS = count(1)
NO_FLAG = locked(triage({})).to_dict()


def queued(rank=3, *, minutes=0, save=True, **columns):
    """A check that waits since so many minutes after noon; its answers and result are left out."""
    at = NOON + timedelta(minutes=minutes)
    values = {
        "code": f"Q{next(NUMBERS):010}", "rank": rank, "level": URGENCY[rank], "state": Screening.State.WAITING,
        "question_set": "q", "consent_version": "q", "consented_at": at, "created_at": at, "saved_at": at,
        "submitted_at": at, "assessment": NO_FLAG, "rule_set": "q",
    } | columns  # fmt: skip
    screening = Screening(**values)
    if save:
        screening.save()
    return screening


def walk_in(**columns):
    """Someone who came without a self-check."""
    return queued(source="walk_in", level="", assessment=None, rank=3, **columns)


def listed(client=None, **query):
    """The queue as this browser, or the front desk, sees it."""
    response = (client or sign_in(FRONT_DESK)).get("/staff/", query)
    assert response.status_code == 200, response.status_code
    return Page(response)


def codes_on(page):
    """The codes of the rows, from the top."""
    return [each.attrs["data-row"] for each in page.elements if "data-row" in each.attrs]


def row_of(page, check):
    """What stands in the row of a check."""
    return next(each for each in page.elements if each.attrs.get("data-row") == check.code).text
