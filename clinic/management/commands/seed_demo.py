"""`manage.py seed_demo`: the demo's people and its sign-ins. Refuses outside the demo."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from clinic.accounts.demo import CODE, MEMBERS, PASSWORD
from clinic.models import StaffMember
from clinic.roles import ROLE_NAMES, Role
from programs.demo import seed
from screening.models import Screening


class Command(BaseCommand):
    """Fill an empty demo, and say where it is and how to sign in."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """`--if-empty` leaves a filled database alone; `--address` is what the last lines tell."""
        parser.add_argument("--if-empty", action="store_true")
        parser.add_argument("--address", default="http://127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed, then print."""
        if not settings.DEMO:
            raise CommandError("seed_demo is for the demo only; ENVIRONMENT says production.")
        members = {role: demo_member(role, username, first, last) for role, username, first, last in MEMBERS}
        if not (options["if_empty"] and Screening.objects.exists()):
            self.stdout.write(f"Made self-checks of {seed(members[Role.CLINICIAN])} demo runners.")
        self.stdout.write(said(options["address"]))


def demo_member(role: Role, username: str, first: str, last: str) -> User:
    """One of the demo's members, with the demo's password and an authenticator app that nobody holds."""
    user, new = User.objects.get_or_create(username=username, defaults={"first_name": first, "last_name": last})
    if new:
        user.set_password(PASSWORD)
        user.save()
    StaffMember.objects.get_or_create(user=user, defaults={"role": role})
    if not Authenticator.objects.filter(user=user).exists():
        TOTP.activate(user, generate_totp_secret())
    return user


def said(address: str) -> str:
    """Where the demo is, and how to sign in: three roles, one password, one code."""
    names = "\n".join(
        f"      {username:<12}{first} {last}, {ROLE_NAMES[role].lower()}" for role, username, first, last in MEMBERS
    )
    return (
        f"\n  itbcare runs at    {address}/\n"
        f"  clinic's side      {address}/staff/\n"
        f"    sign in as\n{names}\n"
        f"    password          {PASSWORD}\n"
        f"    code              {CODE}   (second step; this code works in the demo only)\n"
        f"  stop with          Ctrl+C\n"
    )
