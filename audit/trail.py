"""Adds to the trail, and checks that it is whole. Threats T20 and T21."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from audit.models import AuditEvent, AuditHead, Kind

HEAD = 1
FIRST = "0" * 64


class Person(Protocol):
    """A member of staff as the trail names them."""

    pk: Any

    def get_username(self) -> str:
        """The name they sign in with."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of the trail that is not as it was written: its number and what is wrong."""

    number: int
    problem: str


def note(kind: Kind, *, by: Person | None = None, about: str = "", **detail: Any) -> AuditEvent:
    """Add one row. Called inside the transaction of what it records, it stands or falls with it.

    `detail` holds what was done in names and counts, such as `what="sheet"`: JSON values, never health data.
    """
    with transaction.atomic():
        head, _new = AuditHead.objects.select_for_update().get_or_create(pk=HEAD)
        event = AuditEvent(
            number=head.last_number + 1,
            at=timezone.now(),
            kind=kind,
            by=by.pk if by else None,
            by_name=by.get_username() if by else "",
            about=about,
            detail=detail,
        )
        event.digest = digest_of(event, head.last_digest)
        event.save(force_insert=True)
        head.last_number, head.last_digest = event.number, event.digest
        head.save()
        return event


def digest_of(event: AuditEvent, before: str) -> str:
    """The SHA-256 of a row and of the digest before it; 64 hex digits."""
    values = [event.number, event.at.isoformat(), str(event.kind), event.by, event.by_name, event.about, event.detail]
    return hashlib.sha256(f"{before}{json.dumps(values, sort_keys=True)}".encode()).hexdigest()


def faults() -> Iterator[Fault]:
    """Walk the whole trail, and name each row that was changed, added or taken away outside of `note`."""
    before, expected = FIRST, 1
    for event in AuditEvent.objects.order_by("number").iterator():
        if event.number != expected:
            yield Fault(expected, "missing")
        if event.digest != digest_of(event, before):
            yield Fault(event.number, "changed")
        before, expected = event.digest, event.number + 1
    head = AuditHead.objects.filter(pk=HEAD).first()
    last = (head.last_number, head.last_digest) if head else (0, FIRST)
    if last != (expected - 1, before):
        yield Fault(last[0], "the end is not where the trail ends")
