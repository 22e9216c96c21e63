"""Why a plan is as it is after a clinician changed it, in the runner's words.

What was decided goes into the plan's own reasons, by rule STAFF; what a rule said that holds no longer is told as it is
now, or goes. Source: clinical rules 7.5.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from programs.arranging import BY_STAFF, START, Means
from programs.plan import Plan
from programs.plan_changes import What, differences
from programs.rules.assignment import (
    BOTH_NAMED,
    NO_ROLLER,
    NO_RUNS_YET,
    NO_SIDE_STRETCH,
    RETURN_TO_RUN,
    ROLLER,
    SENTENCES,
    SIDE_STRETCH,
    STAFF_FLAG,
)
from screening.rules.reason import Reason
from screening.wording import gettext_noop

DECIDED: Final = "The clinician's decision"
STAGE_3: Final = "stage_3"


def _by_staff(sentence: str) -> Reason:
    return Reason(BY_STAFF, sentence, DECIDED)


MADE: Final = _by_staff(gettext_noop("Your clinician made this plan for you."))
_STAGES: Final = _by_staff(gettext_noop("Your clinician chose the stages for you."))
_EXERCISES: Final = _by_staff(gettext_noop("Your clinician chose some of the exercises for you."))
_DOSES: Final = _by_staff(gettext_noop("Your clinician set how much you do."))
_LEFT_OUT: Final = _by_staff(gettext_noop("Your clinician left out what does not suit you now."))
_LEG: Final = _by_staff(gettext_noop("Your clinician chose the leg you train first."))
_RUNS: Final = _by_staff(gettext_noop("Your clinician chose where your runs start."))
_MAY_START: Final = _by_staff(gettext_noop("The clinic looked at your answers. You can start."))
_MAY_RUN: Final = _by_staff(
    gettext_noop("The clinic looked at your answers. You can go on to Stage 3 when its time comes.")
)
_WHY: Final[Mapping[What, Reason]] = {
    What.STAGE_IN: _STAGES,
    What.STAGE_OUT: _STAGES,
    What.IN: _EXERCISES,
    What.OUT: _EXERCISES,
    What.ORDER: _EXERCISES,
    What.BACK_IN: _EXERCISES,
    What.DOSE: _DOSES,
    What.LEFT_OUT: _LEFT_OUT,
    What.LEG: _LEG,
    What.RUN: _RUNS,
}


def why(before: Plan, after: Plan, means: Means) -> tuple[Reason, ...]:
    """What the runner reads about a change, each sentence once."""
    if not before.stages and after.stages:
        return (MADE,)
    found = []
    for difference in differences(before, after, means):
        if difference.what == What.RELEASED:
            found.append(_MAY_START if difference.name == START else _MAY_RUN)
        elif after.run or difference.what != What.RUN:
            found.append(_WHY[difference.what])
    return tuple(dict.fromkeys(found))


_TOLD_NOW: Final[Mapping[str, str]] = {
    SENTENCES["PL-05"]: gettext_noop("The clinic looked at your answers before you start Stage 1."),
    SENTENCES["PL-04"]: gettext_noop("Your pain fits this plan in part, so the clinic looked at your answers."),
    STAFF_FLAG: gettext_noop("One of your answers needed a look, and the clinic has looked."),
}
"""A rule's sentence about waiting, and how it is told once staff have looked."""
_WAITS: Final[Mapping[str, str]] = {SENTENCES["PL-05"]: START, SENTENCES["PL-04"]: STAGE_3, STAFF_FLAG: STAGE_3}


def with_reasons(before: Plan, after: Plan, means: Means) -> Plan:
    """The changed plan with true reasons: those of before that still hold, then what the clinician decided."""
    kept = [told for reason in before.reasons if (told := _still(reason, before, after))]
    return replace(after, reasons=tuple(dict.fromkeys((*kept, *why(before, after, means)))))


def as_own_plan(before: Plan, after: Plan) -> Plan:
    """A plan that a clinician made in place of another; why it waits, or what it leaves out, is told as before."""
    kept = [reason for reason in before.reasons if reason.sentence in _WAITS or reason in _ABOUT]
    told = [still for reason in kept if (still := _still(reason, before, after))]
    return replace(after, reasons=(*told, MADE))


def _still(reason: Reason, before: Plan, after: Plan) -> Reason | None:
    """The reason as it is told now; None where it no longer holds."""
    if reason.sentence in _WAITS and _WAITS[reason.sentence] not in after.needs_staff:
        return replace(reason, sentence=_TOLD_NOW[reason.sentence])
    if not before.stages and after.stages and reason.sentence in SENTENCES.values():
        return None
    return None if any(gone(reason, after) for gone in _GONE) else reason


def _left_out_again(reason: Reason, after: Plan) -> bool:
    return reason in _ABOUT and _ABOUT[reason] not in after.leave_out


def _runs_at_once(reason: Reason, after: Plan) -> bool:
    """PL-08 says that runs wait until Stage 3: untrue where the plan begins there, or has none."""
    return reason == NO_RUNS_YET and (after.run is None or after.stages[0].number >= RETURN_TO_RUN)


def _starts_elsewhere(reason: Reason, after: Plan) -> bool:
    names_stage_1 = reason.rule in ("PL-03", "PL-07") and reason.sentence in _FIRST
    return names_stage_1 and bool(after.stages) and after.stages[0].number != _FIRST[reason.sentence]


_ABOUT: Final[Mapping[Reason, str]] = {NO_ROLLER: ROLLER, NO_SIDE_STRETCH: SIDE_STRETCH}
_FIRST: Final[Mapping[str, int]] = {SENTENCES["PL-03"]: 1, BOTH_NAMED: 1, SENTENCES["PL-07"]: 4}
_GONE: Final[Collection[Callable[[Reason, Plan], bool]]] = (_left_out_again, _runs_at_once, _starts_elsewhere)
