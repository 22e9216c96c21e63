"""My sign-in, how long it lasts, and what waits to be sent again."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from clinic.accounts.gate import staff_page
from clinic.accounts.kept import forget, waiting_for
from clinic.accounts.sessions import seconds_left, touch
from clinic.roles import May


@staff_page(May.SIGN_IN)
@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Password, second factors, passkeys and sessions of who is signed in."""
    factors = list(Authenticator.objects.filter(user_id=request.user.pk))
    codes = next((one for one in factors if one.type == Authenticator.Type.RECOVERY_CODES), None)
    context = {
        "room": "me",
        "app": any(one.type == Authenticator.Type.TOTP for one in factors),
        "passkeys": [one for one in factors if one.type == Authenticator.Type.WEBAUTHN],
        "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
        "sessions": len(UserSession.objects.purge_and_list(request.user)),
    }
    return render(request, "clinic/accounts/me.html", context)


@staff_page(May.SIGN_IN)
@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of one's own sessions somewhere else."""
    session = UserSession.objects.filter(pk=pk, user_id=request.user.pk).first()
    if session is None or session.session_key == request.session.session_key:
        raise Http404
    session.end()
    messages.success(request, gettext("That session has ended."))
    return redirect("usersessions_list")


@staff_page(May.SIGN_IN)
@require_safe
def session_state(request: HttpRequest) -> HttpResponse:
    """How long the session lasts, for the page that warns."""
    return _state_of(request)


@staff_page(May.SIGN_IN)
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Stay signed in: a sign of life, stored at once."""
    touch(request)
    if request.headers.get("Accept") == "application/json":
        return _state_of(request)
    return redirect("clinic:queue")


@staff_page(May.SIGN_IN)
@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """What was typed when the session ended, to be sent again by the same member alone."""
    found = waiting_for(request)
    if found is None:
        return redirect("clinic:queue")
    is_mine = found["for"] == request.user.pk
    if not is_mine:
        forget(request)
    context = {"kept": found if is_mine else None, "whose": found["name"]}
    return render(request, "clinic/accounts/kept.html", context)


@staff_page(May.SIGN_IN)
@require_POST
def drop_kept(request: HttpRequest) -> HttpResponse:
    """Throw away what waits."""
    forget(request)
    messages.success(request, gettext("What you typed was thrown away."))
    return redirect("clinic:queue")


def _state_of(request: HttpRequest) -> JsonResponse:
    """Seconds left, who is signed in, and a fresh token for the forms of a page that was open for long."""
    return JsonResponse({"left": seconds_left(request), "who": str(request.user.pk), "token": get_token(request)})
