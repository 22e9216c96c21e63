"""Builds a plan: the stages a rule assigned, filled from the library for one runner's legs and sore spots.

Which stages a result gets is decided in `rules/assignment.py`; doses and wording stand in `content/`. Here
each text gets its side: {leg} is the leg that works, {other} the other one. Source: clinical rules 4, 5, 7.5.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from programs.library_content import OUTER_HIP, Exercise, GateSentence, Library, StageContent
from programs.plan import Dose, Picture, Plan, PrescribedExercise, Stage
from programs.rules.assignment import RETURN_TO_RUN, Assignment
from programs.rules.body_position import lying_once
from programs.rules.mileage import RunPlan
from screening.assessment import Assessment
from screening.case import Case, LegSide

OTHER: dict[LegSide, LegSide] = {"left": "right", "right": "left"}
# G2: hops only where no bone or energy flag was raised; else staff decide. RF-09 and RF-12 also lock a plan.
HOP_FLAGS = {"RF-09", "RF-12", "RF-13", "RF-14"}


@dataclass(frozen=True, slots=True)
class _Runner:
    """What of one runner changes a sheet; `weaker` is None where nothing tells the legs apart."""

    weaker: LegSide | None
    sore_hips: frozenset[LegSide]
    leave_out: frozenset[str]
    needs_staff: frozenset[str]
    strength: Literal["clear", "possible"]
    hop_test: Literal["allowed", "ask_clinic"]
    stages: tuple[int, ...]
    both_named: bool

    @property
    def first_leg(self) -> LegSide:
        """The leg to train first; with nothing to choose by, left, only so that the words can name a side."""
        return self.weaker or "left"

    def side_for(self, exercise: Exercise) -> LegSide | None:
        """The first leg, or the other if only that one spares a sore hip; None if neither does."""
        for leg in (self.first_leg, OTHER[self.first_leg]):
            if _lain_on(exercise, leg) not in self.sore_hips:
                return leg
        return None

    def uses(self, use: str) -> tuple[str, ...]:
        """The use itself, and outer-hip pain over it."""
        return (use, OUTER_HIP) if self.sore_hips else (use,)


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


def _runner(case: Case, assessment: Assessment, assignment: Assignment) -> _Runner:
    raised = assessment.triage.ids
    return _Runner(
        weaker=weaker_leg(case, assessment),
        sore_hips=_sore_hips(case),
        leave_out=frozenset(assignment.leave_out),
        needs_staff=frozenset(assignment.needs_staff),
        # PL-03: a possible pattern may leave Stage 1 at its minimum; where none is named the full gate holds.
        strength="possible" if assessment.strength == "possible" else "clear",
        hop_test="ask_clinic" if raised & HOP_FLAGS else "allowed",
        stages=tuple(assignment.stages),
        both_named=assessment.side == "both",
    )


def _sore_hips(case: Case) -> frozenset[LegSide]:
    """The sides with outer-hip pain: nobody lies on those (PL-04)."""
    if case.pain is None or case.pain.spot != "outer_hip":
        return frozenset()
    return frozenset(OTHER) if case.pain.side == "both" else frozenset({case.pain.side})


def _lain_on(exercise: Exercise, leg: LegSide) -> LegSide | None:
    """The side that lies on the floor while `leg` works; None if the exercise is not done lying on a side."""
    lain_on: dict[str, LegSide | None] = {"": None, "leg": leg, "other": OTHER[leg]}
    return lain_on[exercise.underneath]


def _both_legs(runner: _Runner, library: Library) -> str:
    if not runner.stages:
        return ""
    no_first = library.sheet.either_leg if runner.both_named else library.sheet.no_leg
    words = library.sheet.both_legs if runner.weaker else no_first
    one_side = library.sheet.one_side if len(runner.sore_hips) == 1 else ""
    return f"{words.format(leg=runner.first_leg)} {one_side}".strip()


def _stage(stage: StageContent, runner: _Runner, library: Library) -> Stage:
    exercises = tuple(_exercises(stage, runner, library))
    return Stage(
        number=stage.number,
        name=stage.name,
        aim=" ".join((stage.aim, *_about_runs(stage, runner, library))),
        lasts=stage.lasts,
        exercises=exercises,
        warm_up=tuple(_warm_up(stage, runner, library)),
        gate=tuple(_gate(stage, runner, {exercise.key for exercise in exercises})),
        needs_staff=_needs_staff(stage, runner),
    )


def _about_runs(stage: StageContent, runner: _Runner, library: Library) -> Iterator[str]:
    """PL-08: no runs until Stage 3; PL-06, with no Stage 3: normal running goes on beside Stages 1 and 2."""
    if stage.number < RETURN_TO_RUN:
        yield library.no_runs if RETURN_TO_RUN in runner.stages else library.beside_running


def _needs_staff(stage: StageContent, runner: _Runner) -> bool:
    return bool(runner.needs_staff & {f"stage_{stage.number}", "start" if stage.number == runner.stages[0] else ""})


def _exercises(stage: StageContent, runner: _Runner, library: Library) -> Iterator[PrescribedExercise]:
    """What was chosen, in the order that has the runner lie down once after practice (BP-01)."""
    use, chosen = str(stage.number), list(_chosen(stage, runner, library))
    practice = [library.exercises[key].words_for(f"{use}-practice").position for key in stage.practice]
    for place in lying_once([exercise.words_for(*runner.uses(use)).position for exercise in chosen], practice):
        yield _prescribe(chosen[place], use, stage, runner)


def _chosen(stage: StageContent, runner: _Runner, library: Library) -> Iterator[Exercise]:
    """Strength in its order, then the first mobility pieces that are not left out."""
    for key in stage.strength:
        exercise = _or_stand_in(library.exercises[key], stage, runner, library)
        if exercise.key not in runner.leave_out and runner.side_for(exercise):
            yield exercise
    allowed = [key for key in stage.mobility if key not in runner.leave_out]
    yield from (library.exercises[key] for key in allowed[: library.most_mobility])


def _or_stand_in(exercise: Exercise, stage: StageContent, runner: _Runner, library: Library) -> Exercise:
    """The exercise, or its stand-in if the leg to train first could only do it lying on a sore hip."""
    if exercise.key in stage.instead and _lain_on(exercise, runner.first_leg) in runner.sore_hips:
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
    """One exercise with its dose; both legs do it in turn, and `leg` says which starts."""
    leg = runner.side_for(exercise) or runner.first_leg
    words = exercise.words_for(*runner.uses(use))

    def say(text: str) -> str:
        return text.format(leg=leg, other=OTHER[leg])

    return PrescribedExercise(
        key=exercise.key,
        name=say(words.name),
        kind=exercise.kind,
        leg=leg if exercise.sided else "both",
        dose=_dose(exercise.doses[use], stage),
        set_up=say(words.set_up),
        steps=tuple(map(say, words.steps)),
        cues=tuple(map(say, words.cues)),
        faults=tuple(map(say, words.faults)),
        easier=say(words.easier),
        harder=say(words.harder),
        equipment=say(words.equipment),
        stop=say(words.stop),
        note=say(words.note),
        pictures=tuple(_picture(picture, leg) for picture in words.pictures),
        position=words.position,
        side_rule=say(words.side_rule),
    )


def _dose(dose: Dose, stage: StageContent) -> Dose:
    return dose if dose.days else replace(dose, days=stage.days)


@cache
def _picture(picture: Picture, leg: LegSide) -> Picture:
    return replace(picture, alt=picture.alt.format(leg=leg, other=OTHER[leg]))


def _gate(stage: StageContent, runner: _Runner, keys: set[str]) -> Iterator[str]:
    yield from (item.sentence for item in stage.gate if _stands(item, runner, keys))


def _stands(item: GateSentence, runner: _Runner, keys: set[str]) -> bool:
    """Whether a gate sentence is for this runner: every condition it names holds."""
    return (
        (not item.exercise or item.exercise in keys)
        and item.strength in ("", runner.strength)
        and item.hop_test in ("", runner.hop_test)
        and (not item.with_stage or item.with_stage in runner.stages)
        and (not item.without_stage or item.without_stage not in runner.stages)
    )
