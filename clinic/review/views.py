"""One review on one screen, and its text for the clinic's own chart."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from audit import trail
from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.review.chart_note import chart_note
from clinic.review.finding import sent_check
from clinic.review.page import review_of
from clinic.review.showing import show
from clinic.roles import May
from programs.views import today
from screening.actions import mark_opened


@staff_page(May.LIST)
@require_safe
def review(request: HttpRequest, code: str) -> HttpResponse:
    """Everything of one check on one page; what may be done with it depends on who looks."""
    return show(request, sent_check(code))


@staff_page(May.LIST)
@require_safe
def notes(request: HttpRequest, code: str) -> HttpResponse:
    """The same as plain text, to be kept in the clinic's chart."""
    screening = sent_check(code)
    mark_opened(screening)
    trail.note(Kind.VIEWED, by=request.user, about=screening.code, what="notes")
    text = chart_note(review_of(screening, version=None, today=today()))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
