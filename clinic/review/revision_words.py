"""What a change of a plan is called: refusals, what needs a reason, and what is different, in the clinic's words."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from programs.arranging import BESIDE, NO_RUNS, START, Refusal, RevisionError
from programs.library_content import Library
from programs.plan_changes import Concern, Difference, Guard, What
from programs.run_chart import tenths
from screening.wording import gettext_noop

REFUSALS: Final[Mapping[Refusal, str]] = {
    Refusal.UNKNOWN: gettext_noop("Choose an exercise from the list first."),
    Refusal.TWICE: gettext_noop("%(about)s is in this stage already."),
    Refusal.LEFT_OUT: gettext_noop("%(about)s is left out of this plan. Take its tick away first."),
    Refusal.EMPTY: gettext_noop("Stage %(about)s would be empty. Put an exercise in first, or take the stage out."),
    Refusal.FULL: gettext_noop("Stage %(about)s is full."),
    Refusal.WRONG_PART: gettext_noop("%(about)s is a warm-up drill, so it goes with the warm-up."),
    Refusal.NO_PLACE: gettext_noop("This can not be done with the plan as it is."),
}
GUARDS: Final[Mapping[Guard, str]] = {
    Guard.MANY: gettext_noop("Stage %(about)s has more than four strength exercises."),
    Guard.BACK_IN: gettext_noop("%(about)s was left out for this runner, and is allowed again."),
    Guard.SORE_HIP: gettext_noop("%(about)s is done lying on a sore hip."),
    Guard.LATER: gettext_noop("The runner starts at Stage %(about)s, without the stages before it."),
    Guard.HIGH_START: gettext_noop("The runs start higher than the rules allow."),
    Guard.RELEASED: gettext_noop("%(about)s is released."),
    Guard.OWN_PLAN: gettext_noop("The rules plan no exercises for this check."),
    Guard.BESIDE: gettext_noop("The runner keeps normal runs."),
    Guard.LEG: gettext_noop("The leg that shows the pattern no longer starts."),
}
CHANGES: Final[Mapping[What, str]] = {
    What.STAGE_IN: gettext_noop("Stage %(stage)s is in"),
    What.STAGE_OUT: gettext_noop("Stage %(stage)s is out"),
    What.IN: gettext_noop("Stage %(stage)s: %(name)s is in"),
    What.OUT: gettext_noop("Stage %(stage)s: %(name)s is out"),
    What.DOSE: gettext_noop("Stage %(stage)s: %(name)s has another dose"),
    What.ORDER: gettext_noop("Stage %(stage)s has another order"),
    What.RUN: gettext_noop("The runs start elsewhere"),
    What.LEFT_OUT: gettext_noop("%(name)s is left out"),
    What.BACK_IN: gettext_noop("%(name)s is allowed again"),
    What.RELEASED: gettext_noop("%(name)s is released"),
    What.HELD: gettext_noop("%(name)s waits for staff"),
    What.LEG: gettext_noop("Another leg starts"),
    What.BESIDE: gettext_noop("Runs beside Stages 1 and 2"),
}
ABOUT_RUNS: Final[Mapping[str, str]] = {
    BESIDE: gettext_noop("Normal runs go on"),
    NO_RUNS: gettext_noop("No runs"),
}
SIDES: Final[Mapping[str, str]] = {"left": gettext_noop("left"), "right": gettext_noop("right")}


def refusal_words(error: RevisionError, library: Library) -> str:
    """Why something can not be done."""
    return _(REFUSALS[error.why]) % {"about": _exercise(error.about, library)}


def concern_words(concern: Concern, library: Library) -> str:
    """What a reason is asked for."""
    about = held_words(concern.about) if concern.guard == Guard.RELEASED else _exercise(concern.about, library)
    return _(GUARDS[concern.guard]) % {"about": about}


def held_words(held: str) -> str:
    """What of a plan waits for staff."""
    return _("The start") if held == START else _("Stage 3, running")


def difference_words(difference: Difference, library: Library, unit: str) -> tuple[str, str, str]:
    """What is different, how it was and how it is; "" for nothing."""
    what = difference.what
    name = held_words(difference.name) if what in (What.RELEASED, What.HELD) else _exercise(difference.name, library)
    said = _(CHANGES[what]) % {"stage": difference.stage, "name": name}
    if what == What.RUN:
        return said, start_words(difference.was, unit), start_words(difference.now, unit)
    if what == What.LEG:
        return said, _(SIDES[difference.was]), _(SIDES[difference.now])
    if what == What.BESIDE:
        return said, about_runs_words(difference.was), about_runs_words(difference.now)
    return said, difference.was, difference.now


def about_runs_words(said: str) -> str:
    """Whether normal runs go on beside a plan's first stages; "" where nothing is said of it."""
    return _(ABOUT_RUNS[said]) if said else ""


def start_words(value: str, unit: str) -> str:
    """Where runs begin, such as "6.0 mi in week 1" or "run-walk step RW3"."""
    if not value:
        return _("no running")
    if not value.isdigit():
        return _("run-walk step %(step)s") % {"step": value}
    return _("%(total)s %(unit)s in week 1") % {"total": tenths(int(value)), "unit": unit}


def _exercise(key: str, library: Library) -> str:
    return _(library.exercises[key].words.name) if key in library.exercises else _(key) if key else ""
