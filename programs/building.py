"""Builds a plan: the stages a rule assigned, filled from the library for one runner's legs and sore spots.

Which stages a result gets is decided in `rules/assignment.py`; doses and wording stand in `content/`. Here
each text gets its side: {leg} is the leg that works, {other} the other one. Source: clinical rules 4, 5, 7.5.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from programs.library_content import Exercise, Library, StageContent
from programs.plan import Dose, Plan, PrescribedExercise, Stage
from programs.prescribing import OTHER, Facts, gate_of, lain_on, prescribe
from programs.rules.assignment import RETURN_TO_RUN, Assignment
from programs.rules.body_position import lying_once
from programs.rules.mileage import RunPlan
from screening.assessment import Assessment
from screening.case import Case, LegSide

# G2: hops only where no bone or energy flag was raised; else staff decide. RF-09 and RF-12 also lock a plan.
HOP_FLAGS = {"RF-09", "RF-12", "RF-13", "RF-14"}


@dataclass(frozen=True, slots=True)
class _Runner:
    """What of one runner changes a sheet; `weaker` is None where nothing tells the legs apart."""

    facts: Facts
    weaker: LegSide | None
    leave_out: frozenset[str]
    needs_staff: frozenset[str]
    stages: tuple[int, ...]
    both_named: bool


def build_plan(
    case: Case,
    assessment: Assessment,
    assignment: Assignment,
    run: RunPlan | None,
    library: Library,
    *,
    today: date,
) -> Plan:
    """Return the plan that `assignment` gives this runner, with every stage written out for the leg it names.

    `run` holds the running weeks where Stage 3 is planned; `today` is the issue date.
    """
    runner = _runner(case, assessment, assignment)
    return Plan(
        rule=assignment.rule,
        leg=assessment.side,
        unit=case.unit,
        stages=tuple(_stage(library.stages[number], runner, library) for number in assignment.stages),
        run=run,
        needs_staff=tuple(assignment.needs_staff),
        leave_out=tuple(assignment.leave_out),
        reasons=(*assessment.reasons, *assignment.reasons),
        rule_set=assessment.rule_set,
        content_version=library.version,
        issued_on=today,
        both_legs=_both_legs(runner, library),
    )


def weaker_leg(case: Case, assessment: Assessment) -> LegSide | None:
    """Return the leg to train first (section 4: the weaker one), None where nothing tells the legs apart.

    The one leg the pattern names; with both named, the higher leg score; else the one side that hurts.
    """
    if assessment.side == "left" or assessment.side == "right":
        return assessment.side
    if assessment.side == "both" and (worse := _higher_score(assessment)):
        return worse
    return case.pain.side if case.pain and case.pain.side != "both" else None


def _higher_score(assessment: Assessment) -> LegSide | None:
    left, right = (leg.score if leg and leg.score else 0 for leg in (assessment.left, assessment.right))
    if left == right:
        return None
    return "left" if left > right else "right"


def facts_of(case: Case, assessment: Assessment) -> Facts:
    """What of this self-check decides how exercises are told; a locked one has answers, though no legs."""
    return Facts(
        # With nothing to choose by, left, only so that the words can name a side.
        leg=weaker_leg(case, assessment) or "left",
        sore_hips=_sore_hips(case),
        # PL-03: a possible pattern may leave Stage 1 at its minimum; where none is named the full gate holds.
        strength="possible" if assessment.strength == "possible" else "clear",
        hop_test="ask_clinic" if assessment.triage.ids & HOP_FLAGS else "allowed",
    )


def _runner(case: Case, assessment: Assessment, assignment: Assignment) -> _Runner:
    return _Runner(
        facts=facts_of(case, assessment),
        weaker=weaker_leg(case, assessment),
        leave_out=frozenset(assignment.leave_out),
        needs_staff=frozenset(assignment.needs_staff),
        stages=tuple(assignment.stages),
        both_named=assessment.side == "both",
    )


def _sore_hips(case: Case) -> frozenset[LegSide]:
    """The sides with outer-hip pain: nobody lies on those (PL-04)."""
    if case.pain is None or case.pain.spot != "outer_hip":
        return frozenset()
    return frozenset(OTHER) if case.pain.side == "both" else frozenset({case.pain.side})


def _both_legs(runner: _Runner, library: Library) -> str:
    if not runner.stages:
        return ""
    no_first = library.sheet.either_leg if runner.both_named else library.sheet.no_leg
    words = library.sheet.both_legs if runner.weaker else no_first
    one_side = library.sheet.one_side if len(runner.facts.sore_hips) == 1 else ""
    return f"{words.format(leg=runner.facts.leg)} {one_side}".strip()


def _stage(stage: StageContent, runner: _Runner, library: Library) -> Stage:
    exercises = tuple(_exercises(stage, runner, library))
    return Stage(
        number=stage.number,
        name=stage.name,
        aim=aim_of(stage, runner.stages, library),
        lasts=stage.lasts,
        exercises=exercises,
        warm_up=tuple(_warm_up(stage, runner, library)),
        gate=gate_of(stage, runner.facts, keys={exercise.key for exercise in exercises}, stages=runner.stages),
        needs_staff=_needs_staff(stage, runner),
    )


def aim_of(stage: StageContent, stages: Collection[int], library: Library, *, beside: bool = True) -> str:
    """What a stage is for, and what of running goes with it in a plan of these stages.

    PL-08: no runs until Stage 3; PL-06, with no Stage 3: normal running goes on beside Stages 1 and 2. Without
    `beside` it does not: the plan is a clinician's, who did not say so.
    """
    if stage.number >= RETURN_TO_RUN:
        return stage.aim
    return f"{stage.aim} {library.beside_running if beside and RETURN_TO_RUN not in stages else library.no_runs}"


def until_released(plan: Plan, library: Library) -> Plan:
    """The plan of a runner whose running waits for staff: without Stage 3, its upkeep says so; else it assumes runs."""
    if RETURN_TO_RUN in [stage.number for stage in plan.stages]:
        return plan
    later = [stage.number > RETURN_TO_RUN and library.no_runs not in stage.aim for stage in plan.stages]
    stages = (
        replace(stage, aim=f"{stage.aim} {library.no_runs}") if waits else stage
        for stage, waits in zip(plan.stages, later, strict=True)
    )
    return replace(plan, stages=tuple(stages))


def _needs_staff(stage: StageContent, runner: _Runner) -> bool:
    return bool(runner.needs_staff & {f"stage_{stage.number}", "start" if stage.number == runner.stages[0] else ""})


def _exercises(stage: StageContent, runner: _Runner, library: Library) -> Iterator[PrescribedExercise]:
    """What was chosen, in the order that has the runner lie down once after practice (BP-01)."""
    use, chosen = str(stage.number), list(_chosen(stage, runner, library))
    practice = [library.exercises[key].words_for(f"{use}-practice").position for key in stage.practice]
    for place in lying_once([exercise.words_for(*runner.facts.uses(use)).position for exercise in chosen], practice):
        yield _prescribe(chosen[place], use, stage, runner)


def _chosen(stage: StageContent, runner: _Runner, library: Library) -> Iterator[Exercise]:
    """Strength in its order, then the first mobility pieces that are not left out."""
    for key in stage.strength:
        exercise = _or_stand_in(library.exercises[key], stage, runner, library)
        if exercise.key not in runner.leave_out and runner.facts.side_for(exercise):
            yield exercise
    allowed = [key for key in stage.mobility if key not in runner.leave_out]
    yield from (library.exercises[key] for key in allowed[: library.most_mobility])


def _or_stand_in(exercise: Exercise, stage: StageContent, runner: _Runner, library: Library) -> Exercise:
    """The exercise, or its stand-in if the leg to train first could only do it lying on a sore hip."""
    if exercise.key in stage.instead and lain_on(exercise, runner.facts.leg) in runner.facts.sore_hips:
        return library.exercises[stage.instead[exercise.key]]
    return exercise


def _warm_up(stage: StageContent, runner: _Runner, library: Library) -> Iterator[PrescribedExercise]:
    """The rehearsal before a session, which is no fifth strength exercise, and the drills before a run."""
    for key in stage.practice:
        practiced = _prescribe(library.exercises[key], f"{stage.number}-practice", stage, runner)
        yield replace(practiced, kind="warm_up")
    for key in stage.warm_up:
        yield _prescribe(library.exercises[key], str(stage.number), stage, runner)


def _prescribe(exercise: Exercise, use: str, stage: StageContent, runner: _Runner) -> PrescribedExercise:
    leg = runner.facts.side_for(exercise) or runner.facts.leg
    return prescribe(exercise, _dose(exercise.doses[use], stage), leg=leg, uses=runner.facts.uses(use))


def _dose(dose: Dose, stage: StageContent) -> Dose:
    return dose if dose.days else replace(dose, days=stage.days)
