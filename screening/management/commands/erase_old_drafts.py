"""`manage.py erase_old_drafts`: delete what was begun and left for 14 days, and idle throttles. Run it daily."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from screening.actions import erase_old_drafts
from screening.models import Screening
from screening.throttle import erase_idle_buckets


class Command(BaseCommand):
    """Delete drafts past keeping, with their links."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """`--dry-run` only counts."""
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete or count, and say how many."""
        if options["dry_run"]:
            count = Screening.objects.drafts_past_keeping(timezone.now()).count()
            self.stdout.write(f"{count} drafts would be deleted.")
        else:
            self.stdout.write(f"{erase_old_drafts()} drafts deleted, {erase_idle_buckets()} idle throttles too.")
