"""The secret of a private link: made, hashed, carried by the device's cookie. See ecosystem threat T1.

A cookie holds at most the newest few secrets, the current one first, so that opening a second link on a phone does
not lose the check that is under way there.
"""

import hashlib
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

KEPT = 3
COOKIE_SECONDS = 90 * 24 * 3600
TOKEN_LENGTH = 43


def new_token() -> str:
    """Return 256 random bits as 43 letters that fit in an address."""
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """The SHA-256 under which a token is stored; 64 hex digits."""
    return hashlib.sha256(token.encode()).hexdigest()


def tokens_of(request: HttpRequest) -> list[str]:
    """The device's secrets, the current one first; anything of another shape is ignored."""
    found = request.COOKIES.get(settings.RUNNER_COOKIE_NAME, "").split(".")
    return [token for token in found if len(token) == TOKEN_LENGTH][:KEPT]


def remember(
    request: HttpRequest, response: HttpResponse, token: str, *, instead_of: str = "", behind: str = ""
) -> None:
    """Put the secret into the device's cookie: first, or right behind the one named, which then comes first."""
    others = [kept for kept in tokens_of(request) if kept not in (token, instead_of, behind)]
    tokens = [*([behind] if behind else []), token, *others]
    response.set_cookie(
        settings.RUNNER_COOKIE_NAME,
        ".".join(tokens[:KEPT]),
        max_age=COOKIE_SECONDS,
        secure=settings.RUNNER_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/",
    )


def forget(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Drop one secret from the device's cookie; the cookie goes with the last."""
    others = [kept for kept in tokens_of(request) if kept != token]
    if others:
        remember(request, response, others[0], instead_of=token)
    else:
        response.delete_cookie(settings.RUNNER_COOKIE_NAME, path="/", samesite="Lax")
