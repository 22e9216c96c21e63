"""Each step of a sign-in in the trail. Who is unknown stays unnamed: a name typed wrong may be a password.

The steps are taken inside the library that signs people in and in Django; their signals are how these two tell of
them. This project sends none of its own.
"""

from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from django.contrib.auth import signals as django_signals
from django.contrib.auth.models import AbstractBaseUser, User
from django.http import HttpRequest

from audit.models import Kind
from audit.trail import note

WHY = "why_signed_out"


def listen() -> None:
    """Hear of every step; asked twice, it hears once."""
    heard = {
        account_signals.user_logged_in: signed_in,
        django_signals.user_login_failed: password_failed,
        django_signals.user_logged_out: signed_out,
        mfa_signals.authenticator_used: second_factor_used,
        mfa_signals.authentication_failed: second_factor_failed,
        mfa_signals.authenticator_added: factor_added,
        mfa_signals.authenticator_removed: factor_removed,
        mfa_signals.authenticator_reset: factor_renewed,
        account_signals.password_changed: password_changed,
        account_signals.password_set: password_changed,
        account_signals.password_reset: password_reset,
    }
    for signal, receiver in heard.items():
        signal.connect(receiver, dispatch_uid=f"clinic.accounts.trail.{receiver.__name__}")


def signed_in(user: AbstractBaseUser, **_rest: Any) -> None:
    """Both factors were given, or one where no second is set up yet."""
    note(Kind.SIGNED_IN, by=user)


def password_failed(credentials: dict[str, Any], **_rest: Any) -> None:
    """A wrong password; the name is stored only where it is a member's."""
    user = User.objects.filter(username__iexact=str(credentials.get("username", ""))).first()
    note(Kind.SIGN_IN_FAILED, by=user, what="password")


def signed_out(request: HttpRequest, user: AbstractBaseUser | None, **_rest: Any) -> None:
    """By hand, or because the session was over."""
    if user is not None:
        note(Kind.SIGNED_OUT, by=user, what=getattr(request, WHY, "by hand"))


def second_factor_used(user: AbstractBaseUser, authenticator: Any, reauthenticated: bool, **_rest: Any) -> None:
    """A code, a recovery code or a passkey fits."""
    note(Kind.SECOND_FACTOR, by=user, what=str(authenticator.type), again=reauthenticated)


def second_factor_failed(user: AbstractBaseUser, authenticator: Any, **_rest: Any) -> None:
    """A wrong code."""
    note(Kind.SIGN_IN_FAILED, by=user, what="second step")


def factor_added(user: AbstractBaseUser, authenticator: Any, **_rest: Any) -> None:
    """A second factor was set up."""
    note(Kind.CHANGED, by=user, what="second factor added", factor=str(authenticator.type))


def factor_removed(user: AbstractBaseUser, authenticator: Any, **_rest: Any) -> None:
    """A second factor was taken away."""
    note(Kind.CHANGED, by=user, what="second factor removed", factor=str(authenticator.type))


def factor_renewed(user: AbstractBaseUser, authenticator: Any, **_rest: Any) -> None:
    """New recovery codes."""
    note(Kind.CHANGED, by=user, what="second factor renewed", factor=str(authenticator.type))


def password_changed(user: AbstractBaseUser, **_rest: Any) -> None:
    """By the member, with the old one."""
    note(Kind.CHANGED, by=user, what="password changed")


def password_reset(user: AbstractBaseUser, **_rest: Any) -> None:
    """By whoever held the one-time link."""
    note(Kind.CHANGED, by=user, what="password set by link")
