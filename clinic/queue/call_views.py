"""The call to a runner whose check met a red flag: the script at hand, and what the call came to."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audit import trail
from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.queue.forms import CallForm
from clinic.queue.rows import flags_of
from clinic.queue.script import GREETING, ON_VOICEMAIL, OUTCOMES, REACHED, script_for
from clinic.queue.waiting import waiting_words
from clinic.review.conflict import conflict
from clinic.review.finding import sent_check, version_in
from clinic.roles import May
from programs.clinic_details import clinic_details
from programs.deciding import Stale, decide
from programs.models import Decision
from screening.actions import mark_opened
from screening.care import care_of
from screening.models import Screening


@staff_page(May.CALL)
@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, code: str) -> HttpResponse:
    """The script; sent, what the call came to. Raises Http404 for a check without a red flag to call about.

    Once a clinician cleared the flag there is no call to make: the check waits for its plan, and its page says so.
    """
    screening = sent_check(code)
    if not screening.was_stopped:
        raise Http404
    is_late = request.method == "POST" and version_in(request) != screening.version
    if not screening.is_locked and not is_late:
        return redirect("clinic:review", code=screening.code)
    if request.method == "POST":
        return _record(request, screening)
    trail.note(Kind.VIEWED, by=request.user, about=screening.code, what="call script")
    mark_opened(screening)
    return _page(request, screening, CallForm())


def _record(request: HttpRequest, screening: Screening) -> HttpResponse:
    form = CallForm(request.POST)
    if not form.is_valid():
        return _page(request, screening, form)
    outcome, note = form.cleaned_data["outcome"], form.cleaned_data["note"]
    try:
        decide(
            screening.pk,
            Decision.Kind.CALLED,
            by=request.user,
            version=form.cleaned_data["version"],
            reason=note,
            detail={"outcome": outcome},
            **_moved(screening, outcome),
        )
    except Stale as stale:
        return conflict(request, stale, kept={_("Call"): _(OUTCOMES[outcome]), _("Note for the record"): note})
    messages.success(request, _("The call to %(code)s is recorded.") % {"code": screening.code})
    return redirect("clinic:queue")


def _moved(screening: Screening, outcome: str) -> dict[str, Any]:
    """Who was reached leaves the top of the queue; who was not stays there, with the try."""
    if outcome in REACHED and screening.state == Screening.State.WAITING:
        return {"state": Screening.State.REFERRED, "claimed_by": None}
    return {}


def _page(request: HttpRequest, screening: Screening, form: CallForm) -> HttpResponse:
    now, care = timezone.now(), care_of(screening.read_assessment().triage)
    tries = screening.decisions.filter(kind=Decision.Kind.CALLED).order_by("-at", "-id")
    context = {
        "room": "queue",
        "check": screening,
        "age": screening.answers.get("age", ""),
        "care": care,
        "script": script_for(care),
        "greeting": GREETING,
        "voicemail": ON_VOICEMAIL,
        "flags": flags_of(screening),
        "waiting": waiting_words(screening.submitted_at, now) if screening.submitted_at else "",
        "outcomes": OUTCOMES.items(),
        "tries": [(each, OUTCOMES.get(str(each.detail.get("outcome")), "")) for each in tries],
        "form": form,
        "chosen": form["outcome"].value(),
        "clinic_name": clinic_details()["name"],
    }
    return render(request, "clinic/queue/call.html", context, status=400 if form.errors else 200)
