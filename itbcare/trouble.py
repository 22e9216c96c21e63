"""When a page can not be given now: a busy database, too many tries, a stale form. Nothing typed is lost."""

import logging
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from screening.throttle import TooMany

logger = logging.getLogger("itbcare.trouble")
RETRY_SECONDS = 10
KEPT_FIELDS = 100
NOT_KEPT = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword"}
FROM_ELSEWHERE = ("Origin checking failed", "Referer checking failed")
TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed, to be carried by the page that offers to send it again; bounded."""
    pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    return [(name, str(value)) for name, value in pairs if name not in NOT_KEPT][:KEPT_FIELDS]


class Trouble:
    """Answer 503 or 429 with Retry-After, and a form that sends the same answers again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn a locked, full or unreachable database, or an empty token bucket, into a page of its own."""
        if isinstance(error, TooMany):
            logger.warning("too many tries", extra={"reason": "throttle"})
            return later(request, "429.html", 429, error.wait)
        if isinstance(error, OperationalError | InterfaceError):
            logger.error("database unavailable", extra={"reason": type(error).__name__})
            return later(request, "503.html", 503, RETRY_SECONDS)
        return None


def later(request: HttpRequest, template: str, status: int, wait: int) -> HttpResponse:
    """A page that says when to try again and keeps what was typed; `my_check` is None, so no database is touched."""
    context = {"kept": kept_fields(request), "wait": wait, "my_check": None}
    response = render(request, template, context, status=status)
    response.headers["Retry-After"] = str(wait)
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form sent with a stale or missing token: offer to send the same answers again with a fresh one.

    A form that another site filled in is refused without that offer: one more press would do what it asks.
    """
    foreign = reason.startswith(FROM_ELSEWHERE)
    logger.warning("form refused", extra={"reason": "foreign form" if foreign else "csrf"})
    if foreign:
        return render(request, "403.html", status=403)
    return render(request, "403_csrf.html", {"kept": kept_fields(request)}, status=403)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What can not be read: 413 for more than the site takes, else 400. No database is touched, no host is named."""
    too_big = isinstance(exception, TOO_BIG)
    status = 413 if too_big else 400
    return render(request, f"{status}.html", {"my_check": None}, status=status)
