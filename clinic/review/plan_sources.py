"""What a plan is edited from: the one that stands, one from the clinic's ratings or a template, and the means to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clinic.review.rating import RATED, Rated, rated_now
from clinic.shelf.library import clinic_library
from clinic.shelf.models import TemplateVersion
from clinic.shelf.outline import OutlineError
from clinic.shelf.plans import plan_of, standing_templates
from programs.arranging import BESIDE, BY_STAFF, Means, RevisionError, about_runs, arranged, first_leg_of, lines_of
from programs.behind import behind
from programs.building import facts_of
from programs.dosing import Known, known_texts
from programs.holding import Held, due, held_by_rule
from programs.models import IssuedPlan
from programs.plan import Plan
from programs.plan_reasons import why
from programs.prescribing import Facts
from programs.revising import leave_out
from programs.rules.assignment import REST_FROM_RUNNING, ROLLER, SIDE_STRETCH
from programs.rules.mileage import RunPlan, run_plan
from screening.answered_case import case_of
from screening.assessment import RULE_SET, Assessment, assess
from screening.case import Case, CaseError, Unit, parse_case
from screening.models import Screening

STANDING = "standing"
TEMPLATE = "template-"
LONGEST_NUMBER = 9
MOST_NEWS = 2
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
    `base` what the editing began from, named by `source`; `waits` is what waits for staff in any plan of this runner,
    `may_run` whether normal runs may go on beside it; `by_rule` the run weeks that the rules give, None where the
    runner answered no questions.
    """

    screening: Screening
    standing: Plan
    version: int
    source: str
    base: Plan
    means: Means
    waits: Held
    may_run: bool
    by_rule: RunPlan | None
    today: date

    @property
    def due(self) -> Held:
        """All that waits for staff: in any plan of this runner, and in the one that the editing began from."""
        return tuple(dict.fromkeys((*self.waits, *self.base.needs_staff)))

    @property
    def stood(self) -> Plan:
        """The plan that counts with what waited so far, also in a stage that was taken out of it."""
        return replace(self.standing, needs_staff=self.waits)

    @property
    def before(self) -> Plan:
        """The same with all that is due: only a release that is recorded ends that."""
        return replace(self.standing, needs_staff=self.due)

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
    versions, case = list(IssuedPlan.objects.filter(screening=screening).order_by("version")), answered(screening)
    assessment = _assessment(screening, case)
    standing = versions[-1].read() if versions else _no_plan(case, assessment, today)
    waits = due(held_by_rule(case, assessment) if case and assessment else (), _history(screening, versions))
    rated = rated_now(screening, today) if source == RATED else None
    seen = rated.assessment if rated else _seen(screening, standing, assessment)
    means = Means(clinic_library(), facts_of(case, seen) if case and seen else _facts_without_answers(standing))
    base = _source(screening, source, standing, means, rated, today)
    return Desk(
        screening=screening,
        standing=standing,
        version=versions[-1].version if versions else 0,
        source=source if base else STANDING,
        base=base or standing,
        means=replace(means, facts=replace(means.facts, leg=first_leg_of(base or standing, means))),
        waits=waits,
        may_run=_may_run(screening, case, assessment, standing, means, waits),
        by_rule=run_plan(case) if case else None,
        today=today,
    )


def _history(screening: Screening, versions: Iterable[IssuedPlan]) -> Iterator[tuple[Held, Held]]:
    """What each version held, and what the decision that issued it released."""
    made = screening.decisions.filter(plan_version__isnull=False).values_list("plan_version", "detail")
    released = {version: tuple(detail.get("released", ())) for version, detail in made}
    for issued in versions:
        yield issued.read().needs_staff, released.get(issued.version, ())


def _seen(screening: Screening, standing: Plan, assessment: Assessment | None) -> Assessment | None:
    """What the plan that stands follows: the runner's own mirror check, or the clinic's rating."""
    return (behind(screening, standing).assessment if screening.assessment else None) or assessment


def _may_run(
    screening: Screening, case: Case | None, assessment: Assessment | None, standing: Plan, means: Means, waits: Held
) -> bool:
    """Whether normal runs may go on beside Stages 1 and 2: where the rules said so, or nothing speaks against it.

    Against it speak pain of 3 or more when running (clinical rules 5.7), any raised flag, and what waits for staff.
    """
    if standing.rule != BY_STAFF and about_runs(standing, means.library) == BESIDE:
        return True
    if screening.was_stopped or waits or (assessment and assessment.triage.raised):
        return False
    if case is None:
        return screening.source == Screening.Source.WALK_IN
    return case.pain is None or case.pain.running < REST_FROM_RUNNING


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


def _source(
    screening: Screening, source: str, standing: Plan, means: Means, rated: Rated | None, today: date
) -> Plan | None:
    """The plan that a source names; None where there is no such."""
    if source == STANDING:
        return standing
    if source == RATED:
        return _from_rating(rated.plan, standing, means) if rated else None
    number = source.removeprefix(TEMPLATE)
    if not source.startswith(TEMPLATE) or not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        return None
    version = TemplateVersion.objects.filter(pk=int(number)).first()
    return _from_template(version, standing, means, today) if version else None


def _from_rating(plan: Plan, standing: Plan, means: Means) -> Plan | None:
    """The plan of the rules for these ratings, without what the clinic left out for this runner."""
    out = tuple(dict.fromkeys((*plan.leave_out, *standing.leave_out)))
    if not plan.stages or out == plan.leave_out:
        return replace(plan, leave_out=out)
    try:
        return leave_out(plan, out, means)
    except RevisionError:
        return None


def _from_template(version: TemplateVersion, standing: Plan, means: Means, today: date) -> Plan | None:
    """The template's plan for this runner: what their answers leave out stays out.

    Whether normal runs go on beside it stays as it is: a template knows nothing of that.
    """
    try:
        plan = plan_of(version, leg=standing.leg, unit=standing.unit, today=today, library=means.library)
        beside = about_runs(standing, means.library) == BESIDE
        return leave_out(arranged(plan, lines_of(plan), means, beside=beside), standing.leave_out, means)
    except (OutlineError, RevisionError):
        return None


def news_of(desk: Desk, plan: Plan, means: Means) -> list[str]:
    """What the runner reads first about a plan made here: that the clinic rated it, then what is different."""
    rated = [reason.sentence for reason in plan.reasons[:1] if desk.source == RATED]
    return [*rated, *(reason.sentence for reason in why(desk.stood, plan, means))][:MOST_NEWS]


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
