"""Exports for managers: a range of checks as CSV or JSON, one check as FHIR. Each is in the trail before it begins."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from audit import trail
from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.exports.columns import COLUMNS
from clinic.exports.fhir import bundle_of
from clinic.exports.fhir_gathering import record_of
from clinic.exports.files import csv_pieces, json_pieces
from clinic.exports.forms import RangeForm
from clinic.exports.ranges import in_chunks, sent_between
from clinic.review.finding import sent_check
from clinic.roles import May
from screening.models import Screening

Pieces = Callable[[Iterable[Screening], date, date, datetime], Iterator[str]]


@staff_page(May.EXPORT, fresh=True)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Which days, what is in the file, and that it is health data."""
    today = timezone.localdate()
    return _page(request, RangeForm(initial={"first": today.replace(day=1), "last": today}))


# A browser that had to ask for the password again comes back with GET, and finds the form.
@staff_page(May.EXPORT, fresh=True)
@require_http_methods(["GET", "HEAD", "POST"])
def export_csv(request: HttpRequest) -> HttpResponseBase:
    """The checks of some days for a spreadsheet."""
    return _answer(request, "csv", "text/csv; charset=utf-8", lambda checks, *_range: csv_pieces(checks))


@staff_page(May.EXPORT, fresh=True)
@require_http_methods(["GET", "HEAD", "POST"])
def export_json(request: HttpRequest) -> HttpResponseBase:
    """The checks of some days for a program."""
    return _answer(request, "json", "application/json", json_pieces)


@staff_page(May.EXPORT, fresh=True)
@require_safe
def fhir(request: HttpRequest, code: str) -> HttpResponse:
    """One check as a FHIR R4 bundle."""
    screening = sent_check(code)
    bundle = bundle_of(record_of(screening), timezone.now())
    trail.note(Kind.EXPORTED, by=request.user, about=screening.code, what="fhir")
    return JsonResponse(
        bundle,
        content_type="application/fhir+json",
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": f'attachment; filename="{screening.code}-fhir.json"'},
    )


def _answer(request: HttpRequest, kind: str, content_type: str, pieces: Pieces) -> HttpResponseBase:
    if request.method != "POST":
        return redirect("clinic:export")
    form = RangeForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    first, last, now = form.cleaned_data["first"], form.cleaned_data["last"], timezone.now()
    checks = sent_between(first, last, now)
    count = checks.count()
    trail.note(Kind.EXPORTED, by=request.user, what=kind, count=count, first=str(first), last=str(last))
    return StreamingHttpResponse(
        pieces(in_chunks(checks), first, last, now),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="checks-{first}-to-{last}.{kind}"'},
    )


def _page(request: HttpRequest, form: RangeForm) -> HttpResponse:
    problems = [
        {"target": f"id_{name}", "message": message} for name, messages in form.errors.items() for message in messages
    ]
    context = {"room": "export", "form": form, "problems": problems, "columns": COLUMNS}
    return render(request, "clinic/exports/export.html", context)
