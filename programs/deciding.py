"""The one door for what staff decide on a self-check: a row with who and when, the plan's next version, the trail."""

from functools import partial
from typing import Any, Protocol

from django.db import transaction
from django.utils import timezone

from audit import trail
from audit.models import Kind as Trace
from programs.models import Decision, IssuedPlan
from programs.plan import Plan
from programs.plan_storage import plan_to_dict
from programs.telling import is_told, tell
from screening.models import Screening


class Stale(Exception):
    """Someone else decided on this check since the page was opened; nothing was saved. `now` is how it stands."""

    def __init__(self, now: Screening) -> None:
        super().__init__(f"{now.code} is at version {now.version}")
        self.now = now


class Person(Protocol):
    """A member of staff, as a decision names them."""

    pk: Any

    def get_username(self) -> str:
        """The name they sign in with."""

    def get_full_name(self) -> str:
        """Their own name."""


def name_of(person: Person) -> str:
    """How a member of staff is named to colleagues and in the record."""
    return person.get_full_name() or person.get_username()


def decide(
    screening_id: int,
    kind: str,
    *,
    by: Any,
    version: int | None,
    reason: str = "",
    note: str = "",
    detail: dict[str, Any] | None = None,
    plan: Plan | None = None,
    **changes: Any,
) -> Decision:
    """Write one decision, with all that follows from it, in one transaction. Returns the row.

    `version` is the check's version that the page was made from, None where it does not matter who comes first.
    `plan` is issued as the next version. `changes` are columns of the self-check that the decision moves.
    The runner who left an e-mail address is told of a note, a referral and a new plan once all is stored.
    Raises Stale when somebody else came first, Screening.DoesNotExist when the check was erased.
    """
    with transaction.atomic():
        screening = Screening.objects.select_for_update().get(pk=screening_id)
        if version is not None and screening.version != version:
            raise Stale(screening)
        issued = _issue(screening, plan, by) if plan else None
        decision = Decision.objects.create(
            screening=screening,
            kind=kind,
            by=by,
            by_name=name_of(by),
            reason=reason,
            note=note,
            detail=detail or {},
            plan_version=issued.version if issued else None,
        )
        opened = {} if screening.opened_at else {"opened_at": timezone.now()}
        moved = {**opened, **changes, "version": screening.version + 1}
        Screening.objects.filter(pk=screening.pk).update(**moved)
        trail.note(Trace.CHANGED, by=by, about=screening.code, what=str(kind))
        if is_told(decision):
            transaction.on_commit(partial(tell, screening.pk))
        return decision


def _issue(screening: Screening, plan: Plan, by: Any) -> IssuedPlan:
    """The plan as the next version; what stood before it stays."""
    latest = IssuedPlan.objects.filter(screening=screening).first()
    return IssuedPlan.objects.create(
        screening=screening,
        version=latest.version + 1 if latest else 1,
        rule=plan.rule,
        rule_set=plan.rule_set,
        content_version=plan.content_version,
        snapshot=plan_to_dict(plan),
        issued_by=by,
        issued_by_name=name_of(by),
    )
