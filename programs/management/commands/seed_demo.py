"""`manage.py seed_demo`: the demo's people and its sign-in. Refuses outside the demo."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from programs.demo import seed
from screening.models import Screening

NAME, PASSWORD = "demo", "level-hips-quiet-knees"


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
        if not (options["if_empty"] and Screening.objects.exists()):
            self.stdout.write(f"Made {seed()} demo self-checks.")
        if not User.objects.filter(username=NAME).exists():
            User.objects.create_superuser(NAME, password=PASSWORD)
        self.stdout.write(
            f"\n  itbcare runs at   {options['address']}/\n"
            f"  clinic's side     {options['address']}/staff/   sign in as {NAME} with {PASSWORD}\n"
            f"  stop with         Ctrl+C\n"
        )
