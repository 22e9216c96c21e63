"""The library's pages of sign-in, where the clinic decides something more."""

import json
from typing import Any

from allauth.account.views import LogoutView
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    LoginWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.contrib import messages
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext

from audit.models import Kind
from audit.trail import note
from clinic.accounts.browser import browser_of
from clinic.accounts.factors import is_last
from clinic.accounts.proof import count_new_factor
from clinic.accounts.sessions import end_others

WAIT = 60  # seconds; the shortest of the library's limits


def too_many(request: HttpRequest) -> HttpResponse:
    """The answer to too many tries, for the library; no password is carried by the page."""
    answer = render(request, "429.html", {"wait": WAIT, "kept": [], "my_check": None}, status=429)
    answer.headers["Retry-After"] = str(WAIT)
    return answer


class SignOut(LogoutView):  # type: ignore[misc]
    """Sign out, and have the browser forget the pages it kept: its back button shows nothing (T10)."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        """Sign out. Cookies stay: the one of a runner in this browser is not the clinic's to take."""
        answer: HttpResponse = super().post(*args, **kwargs)
        answer.headers["Clear-Site-Data"] = '"cache"'
        return answer


class PasskeyOptions:
    """What the browser is asked of a passkey, as JSON that an attribute of the page carries."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page's own, and `passkey_options`; "" where no passkey is asked for."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]
        asked = context.get("js_data")
        return {**context, "passkey_options": json.dumps(asked, cls=DjangoJSONEncoder) if asked else ""}


class SecondStep(PasskeyOptions, AuthenticateView):  # type: ignore[misc]
    """The second step of a sign-in."""


class ProvePasskey(PasskeyOptions, ReauthenticateWebAuthnView):  # type: ignore[misc]
    """A passkey, asked for again."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Say so, and ask once more."""
        note(Kind.SIGN_IN_FAILED, by=self.request.user, what="passkey")
        messages.error(self.request, gettext("That passkey did not fit."))
        return redirect(self.request.get_full_path())


class SetUpApp(ActivateTOTPView):  # type: ignore[misc]
    """Set up an authenticator app."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it; its first code was right, so it counts for this session."""
        answer: HttpResponse = super().form_valid(form)
        count_new_factor(self.request, Authenticator.Type.TOTP)
        return answer


class RemoveApp(DeactivateTOTPView):  # type: ignore[misc]
    """Remove the authenticator app; its form refuses the last second factor."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it. Every other session ends: it may have been opened by whoever holds the lost phone."""
        answer: HttpResponse = super().form_valid(form)
        end_others(self.request)
        return answer


class AddPasskey(PasskeyOptions, AddWebAuthnView):  # type: ignore[misc]
    """Add a passkey."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it; the browser just signed with it, so it counts for this session."""
        answer: HttpResponse = super().form_valid(form)
        count_new_factor(self.request, Authenticator.Type.WEBAUTHN)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form keeps its errors, and the page knows whether a passkey can have this address."""
        host = self.request.get_host().partition(":")[0]
        named = not host.replace(".", "").isdigit() and not host.startswith("[")
        return {**super().get_context_data(**kwargs), "form": kwargs.get("form") or self.get_form(), "named": named}


class RemovePasskey(RemoveWebAuthnView):  # type: ignore[misc]
    """Remove a passkey; refused for the last second factor."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Whether it is the last one."""
        return {**super().get_context_data(**kwargs), "is_last": is_last(self.object)}

    def form_valid(self, form: Any) -> HttpResponse:
        """Remove it. Every other session ends: it may have been opened with this very key."""
        if not get_adapter().can_delete_authenticator(self.object):
            return self.render_to_response(self.get_context_data(form=form))  # type: ignore[no-any-return]
        answer: HttpResponse = super().form_valid(form)
        end_others(self.request)
        return answer


class PasskeySignIn(LoginWebAuthnView):  # type: ignore[misc]
    """Sign in with a passkey alone: it asks for a finger, a face or a PIN, which makes two factors."""

    def get_success_url(self) -> str:
        """The clinic's first page."""
        return reverse("clinic:queue")

    def form_invalid(self, form: Any) -> HttpResponse:
        """Refuse, and put it in the trail: whose passkey it was to be is not known."""
        note(Kind.SIGN_IN_FAILED, what="passkey")
        answer: HttpResponse = super().form_invalid(form)
        return answer


class Sessions(ListUserSessionsView):  # type: ignore[misc]
    """Where the member is signed in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Each session with its browser in words, this one first."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if not any(session.is_current() for session in context["sessions"]):
            UserSession.objects.create_from_request(self.request)
            context = super().get_context_data(**kwargs)
        found = sorted(context["sessions"], key=lambda one: (not one.is_current(), one.created_at))
        rows = [{"session": one, "browser": browser_of(one.user_agent)} for one in found]
        return {**context, "rows": rows, "room": "me"}
