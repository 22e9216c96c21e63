"""Writes a walk-in: someone at the desk who gets a plan and sheets without a self-check."""

from typing import Any

from django.db import transaction

from programs.deciding import decide
from programs.models import Decision
from programs.plan import Plan
from screening.desk_actions import start_walk_in
from screening.models import Screening


def make_walk_in(*, name: str, plan: Plan, detail: dict[str, str], by: Any, key: str, reason: str = "") -> Screening:
    """A new walk-in with this plan as version 1, issued by this member of staff, in one transaction.

    A second call with the same one-time `key`, from a double click or a second tab, changes nothing and returns the
    first. `detail` says how it was made: from which template, and how the warning signs were asked for. `reason`
    is for the clinic's record: why it was made though a check under the same name was stopped.
    """
    with transaction.atomic():
        made = start_walk_in(name=name, key=key)
        if made is None:
            return Screening.objects.get(start_key=key)
        decide(made.pk, Decision.Kind.MADE, by=by, version=None, plan=plan, reason=reason, detail=detail)
        return made
