"""The plan's page: what a clinician changes, step by step, until it is saved as the plan's next version."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import staff_page
from clinic.review.conflict import conflict
from clinic.review.deciding import closing
from clinic.review.finding import sent_check, version_in
from clinic.review.plan_form import SAVE_AND_PRINT, Edited, Problem, begun, read_form
from clinic.review.plan_page import changes_of, page_of
from clinic.review.plan_sources import STANDING, TEMPLATE, Desk, desk_for, news_of
from clinic.review.plan_work import BadWork, chosen_start, means_for
from clinic.roles import May
from clinic.shelf.library import favorites_of
from programs.deciding import Stale, decide
from programs.models import Decision, IssuedPlan
from programs.plan import Plan
from programs.plan_changes import concerns, let_go
from programs.plan_reasons import MADE, as_own_plan, with_reasons
from programs.views import today
from screening.actions import mark_opened
from screening.models import Screening

LONGEST_NUMBER = 6


@staff_page(May.REVIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """The plan to change. A button that does not save answers with the page as it then is."""
    screening = sent_check(code)
    if screening.is_locked:
        return redirect("clinic:review", code=screening.code)
    if request.method != "POST":
        return _opened(request, screening)
    desk = desk_for(screening, request.POST.get("source", STANDING), today())
    try:
        edited = read_form(request.POST, desk)
    except BadWork:
        edited = begun(desk)
        trail.note(Trace.VIEWED, by=request.user, about=screening.code, what="plan")
        edited.problems.append(Problem("plan", _("What was sent could not be read. Here is the plan as it stands.")))
        return _shown(request, desk, edited, version_in(request), status=400)
    if not edited.saves:
        return _shown(request, desk, edited, version_in(request), status=422 if edited.problems else 200)
    edited.problems += _lacks(edited, desk)
    if edited.problems:
        return _shown(request, desk, edited, version_in(request), status=422)
    return _saved(request, desk, edited)


def _opened(request: HttpRequest, screening: Screening) -> HttpResponse:
    mark_opened(screening)
    trail.note(Trace.VIEWED, by=request.user, about=screening.code, what="plan")
    desk = desk_for(screening, request.GET.get("from", STANDING), today())
    return _shown(request, desk, begun(desk), screening.version)


def _shown(request: HttpRequest, desk: Desk, edited: Edited, version: int, status: int = 200) -> HttpResponse:
    seen = request.POST.get("seen", str(desk.version))
    context = {
        **page_of(edited, desk, favorites_of(request.user)),
        "check": desk.screening,
        "version": version,
        "seen": seen,
        "room": "queue",
    }
    return render(request, "clinic/review/plan.html", context, status=status)


def _lacks(edited: Edited, desk: Desk) -> Iterator[Problem]:
    """What is missing before it can be saved."""
    start = chosen_start(edited.plan, desk)
    if not edited.plan.stages:
        yield Problem("stages", _("Put in at least one stage."))
    if start and start.far and not edited.runs_now:
        yield Problem("id_runs_now", _("This start is only for a runner who runs about as much already."))
    if not edited.reason and concerns(desk.before, edited.plan, means_for(edited.work, desk), start):
        yield Problem("id_reason", _("Write the reason for the record."))
    if not changes_of(desk.stood, edited.plan, desk) and desk.version:
        yield Problem("changes", _("Nothing is changed yet. To leave the plan as it is, accept it on the review page."))


def _saved(request: HttpRequest, desk: Desk, edited: Edited) -> HttpResponse:
    issued, news = finished(edited, desk)
    changes = changes_of(desk.stood, edited.plan, desk)
    detail: dict[str, Any] = {"changes": [list(each) for each in changes], "new": news, "source": desk.source}
    detail["released"] = list(let_go(desk.before, edited.plan))
    if edited.runs_now:
        detail["runs_as_much_already"] = True
    try:
        decide(
            desk.screening.pk,
            Decision.Kind.CHANGED,
            by=request.user,
            version=version_in(request),
            reason=edited.reason,
            note=edited.note,
            detail=detail,
            plan=issued,
            **closing(desk.screening, issued),
        )
    except Stale as stale:
        return _both(request, stale, desk, edited)
    if edited.press == SAVE_AND_PRINT:
        return redirect("clinic:print_one", code=desk.screening.code)
    return redirect("clinic:review", code=desk.screening.code)


def _both(request: HttpRequest, stale: Stale, desk: Desk, edited: Edited) -> HttpResponse:
    """What they decided beside what was changed here, and what of theirs this would undo."""
    mine = changes_of(_seen(request, desk), edited.plan, desk)
    told = [f"{said}: {was} \u2192 {now}" if was else said for said, was, now in mine]
    theirs = desk_for(stale.now, STANDING, desk.today).stood
    undone = [each for each in changes_of(theirs, edited.plan, desk) if each not in mine]
    return conflict(request, stale, kept=_kept(edited, told), undone=undone)


def _seen(request: HttpRequest, desk: Desk) -> Plan:
    """The plan that stood when the page was opened."""
    typed = request.POST.get("seen", "")
    number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < LONGEST_NUMBER else 0
    issued = IssuedPlan.objects.filter(screening=desk.screening, version=number).first()
    return issued.read() if issued else desk.standing


def _kept(edited: Edited, changes: list[str]) -> dict[str, object]:
    kept: dict[str, object] = {_("Changes"): changes, _("Reason"): edited.reason, _("Note"): edited.note}
    return {name: value for name, value in kept.items() if value}


def finished(edited: Edited, desk: Desk) -> tuple[Plan, list[str]]:
    """The plan as it is issued, with true reasons, and what the runner reads about the change."""
    means = means_for(edited.work, desk)
    if desk.source.startswith(TEMPLATE):
        return as_own_plan(desk.before, edited.plan, means), [MADE.sentence]
    told = with_reasons(replace(desk.base, needs_staff=desk.due), edited.plan, means)
    return told, news_of(desk, edited.plan, means)
