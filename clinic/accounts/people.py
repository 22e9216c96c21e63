"""What a manager does with the sign-ins of others. Each step is one transaction and one row of the trail."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse

from audit.models import Kind
from audit.trail import Person, note
from clinic.accounts.sessions import end_all_of
from clinic.models import StaffMember
from clinic.roles import Role


class LastManager(Exception):
    """The clinic would have no manager left who can sign in."""


@transaction.atomic
def add_member(by: Person | None, *, username: str, first_name: str, last_name: str, email: str, role: str) -> User:
    """A new member without a password: the one-time link sets it. `by` is None on the server itself."""
    user = User.objects.create_user(username, email, first_name=first_name, last_name=last_name)
    StaffMember.objects.create(user=user, role=role)
    note(Kind.PEOPLE, by=by, what="added", who=username, role=role)
    return user


def link_for(user: User) -> str:
    """The one-time link with which a member sets a password; setting one, or signing in, uses it up."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return f"{settings.SITE_URL}{reverse('account_reset_password_from_key', kwargs=key)}"


@transaction.atomic
def new_link(by: Person | None, user: User) -> str:
    """A fresh one-time link, in place of a password that was forgotten. The old password works until it is used."""
    note(Kind.PEOPLE, by=by, what="link made", who=user.username)
    return link_for(user)


@transaction.atomic
def describe(by: Person, user: User, *, first_name: str, last_name: str, email: str, role: str) -> None:
    """Change a member's name, mail or role; the role counts from the next page. Raises LastManager."""
    member = _locked(user)
    if member.role == Role.MANAGER and role != Role.MANAGER:
        _refuse_last_manager(user)
    was, member.role = member.role, role
    member.save(update_fields=["role"])
    User.objects.filter(pk=user.pk).update(first_name=first_name, last_name=last_name, email=email)
    if was != role:
        note(Kind.PEOPLE, by=by, what="role changed", who=user.username, was=was, role=role)
    else:
        note(Kind.PEOPLE, by=by, what="details changed", who=user.username)


@transaction.atomic
def switch(by: Person, user: User, *, on: bool) -> None:
    """Let a member in again, or keep them out at once: every session ends. Raises LastManager."""
    member = _locked(user)
    if not on and member.role == Role.MANAGER:
        _refuse_last_manager(user)
    User.objects.filter(pk=user.pk).update(is_active=on)
    if not on:
        end_all_of(user)
    note(Kind.PEOPLE, by=by, what="switched on" if on else "switched off", who=user.username)


@transaction.atomic
def end_sessions(by: Person, user: User) -> int:
    """End every session of a member; returns how many."""
    ended = end_all_of(user)
    note(Kind.PEOPLE, by=by, what="sessions ended", who=user.username, count=ended)
    return ended


@transaction.atomic
def reset_factors(by: Person | None, user: User, *, reason: str) -> None:
    """Take away every second factor of a member who lost theirs: they set up a new one when they sign in next."""
    Authenticator.objects.filter(user=user).delete()
    end_all_of(user)
    note(Kind.PEOPLE, by=by, what="second factor reset", who=user.username, reason=reason)


def _locked(user: User) -> StaffMember:
    """Their row, and every manager's, held until the transaction ends: two managers can not remove each other."""
    list(StaffMember.objects.select_for_update().filter(role=Role.MANAGER).order_by("pk"))
    return StaffMember.objects.select_for_update().get(user=user)


def _refuse_last_manager(user: User) -> None:
    others = StaffMember.objects.filter(role=Role.MANAGER, user__is_active=True).exclude(user=user)
    if not others.exists():
        raise LastManager
