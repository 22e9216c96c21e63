"""Why a plan is as it is after a clinician changed it, in the runner's words.

What was decided goes into the plan's own reasons, by rule STAFF; what a rule said that holds no longer is told as it is
now, or goes. Source: clinical rules 7.5.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import Final

from programs.arranging import BESIDE, BESIDE_RUNS, BY_STAFF, NO_RUNS, START, Means, about_runs, first_leg_of
from programs.holding import STAGE_3
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


def _by_staff(sentence: str) -> Reason:
    return Reason(BY_STAFF, sentence, DECIDED)


MADE: Final = _by_staff(gettext_noop("Your clinician made this plan for you."))
_STAGES: Final = _by_staff(gettext_noop("Your clinician chose the stages for you."))
_EXERCISES: Final = _by_staff(gettext_noop("Your clinician chose some of the exercises for you."))
_DOSES: Final = _by_staff(gettext_noop("Your clinician set how much you do."))
_LEFT_OUT: Final = _by_staff(gettext_noop("Your clinician left out what does not suit you now."))
_LEG: Final = _by_staff(gettext_noop("Your clinician chose the leg you train first."))
_BESIDE: Final = _by_staff(gettext_noop("Your clinician says that you can keep your normal runs."))
_NO_RUNS: Final = _by_staff(gettext_noop("Your clinician wants you to leave out runs for now."))
_RUNS: Final = _by_staff(gettext_noop("Your clinician chose where your runs start."))
_WAIT: Final = _by_staff(gettext_noop("The clinic looks at a part of your plan once more before you go on."))
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


WEIGHT: Final = (
    MADE,
    _WAIT,
    _MAY_START,
    _MAY_RUN,
    _BESIDE,
    _NO_RUNS,
    _LEG,
    _RUNS,
    _STAGES,
    _LEFT_OUT,
    _EXERCISES,
    _DOSES,
)
"""What a runner must hear first of a change comes first."""


def why(before: Plan, after: Plan, means: Means) -> tuple[Reason, ...]:
    """What the runner reads about a change, each sentence once."""
    if not before.stages and after.stages:
        return (MADE,)
    found = []
    for difference in differences(before, after, means):
        if difference.what == What.RELEASED:
            found.append(_MAY_START if difference.name == START else _MAY_RUN)
        elif difference.what == What.HELD:
            found.append(_WAIT)
        elif difference.what == What.BESIDE:
            found.append(_BESIDE if difference.now == BESIDE else _NO_RUNS)
        elif after.run or difference.what != What.RUN:
            found.append(_WHY[difference.what])
    return tuple(sorted(set(found), key=WEIGHT.index))


BY_RATING: Final[Mapping[str, str]] = {
    "left": gettext_noop("A clinician watched your squat on the left leg on %(day)s. Your plan goes by what they saw."),
    "right": gettext_noop(
        "A clinician watched your squat on the right leg on %(day)s. Your plan goes by what they saw."
    ),
    "both": gettext_noop("A clinician watched your squat on both legs on %(day)s. Your plan goes by what they saw."),
}
"""What a plan from the clinic's rating says first, by the legs that were rated; its own pages fill in the day."""


def by_rating(plan: Plan, sentence: str) -> Plan:
    """A plan that follows from the clinic's rating and says so first; `sentence` is one of `BY_RATING` with its day."""
    return replace(plan, reasons=(_by_staff(sentence), *plan.reasons))


_TOLD_NOW: Final[Mapping[str, str]] = {
    SENTENCES["PL-05"]: gettext_noop("The clinic looked at your answers before you start Stage 1."),
    SENTENCES["PL-04"]: gettext_noop("Your pain fits this plan in part, so the clinic looked at your answers."),
    STAFF_FLAG: gettext_noop("One of your answers needed a look, and the clinic has looked."),
}
"""A rule's sentence about waiting, and how it is told once staff have looked."""
_WAITS: Final[Mapping[str, str]] = {SENTENCES["PL-05"]: START, SENTENCES["PL-04"]: STAGE_3, STAFF_FLAG: STAGE_3}
_TOLD_BEFORE: Final[Mapping[str, str]] = {now: before for before, now in _TOLD_NOW.items()}
_BOTH_LEGS: Final = gettext_noop("You start at Stage 1 and train both legs.")
"""PL-03 where the leg that starts is not the named one."""


def with_reasons(before: Plan, after: Plan, means: Means) -> Plan:
    """The changed plan with true reasons: those of before that still hold, then what the clinician decided."""
    kept = [told for reason in before.reasons if (told := _still(reason, before, after, means))]
    return replace(after, reasons=tuple(dict.fromkeys((*kept, *why(before, after, means)))))


def as_own_plan(before: Plan, after: Plan, means: Means) -> Plan:
    """A plan that a clinician made in place of another; why it waits, or what it leaves out, is told as before."""
    waits = {*_WAITS, *_TOLD_BEFORE}
    kept = [reason for reason in before.reasons if reason.sentence in waits or reason in _ABOUT]
    told = [still for reason in kept if (still := _still(reason, before, after, means))]
    return replace(after, reasons=(*told, MADE))


def _still(reason: Reason, before: Plan, after: Plan, means: Means) -> Reason | None:
    """The reason as it is told now; None where it no longer holds."""
    reason = replace(reason, sentence=_now(reason.sentence, after, means))
    if not before.stages and after.stages and reason.sentence in SENTENCES.values():
        return None
    if reason.sentence == SENTENCES[BESIDE_RUNS] and about_runs(after, means.library) == NO_RUNS:
        return None
    return None if any(gone(reason, after) for gone in _GONE) else reason


def _now(sentence: str, after: Plan, means: Means) -> str:
    """A sentence about what waits, or about the leg that starts, as it is true of the plan now."""
    first = _TOLD_BEFORE.get(sentence, sentence)
    if first in _WAITS:
        return first if _WAITS[first] in after.needs_staff else _TOLD_NOW[first]
    if sentence in (SENTENCES["PL-03"], _BOTH_LEGS):
        return SENTENCES["PL-03"] if first_leg_of(after, means) == after.leg else _BOTH_LEGS
    return sentence


def _left_out_again(reason: Reason, after: Plan) -> bool:
    return reason in _ABOUT and _ABOUT[reason] not in after.leave_out


def _runs_at_once(reason: Reason, after: Plan) -> bool:
    """PL-08 says that runs wait until Stage 3: untrue where the plan begins there, or has none."""
    return reason == NO_RUNS_YET and (after.run is None or after.stages[0].number >= RETURN_TO_RUN)


def _starts_elsewhere(reason: Reason, after: Plan) -> bool:
    names_stage_1 = reason.rule in ("PL-03", "PL-07") and reason.sentence in _FIRST
    return names_stage_1 and bool(after.stages) and after.stages[0].number != _FIRST[reason.sentence]


_ABOUT: Final[Mapping[Reason, str]] = {NO_ROLLER: ROLLER, NO_SIDE_STRETCH: SIDE_STRETCH}
_FIRST: Final[Mapping[str, int]] = {SENTENCES["PL-03"]: 1, _BOTH_LEGS: 1, BOTH_NAMED: 1, SENTENCES["PL-07"]: 4}
_GONE: Final[Collection[Callable[[Reason, Plan], bool]]] = (_left_out_again, _runs_at_once, _starts_elsewhere)
