"""The one gate of the clinic's side: who may open this page, proven by two factors in this very session.

Every view under /staff/ names what one must be allowed to do. A test walks all addresses and finds any that does not.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.internal.flows.reauthentication import suspend_request
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from clinic.accounts.kept import forget_if_sent, keep, something_typed
from clinic.accounts.proof import has_second_factor, owns_second_factor, recently_proved
from clinic.models import StaffMember
from clinic.roles import May

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
Answer = HttpResponseBase | None
GATE = "opens_to"
SIGNED_OUT = "staff:signed-out"
"""The event that tells a page in the browser that its session has ended; static/js/staff.js hears it."""


def staff_page(what: May, *, fresh: bool = False) -> Callable[[View], View]:
    """Guard a view: signed in, with a second factor in this session, with a role that may do `what`.

    `fresh` asks for the password again where it was last given some time ago.
    A stranger is led to the sign-in, a member without a second factor to set one up, another role gets 403.
    """
    return _guarded_by(what, lambda request: turned_away(request, what, fresh=fresh))


def setting_up(view: View) -> View:
    """Guard a page of one's own factors: open to a member who has none yet, never to half a sign-in of one who has."""
    return _guarded_by(May.SIGN_IN, lambda request: not_signed_in(request) or half_signed_in(request))(view)


def signed_in_page(view: View) -> View:
    """Guard a page that asks for a proof: any member who is signed in, for a proof is what they come to give."""
    return _guarded_by(May.SIGN_IN, not_signed_in)(view)


def _guarded_by(what: May, refusal: Callable[[HttpRequest], Answer]) -> Callable[[View], View]:
    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if answer := refusal(request):
                return answer
            forget_if_sent(request)
            return view(request, *args, **kwargs)

        setattr(guarded, GATE, what)
        return cast(View, guarded)

    return guard


def turned_away(request: HttpRequest, what: May, *, fresh: bool) -> Answer:
    """Where to send who may not come in; None for who may. Raises PermissionDenied for another role."""
    if answer := not_signed_in(request) or half_signed_in(request):
        return answer
    if not owns_second_factor(request):
        return _led_to("mfa_index", request)
    member = member_of(request)
    if member is None or not member.may(what):
        raise PermissionDenied
    if fresh and not recently_proved(request):
        # A form that was sent waits in the session, and goes its way once the proof is given.
        return cast(HttpResponseBase, suspend_request(request, reverse("account_reauthenticate")))
    return None


def not_signed_in(request: HttpRequest) -> Answer:
    """The sign-in for a stranger, with what was typed kept. Raises PermissionDenied for who is no member of staff."""
    if request.user.is_authenticated:
        if member_of(request) is None:
            raise PermissionDenied
        return None
    if request.method not in ("GET", "HEAD"):
        return keep(request) if something_typed(request) else redirect("account_login")
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Trigger": SIGNED_OUT})
    return redirect_to_login(request.get_full_path(), reverse("account_login"))


def half_signed_in(request: HttpRequest) -> Answer:
    """The second step, for a session that is older than the member's second factor; None for every other."""
    if not owns_second_factor(request) or has_second_factor(request):
        return None
    by_code = is_mfa_enabled(request.user, [Authenticator.Type.TOTP])
    return _led_to("mfa_reauthenticate" if by_code else "mfa_reauthenticate_webauthn", request)


def _led_to(page: str, request: HttpRequest) -> HttpResponseBase:
    return redirect(f"{reverse(page)}?{urlencode({'next': request.get_full_path()})}")


def member_of(request: HttpRequest) -> StaffMember | None:
    """The member of staff who is signed in; None for everybody else."""
    if not request.user.is_authenticated or not request.user.is_active:
        return None
    return StaffMember.objects.select_related("user").filter(user=request.user).first()
