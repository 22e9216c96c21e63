"""Who is working on a check: taken, taken over, let go. A claim shuts nobody out; it tells colleagues."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from clinic.accounts.gate import staff_page
from clinic.review.conflict import conflict
from clinic.review.finding import sent_check, version_in
from clinic.roles import May
from programs.deciding import Stale, decide, name_of
from programs.models import Decision
from screening.models import Screening

OPEN_STATES = (Screening.State.WAITING, Screening.State.REFERRED)
"""Where there is something left to do, so that someone may have it."""


@staff_page(May.REVIEW)
@require_POST
def claim(request: HttpRequest, code: str) -> HttpResponse:
    """Take a check, or take it over from a colleague, said clearly: without that it stays with them."""
    screening = sent_check(code)
    if screening.state not in OPEN_STATES or screening.claimed_by_id == request.user.pk:
        return redirect("clinic:review", code=screening.code)
    holder = screening.claimed_by
    if holder is not None and request.POST.get("take_over") != str(holder.pk):
        return conflict(request, Stale(screening), kept={})
    detail = {"from": name_of(holder)} if holder else {}
    changes = {"claimed_by": request.user, "claimed_at": timezone.now()}
    return _decided(request, screening, Decision.Kind.CLAIMED, detail, changes)


@staff_page(May.REVIEW)
@require_POST
def let_go(request: HttpRequest, code: str) -> HttpResponse:
    """Give back one's own claim."""
    screening = sent_check(code)
    if screening.claimed_by_id != request.user.pk:
        return redirect("clinic:review", code=screening.code)
    return _decided(request, screening, Decision.Kind.LET_GO, {}, {"claimed_by": None, "claimed_at": None})


def _decided(
    request: HttpRequest, screening: Screening, kind: str, detail: dict[str, Any], changes: dict[str, Any]
) -> HttpResponse:
    try:
        decide(screening.pk, kind, by=request.user, version=version_in(request), detail=detail, **changes)
    except Stale as stale:
        return conflict(request, stale, kept={})
    return redirect("clinic:review", code=screening.code)
