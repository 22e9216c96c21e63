"""A plan written out from its lines, each an exercise and its dose, for one runner.

Whenever the lines change, the plan is written from the library again: words, sides, gates and what is said about
running then fit what is on the sheet. What nobody touched comes out as it was.
Source: clinical rules 4 (what a sheet holds), 5.1 (gates), 7.5 (who must look first).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from programs.building import aim_of
from programs.library_content import Exercise, Library, StageContent
from programs.plan import Dose, Plan, PrescribedExercise, Stage
from programs.prescribing import Facts, gate_of, prescribe
from programs.rules.assignment import RETURN_TO_RUN
from screening.case import LegSide

MOST_EXERCISES: Final = 8  # what a sheet holds; clinical rules 4 plan six
MOST_WARM_UP: Final = 12
BY_STAFF: Final = "STAFF"
"""The rule of a plan that no rule assigned, and of a reason that a clinician gave."""
START: Final = "start"
BESIDE_RUNS: Final = "PL-06"
"""The one rule whose plan goes on beside normal runs."""
BESIDE, NO_RUNS = "beside", "none"
"""What a plan says of runs before they come back."""


class Refusal(StrEnum):
    """Why a change can not be made at all."""

    UNKNOWN = "unknown"
    TWICE = "twice"
    LEFT_OUT = "left_out"
    EMPTY = "empty"
    FULL = "full"
    WRONG_PART = "wrong_part"
    NO_PLACE = "no_place"


class RevisionError(ValueError):
    """A plan can not be like that. `about` names the exercise or the stage."""

    def __init__(self, why: Refusal, about: object = "") -> None:
        super().__init__(f"{why}: {about}")
        self.why, self.about = why, str(about)


@dataclass(frozen=True, slots=True)
class Means:
    """What a plan is written from: the library, and what of this runner decides how it is told."""

    library: Library
    facts: Facts

    def exercise(self, key: str) -> Exercise:
        """The exercise with this key. Raises RevisionError where the library has none."""
        if key not in self.library.exercises:
            raise RevisionError(Refusal.UNKNOWN, key)
        return self.library.exercises[key]


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise on a sheet and how much of it."""

    key: str
    dose: Dose


@dataclass(frozen=True, slots=True)
class StageLines:
    """All that is done in one stage, in its order."""

    number: int
    exercises: tuple[Line, ...]
    warm_up: tuple[Line, ...] = ()

    def all_keys(self) -> set[str]:
        """Every exercise of the stage."""
        return {line.key for line in (*self.exercises, *self.warm_up)}


def lines_of(plan: Plan) -> tuple[StageLines, ...]:
    """What stands in a plan, stage by stage."""
    return tuple(StageLines(stage.number, _lines(stage.exercises), _lines(stage.warm_up)) for stage in plan.stages)


def _lines(exercises: Iterable[PrescribedExercise]) -> tuple[Line, ...]:
    return tuple(Line(each.key, each.dose) for each in exercises)


def about_runs(plan: Plan, library: Library) -> str:
    """What the stages before running comes back say of runs: BESIDE, NO_RUNS, or "" where there is no such stage."""
    aims = [stage.aim for stage in plan.stages if stage.number < RETURN_TO_RUN]
    if not aims:
        return ""
    older = plan.rule == BESIDE_RUNS and plan.content_version != library.version
    return BESIDE if older or any(library.beside_running in aim for aim in aims) else NO_RUNS


def arranged(plan: Plan, stages: Sequence[StageLines], means: Means, *, beside: bool | None = None) -> Plan:
    """The plan with these lines, written out from the library. Raises RevisionError where a plan can not be like that.

    Without Stage 3 there are no run weeks, and nothing there waits for staff; normal runs go on beside the other stages
    only where `beside` says so, or, where it is None, where the plan said so before (clinical rules 5.7). What is
    planned after all where no rule planned anything is the clinician's own plan.
    """
    if beside is None:
        beside = about_runs(plan, means.library) == BESIDE
    stages = sorted(stages, key=lambda each: each.number)
    for lines in stages:
        _check(lines, plan, means)
    numbers = tuple(lines.number for lines in stages)
    if len(set(numbers)) < len(numbers):
        raise RevisionError(Refusal.NO_PLACE, numbers)
    held = tuple(what for what in plan.needs_staff if is_there(what, numbers))
    written = replace(plan, needs_staff=held, run=plan.run if RETURN_TO_RUN in numbers else None)
    return replace(
        written,
        rule=plan.rule if plan.stages else BY_STAFF,
        stages=tuple(_stage(lines, written, numbers, means, beside=beside) for lines in stages),
        both_legs=plan.both_legs or (sentence_on_legs(means) if stages else ""),
        content_version=means.library.version,
    )


