"""The stance leg in words, as it stands on every page."""

from programs.library_content import Library
from programs.plan import Plan
from programs.sheets.order import Translate
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
    """The leg or legs named by the mirror check; of two, the one to start with where the plan's own words name it."""
    if plan is None:
        return translate(LEG_WORDS[None])
    if plan.leg == "both":
        for leg, words in BOTH_LEGS_WORDS.items():
            if library.sheet.both_legs.format(leg=leg) in plan.both_legs:
                return translate(words)
    return translate(LEG_WORDS[plan.leg])
