"""A check on paper, typed in by staff: the whole question set on one page, then what to tell the runner."""

import secrets
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import staff_page
from clinic.packs.forms import MOST_PROBLEMS, tidy
from clinic.packs.handing_out import take_one
from clinic.packs.one import sent_check
from clinic.packs.paper import type_in
from clinic.packs.paper_form import PaperForm, blank_safety
from clinic.packs.paper_page import groups_of
from clinic.roles import May
from clinic.words import LEVEL_WORDS, PATTERN_WORDS
from programs.views import today
from screening.care import care_of
from screening.desk_actions import kept_for_paper
from screening.models import Screening
from screening.private_link import hash_of
from screening.questions import load_questions
from screening.rules.pattern import Pattern
from screening.rules.red_flags import Level
from screening.wording import gettext_noop

AGREE: Final = gettext_noop("Tick that the runner agreed. Without it the clinic may not keep these answers.")


@staff_page(May.PRINT)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_check(request: HttpRequest) -> HttpResponse:
    """The form, for a new person or, with `from`, for the runner of an earlier check; sent, it joins the queue."""
    given = request.POST if request.method == "POST" else request.GET
    named = tidy(given.get("from", ""))
    earlier = _earlier(named)
    wrong = gettext("There is no check %(code)s.") % {"code": named[:20]} if named and earlier is None else ""
    kept = kept_for_paper(earlier, load_questions()) if earlier else {}
    if request.method != "POST":
        if earlier is not None:
            trail.note(Trace.VIEWED, by=request.user, about=earlier.code, what="paper check")
        return _page(request, PaperForm(kept), earlier, wrong)
    if request.POST.get("no_to_all"):
        return _page(request, PaperForm(kept, _with_no(request)), earlier, wrong, quiet=True)
    form = PaperForm(kept, request.POST)
    if wrong or not form.is_valid() or not _agreed(request):
        return _page(request, form, earlier, wrong)
    take_one(request)
    key = hash_of(f"paper|{request.user.pk}|{request.POST.get('key') or secrets.token_urlsafe(16)}")
    sent = type_in(form, earlier=earlier, by=request.user, key=key, today=today())
    return redirect("clinic:paper_done", code=sent.code)


@staff_page(May.PRINT)
@require_safe
def paper_done(request: HttpRequest, code: str) -> HttpResponse:
    """What to tell the runner of a check that was typed in, and what comes next."""
    screening = sent_check(code)
    trail.note(Trace.VIEWED, by=request.user, about=screening.code, what="paper check")
    assessment = screening.read_assessment() if screening.assessment else None
    context = {
        "room": "walk_in",
        "screening": screening,
        "care": care_of(assessment.triage) if assessment else None,
        "level": gettext(LEVEL_WORDS[Level(screening.level)]) if screening.level else "",
        "pattern": gettext(PATTERN_WORDS[Pattern(screening.pattern)]) if screening.pattern else "",
    }
    return render(request, "clinic/packs/paper_done.html", context)


def _earlier(code: str) -> Screening | None:
    """The check of this code that was sent, or None."""
    if not code or not code.isprintable():
        return None
    return Screening.objects.filter(code=code, submitted_at__isnull=False).first()


def _with_no(request: HttpRequest) -> dict[str, str]:
    """What was typed, with "no" where a safety question is still blank."""
    typed = {name: str(value) for name, value in request.POST.items()}
    return typed | blank_safety(typed)


def _agreed(request: HttpRequest) -> bool:
    return request.POST.get("agreed") == "1"


def _page(
    request: HttpRequest, form: PaperForm, earlier: Screening | None, wrong: str, *, quiet: bool = False
) -> HttpResponse:
    """The page with all that was typed; `quiet` draws no errors, since nobody has sent it yet."""
    is_sent = form.is_bound and not quiet
    problems = [{"target": "id_from", "message": wrong}] if wrong else []
    problems += form.problems() if is_sent else []
    if is_sent and not _agreed(request):
        problems.append({"target": "id_agreed", "message": gettext(AGREE)})
    given = request.POST if request.method == "POST" else request.GET
    context = {
        "room": "walk_in",
        "form": form,
        "groups": groups_of(form),
        "problems": _first(problems),
        "show_errors": is_sent,
        "earlier": earlier,
        "typed_from": given.get("from", "")[:20],
        "wrong": wrong,
        "care": care_of(form.walk.triage()) if form.ends_at and is_sent else None,
        "agreed": _agreed(request),
        "key": request.POST.get("key", "")[:64] or secrets.token_urlsafe(16),
    }
    return render(request, "clinic/packs/paper_check.html", context)


def _first(problems: list[dict[str, str]]) -> list[dict[str, str]]:
    """The first problems, and how many more are marked on the page."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    others = gettext("And %(count)s more, marked below.") % {"count": len(problems) - MOST_PROBLEMS}
    return [*problems[:MOST_PROBLEMS], {"target": problems[MOST_PROBLEMS]["target"], "message": others}]
