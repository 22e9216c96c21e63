"""How long a session lasts: fifteen minutes without a sign of life, twelve hours at most. The server decides (T10).

A sign of life is stored at most once a minute, so that reading pages writes nothing. A page that refreshes itself
sends `X-Quiet: 1` and is no sign of life. The time left that a page shows is counted from what is stored.
"""

import logging
import time
from collections.abc import Callable
from typing import Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from clinic.accounts import trail
from clinic.accounts.kept import ENDED_FOR

logger = logging.getLogger("clinic.accounts")
IDLE: Final = 15 * 60  # seconds; HIPAA 164.312(a)(2)(iii) asks for an end, the clinic chose the minutes
LONGEST: Final = 12 * 60 * 60  # seconds
WARNED: Final = 2 * 60  # seconds before the end
STORED_EVERY: Final = 60  # seconds
SIGNED_IN, SEEN = "staff_signed_in", "staff_seen"
QUIET = "X-Quiet"
LEFT = "staff_seconds_left"
"""What a page knows of the time left; templates/clinic/accounts/_session.html reads it."""


class StaffSession:
    """End a session that is over; note signs of life of one that is not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        trail.listen()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer. A browser without a session cookie is not looked at: that is every runner."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _look_at(request)
            setattr(request, LEFT, seconds_left(request))
        response = self.get_response(request)
        if request.session.modified and request.user.is_authenticated and SIGNED_IN not in request.session:
            _begin(request)
        return response


def seconds_left(request: HttpRequest) -> int:
    """How long this session still lasts if nothing is done; 0 or less when it is over, or nobody is signed in."""
    if not request.user.is_authenticated or SIGNED_IN not in request.session:
        return 0
    ends = min(request.session[SEEN] + IDLE, request.session[SIGNED_IN] + LONGEST)
    return int(ends - time.time())


def touch(request: HttpRequest) -> None:
    """Store a sign of life, and where it came from for the list of sessions."""
    UserSession.objects.create_from_request(request)
    request.session[SEEN] = time.time()


def end_others(request: HttpRequest) -> None:
    """End every other session of this member."""
    for session in UserSession.objects.filter(user_id=request.user.pk).exclude(session_key=request.session.session_key):
        session.end()


def end_all_of(user: User) -> int:
    """End every session of a member; returns how many."""
    sessions = list(UserSession.objects.filter(user=user))
    for session in sessions:
        session.end()
    return len(sessions)


def _look_at(request: HttpRequest) -> None:
    if SIGNED_IN not in request.session:
        _begin(request)
    elif seconds_left(request) <= 0:
        _end(request)
    elif request.headers.get(QUIET) != "1" and time.time() - request.session[SEEN] >= STORED_EVERY:
        try:
            touch(request)
        except OperationalError:  # a busy database is no reason to refuse a page that only reads
            logger.warning("sign of life not stored", extra={"reason": "OperationalError"})


def _begin(request: HttpRequest) -> None:
    request.session[SIGNED_IN] = time.time()
    request.session.pop(ENDED_FOR, None)
    touch(request)


def _end(request: HttpRequest) -> None:
    """End it, and remember for whom in a session without rights, so that what they typed waits for them alone."""
    user = User.objects.get(username=request.user.get_username())
    whole_day = time.time() - request.session[SIGNED_IN] >= LONGEST
    setattr(request, trail.WHY, "after 12 hours" if whole_day else "idle")
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)
    request.session[ENDED_FOR] = {"for": user.pk, "name": user.get_full_name() or user.get_username()}
