"""What of a result no longer holds once a clinician has looked: the sentences that promise that look."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from programs.plan import Plan
from programs.rules.assignment import SENTENCES, STAFF_BEFORE_STAGE_3, STAFF_FLAG
from programs.schedule import START
from screening.assessment import Assessment
from screening.rules.reason import Reason
from screening.rules.red_flags import Level, Raised
from screening.wording import gettext_noop

LOOKED: Final = gettext_noop("Your clinic has looked at this answer.")
NO_STAGES: Final = ("PL-00", "PL-01", "PL-02")
"""The rules that give no stages: a plan that has some was given by a clinician."""


def standing_reasons(plan: Plan) -> Iterator[Reason]:
    """The reasons of a plan that a runner reads, without those that wait for what has happened."""
    past = set()
    if START not in plan.needs_staff:
        past.add(SENTENCES["PL-05"])
    if not plan.needs_staff:
        past |= {SENTENCES["PL-04"], STAFF_FLAG}
    if plan.stages:
        past |= {SENTENCES[rule] for rule in NO_STAGES}
    yield from (reason for reason in plan.reasons if reason.sentence and reason.sentence not in past)


def standing_cautions(assessment: Assessment, plan: Plan, *, reviewed: bool) -> Iterator[Raised]:
    """What to take care with. A flag that ended the check is none: a clinician has cleared it before a plan stands."""
    for raised in assessment.triage.raised:
        if raised.level == Level.CAUTION:
            seen = reviewed and not plan.needs_staff and raised.id in STAFF_BEFORE_STAGE_3
            yield replace(raised, action=LOOKED) if seen else raised
