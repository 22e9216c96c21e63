"""Finished weeks in, the next week out: the weekly decision of Stage 3 (RR-09, RR-12).

Pain lights: Silbernagel 2007 (Am J Sports Med), Vincent & Vincent 2017 (Curr Sports Med Rep), with the
lower green line of Esculier 2017 (Br J Sports Med). Missed weeks: coaching practice. All are clinic
settings that need sign-off.

The rows of the table are asked from the top and the first that holds names the action. What the table
leaves open is settled on the careful side: only `advance` can ever raise a week; where weeks were missed
besides a painful one, the total is the lower of what both rows give; and a `restart` never starts above the
planned week, so that a runner who had stepped back below the first week stays there. The sentence follows
the total: where one of these made the week another than the action's own sentence says, a sentence that
is true is told instead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from programs.rules.mileage import LOOK_BACK, Goal, next_total, runs_of
from programs.rules.run_wording import DECISION_REASONS
from screening.rules.reason import Reason
from screening.wording import gettext_noop

RED_ABOVE: Final = 5  # RR-09: worst pain 0-10
AMBER_FROM: Final = 3  # RR-09
RED_WINDOW: Final = 4  # RR-09: finished weeks, this one included, in which a second red pauses the plan
WELL_DONE: Final = 90  # percent of the planned week that counts as done
HALF_DONE: Final = 50  # percent; less counts as a missed week
TOO_MUCH: Final = 110  # RR-12: percent of the planned week
RED_SHARE: Final = 80  # RR-09: percent kept after a red week
SHARE_AFTER_MISSED: Final[Mapping[int, int]] = {
    1: 100,
    2: 80,
    3: 50,
    4: 50,
}  # RR-09; more weeks: the first week
MORE_THAN_PLANNED: Final = "did_more_than_planned"
_LAY_OFF: Final = DECISION_REASONS["restart"].source
RESUME_AS_PLANNED: Final = Reason(
    "RR-09", gettext_noop("You missed a week of runs, so run the week that was planned."), _LAY_OFF
)
RESTART_AS_PLANNED: Final = Reason(
    "RR-09",
    gettext_noop("You missed more than four weeks. Do the self-check again, then run the week that was planned."),
    _LAY_OFF,
)


class Action(StrEnum):
    """What the coming week is, compared with the last one."""

    START = "start"
    STOP_THEN_RESTART = "stop_then_restart"
    PAUSE_SEE_CLINICIAN = "pause_see_clinician"
    HOLD = "hold"
    BACK_ONE = "back_one"
    RESUME = "resume"
    STEP_BACK = "step_back"
    RESTART = "restart"
    REPEAT = "repeat"
    AT_USUAL = "at_usual"
    ADVANCE = "advance"


class Light(StrEnum):
    """How one week felt."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class LogWeek:
    """One finished week: `done` in hundredths of the unit, `worst_pain` 0-10, `missed_weeks` right after it.

    `settled` means back to usual the next morning.
    """

    done: int
    worst_pain: int
    settled: bool = True
    limp: bool = False
    missed_weeks: int = 0

    @property
    def light(self) -> Light:
        """Red, amber or green (RR-09)."""
        if self.worst_pain > RED_ABOVE or self.limp or not self.settled:
            return Light.RED
        return Light.AMBER if self.worst_pain >= AMBER_FROM else Light.GREEN


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where a runner is heading, the first week in tenths, and every finished week, oldest first."""

    goal: Goal
    first_week: int
    log: tuple[LogWeek, ...]


@dataclass(frozen=True, slots=True)
class NextWeek:
    """The coming week: total and runs in tenths, `warnings` by name, and why."""

    action: Action
    total: int
    runs: tuple[int, ...]
    warnings: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Climb:
    """Where the ladder stands after some weeks; `total` is what is planned for the coming one, `why` says so."""

    action: Action
    why: Reason
    total: int
    levels: tuple[int, ...]  # the totals climbed to so far, the last being `total`
    done: int  # the planned total of the last week that was well done, the first week before any
    lights: tuple[Light, ...] = ()
    longest: tuple[int, ...] = ()  # the longest planned run of every past week, 0 in missed ones
    warnings: tuple[str, ...] = ()


def next_week(ladder: Ladder) -> NextWeek:
    """Return the coming week after all finished ones; an empty log gives the first week."""
    first = ladder.first_week
    climb = _Climb(Action.START, DECISION_REASONS[Action.START], first, (first,), first)
    for week in ladder.log:
        climb = _after(ladder, climb, week)
    runs = runs_of(ladder.goal, climb.total)
    return NextWeek(climb.action, climb.total, runs, climb.warnings, (climb.why,))


def _after(ladder: Ladder, climb: _Climb, week: LogWeek) -> _Climb:
    longest = (*climb.longest, max(runs_of(ladder.goal, climb.total)))
    done = climb.total if _has_done(climb, week, WELL_DONE) else climb.done
    climb = replace(climb, longest=longest, done=done)
    action, total = _decide(ladder, climb, week)
    ran_more = action == Action.HOLD and week.light == Light.GREEN
    return _Climb(
        action=action,
        why=DECISION_REASONS[MORE_THAN_PLANNED] if ran_more else _why(ladder, climb, week, action, total),
        total=total,
        levels=(*(level for level in climb.levels if level < total), total),
        done=done,
        lights=(*climb.lights, week.light),
        longest=(*longest, *(0,) * week.missed_weeks),
        warnings=(MORE_THAN_PLANNED,) if ran_more else (),
    )


def _decide(ladder: Ladder, climb: _Climb, week: LogWeek) -> tuple[Action, int]:
    if week.light != Light.GREEN:
        action, total = _after_pain(climb, week)
        return action, min(total, _after_break(ladder, climb, week.missed_weeks)) if week.missed_weeks else total
    if week.missed_weeks or not _has_done(climb, week, HALF_DONE):
        missed = max(week.missed_weeks, 1)
        return _break_action(missed), _after_break(ladder, climb, missed)
    if not _has_done(climb, week, WELL_DONE):
        return Action.REPEAT, climb.total
    if week.done * 10 > climb.total * TOO_MUCH:
        return Action.HOLD, climb.total
    if climb.total >= ladder.goal.usual_week:
        return Action.AT_USUAL, climb.total
    return Action.ADVANCE, next_total(ladder.goal, climb.total, max(climb.longest[-LOOK_BACK:]))


def _after_pain(climb: _Climb, week: LogWeek) -> tuple[Action, int]:
    if week.light == Light.RED:
        again = Light.RED in climb.lights[1 - RED_WINDOW :]
        action = Action.PAUSE_SEE_CLINICIAN if again else Action.STOP_THEN_RESTART
        return action, min(_level_back(climb, 2), _share(climb.total, RED_SHARE))
    if climb.lights[-1:] == (Light.AMBER,):
        return Action.BACK_ONE, _level_back(climb, 1)
    return Action.HOLD, climb.total


def _why(ladder: Ladder, climb: _Climb, week: LogWeek, action: Action, total: int) -> Reason:
    """The action's own sentence, or the one that is true of this total; `climb` still plans the week just run."""
    as_planned = total == climb.total
    if action == Action.BACK_ONE and as_planned:
        return DECISION_REASONS[Action.HOLD]
    if action in (Action.HOLD, Action.BACK_ONE) and week.missed_weeks and total < _after_pain(climb, week)[1]:
        return DECISION_REASONS[_break_action(week.missed_weeks)]
    if action == Action.RESUME and as_planned and not _has_done(climb, week, WELL_DONE):
        return RESUME_AS_PLANNED
    if action == Action.RESTART and total < ladder.first_week:
        return RESTART_AS_PLANNED
    return DECISION_REASONS[action]


def _break_action(missed: int) -> Action:
    if missed == 1:
        return Action.RESUME
    return Action.STEP_BACK if missed in SHARE_AFTER_MISSED else Action.RESTART


def _after_break(ladder: Ladder, climb: _Climb, missed: int) -> int:
    # Never above the planned week: a week done well before a step back must not undo the step.
    if missed not in SHARE_AFTER_MISSED:
        return min(climb.total, ladder.first_week)
    return _share(min(climb.total, climb.done), SHARE_AFTER_MISSED[missed])


def _has_done(climb: _Climb, week: LogWeek, percent: int) -> bool:
    # Hundredths done against tenths planned: ten times one is the other's percent.
    return week.done * 10 >= climb.total * percent


def _level_back(climb: _Climb, levels: int) -> int:
    """The total so many levels below the present one; the lowest where there are not so many."""
    return climb.levels[max(-1 - levels, -len(climb.levels))]


def _share(total: int, percent: int) -> int:
    # A tenth is the smallest week there is, however often a runner has to step back.
    return max(1, total * percent // 100)
