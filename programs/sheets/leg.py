"""The stance leg in words, as it stands on every page."""

from programs.library_content import Library
from programs.plan import Plan
from programs.sheets.order import Translate
from screening.case import LegSide
from screening.wording import gettext_noop

LEG_WORDS = {
    "left": gettext_noop("Left leg first"),
    "right": gettext_noop("Right leg first"),
    "both": gettext_noop("Both legs"),
    None: gettext_noop("Both legs"),
}
BOTH_LEGS_WORDS = {
    "left": gettext_noop("Both legs, left first"),
    "right": gettext_noop("Both legs, right first"),
}


def leg_words(plan: Plan | None, library: Library, translate: Translate) -> str:
    """The leg to start with where a leg was named; of two, only where the plan's own words say which one.

    It is the plan's: a clinician may have chosen the other leg than the mirror check named.
    """
    if plan is None or plan.leg is None:
        return translate(LEG_WORDS[None])
    first = first_leg(plan, library)
    if plan.leg == "both":
        return translate(BOTH_LEGS_WORDS[first] if first else LEG_WORDS["both"])
    return translate(LEG_WORDS[first or _first_done(plan, library) or plan.leg])


def first_leg(plan: Plan, library: Library) -> LegSide | None:
    """The leg that the plan's own sentence starts with; None where it names none."""
    sides: tuple[LegSide, ...] = ("left", "right")
    return next((leg for leg in sides if library.sheet.both_legs.format(leg=leg) in plan.both_legs), None)


def _first_done(plan: Plan, library: Library) -> LegSide | None:
    """The leg that the exercises start with, for a plan whose sentence is worded otherwise.

    Not those done lying on a side, which a sore hip may turn.
    """
    for stage in plan.stages:
        for each in stage.exercises:
            known = library.exercises.get(each.key)
            if known and not known.underneath and each.leg != "both":
                return each.leg
    return None
