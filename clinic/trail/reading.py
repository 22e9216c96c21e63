"""What the manager reads of the trail: rows by filter, page by page, and a month of who looked at whose check."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Count
from django.utils.translation import gettext as _

from audit.models import AuditEvent, Kind
from clinic.clock import month_of
from screening.wording import gettext_noop

PAGE: Final = 100
MOST_PEOPLE: Final = 60
KIND_WORDS: Final = {
    Kind.SIGNED_IN: gettext_noop("Signed in"),
    Kind.SIGNED_OUT: gettext_noop("Signed out"),
    Kind.SIGN_IN_FAILED: gettext_noop("Sign-in failed"),
    Kind.SECOND_FACTOR: gettext_noop("Second factor"),
    Kind.REFUSED: gettext_noop("Refused"),
    Kind.LISTED: gettext_noop("Searched the list"),
    Kind.VIEWED: gettext_noop("Looked at"),
    Kind.PRINTED: gettext_noop("Printed"),
    Kind.EXPORTED: gettext_noop("Exported"),
    Kind.CHANGED: gettext_noop("Decided"),
    Kind.ERASED: gettext_noop("Erased"),
    Kind.PEOPLE: gettext_noop("Members of staff"),
    Kind.LIBRARY: gettext_noop("Library"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the trail in words."""

    number: int
    at: datetime
    who: str
    what: str
    about: str
    detail: str


@dataclass(frozen=True, slots=True)
class Looks:
    """One member's month: how many checks they looked at, printed and exported, and how many different ones."""

    who: str
    looked: int
    printed: int
    exported: int
    checks: int


def lines(*, kind: str = "", who: str = "", about: str = "", before: int | None = None) -> list[Line]:
    """At most a page of rows, the newest first, older than row `before`."""
    found = AuditEvent.objects.order_by("-number")
    given = {"kind": kind, "by_name": who, "about": about}
    found = found.filter(**{name: value for name, value in given.items() if value})
    if before is not None:
        found = found.filter(number__lt=before)
    return [_line(event) for event in found[:PAGE]]


def _line(event: AuditEvent) -> Line:
    detail = ", ".join(filter(None, (_said(name, value) for name, value in _what_first(event.detail))))
    words = KIND_WORDS.get(Kind(event.kind), event.kind)
    return Line(event.number, event.at, event.by_name, _(words), event.about, detail)


def _what_first(detail: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(detail.items(), key=lambda item: (item[0] != "what", item[0]))


def _said(name: str, value: Any) -> str:
    """One detail as a person says it: "came in", "count: 2", "again"; "" for what is not so."""
    if value is None or value is False or value == "":
        return ""
    label = name.replace("_", " ")
    if value is True:
        return label
    parts = value if isinstance(value, list) else [value]
    text = ", ".join(str(part).replace("_", " ") for part in parts)
    return text if name == "what" else f"{label}: {text}"


def looks_of(month: date) -> list[Looks]:
    """Who looked at how much in the clinic's month that holds this day; those who looked most come first."""
    begin, end = month_of(month)
    rows = (
        AuditEvent.objects.filter(at__gte=begin, at__lt=end, by_name__gt="")
        .filter(kind__in=(Kind.VIEWED, Kind.PRINTED, Kind.EXPORTED))
        .values("by_name", "kind")
        .annotate(rows=Count("id"))
    )
    several = (
        AuditEvent.objects.filter(at__gte=begin, at__lt=end, by_name__gt="", kind=Kind.VIEWED)
        .values("by_name")
        .annotate(checks=Count("about", distinct=True))
    )
    checks = {row["by_name"]: row["checks"] for row in several}
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        counts.setdefault(row["by_name"], {})[row["kind"]] = row["rows"]
    found = [
        Looks(
            who, kinds.get(Kind.VIEWED, 0), kinds.get(Kind.PRINTED, 0), kinds.get(Kind.EXPORTED, 0), checks.get(who, 0)
        )
        for who, kinds in counts.items()
    ]
    return sorted(found, key=lambda looks: (-looks.looked, looks.who))[:MOST_PEOPLE]
