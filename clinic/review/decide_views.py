"""What a clinician decides on one check from its review page: accept, release, refer, unlock, note."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from clinic.accounts.gate import staff_page
from clinic.review.conflict import conflict
from clinic.review.decide_forms import SEEN, DecideForm
from clinic.review.deciding import closing, form_of, may_accept, reviewed
from clinic.review.finding import sent_check, version_in
from clinic.review.plan_sources import STANDING, Desk, desk_for, news_of
from clinic.review.rating import RATED
from clinic.review.showing import show
from clinic.roles import May
from programs.arranging import START
from programs.deciding import Stale, decide
from programs.models import Decision, IssuedPlan
from programs.plan import Plan
from programs.plan_changes import let_go
from programs.plan_reasons import with_reasons
from programs.revising import release as released
from programs.views import today
from screening.models import Screening

Answer = Callable[[HttpRequest, Screening, DecideForm, Plan | None], HttpResponse]
Kind = Decision.Kind


def _with_form(name: str) -> Callable[[Answer], Callable[[HttpRequest, str], HttpResponse]]:
    """Read the form of this name; where it lacks something, the review page comes again with what was typed."""

    def wrap(answer: Answer) -> Callable[[HttpRequest, str], HttpResponse]:
        @wraps(answer)
        def view(request: HttpRequest, code: str) -> HttpResponse:
            screening = sent_check(code)
            issued = IssuedPlan.objects.filter(screening=screening).first()
            plan = issued.read() if issued else None
            form = form_of(request, name, screening, plan)
            if not form.is_valid():
                return show(request, screening, status=422)
            return answer(request, screening, form, plan)

        return view

    return wrap


def _decided(request: HttpRequest, screening: Screening, kind: str, form: DecideForm, **what: Any) -> HttpResponse:
    """Write the decision down and go back to the review; where somebody else came first, show both."""
    typed = form.cleaned_data
    what = {"reason": typed.get("reason", ""), "note": typed.get("note", "")} | what
    try:
        decide(screening.pk, kind, by=request.user, version=version_in(request), **what)
    except Stale as stale:
        return conflict(request, stale, kept=_kept(form))
    if request.POST.get("print"):
        return redirect("clinic:print_one", code=screening.code)
    return redirect(reverse("clinic:review", args=[screening.code]) + "#decide")


def _kept(form: DecideForm) -> dict[str, object]:
    """What was typed or chosen, by its label and in its words."""
    return {str(form[name].label): _in_words(form, name, value) for name, value in form.cleaned_data.items() if value}


def _in_words(form: DecideForm, name: str, value: Any) -> object:
    words = dict(getattr(form.fields[name], "choices", ()))
    return [words.get(each, each) for each in value] if isinstance(value, list) else words.get(value, value)


@staff_page(May.REVIEW)
@require_POST
@_with_form("accept")
def accept(request: HttpRequest, screening: Screening, form: DecideForm, plan: Plan | None) -> HttpResponse:
    """The plan as it stands is right, or the one from the clinic's rating, which is issued then."""
    if not may_accept(screening, plan):
        return redirect(reverse("clinic:review", args=[screening.code]) + "#decide")
    proposal = form.context["proposal"]
    if form.cleaned_data["which"] != RATED or proposal is None:
        return _decided(request, screening, Kind.ACCEPTED, form, **closing(screening, plan))
    desk, rated = proposal.desk, proposal.plan
    detail = {
        "source": RATED,
        "new": news_of(desk, rated, desk.means),
        "released": list(let_go(desk.before, rated)),
        "changes": [list(each) for each in proposal.changes],
    }
    return _decided(request, screening, Kind.ACCEPTED, form, plan=rated, detail=detail, **closing(screening, rated))


@staff_page(May.REVIEW)
@require_POST
@_with_form("release")
def release(request: HttpRequest, screening: Screening, form: DecideForm, plan: Plan | None) -> HttpResponse:
    """What waited for staff waits no longer; the days of a released start count from today."""
    if plan is None or screening.is_locked:
        return redirect("clinic:review", code=screening.code)
    desk = desk_for(screening, STANDING, today())
    what = form.cleaned_data["what"]
    opened = release_of(desk, what)
    news = news_of(desk, opened, desk.means)
    return _decided(
        request,
        screening,
        Kind.RELEASED,
        form,
        plan=opened,
        detail={"released": what, "new": news},
        **closing(screening, opened),
    )


def release_of(desk: Desk, what: list[str]) -> Plan:
    """The plan that stands with `what` released. Raises RevisionError where that did not wait."""
    opened = released(desk.standing, what)
    told = with_reasons(desk.standing, opened, desk.means)
    return replace(told, issued_on=desk.today) if START in what else told


@staff_page(May.REVIEW)
@require_POST
@_with_form("refer")
def refer(request: HttpRequest, screening: Screening, form: DecideForm, plan: Plan | None) -> HttpResponse:
    """The runner is asked to come in."""
    changes = {"state": Screening.State.REFERRED, "claimed_by": None, "claimed_at": None, **reviewed(screening)}
    detail = {"soon": form.cleaned_data["soon"]}
    return _decided(request, screening, Kind.REFERRED, form, detail=detail, **changes)


@staff_page(May.REVIEW)
@require_POST
@_with_form("came_in")
def came_in(request: HttpRequest, screening: Screening, form: DecideForm, plan: Plan | None) -> HttpResponse:
    """What came of a referral. Who was seen is done with; who did not come is still asked to."""
    if screening.state != Screening.State.REFERRED:
        return redirect("clinic:review", code=screening.code)
    outcome = form.cleaned_data["outcome"]
    seen = {"state": Screening.State.DONE, "claimed_by": None, "claimed_at": None}
    changes = seen if outcome in SEEN else {}
    detail = {"outcome": outcome}
    return _decided(request, screening, Kind.CAME_IN, form, detail=detail, **changes)


@staff_page(May.REVIEW)
@require_POST
@_with_form("unlock")
def unlock(request: HttpRequest, screening: Screening, form: DecideForm, plan: Plan | None) -> HttpResponse:
    """A clinician who examined the runner clears the red flag; what was raised stays on record."""
    if not screening.is_locked:
        return redirect("clinic:review", code=screening.code)
    typed = form.cleaned_data
    detail = {"name": typed["full_name"], "examined_on": typed["examined_on"].isoformat(), "level": screening.level}
    answer = _decided(
        request,
        screening,
        Kind.UNLOCKED,
        form,
        detail=detail,
        unlocked_at=timezone.now(),
        state=Screening.State.WAITING,
    )
    return redirect("clinic:plan", code=screening.code) if answer.status_code == 302 else answer


@staff_page(May.REVIEW)
@require_POST
@_with_form("note")
def note(request: HttpRequest, screening: Screening, form: DecideForm, plan: Plan | None) -> HttpResponse:
    """A note to the runner; the newest stands on top of their page."""
    return _decided(request, screening, Kind.NOTED, form)
