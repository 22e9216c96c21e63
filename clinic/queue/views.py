"""The queue: whose turn it is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clinic.accounts.gate import staff_page
from clinic.roles import May


@staff_page(May.LIST)
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """The first page of who waits."""
    return render(request, "clinic/queue/queue.html")
