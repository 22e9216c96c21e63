"""The one gate of the clinic's side: who may open this page, proven by two factors in this very session.

Every view under /staff/ names what one must be allowed to do. A test walks all addresses and finds any that does not.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from clinic.models import StaffMember
from clinic.roles import May

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
GATE = "opens_to"


def staff_page(what: May, *, fresh: bool = False) -> Callable[[View], View]:
    """Guard a view: signed in, with a second factor in this session, with a role that may do `what`.

    `fresh` asks for the password again where it was last given some time ago.
    A stranger is led to the sign-in, a member without a second factor to set one up, another role gets 403.
    """

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if answer := turned_away(request, what, fresh=fresh):
                return answer
            return view(request, *args, **kwargs)

        setattr(guarded, GATE, what)
        return cast(View, guarded)

    return guard


def turned_away(request: HttpRequest, what: May, *, fresh: bool) -> HttpResponseBase | None:
    """Where to send who may not come in; None for who may. Raises PermissionDenied for another role."""
    member = member_of(request)
    if not request.user.is_authenticated or member is None:
        return redirect_to_login(request.get_full_path(), reverse("account_login"))
    if not has_second_factor(request):
        return redirect(f"{reverse('mfa_index')}?{urlencode({'next': request.get_full_path()})}")
    if not member.may(what):
        raise PermissionDenied
    if fresh and not did_recently_reauthenticate(request):
        return redirect(f"{reverse('account_reauthenticate')}?{urlencode({'next': request.get_full_path()})}")
    return None


def member_of(request: HttpRequest) -> StaffMember | None:
    """The member of staff who is signed in; None for everybody else."""
    if not request.user.is_authenticated or not request.user.is_active:
        return None
    return StaffMember.objects.select_related("user").filter(user=request.user).first()


def has_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened with two factors; one set up in another session does not count."""
    if not is_mfa_enabled(request.user):
        return False
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))
