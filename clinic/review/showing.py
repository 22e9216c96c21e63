"""Shows the page of a review: all of it in one answer, and noted in the trail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from audit import trail
from audit.models import Kind
from clinic.review.chart_note import chart_note
from clinic.review.deciding import decide_context
from clinic.review.page import review_of
from clinic.review.rating_form import RatingForm
from programs.deciding import name_of
from programs.views import today
from screening.actions import mark_opened
from screening.models import Screening

LONGEST_NUMBER = 5


def show(
    request: HttpRequest, screening: Screening, *, rating_form: RatingForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of one check; from now on the clinic has opened it, and the trail says who looked.

    `rating_form` is a rating that lacks something, to be shown as it was typed.
    """
    mark_opened(screening)
    trail.note(Kind.VIEWED, by=request.user, about=screening.code, what="review")
    review = review_of(screening, version=_version_asked(request), today=today())
    context = {
        "review": review,
        "check": screening,
        "room": "queue",
        "rating": rating_form or RatingForm(own=screening.answers),
        "rating_open": rating_form is not None,
        "chart_text": chart_note(review),
        "claimed_by": name_of(screening.claimed_by) if screening.claimed_by else "",
        "mine": screening.claimed_by_id == request.user.pk,
        **decide_context(request, screening, review.standing.plan if review.standing else None),
    }
    return render(request, "clinic/review/review.html", context, status=status)


def _version_asked(request: HttpRequest) -> int | None:
    typed = request.GET.get("version", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST_NUMBER else None
