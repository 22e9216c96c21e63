"""What a clinician may change in a plan: functions from a plan to the plan that follows from it.

None of them asks whether it is wise; `plan_changes.concerns` tells what needs a reason. `restarting` has the run weeks.
Source: clinical rules 4 (exercises and doses), 7.5 (who must look first); BP-01 for the order.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from itertools import chain
from typing import Literal

from programs.arranging import (
    Line,
    Means,
    Refusal,
    RevisionError,
    StageLines,
    arranged,
    first_leg_of,
    is_held,
    lines_of,
    sentence_on_legs,
    usual_dose,
)
from programs.library_content import StageContent
from programs.plan import Dose, Plan
from programs.rules.body_position import lying_once
from screening.case import LegSide

Part = Literal["exercises", "warm_up"]


def _revised(plan: Plan, number: int, part: Part, means: Means, change: Callable[[list[Line]], Iterable[Line]]) -> Plan:
    """The plan with one part of one stage changed. Raises RevisionError where there is no such stage."""
    if number not in [stage.number for stage in plan.stages]:
        raise RevisionError(Refusal.NO_PLACE, number)
    return arranged(
        plan, [_changed(lines, part, change) if lines.number == number else lines for lines in lines_of(plan)], means
    )


def _changed(lines: StageLines, part: Part, change: Callable[[list[Line]], Iterable[Line]]) -> StageLines:
    if part == "warm_up":
        return replace(lines, warm_up=tuple(change(list(lines.warm_up))))
    return replace(lines, exercises=tuple(change(list(lines.exercises))))


def _at(lines: list[Line], place: int) -> Line:
    if not 0 <= place < len(lines):
        raise RevisionError(Refusal.NO_PLACE, place)
    return lines[place]


def add(plan: Plan, number: int, key: str, means: Means, *, part: Part = "exercises") -> Plan:
    """The exercise at the end of a stage with the library's dose; where nobody chose an order, in its place (BP-01)."""
    stage = means.library.stages.get(number)
    exercise = means.exercise(key)

    def change(lines: list[Line]) -> list[Line]:
        practice = part == "warm_up" and exercise.kind != "warm_up"
        more = [*lines, Line(key, usual_dose(exercise, stage, practice=practice))] if stage else lines
        return (
            _in_order(more, number, means) if part == "exercises" and _in_order(lines, number, means) == lines else more
        )

    return _revised(plan, number, part, means, change)


def _in_order(lines: list[Line], number: int, means: Means) -> list[Line]:
    """The lines as BP-01 orders them, after what is practiced first; as they are where one is not in the library."""
    library, uses = means.library, means.facts.uses(str(number))
    if any(line.key not in library.exercises for line in lines):
        return lines
    practice = [library.exercises[key].words.position for key in library.stages[number].practice]
    positions = [library.exercises[line.key].words_for(*uses).position for line in lines]
    return [lines[place] for place in lying_once(positions, practice)]


def remove(plan: Plan, number: int, place: int, means: Means, *, part: Part = "exercises") -> Plan:
    """The plan without the exercise at this place, counted from 0. Raises RevisionError for the last one of a stage."""

    def change(lines: list[Line]) -> list[Line]:
        _at(lines, place)
        return [*lines[:place], *lines[place + 1 :]]

    return _revised(plan, number, part, means, change)


def swap(plan: Plan, number: int, place: int, key: str, means: Means) -> Plan:
    """Another exercise in the place of this one, with its own dose from the library."""
    stage, exercise = means.library.stages.get(number), means.exercise(key)

    def change(lines: list[Line]) -> list[Line]:
        _at(lines, place)
        new = [Line(key, usual_dose(exercise, stage))] if stage else []
        return [*lines[:place], *new, *lines[place + 1 :]]

    return _revised(plan, number, "exercises", means, change)


def move(plan: Plan, number: int, place: int, by: int, means: Means, *, part: Part = "exercises") -> Plan:
    """The exercise so many places further on, as far as there are places; the others keep their order."""

    def change(lines: list[Line]) -> list[Line]:
        line = _at(lines, place)
        rest = [*lines[:place], *lines[place + 1 :]]
        to = min(max(place + by, 0), len(rest))
        return [*rest[:to], line, *rest[to:]]

    return _revised(plan, number, part, means, change)


