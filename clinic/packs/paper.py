"""Writes a check that staff type in from paper: the same steps and rules as for a runner's own, and who typed it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from clinic.packs.paper_form import PaperForm
from programs.actions import finish
from programs.deciding import decide
from programs.models import Decision
from screening.actions import save_page
from screening.contact import leave_contact
from screening.desk_actions import start_paper
from screening.models import Screening


def type_in(
    form: PaperForm,
    *,
    earlier: Screening | None,
    by: Any,
    key: str,
    today: date,
    reason: str = "",
    filled: Sequence[str] = (),
) -> Screening:
    """Send a valid form as a check of source "paper", with its plan or locked by a red flag, in one transaction.

    `reason` is for the clinic's record; `filled` are the safety questions that one press of a button answered. Name
    and phone are kept even where a red flag ends the check before they are asked for: the clinic must be able to call.
    A second call with the same one-time `key` changes nothing and returns the first. Raises ValueError for a form
    that is not whole.
    """
    with transaction.atomic():
        begun = start_paper(key=key, earlier=earlier)
        if begun is None:
            return Screening.objects.get(start_key=key)
        for step in form.steps():
            if not save_page(begun.pk, step.slug, step.answers, step.how).is_draft:
                break
        sent = finish(begun.pk, today=today)
        if sent.is_draft:
            raise ValueError("Questions are still open.")
        if form.name or form.phone:
            leave_contact(sent, name=sent.name or form.name, phone=form.phone)
        detail = {"repeats": earlier.code if earlier else ""} | ({"no_to_all": list(filled)} if filled else {})
        decide(sent.pk, Decision.Kind.TYPED_IN, by=by, version=None, reason=reason, detail=detail)
        return sent
