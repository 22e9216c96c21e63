"""Writes a check that staff type in from paper: the same steps and rules as for a runner's own, and who typed it."""

from datetime import date
from typing import Any

from django.db import transaction

from clinic.packs.paper_form import PaperForm
from programs.actions import finish
from programs.deciding import decide
from programs.models import Decision
from screening.actions import save_page
from screening.desk_actions import start_paper
from screening.models import Screening


def type_in(form: PaperForm, *, earlier: Screening | None, by: Any, key: str, today: date) -> Screening:
    """Send a valid form as a check of source "paper", with its plan or locked by a red flag, in one transaction.

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
        decide(
            sent.pk, Decision.Kind.TYPED_IN, by=by, version=None, detail={"repeats": earlier.code if earlier else ""}
        )
        return sent
