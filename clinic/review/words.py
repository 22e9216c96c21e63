"""What a review page says of states, sources, legs and decisions, in the clinic's own words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from programs.models import Decision
from screening.models import Screening
from screening.rules.pattern import Fit, Pattern
from screening.rules.red_flags import Level
from screening.rules.single_leg_squat import LegState
from screening.wording import gettext_noop

LEVEL_TAGS: Final[Mapping[Level, str]] = MappingProxyType(
    {
        Level.URGENT: "tag-urgent",
        Level.CLINICIAN_FIRST: "tag-first",
        Level.CAUTION: "tag-caution",
        Level.OK: "tag-ok",
    }
)
STATE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Screening.State.WAITING: gettext_noop("Waiting"),
        Screening.State.REFERRED: gettext_noop("Asked to come in"),
        Screening.State.DONE: gettext_noop("Done"),
        Screening.State.ASIDE: gettext_noop("Set aside"),
        Screening.State.REPLACED: gettext_noop("Replaced"),
    }
)
LEG_WORDS: Final[Mapping[LegState, str]] = MappingProxyType(
    {
        LegState.CLEAR: gettext_noop("Clear pattern"),
        LegState.POSSIBLE: gettext_noop("Possible pattern"),
        LegState.NONE: gettext_noop("No pattern seen"),
        LegState.RETEST: gettext_noop("Look again"),
    }
)
LEG_TAGS: Final[Mapping[LegState, str]] = MappingProxyType(
    {
        LegState.CLEAR: "tag-seen",
        LegState.POSSIBLE: "tag-caution",
        LegState.NONE: "tag-ok",
        LegState.RETEST: "tag-caution",
    }
)
FIT_WORDS: Final[Mapping[Fit, str]] = MappingProxyType(
    {
        Fit.NO_PAIN: "",
        Fit.FITS: gettext_noop("pain fits"),
        Fit.PARTLY: gettext_noop("pain fits in part"),
        Fit.NO_FIT: gettext_noop("pain does not fit"),
    }
)
SIDE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "left": gettext_noop("left leg"),
        "right": gettext_noop("right leg"),
        "both": gettext_noop("both legs"),
    }
)
WHY: Final[Mapping[Pattern, str]] = MappingProxyType(
    {
        Pattern.HIP_CONTROL: gettext_noop("The pain fits, and the mirror check shows the pattern."),
        Pattern.PATTERN_NO_PAIN: gettext_noop("There is no pain, but the mirror check shows the pattern."),
        Pattern.PAIN_WITHOUT_PATTERN: gettext_noop("There is pain, but neither leg shows the pattern."),
        Pattern.PAIN_DOES_NOT_FIT: gettext_noop(
            "The pain is in another spot, or acts in another way, than this plan is for."
        ),
        Pattern.RETEST: gettext_noop("A leg could not be judged, and the other shows no clear pattern."),
        Pattern.NO_PATTERN_NO_PAIN: gettext_noop("There is no pain, and neither leg shows the pattern."),
    }
)
WHY_IN_PART: Final = gettext_noop("The pain fits in part, and the mirror check shows the pattern.")
WHY_LOCKED: Final = gettext_noop("A red flag ended the check, so there was no mirror check and no plan.")
WHY_UNLOCKED: Final = gettext_noop("A red flag ended the check before the mirror. A clinician has cleared it since.")
WHY_WALK_IN: Final = gettext_noop("Made at the clinic without a self-check.")
DECISION_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Decision.Kind.CLAIMED: gettext_noop("Claimed"),
        Decision.Kind.LET_GO: gettext_noop("Let go"),
        Decision.Kind.RERATED: gettext_noop("Rated a leg"),
        Decision.Kind.ACCEPTED: gettext_noop("Accepted the plan"),
        Decision.Kind.CHANGED: gettext_noop("Changed the plan"),
        Decision.Kind.RELEASED: gettext_noop("Released the plan"),
        Decision.Kind.NOTED: gettext_noop("Wrote a note"),
        Decision.Kind.REFERRED: gettext_noop("Asked to come in"),
        Decision.Kind.CAME_IN: gettext_noop("Outcome of the visit"),
        Decision.Kind.CALLED: gettext_noop("Called"),
        Decision.Kind.UNLOCKED: gettext_noop("Cleared the red flag"),
        Decision.Kind.TYPED_IN: gettext_noop("Typed in from paper"),
        Decision.Kind.MADE: gettext_noop("Made the plan"),
        Decision.Kind.SET_ASIDE: gettext_noop("Set aside"),
        Decision.Kind.TAKEN_BACK: gettext_noop("Taken back into the queue"),
    }
)
OUTCOME_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "reached_care": gettext_noop("Reached: has care, or is on the way to it"),
        "reached_visit": gettext_noop("Reached: comes to see us"),
        "message": gettext_noop("Left a message"),
        "no_answer": gettext_noop("No answer"),
        "came": gettext_noop("Came in"),
        "did_not_come": gettext_noop("Did not come"),
        "seen_elsewhere": gettext_noop("Seen elsewhere"),
    }
)
SOON_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "today": gettext_noop("Today"),
        "within 3 days": gettext_noop("Within 3 days"),
        "this week": gettext_noop("This week"),
        "within 2 weeks": gettext_noop("Within 2 weeks"),
    }
)
HELD_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {"start": gettext_noop("The start"), "stage_3": gettext_noop("Stage 3")}
)
SAFETY_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "asked": gettext_noop("Asked about the warning signs: none of them"),
        "seen": gettext_noop("A clinician had seen this runner that day"),
    }
)
SIGN_WORDS: Final[Mapping[int | None, str]] = MappingProxyType(
    {
        0: gettext_noop("none"),
        1: gettext_noop("slight"),
        2: gettext_noop("marked"),
        None: gettext_noop("can’t tell"),
    }
)
SIGN_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "hip_drop": gettext_noop("Hip"),
        "knee_cave": gettext_noop("Knee"),
        "trunk_lean": gettext_noop("Upper body"),
    }
)
