"""The queue: whose turn it is."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from audit import trail
from audit.models import Kind
from clinic.accounts.gate import staff_page
from clinic.queue.filters import ALL, Filters, read_filters
from clinic.queue.keyset import window
from clinic.queue.listing import MOST_COUNTED, counted, listing_of
from clinic.queue.page import context_of, place_in
from clinic.roles import May
from screening.models import Screening
from screening.search import MOST_FOUND, matching, matching_among, parts_of

PAGE_SIZE: Final = 25
REFRESHES: Final = "HX-Request"


@staff_page(May.LIST)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """One page of the list that the address asks for; only the list itself where the page refreshes itself."""
    filters, problems = read_filters(request.GET)
    place, backwards, lost = place_in(request.GET)
    if lost:
        problems = (*problems, _("That place in the list is not known, so this is its first page."))
    ids, all_of_them = _found(request, filters)
    shown = window(listing_of(filters, user=request.user, ids=ids), place, size=PAGE_SIZE, backwards=backwards)
    context = context_of(filters, request.GET, shown, timezone.now())
    template = "_list" if REFRESHES in request.headers else "queue"
    more = {"problems": problems, "found_many": not all_of_them}
    response = render(request, f"clinic/queue/{template}.html", context | more)
    patch_vary_headers(response, [REFRESHES])
    return response


def _found(request: HttpRequest, filters: Filters) -> tuple[list[int] | None, bool]:
    """What the search finds, None where nobody searched, and whether that is all there is.

    That someone searched is kept, the words are not.
    """
    if not filters.q:
        return None, True
    if REFRESHES not in request.headers:
        trail.note(Kind.LISTED, by=request.user, what="search")
    parts = parts_of(filters.q)
    found = matching(parts) if parts else []
    if len(found) < MOST_FOUND:
        return found, True
    # So common a name may leave out someone who waits: where the list itself is short, it is read instead.
    rows = Screening.objects.filter(state=filters.state)
    if filters.state == ALL or counted(rows) > MOST_COUNTED:
        return found, False
    return list(matching_among(rows, parts).values_list("id", flat=True)), True
