"""A check on paper, typed in by staff: the whole question set on one page, then what to tell the runner."""

import secrets
from collections.abc import Sequence
from typing import Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from audit import trail
from audit.models import Kind as Trace
from clinic.accounts.gate import staff_page
from clinic.packs.forms import MOST_PROBLEMS, tidy
from clinic.packs.handing_out import take_one
from clinic.packs.namesakes import OTHER, another_than, reason_for, stopped_namesakes, told_apart
from clinic.packs.one import sent_check
from clinic.packs.paper import type_in
from clinic.packs.paper_form import FILLED, PaperForm, blank_safety, filled_together
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
    named = _named(given)
    earlier = _earlier(named)
    wrong = gettext("There is no check %(code)s.") % {"code": named[:20]} if named and earlier is None else ""
    kept = kept_for_paper(earlier, load_questions()) if earlier else {}
    if request.method != "POST":
        if earlier is not None:
            trail.note(Trace.VIEWED, by=request.user, about=earlier.code, what="paper check")
        return _page(request, PaperForm(kept), earlier, wrong)
    if request.POST.get("no_to_all"):
        data = _with_no(request)
        return _page(request, PaperForm(kept, data), earlier, wrong, quiet=True, filled=data[FILLED])
    form = PaperForm(kept, request.POST)
    if wrong or not form.is_valid() or not _agreed(request):
        return _page(request, form, earlier, wrong)
    namesakes = _namesakes(form, earlier)
    if not told_apart(namesakes, request.POST.get("who", "")):
        trail.note(Trace.LISTED, by=request.user, what="namesakes of a check on paper", count=len(namesakes))
        return _page(request, form, earlier, wrong, namesakes=namesakes)
    take_one(request)
    return redirect("clinic:paper_done", code=_send(request, form, earlier, namesakes).code)


def _send(
    request: HttpRequest, form: PaperForm, earlier: Screening | None, namesakes: Sequence[Screening]
) -> Screening:
    key = hash_of(f"paper|{request.user.pk}|{request.POST.get('key') or secrets.token_urlsafe(16)}")
    return type_in(
        form,
        earlier=earlier,
        by=request.user,
        key=key,
        today=today(),
        reason=reason_for(namesakes),
        filled=filled_together(request.POST),
    )


def _named(given: QueryDict) -> str:
    """The code of the runner's earlier check, as the desk typed it or chose it among namesakes; "" for a new person."""
    who = given.get("who", "")
    return tidy(given.get("from", "") if not who or who.startswith(OTHER) else who)


def _namesakes(form: PaperForm, earlier: Screening | None) -> tuple[Screening, ...]:
    """Whom this may be, whose check was stopped; nobody where a red flag ends this one too: then it is sent at once."""
    if form.ends_at:
        return ()
    found = stopped_namesakes(form.name, timezone.now())
    return () if earlier in found else found


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
    filled = blank_safety(typed)
    return typed | filled | {FILLED: ",".join([*filled_together(typed), *filled])}


def _agreed(request: HttpRequest) -> bool:
    return request.POST.get("agreed") == "1"


def _page(
    request: HttpRequest,
    form: PaperForm,
    earlier: Screening | None,
    wrong: str,
    *,
    quiet: bool = False,
    filled: str | None = None,
    namesakes: Sequence[Screening] = (),
) -> HttpResponse:
    """The page with all that was typed; `quiet` draws no errors, since nobody has sent it yet.

    `filled` are the keys that the button answered, where it was just pressed.
    """
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
        "filled": ",".join(filled_together(request.POST)) if filled is None else filled,
        "phone": form.phone,
        "namesakes": namesakes,
        "another": another_than(namesakes),
        "may_link": True,
        "key": request.POST.get("key", "")[:64] or secrets.token_urlsafe(16),
    }
    return render(request, "clinic/packs/paper_check.html", context)


def _first(problems: list[dict[str, str]]) -> list[dict[str, str]]:
    """The first problems, and how many more are marked on the page."""
    if len(problems) <= MOST_PROBLEMS:
        return problems
    others = gettext("And %(count)s more, marked below.") % {"count": len(problems) - MOST_PROBLEMS}
    return [*problems[:MOST_PROBLEMS], {"target": problems[MOST_PROBLEMS]["target"], "message": others}]
