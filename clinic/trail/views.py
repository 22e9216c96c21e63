"""The trail as the manager reads it: what was done, and a month of who looked at what (T20)."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.clock import month_of
from clinic.roles import May
from clinic.trail.reading import KIND_WORDS, PAGE, lines, looks_of

LONGEST = 150


@staff_page(May.TRAIL)
@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """The newest rows, or those a filter leaves; older ones page by page."""
    asked = {
        name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]
        for name in ("kind", "who", "about", "before")
    }
    before = int(asked["before"]) if asked["before"].isdecimal() and len(asked["before"]) < 19 else None
    kind = asked["kind"] if asked["kind"] in set(Kind) else ""
    found = lines(kind=kind, who=asked["who"], about=asked["about"].upper(), before=before)
    context = {
        "room": "trail",
        "lines": found,
        "asked": asked | {"kind": kind},
        "kinds": KIND_WORDS,
        "older": found[-1].number if len(found) == PAGE else None,
    }
    return render(request, "clinic/trail/trail.html", context)


@staff_page(May.TRAIL)
@require_safe
def looks(request: HttpRequest) -> HttpResponse:
    """Who looked at how many checks in a month: the report against idle curiosity."""
    month = month_asked(request.GET.get("month", ""))
    begin, end = month_of(month)
    today = timezone.localdate().replace(day=1)
    context = {
        "room": "trail",
        "looks": looks_of(month),
        "month": month,
        "earlier": (timezone.localdate(begin) - timedelta(days=1)).replace(day=1),
        "later": timezone.localdate(end) if month < today else None,
    }
    return render(request, "clinic/trail/looks.html", context)


def month_asked(given: str) -> date:
    """The first day of the month written as 2026-11; this month for anything else, or what lies ahead."""
    today = timezone.localdate().replace(day=1)
    try:
        found = date.fromisoformat(f"{given}-01")
    except ValueError:
        return today
    return min(found, today) if found.year >= 2000 else today
