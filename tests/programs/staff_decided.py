"""What staff decided on a check, made in one step."""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from programs.deciding import decide
from programs.models import Decision, IssuedPlan
from programs.plan import Plan
from screening.models import Screening
from tests.staff import CLINICIAN, member

KIND = Decision.Kind


def decided(screening, kind=KIND.NOTED, **given):
    """One decision by Kim, the clinician; what settles a plan marks the check as reviewed."""
    if kind in (KIND.ACCEPTED, KIND.CHANGED, KIND.RELEASED):
        given = {"reviewed_at": timezone.now()} | given
    return decide(screening.pk, kind, by=member(CLINICIAN), version=None, **given)


def days_ago(decision, days):
    """The decision as if it was made so many days ago."""
    Decision.objects.filter(pk=decision.pk).update(at=timezone.now() - timedelta(days=days))


def plan_of(screening) -> Plan:
    """The plan that stands."""
    return IssuedPlan.objects.filter(screening=screening).first().read()


def opened(plan: Plan) -> Plan:
    """The plan with nothing held any more."""
    stages = tuple(replace(stage, needs_staff=False) for stage in plan.stages)
    return replace(plan, needs_staff=(), stages=stages)


def unlocked(screening):
    """A check whose red flag Kim cleared."""
    decided(screening, KIND.UNLOCKED, reason="Seen by the doctor.", unlocked_at=timezone.now())
    screening.refresh_from_db()
    return screening


def walk_in(plan: Plan, name="Ana Diaz"):
    """A runner without a self-check, with a plan that the clinic made."""
    now = timezone.now()
    screening = Screening.objects.create(
        code="ITB-WALK-11",
        source=Screening.Source.WALK_IN,
        question_set="2026-11",
        consent_version="2026-11",
        consented_at=now,
        submitted_at=now,
        state=Screening.State.DONE,
        name=name,
    )
    decided(screening, KIND.MADE, plan=plan)
    return screening
