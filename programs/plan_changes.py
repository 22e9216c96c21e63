"""What is different between two versions of a plan, and what of it needs a reason for the record.

Source: clinical rules 4 (four strength exercises), 5.5 (a higher start), 7.2 (a recorded reason), 7.5 (who must look).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from programs.arranging import BESIDE, Means, about_runs, first_leg_of, is_there
from programs.plan import Dose, Plan, PrescribedExercise, Stage
from programs.restarting import RunStart, start_of


class Guard(StrEnum):
    """What a clinician may do with a reason for the record."""

    MANY = "many"
    BACK_IN = "back_in"
    SORE_HIP = "sore_hip"
    LATER = "later"
    HIGH_START = "high_start"
    RELEASED = "released"
    OWN_PLAN = "own_plan"
    BESIDE = "beside"
    LEG = "leg"


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that needs a reason; `about` names the stage, the exercise or what is released."""

    guard: Guard
    about: str


class What(StrEnum):
    """One kind of difference between two plans."""

    STAGE_IN = "stage_in"
    STAGE_OUT = "stage_out"
    IN = "in"
    OUT = "out"
    DOSE = "dose"
    ORDER = "order"
    RUN = "run"
    LEFT_OUT = "left_out"
    BACK_IN = "back_in"
    RELEASED = "released"
    HELD = "held"
    LEG = "leg"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: in which stage (0 for the whole plan), of what, how it was and how it is; "" for nothing."""

    what: What
    stage: int
    name: str
    was: str = ""
    now: str = ""


def concerns(before: Plan, after: Plan, means: Means, start: RunStart | None) -> tuple[Concern, ...]:
    """What of a change needs a reason. `start` is where the runs begin now, None where there are none.

    What stood in the plan before was given its reason then.
    """
    found = [
        *_crowded(before, after, means),
        *(Concern(Guard.BACK_IN, key) for key in before.leave_out if key not in after.leave_out),
        *(Concern(Guard.SORE_HIP, key) for key in sorted(_on_sore_hip(after, means) - _on_sore_hip(before, means))),
        *(Concern(Guard.RELEASED, held) for held in let_go(before, after)),
    ]
    if about_runs(after, means.library) == BESIDE != about_runs(before, means.library):
        found.append(Concern(Guard.BESIDE, ""))
    if _from_named_leg(before, after, means):
        found.append(Concern(Guard.LEG, ""))
    if not before.stages and after.stages:
        found.append(Concern(Guard.OWN_PLAN, ""))
    if before.stages and after.stages and after.stages[0].number > before.stages[0].number:
        found.append(Concern(Guard.LATER, str(after.stages[0].number)))
    if start and start.above and not (before.run and start_of(before.run) == start.value):
        found.append(Concern(Guard.HIGH_START, start.value))
    return tuple(found)


def _from_named_leg(before: Plan, after: Plan, means: Means) -> bool:
    """Whether the leg that the mirror check named no longer starts, as it did before."""
    if after.leg not in ("left", "right") or not (before.stages and after.stages):
        return False
    return first_leg_of(after, means) != after.leg and first_leg_of(before, means) == before.leg


def _crowded(before: Plan, after: Plan, means: Means) -> Iterator[Concern]:
    counts = {stage.number: _strength(stage) for stage in before.stages}
    for stage in after.stages:
        if _strength(stage) > max(means.library.most_strength, counts.get(stage.number, 0)):
            yield Concern(Guard.MANY, str(stage.number))


def _strength(stage: Stage) -> int:
    return sum(exercise.kind == "strength" for exercise in stage.exercises)


def _on_sore_hip(plan: Plan, means: Means) -> set[str]:
    library = means.library.exercises
    keys = {each.key for stage in plan.stages for each in (*stage.exercises, *stage.warm_up)}
    return {key for key in keys if key in library and means.facts.side_for(library[key]) is None}


def let_go(before: Plan, after: Plan) -> tuple[str, ...]:
    """What waited for staff, is planned, and waits no longer; a stage that was taken out is not released."""
    numbers = [stage.number for stage in after.stages]
    gone = (held for held in before.needs_staff if held not in after.needs_staff)
    return tuple(held for held in gone if is_there(held, numbers))


def differences(before: Plan, after: Plan, means: Means) -> tuple[Difference, ...]:
    """What is different, stage by stage, then in the plan as a whole; empty where the plans are the same."""
    was = {stage.number: stage for stage in before.stages}
    now = {stage.number: stage for stage in after.stages}
    found = []
    for number in sorted(was | now):
        if number not in now:
            found.append(Difference(What.STAGE_OUT, number, was[number].name))
        elif number not in was:
            found.append(Difference(What.STAGE_IN, number, now[number].name))
        else:
            found += [*_between(was[number], now[number])]
    return (*found, *_in_the_whole(before, after, means))


def _between(was: Stage, now: Stage) -> Iterator[Difference]:
    yield from _of_part(now.number, was.exercises, now.exercises)
    yield from _of_part(now.number, was.warm_up, now.warm_up)


def _of_part(
    number: int, was: tuple[PrescribedExercise, ...], now: tuple[PrescribedExercise, ...]
) -> Iterator[Difference]:
    before, after = {each.key: each for each in was}, {each.key: each for each in now}
    yield from (Difference(What.OUT, number, each.name) for each in was if each.key not in after)
    yield from (Difference(What.IN, number, each.name, now=dose_line(each)) for each in now if each.key not in before)
    for key in (key for key in after if key in before and after[key].dose != before[key].dose):
        yield Difference(What.DOSE, number, after[key].name, *_doses_apart(before[key].dose, after[key].dose))
    stayed = [key for key in after if key in before]
    if stayed != [key for key in before if key in after]:
        yield Difference(What.ORDER, number, "", now=", ".join(after[key].name for key in after))


def dose_line(exercise: PrescribedExercise) -> str:
    """A dose on one line: what to start with and an arrow to the goal, then hold, count, rest and days."""
    return "; ".join(part for part in _parts(exercise.dose) if part)


def _parts(dose: Dose) -> tuple[str, ...]:
    goal = f"{dose.start} \u2192 {dose.goal}" if dose.goal else dose.start
    return goal, dose.hold, dose.tempo, dose.rest, dose.days


def _doses_apart(was: Dose, now: Dose) -> tuple[str, str]:
    """Two doses as far as they differ, each on one line."""
    apart = [(one, other) for one, other in zip(_parts(was), _parts(now), strict=True) if one != other]
    return "; ".join(one for one, _other in apart if one), "; ".join(other for _one, other in apart if other)


def _in_the_whole(before: Plan, after: Plan, means: Means) -> Iterator[Difference]:
    was, now = (start_of(plan.run) if plan.run else "" for plan in (before, after))
    if was != now:
        yield Difference(What.RUN, 0, "", was, now)
    yield from (Difference(What.LEFT_OUT, 0, key) for key in after.leave_out if key not in before.leave_out)
    yield from (Difference(What.BACK_IN, 0, key) for key in before.leave_out if key not in after.leave_out)
    yield from (Difference(What.RELEASED, 0, held) for held in let_go(before, after))
    yield from (Difference(What.HELD, 0, held) for held in after.needs_staff if held not in before.needs_staff)
    legs = first_leg_of(before, means), first_leg_of(after, means)
    if before.stages and after.stages and legs[0] != legs[1]:
        yield Difference(What.LEG, 0, "", *legs)
    runs = about_runs(before, means.library), about_runs(after, means.library)
    if before.stages and runs[1] and runs[0] != runs[1]:
        yield Difference(What.BESIDE, 0, "", *runs)
