"""The decision panel of a review: which forms stand in it, and what every decision on a plan moves."""

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpRequest
from django.utils import timezone

from clinic.review.decide_forms import (
    AcceptForm,
    CameInForm,
    DecideForm,
    NoteForm,
    ReferForm,
    ReleaseForm,
    UnlockForm,
)
from clinic.review.proposal import proposal_of
from clinic.review.revision_words import held_words
from programs.deciding import name_of
from programs.models import Decision
from programs.plan import Plan
from programs.views import today
from screening.models import Screening

FORMS: Final[Mapping[str, type[DecideForm]]] = {
    form.name: form for form in (AcceptForm, ReleaseForm, ReferForm, CameInForm, UnlockForm, NoteForm)
}
State = Screening.State


def form_of(request: HttpRequest, name: str, screening: Screening, plan: Plan | None) -> DecideForm:
    """The form of this name; filled with what was typed where that is the form that was sent."""
    sent = request.POST if request.method == "POST" and _asked(request) == name else None
    return FORMS[name](
        sent,
        held=plan.needs_staff if plan else (),
        by=name_of(request.user),  # type: ignore[arg-type]
        today=today(),
        locked=screening.is_locked,
        urgent=screening.is_locked and screening.level == Screening.Level.URGENT,
        proposal=proposal_of(screening, today()) if name == AcceptForm.name else None,
    )


def _asked(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None


def decide_context(request: HttpRequest, screening: Screening, plan: Plan | None) -> dict[str, Any]:
    """What `_decide.html` shows: the forms that make sense for this check now, and the one that lacks something."""
    forms = {name: form_of(request, name, screening, plan) for name in FORMS}
    wrong = next((form for form in forms.values() if form.problems), None)
    planned = plan is not None and bool(plan.stages)
    proposal = forms[AcceptForm.name].context["proposal"]
    return {
        "decide": forms,
        "decide_open": wrong.name if wrong else "",
        "problems": wrong.problems if wrong else [],
        "held_words": [held_words(held) for held in plan.needs_staff] if plan else [],
        "may_accept": may_accept(screening, plan),
        "proposal": proposal,
        "settled": screening.state == State.DONE and not (proposal and proposal.changes),
        "missed": screening.decisions.filter(kind=Decision.Kind.CAME_IN, detail__outcome="did_not_come").count(),
        "planned": planned,
        "on_hold": screening.is_on_hold,
        "referred": screening.state == State.REFERRED,
        "done": screening.state in (State.DONE, State.ASIDE, State.REPLACED),
        "last_note": screening.decisions.exclude(note="").order_by("-at", "-id").first(),
    }


def may_accept(screening: Screening, plan: Plan | None) -> bool:
    """Whether there is a plan to accept; after a red flag only one that a clinician made."""
    return plan is not None and not screening.is_locked and (bool(plan.stages) or not screening.was_stopped)


def closing(screening: Screening, plan: Plan | None) -> dict[str, Any]:
    """The columns that a decision on the plan moves: the review is done, nobody has it any more.

    Who was asked to come in is still asked to: that ends with what came of it.
    """
    return {
        "state": State.REFERRED if screening.state == State.REFERRED else State.DONE,
        "held": bool(plan and plan.needs_staff),
        "claimed_by": None,
        "claimed_at": None,
        **reviewed(screening),
    }


def reviewed(screening: Screening) -> dict[str, Any]:
    """When a clinician first decided on it: now, where none did before."""
    return {} if screening.reviewed_at else {"reviewed_at": timezone.now()}
