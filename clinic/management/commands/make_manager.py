"""`manage.py make_manager NAME`: the clinic's first manager, or a way back in when every manager is locked out.

Prints a one-time link that sets the password. Whoever can run this owns the server; the trail says that it was run.
"""

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from audit.models import Kind
from audit.trail import note
from clinic.accounts import people
from clinic.accounts.people_forms import NewMemberForm
from clinic.models import StaffMember
from clinic.roles import Role


class Command(BaseCommand):
    """Make a manager, or let one in again."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """The name to sign in with, and who it is."""
        parser.add_argument("name")
        parser.add_argument("--first-name", default="")
        parser.add_argument("--last-name", default="")
        parser.add_argument("--email", default="")
        parser.add_argument("--reset-second-factor", action="store_true", help="for a manager who lost theirs")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make or find the member, then print the link."""
        user = User.objects.filter(username__iexact=options["name"]).first()
        user = self.promoted(user) if user else self.made(options)
        if options["reset_second_factor"]:
            people.reset_factors(None, user, reason="make_manager on the server")
        self.stdout.write(
            f"{user.username} is a manager. Open this link once, within a day, to set the password:\n\n"
            f"  {people.new_link(None, user)}\n\n"
            "Then sign in, and set up the second step."
        )

    def made(self, options: dict[str, Any]) -> User:
        """A new manager. Raises CommandError for a name that can not be one."""
        typed = {
            "username": options["name"],
            "first_name": options["first_name"] or options["name"].title(),
            "last_name": options["last_name"] or "-",
            "email": options["email"],
            "role": Role.MANAGER,
        }
        form = NewMemberForm(typed)
        if not form.is_valid():
            raise CommandError(" ".join(str(words) for errors in form.errors.values() for words in errors))
        last_name = options["last_name"]
        return people.add_member(None, **form.cleaned_data | {"last_name": last_name})

    @transaction.atomic
    def promoted(self, user: User) -> User:
        """The member who is there already, as a manager and switched on."""
        StaffMember.objects.update_or_create(user=user, defaults={"role": Role.MANAGER})
        User.objects.filter(pk=user.pk).update(is_active=True)
        note(Kind.PEOPLE, what="made manager on the server", who=user.username)
        return user
