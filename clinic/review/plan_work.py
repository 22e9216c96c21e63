"""The working copy of a plan that is being edited: kept in the form itself, and trusted in nothing on its way back.

It travels as keys, doses and order; every word that a runner reads is written from the library again. A dose is read
as strictly as one that was just typed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from clinic.review.plan_sources import Desk
from programs.arranging import (
    BESIDE,
    START,
    Line,
    Means,
    StageLines,
    about_runs,
    arranged,
    first_leg_of,
    lines_of,
    sentence_on_legs,
)
from programs.building import until_released
from programs.dosing import DoseError, Known, read_dose
from programs.holding import STAGE_3
from programs.plan import Dose, Plan
from programs.restarting import RunStart, restarted, start_of, starts
from programs.rules.assignment import ALL_STAGES, RETURN_TO_RUN, STAGES
from programs.rules.mileage import RunPlan
from screening.case import LegSide

LONGEST: Final = 40_000
MOST_LISTED: Final = 40
DOSE_FIELDS: Final = tuple(item.name for item in fields(Dose))
NO_DOSE: Final = Dose("", "", "", "", "", "")


class BadWork(ValueError):
    """What came back is no working copy."""


@dataclass(frozen=True, slots=True)
class Work:
    """A plan as it is being edited: `released` is what staff open now, `run` where the runs begin, "" for nowhere.

    `beside` says whether normal runs go on beside the stages before running comes back.
    """

    leg: LegSide
    leave_out: tuple[str, ...]
    released: tuple[str, ...]
    run: str
    beside: bool
    stages: tuple[StageLines, ...]


def work_of(plan: Plan, desk: Desk, released: tuple[str, ...] = ()) -> Work:
    """A plan as a working copy."""
    run = start_of(plan.run) if plan.run else ""
    beside = about_runs(plan, desk.means.library) == BESIDE
    return Work(first_leg_of(plan, desk.means), plan.leave_out, released, run, beside, lines_of(plan))


def means_for(work: Work, desk: Desk) -> Means:
    """The means with the leg that starts in this copy."""
    return replace(desk.means, facts=replace(desk.means.facts, leg=work.leg))


def built(work: Work, desk: Desk) -> Plan:
    """The plan of a working copy. Raises RevisionError where a plan can not be like that."""
    base, means = desk.base, means_for(work, desk)
    held = tuple(what for what in desk.due if what not in work.released)
    beside = work.beside and desk.may_run
    plan = arranged(replace(base, leave_out=work.leave_out, needs_staff=held), work.stages, means, beside=beside)
    if STAGE_3 in held and RETURN_TO_RUN in STAGES.get(plan.rule, ALL_STAGES):
        plan = until_released(plan, means.library)
    if work.leg != desk.means.facts.leg and plan.stages:
        plan = replace(plan, both_legs=sentence_on_legs(means))
    if any(stage.number == RETURN_TO_RUN for stage in plan.stages):
        run = base.run or desk.by_rule or RunPlan("run_walk", desk.steps[0], (), ())
        plan = replace(plan, run=restarted(run, work.run or start_of(run), desk.by_rule, plan.unit, desk.steps))
    return replace(plan, issued_on=desk.today) if _begins_now(plan, desk) else plan


def _begins_now(plan: Plan, desk: Desk) -> bool:
    """Whether the days count from today: another plan, another first stage, or a start that was just released."""
    stood = desk.before
    first = [each.stages[0].number if each.stages else 0 for each in (stood, plan)]
    return first[0] != first[1] or (START in stood.needs_staff and START not in plan.needs_staff)


def run_starts(plan: Plan, desk: Desk) -> tuple[RunStart, ...]:
    """Where the runs of this plan can begin; none where no running is planned."""
    return starts(plan.run, desk.by_rule, plan.unit, desk.steps) if plan.run else ()


def chosen_start(plan: Plan, desk: Desk) -> RunStart | None:
    """Where they do begin."""
    value = start_of(plan.run) if plan.run else ""
    return next((start for start in run_starts(plan, desk) if start.value == value), None)


def packed(work: Work) -> str:
    """A working copy as one line of text for a hidden field."""
    kept = {
        "leg": work.leg,
        "out": work.leave_out,
        "released": work.released,
        "run": work.run,
        "beside": work.beside,
        "stages": [[lines.number, *map(_packed, (lines.exercises, lines.warm_up))] for lines in work.stages],
    }
    return json.dumps(kept, separators=(",", ":"))


def _packed(lines: tuple[Line, ...]) -> list[list[str]]:
    return [[line.key, *(getattr(line.dose, name) for name in DOSE_FIELDS)] for line in lines]


def unpacked(text: str, known: Known) -> Work:
    """The working copy that `packed` wrote. Raises BadWork for anything else, a dose that is none included."""
    if len(text) > LONGEST:
        raise BadWork("too long")
    try:
        kept = json.loads(text)
        stages = [_stage(raw, known) for raw in _list(kept["stages"])]
        leg: LegSide = "right" if kept["leg"] == "right" else "left"
        out, released, run = _texts(kept["out"]), _texts(kept["released"]), _text(kept["run"])
        return Work(leg, out, released, run, kept["beside"] is True, tuple(stages))
    except (ValueError, TypeError, KeyError, RecursionError, DoseError) as error:
        raise BadWork(str(error)) from error


def _stage(raw: Any, known: Known) -> StageLines:
    number, exercises, warm_up = _list(raw)
    if type(number) is not int:
        raise BadWork("a stage has a number")
    return StageLines(number, _lines(exercises, known), _lines(warm_up, known))


def _lines(raw: Any, known: Known) -> tuple[Line, ...]:
    return tuple(_line(_texts(each), known) for each in _list(raw))


def _line(texts: tuple[str, ...], known: Known) -> Line:
    key, *dose = texts
    typed: Mapping[str, str] = dict(zip(DOSE_FIELDS, dose, strict=True))
    line = Line(key, read_dose(typed, NO_DOSE, known))
    if not line.dose.start:
        raise BadWork("a dose has an amount")
    return line


def _list(raw: Any) -> list[Any]:
    if not isinstance(raw, list) or len(raw) > MOST_LISTED:
        raise BadWork("no list")
    return raw


def _texts(raw: Any) -> tuple[str, ...]:
    return tuple(_text(item) for item in _list(raw))


def _text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise BadWork("no text")
    return raw
