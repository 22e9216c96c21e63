"""A clinician rates a leg again: a row beside the runner's own answers, which stay as they were given."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from clinic.accounts.gate import staff_page
from clinic.review.conflict import conflict
from clinic.review.finding import sent_check, version_in
from clinic.review.rating_form import RatingForm
from clinic.review.showing import show
from clinic.roles import May
from programs.deciding import Stale, decide
from programs.models import Decision


@staff_page(May.REVIEW)
@require_POST
def rate(request: HttpRequest, code: str) -> HttpResponse:
    """Keep the clinician's rating of one leg or both; what is missing is said on the page it was typed on."""
    screening = sent_check(code)
    if screening.is_locked:  # a red flag ended it before anyone bent a knee
        return redirect("clinic:review", code=screening.code)
    form = RatingForm(request.POST, own=screening.answers)
    if not form.is_valid():
        return show(request, screening, rating_form=form, status=422)
    try:
        decide(
            screening.pk,
            Decision.Kind.RERATED,
            by=request.user,
            version=version_in(request),
            detail=form.ratings,
        )
    except Stale as stale:
        return conflict(request, stale, kept=form.words)
    return redirect(reverse("clinic:review", args=[screening.code]) + "#legs")
