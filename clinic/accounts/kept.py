"""What was typed when the session ended is not lost (T14): it waits for the same member to sign in again.

A browser that had a session keeps it on the server, where nobody else at a shared desk can read it. Of any other
browser nothing is stored: its page carries the fields itself.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

MOST_FIELDS = 200
KEPT, ENDED_FOR = "staff_kept", "staff_ended_for"
NEVER_KEPT = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword"}


def keep(request: HttpRequest) -> HttpResponse:
    """Answer a form that was sent without a session: say so, and keep its fields. Files can not be kept."""
    fields = typed(request)
    ended_for = request.session.get(ENDED_FOR)
    if ended_for:
        request.session[KEPT] = {
            "path": request.get_full_path(),
            "fields": fields,
            "files": files(request),
            **ended_for,
        }
    context = {
        "kept": [] if ended_for else fields,
        "who": ended_for["name"] if ended_for else "",
        "files": files(request),
        "sign_in": f"{reverse('account_login')}?{urlencode({'next': reverse('clinic:kept')})}",
        "waits": bool(ended_for),
        "my_check": None,
    }
    return render(request, "clinic/accounts/signed_out.html", context, status=403)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and value of each field that was sent, without secrets; bounded."""
    pairs = [(name, str(value)) for name, values in request.POST.lists() for value in values]
    return [pair for pair in pairs if pair[0] not in NEVER_KEPT][:MOST_FIELDS]


def something_typed(request: HttpRequest) -> bool:
    """Whether there is anything to keep, or to say that it is lost: a bare button is pressed again just as fast."""
    return bool(typed(request) or files(request))


def files(request: HttpRequest) -> list[str]:
    """The names of the files that were sent, which are not kept."""
    return [str(file.name)[:100] for _name, uploads in request.FILES.lists() for file in uploads][:MOST_FIELDS]


def waiting_for(request: HttpRequest) -> dict[str, Any] | None:
    """What waits in this browser's session; None for nothing."""
    found: dict[str, Any] | None = request.session.get(KEPT)
    return found


def forget(request: HttpRequest) -> None:
    """Nothing waits any more."""
    for key in (KEPT, ENDED_FOR):
        request.session.pop(key, None)


def forget_if_sent(request: HttpRequest) -> None:
    """What waited was sent to where it belongs."""
    if (
        request.method == "POST"
        and KEPT in request.session
        and request.session[KEPT]["path"] == request.get_full_path()
    ):
        forget(request)