def set_dose(plan: Plan, number: int, place: int, dose: Dose, means: Means, *, part: Part = "exercises") -> Plan:
    """Another dose of the exercise at this place."""

    def change(lines: list[Line]) -> list[Line]:
        line = _at(lines, place)
        return [*lines[:place], replace(line, dose=dose), *lines[place + 1 :]]

    return _revised(plan, number, part, means, change)


def add_stage(plan: Plan, number: int, means: Means) -> Plan:
    """With a stage as the library writes it, but for what is left out. Raises RevisionError for one in the plan."""
    content = means.library.stages.get(number)
    if content is None or number in [stage.number for stage in plan.stages]:
        raise RevisionError(Refusal.NO_PLACE, number)
    return arranged(plan, [*lines_of(plan), _from_library(content, plan, means)], means)


def _from_library(content: StageContent, plan: Plan, means: Means) -> StageLines:
    def lines(keys: Iterable[str], *, practice: bool = False) -> list[Line]:
        known = [means.library.exercises[key] for key in keys if key not in plan.leave_out]
        spared = [exercise for exercise in known if means.facts.side_for(exercise)]
        return [Line(each.key, usual_dose(each, content, practice=practice)) for each in spared]

    main = [*lines(content.strength), *lines(content.mobility)[: means.library.most_mobility]]
    before = chain(lines(content.practice, practice=True), lines(content.warm_up))
    return StageLines(content.number, tuple(_in_order(main, content.number, means)), tuple(before))


def drop_stage(plan: Plan, number: int, means: Means) -> Plan:
    """The plan without this stage. Raises RevisionError where it is the last one, or not planned."""
    left = [lines for lines in lines_of(plan) if lines.number != number]
    if len(left) == len(plan.stages):
        raise RevisionError(Refusal.NO_PLACE, number)
    if not left:
        raise RevisionError(Refusal.EMPTY, number)
    return arranged(plan, left, means)


def start_at(plan: Plan, number: int, means: Means) -> Plan:
    """The plan from this stage on; stages before it that are missing are written from the library."""
    if number not in [stage.number for stage in plan.stages]:
        plan = add_stage(plan, number, means)
    return arranged(plan, [lines for lines in lines_of(plan) if lines.number >= number], means)


def leave_out(plan: Plan, keys: Iterable[str], means: Means) -> Plan:
    """The plan without these exercises anywhere, the warm-up too; others that were left out may be chosen again.

    Raises RevisionError where a stage would be left with none.
    """
    left = tuple(dict.fromkeys(keys))
    for key in left:
        if key not in plan.leave_out:
            _known_or_planned(key, plan, means)
    stages = [
        replace(lines, exercises=_without(lines.exercises, left), warm_up=_without(lines.warm_up, left))
        for lines in lines_of(plan)
    ]
    return arranged(replace(plan, leave_out=left), stages, means)


def _known_or_planned(key: str, plan: Plan, means: Means) -> None:
    if not any(key in lines.all_keys() for lines in lines_of(plan)):
        means.exercise(key)


def _without(lines: Iterable[Line], keys: Collection[str]) -> tuple[Line, ...]:
    return tuple(line for line in lines if line.key not in keys)


def release(plan: Plan, what: Collection[str]) -> Plan:
    """The plan in which staff have looked at `what`: "start", "stage_3". Raises RevisionError where it did not wait.

    Nothing else changes, no word of it either.
    """
    if unknown := sorted(set(what) - set(plan.needs_staff)):
        raise RevisionError(Refusal.NO_PLACE, unknown[0])
    left = tuple(held for held in plan.needs_staff if held not in what)
    numbers = [stage.number for stage in plan.stages]
    stages = (replace(stage, needs_staff=is_held(stage.number, numbers, left)) for stage in plan.stages)
    return replace(plan, needs_staff=left, stages=tuple(stages))


def first_leg(plan: Plan, leg: LegSide, means: Means) -> Plan:
    """The plan in which this leg starts; which leg the mirror check named stays as it is."""
    turned = replace(means, facts=replace(means.facts, leg=leg))
    written = arranged(plan, lines_of(plan), turned)
    return written if leg == first_leg_of(plan, means) else replace(written, both_legs=sentence_on_legs(turned))
