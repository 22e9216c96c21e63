"""`manage.py verify_audit`: walks the whole trail and names each row that is not as it was written."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.models import AuditEvent
from audit.trail import faults

MOST_NAMED = 20


class Command(BaseCommand):
    """Exit with 1 where the trail was touched."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Say what is wrong, or how many rows are sound."""
        found = list(faults())
        for fault in found[:MOST_NAMED]:
            self.stderr.write(f"row {fault.number}: {fault.problem}")
        if found:
            raise CommandError(f"The trail was touched: {len(found)} fault(s).")
        self.stdout.write(f"The trail is whole: {AuditEvent.objects.count()} rows.")
