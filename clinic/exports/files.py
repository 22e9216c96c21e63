"""The exports as pieces of text, made while they are sent: never more than a chunk of checks in memory."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from clinic.exports.columns import COLUMNS, answers_given, cells_of, row_of
from programs.models import Decision, IssuedPlan
from screening.models import Screening

BYTE_ORDER_MARK = "\ufeff"
"""By which spreadsheet programs know UTF-8."""


class _Line:
    """Where the writer of one line hands it on instead of storing it."""

    def write(self, line: str) -> str:
        return line


def csv_pieces(checks: Iterable[Screening]) -> Iterator[str]:
    """A line of column names, then a line for each check; every cell quoted."""
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    yield BYTE_ORDER_MARK + writer.writerow([column.name for column in COLUMNS])
    for check in checks:
        yield writer.writerow(cells_of(row_of(check)))


def json_pieces(checks: Iterable[Screening], first: date, last: date, now: datetime) -> Iterator[str]:
    """One object: the range, and the list of checks. It closes only when every check is in it."""
    head = json.dumps({"exported_at": now, "first": first, "last": last}, cls=DjangoJSONEncoder)
    yield f'{head[:-1]}, "checks": ['
    between = "\n"
    for check in checks:
        yield between + json.dumps(check_data(check), cls=DjangoJSONEncoder, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def check_data(check: Screening) -> dict[str, Any]:
    """One check as plain data: who, the answers as given, the result with its reasons, decisions, plan versions."""
    return {
        "code": check.code,
        "source": check.source,
        "state": check.state,
        "sent_at": check.submitted_at,
        "repeat_of": check.repeat_of.code if check.repeat_of else None,
        "name": check.name or check.answers.get("name", ""),
        "email": check.email or check.answers.get("email", ""),
        "phone": check.phone,
        "agreed": {"at": check.consented_at, "version": check.consent_version},
        "question_set": check.question_set,
        "rule_set": check.rule_set,
        "level": check.level,
        "pattern": check.pattern,
        "side": check.side,
        "opened_at": check.opened_at,
        "reviewed_at": check.reviewed_at,
        "unlocked_at": check.unlocked_at,
        "held": check.held,
        "set_aside_for": check.suspected,
        "answers": answers_given(check),
        "result": check.assessment,
        "decisions": [_decision(decision) for decision in check.decisions.all()],
        "plans": [_plan(plan) for plan in check.plans.all()],
    }


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "at": decision.at,
        "kind": decision.kind,
        "by": decision.by_name,
        "reason": decision.reason,
        "note": decision.note,
        "detail": decision.detail,
        "plan_version": decision.plan_version,
    }


def _plan(plan: IssuedPlan) -> dict[str, Any]:
    return {
        "version": plan.version,
        "rule": plan.rule,
        "rule_set": plan.rule_set,
        "content_version": plan.content_version,
        "issued_at": plan.issued_at,
        "issued_by": plan.issued_by_name,
    }