def _check(lines: StageLines, plan: Plan, means: Means) -> None:
    if lines.number not in means.library.stages:
        raise RevisionError(Refusal.NO_PLACE, lines.number)
    if not lines.exercises:
        raise RevisionError(Refusal.EMPTY, lines.number)
    if len(lines.exercises) > MOST_EXERCISES or len(lines.warm_up) > MOST_WARM_UP:
        raise RevisionError(Refusal.FULL, lines.number)
    for part in (lines.exercises, lines.warm_up):
        keys = [line.key for line in part]
        if again := next((key for key in keys if keys.count(key) > 1), ""):
            raise RevisionError(Refusal.TWICE, again)
    if left_out := sorted(lines.all_keys() & set(plan.leave_out)):
        raise RevisionError(Refusal.LEFT_OUT, left_out[0])
    known = means.library.exercises
    if wrong := [line.key for line in lines.exercises if line.key in known and known[line.key].kind == "warm_up"]:
        raise RevisionError(Refusal.WRONG_PART, wrong[0])


def is_there(held: str, numbers: Collection[int]) -> bool:
    """Whether a plan of these stages has what waits for staff."""
    return bool(numbers) if held == START else held in {f"stage_{number}" for number in numbers}


def _stage(lines: StageLines, plan: Plan, numbers: Sequence[int], means: Means, *, beside: bool) -> Stage:
    content, library = means.library.stages[lines.number], means.library
    before = _stage_of(plan, lines.number)
    kept = before if before and plan.content_version == library.version else None
    use = str(lines.number)
    exercises = tuple(_told(line, use, before.exercises if before else (), means) for line in lines.exercises)
    return Stage(
        number=lines.number,
        name=kept.name if kept else content.name,
        aim=aim_of(content, numbers, library, beside=beside),
        lasts=kept.lasts if kept else content.lasts,
        exercises=exercises,
        warm_up=tuple(_warm_up(line, use, before.warm_up if before else (), means) for line in lines.warm_up),
        gate=_gate(content, kept, {line.key for line in lines.exercises}, numbers, means),
        needs_staff=is_held(lines.number, numbers, plan.needs_staff),
    )


def is_held(number: int, numbers: Sequence[int], held: Collection[str]) -> bool:
    """Whether a stage waits for staff in a plan of these stages; a held start holds the first."""
    return f"stage_{number}" in held or (START in held and number == numbers[0])


def _stage_of(plan: Plan, number: int) -> Stage | None:
    return next((stage for stage in plan.stages if stage.number == number), None)


def _told(line: Line, use: str, before: Iterable[PrescribedExercise], means: Means) -> PrescribedExercise:
    """The exercise from the library; one that the library has no longer stays as it stood."""
    if line.key not in means.library.exercises:
        for stood in before:
            if stood.key == line.key:
                return replace(stood, dose=line.dose)
    exercise = means.exercise(line.key)
    side = means.facts.side_for(exercise)
    uses = means.facts.uses(use) if side else (use,)
    return prescribe(exercise, line.dose, leg=side or means.facts.leg, uses=uses)


def _warm_up(line: Line, use: str, before: Iterable[PrescribedExercise], means: Means) -> PrescribedExercise:
    """A drill before a run, or an exercise practiced before the session, which is no fifth one."""
    exercise = means.library.exercises.get(line.key)
    practice = exercise is not None and exercise.kind != "warm_up"
    return replace(_told(line, f"{use}-practice" if practice else use, before, means), kind="warm_up")


def _gate(
    content: StageContent, kept: Stage | None, keys: Collection[str], numbers: Sequence[int], means: Means
) -> tuple[str, ...]:
    """The sentences for what is on the sheet now, then those that no library gave."""
    given = {item.sentence for item in content.gate}
    own = [sentence for sentence in kept.gate if sentence not in given] if kept else []
    return (*gate_of(content, means.facts, keys=keys, stages=numbers), *own)


def sentence_on_legs(means: Means) -> str:
    """The sheet's sentence on training both legs, the leg that starts named."""
    sheet, facts = means.library.sheet, means.facts
    one_side = sheet.one_side if len(facts.sore_hips) == 1 else ""
    return f"{sheet.both_legs.format(leg=facts.leg)} {one_side}".strip()


def usual_dose(exercise: Exercise, stage: StageContent, *, practice: bool = False) -> Dose:
    """The dose that the library gives an exercise in a stage; of one not meant for it, the dose of the nearest stage.

    Raises RevisionError where the library has no dose of it at all.
    """
    use = f"{stage.number}-practice" if practice else str(stage.number)

    def far(other: str) -> tuple[bool, bool, int, str]:
        return other != use, other.endswith("-practice") != practice, abs(int(other[0]) - stage.number), other

    uses = sorted(exercise.doses, key=far)
    if not uses:
        raise RevisionError(Refusal.UNKNOWN, exercise.key)
    dose = exercise.doses[uses[0]]
    return dose if dose.days else replace(dose, days=stage.days)


def first_leg_of(plan: Plan, means: Means) -> LegSide:
    """The leg that a plan trains first: that of what is not done lying on a side, which a sore hip may turn."""
    library = means.library
    for stage in plan.stages:
        for each in (*stage.exercises, *stage.warm_up):
            exercise = library.exercises.get(each.key)
            if exercise and not exercise.underneath and each.leg != "both":
                return each.leg
    return means.facts.leg
