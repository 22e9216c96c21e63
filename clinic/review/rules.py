"""Every rule that fired on a check, with its id, what it says and its source, so that staff can judge it themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from programs.plan import Plan
from screening.assessment import Assessment
from screening.rules.reason import Reason


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One fired rule: what it is about, its id, its sentence and its source."""

    about: str
    rule: str
    sentence: str
    source: str


def rules_of(assessment: Assessment | None, plan: Plan | None) -> tuple[RuleLine, ...]:
    """Flags first, then both legs, the class, the plan and the runs; each rule once."""
    told: set[tuple[str, str]] = set()
    lines = []
    for about, reason in _all(assessment, plan):
        if (reason.rule, reason.sentence) not in told:
            told.add((reason.rule, reason.sentence))
            lines.append(RuleLine(about, reason.rule, _(reason.sentence) if reason.sentence else "", reason.source))
    return tuple(lines)


def _all(assessment: Assessment | None, plan: Plan | None) -> Iterator[tuple[str, Reason]]:
    if assessment:
        yield from ((_("Red flag"), flag.reason) for flag in assessment.triage.raised)
        for name, leg in ((_("Left leg"), assessment.left), (_("Right leg"), assessment.right)):
            if leg:
                yield name, leg.reason
        yield from ((_("Pattern"), reason) for reason in assessment.reasons)
    if plan:
        yield from ((_("Plan"), reason) for reason in plan.reasons)
        yield from ((_("Runs"), reason) for reason in (plan.run.reasons if plan.run else ()))
