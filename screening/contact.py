"""How the clinic may call a runner whose walk ended: the runner may leave it, and may leave another later."""

from django.db import transaction

from audit import trail
from audit.models import Kind
from screening.models import Screening


def leave_contact(screening: Screening, *, name: str, phone: str) -> None:
    """Keep how the clinic may call a runner whose walk ended; the answers stay as they were.

    Once the clinic has opened the check, what it had first is kept beside the new, and the trail says that it changed.
    """
    with transaction.atomic():
        found = Screening.objects.select_for_update().get(pk=screening.pk)
        had = {"name": found.name, "phone": found.phone}
        if had == {"name": name, "phone": phone}:
            return
        if found.opened_at:
            found.contact_before = found.contact_before or (had if any(had.values()) else None)
            trail.note(Kind.CHANGED, about=found.code, what="contact, by the runner")
        found.name, found.phone = name, phone
        found.save(update_fields=["name", "phone", "contact_before", "search_text"])
