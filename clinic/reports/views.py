"""What waits for the clinic, and what a month was like."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from clinic.accounts.gate import staff_page
from clinic.reports.calendar import month_with, read_month
from clinic.reports.month import month_page
from clinic.reports.month_data import cells_of, reviews_of
from clinic.reports.waiting import waiting_lists
from clinic.reports.words import SOURCE_WORDS
from clinic.roles import May


@staff_page(May.LIST)
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for somebody outside of the queue: short lists, oldest first."""
    context = {"room": "waiting", "lists": waiting_lists(timezone.now())}
    return render(request, "clinic/reports/waiting.html", context)


@staff_page(May.MONTH)
@require_safe
def month(request: HttpRequest) -> HttpResponse:
    """Counts of one month by the clinic's clock, this one unless another is asked for. Names nobody."""
    this_month = month_with(timezone.localdate())
    asked = request.GET.get("month", "")
    shown = read_month(asked) if asked else this_month
    if shown is None:
        raise Http404
    zone = timezone.get_current_timezone()
    page = month_page(shown, cells_of(shown, zone), reviews_of(shown, zone), timezone.localdate())
    context = {
        "room": "month",
        "page": page,
        "sources": list(SOURCE_WORDS.values()),
        "later": shown.next if shown < this_month else None,
    }
    return render(request, "clinic/reports/month.html", context)
