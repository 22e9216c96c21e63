"""What a plan is edited from: the one that stands, one from the clinic's ratings or a template, and the means to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clinic.review.rating import rated_plan
from clinic.shelf.library import clinic_library
from clinic.shelf.models import TemplateVersion
from clinic.shelf.outline import OutlineError
from clinic.shelf.plans import plan_of, standing_templates
from programs.arranging import BY_STAFF, Means, RevisionError, arranged, first_leg_of, lines_of
from programs.building import facts_of
from programs.dosing import Known, known_texts
from programs.models import IssuedPlan
from programs.plan import Plan
from programs.prescribing import Facts
from programs.revising import leave_out
from programs.rules.assignment import ROLLER, SIDE_STRETCH
from programs.rules.mileage import RunPlan, run_plan
from screening.answered_case import case_of
from screening.assessment import RULE_SET, Assessment, assess
from screening.case import Case, CaseError, Unit, parse_case
from screening.models import Screening

STANDING = "standing"
RATED = "rated"
TEMPLATE = "template-"
LONGEST_NUMBER = 9
NO_LEGS: Final = {
    f"{leg}_{asked}": "0"
    for leg in ("left", "right")
    for asked in ("reps", "hip_drop", "knee_cave", "trunk_lean", "balance", "squat_pain")
}
"""In place of a mirror check that was never done: after a red flag the rules do not read it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that an editor needs of one runner.

    `standing` is the plan that counts (one without stages where none was issued), `version` its version (0 then),
    `base` what the editing began from, named by `source`; `by_rule` the run weeks that the rules give, None where the
    runner answered no questions.
    """

    screening: Screening
    standing: Plan
    version: int
    source: str
    base: Plan
    means: Means
    by_rule: RunPlan | None
    today: date

    @property
    def steps(self) -> tuple[str, ...]:
        """The run-walk steps, easiest first."""
        return tuple(step.id for step in self.means.library.running.run_walk)

    def known(self) -> Known:
        """The texts that may stand in a dose as they are: the library's, and those of the plan itself."""
        found = known_texts(self.means.library)
        stages = (*self.base.stages, *self.standing.stages)
        doses = [each.dose for stage in stages for each in (*stage.exercises, *stage.warm_up)]
        return {name: texts | {getattr(dose, name) for dose in doses} for name, texts in found.items()}


def desk_for(screening: Screening, source: str, today: date) -> Desk:
    """The desk with the plan of this source on it; the one that stands where the source names none."""
    issued = IssuedPlan.objects.filter(screening=screening).first()
    case = answered(screening)
    assessment = _assessment(screening, case)
    standing = issued.read() if issued else _no_plan(case, assessment, today)
    facts = facts_of(case, assessment) if case and assessment else _facts_without_answers(standing)
    means = Means(clinic_library(), facts)
    base = source_of(screening, source, standing, means, today)
    return Desk(
        screening=screening,
        standing=standing,
        version=issued.version if issued else 0,
        source=source if base else STANDING,
        base=base or standing,
        means=replace(means, facts=replace(facts, leg=first_leg_of(base or standing, means))),
        by_rule=run_plan(case) if case else None,
        today=today,
    )


def answered(screening: Screening) -> Case | None:
    """The runner's answers as a case of the rules; None for a walk-in, and where too little was asked before a stop."""
    legs = {} if screening.has_findings else NO_LEGS
    try:
        return parse_case(case_of({**screening.answers, **legs}))
    except (KeyError, CaseError, ValueError):
        return None


def _assessment(screening: Screening, case: Case | None) -> Assessment | None:
    if screening.assessment:
        return screening.read_assessment()
    return assess(case) if case else None


def _facts_without_answers(plan: Plan) -> Facts:
    return Facts("right" if plan.leg == "right" else "left")


def source_of(screening: Screening, source: str, standing: Plan, means: Means, today: date) -> Plan | None:
    """The plan that a source names; None where there is no such."""
    if source == STANDING:
        return standing
    if source == RATED:
        return rated_plan(screening, today)
    number = source.removeprefix(TEMPLATE)
    if not source.startswith(TEMPLATE) or not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        return None
    version = TemplateVersion.objects.filter(pk=int(number)).first()
    return _from_template(version, standing, means, today) if version else None


def _from_template(version: TemplateVersion, standing: Plan, means: Means, today: date) -> Plan | None:
    """The template's plan for this runner: what their answers leave out and what waits for staff holds here, too."""
    try:
        plan = plan_of(version, leg=standing.leg, unit=standing.unit, today=today, library=means.library)
        plan = replace(plan, needs_staff=standing.needs_staff)
        return leave_out(arranged(plan, lines_of(plan), means), standing.leave_out, means)
    except (OutlineError, RevisionError):
        return None


def templates() -> list[TemplateVersion]:
    """The clinic's templates, by name."""
    return list(standing_templates())


def _no_plan(case: Case | None, assessment: Assessment | None, today: date) -> Plan:
    """A plan without a stage, to begin from; what the answers leave out is left out of it."""
    unit: Unit = case.unit if case else "mi"
    return Plan(
        rule=BY_STAFF,
        leg=None,
        unit=unit,
        stages=(),
        run=None,
        needs_staff=(),
        leave_out=tuple(_left_out(case, assessment)),
        reasons=(),
        rule_set=assessment.rule_set if assessment else RULE_SET,
        content_version="",
        issued_on=today,
    )


def _left_out(case: Case | None, assessment: Assessment | None) -> Iterator[str]:
    """RF-22: no roller or ball; PL-04: no stretch over a sore hip."""
    if assessment and "RF-22" in assessment.triage.ids:
        yield ROLLER
    if case and case.pain and case.pain.spot == "outer_hip":
        yield SIDE_STRETCH
