"""What this session has proved: which factors were given in it, and when."""

import time

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
"""What counts as a second factor of its own; recovery codes only stand in for one of these."""
PROOFS = ("password", "mfa")


def owns_second_factor(request: HttpRequest) -> bool:
    """Whether the member has set one up, in whichever session."""
    return bool(is_mfa_enabled(request.user, FACTORS))


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with two factors; one set up in another session does not count."""
    if not owns_second_factor(request):
        return False
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def recently_proved(request: HttpRequest) -> bool:
    """Whether a password, a code or a passkey was given in this session a short time ago, signing in included."""
    since = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    return any(record.get("method") in PROOFS and record["at"] > since for record in records)


def count_new_factor(request: HttpRequest, kind: Authenticator.Type) -> None:
    """Let a factor that was just set up, and so just shown to work, count for this session."""
    factor = Authenticator.objects.filter(user_id=request.user.pk, type=kind).order_by("-pk").first()
    if factor is not None:
        record_authentication(request, request.user, "mfa", id=factor.pk, type=kind)
