"""Pain picture and both legs -> fit, pattern, side, strength and notes (the fit score; CL-01 to CL-09).

The fit score and the classes are clinic settings that need sign-off; the typical picture follows BMJ Best
Practice, Brukner & Khan and the clinic's own article.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal

from screening.case import Pain, PainSide
from screening.rules.reason import Reason
from screening.rules.single_leg_squat import LegState
from screening.wording import gettext_noop

FITS_FROM: Final = 3  # of 4 points
PARTLY_FROM: Final = 1

Strength = Literal["clear", "possible"]
SIDE_MISMATCH: Final = "side_mismatch"

_ARTICLE: Final = "Clinic article; clinic setting, needs sign-off"
_SETTING: Final = "Clinical reasoning; clinic setting, needs sign-off"


class Fit(StrEnum):
    """How well the pain matches the kind this plan is for."""

    NO_PAIN = "no_pain"
    FITS = "fits"
    PARTLY = "partly"
    NO_FIT = "no_fit"


class Pattern(StrEnum):
    """The class a self-check falls into."""

    PAIN_DOES_NOT_FIT = "pain_does_not_fit"
    RETEST = "retest"
    HIP_CONTROL = "hip_control"
    PAIN_WITHOUT_PATTERN = "pain_without_pattern"
    PATTERN_NO_PAIN = "pattern_no_pain"
    NO_PATTERN_NO_PAIN = "no_pattern_no_pain"


@dataclass(frozen=True, slots=True)
class PatternFinding:
    """`side` names the leg or legs stood on that showed the pattern; None, like strength, where none did."""

    pattern: Pattern
    side: PainSide | None
    strength: Strength | None
    notes: tuple[str, ...]
    reasons: tuple[Reason, ...]


NAMED: Final[Mapping[str, Reason]] = {
    "left": Reason(
        "CL-03",
        gettext_noop("We call this a hip control pattern on the left. It gives us a place to start."),
        _ARTICLE,
    ),
    "right": Reason(
        "CL-04",
        gettext_noop("We call this a hip control pattern on the right. It gives us a place to start."),
        _ARTICLE,
    ),
    "both": Reason(
        "CL-05",
        gettext_noop("We call this a hip control pattern on both legs. It gives us a place to start."),
        _ARTICLE,
    ),
}
OTHER_SPOT: Final = Reason(
    "CL-01",
    gettext_noop("Your pain is in a different spot from the kind this plan is for."),
    "BMJ Best Practice; Brukner & Khan; clinic setting, needs sign-off",
)
OTHER_PICTURE: Final = Reason(
    "CL-01",
    gettext_noop("Your pain does not act like the kind this plan is for."),
    "BMJ Best Practice; Brukner & Khan; clinic setting, needs sign-off",
)
RETEST: Final = Reason(
    "CL-02", gettext_noop("We could not judge both legs yet, so please do the mirror check again."), _SETTING
)
WITHOUT_PATTERN: Final = Reason(
    "CL-06", gettext_noop("You have pain, but we saw no hip control pattern on either leg."), _SETTING
)
PATTERN_NO_PAIN: Final = Reason(
    "CL-07", gettext_noop("You have no pain, but the mirror check showed a hip control pattern."), _SETTING
)
NOTHING_SEEN: Final = Reason("CL-08", gettext_noop("You have no pain, and we saw no hip control pattern."), _SETTING)
MISMATCH: Final = Reason(
    "CL-09",
    gettext_noop("The pattern and your pain are on different sides, so we do not claim a link."),
    _SETTING,
)


def fit_of(pain: Pain | None) -> Fit:
    """Return how the pain picture fits: for the outer knee one point for each of four typical traits."""
    if pain is None:
        return Fit.NO_PAIN
    if pain.spot == "outer_hip":
        return Fit.PARTLY
    if pain.spot != "outer_knee":
        return Fit.NO_FIT
    points = sum(
        (
            pain.began == "slowly",
            pain.same_distance == "yes",
            pain.downhill_or_stairs == "yes",
            pain.eases != "does_not",
        )
    )
    if points >= FITS_FROM:
        return Fit.FITS
    return Fit.PARTLY if points >= PARTLY_FROM else Fit.NO_FIT


def pattern_of(pain: Pain | None, left: LegState, right: LegState) -> PatternFinding:
    """Return the class: a pain that does not fit first, then a leg to repeat, then what was seen."""
    if fit_of(pain) == Fit.NO_FIT:
        known_spot = pain is not None and pain.spot == "outer_knee"
        return _unnamed(Pattern.PAIN_DOES_NOT_FIT, OTHER_PICTURE if known_spot else OTHER_SPOT)
    states = (left, right)
    if LegState.RETEST in states and LegState.CLEAR not in states:
        return _unnamed(Pattern.RETEST, RETEST)
    side = _side_of(left, right)
    if side is None:
        return _nothing_seen(pain)
    strength: Strength = "clear" if LegState.CLEAR in states else "possible"
    return _named(pain, side, strength)


def _side_of(left: LegState, right: LegState) -> PainSide | None:
    seen = (LegState.CLEAR, LegState.POSSIBLE)
    if left in seen and right in seen:
        return "both"
    if left in seen:
        return "left"
    return "right" if right in seen else None


def _nothing_seen(pain: Pain | None) -> PatternFinding:
    if pain is None:
        return _unnamed(Pattern.NO_PATTERN_NO_PAIN, NOTHING_SEEN)
    return _unnamed(Pattern.PAIN_WITHOUT_PATTERN, WITHOUT_PATTERN)


def _named(pain: Pain | None, side: PainSide, strength: Strength) -> PatternFinding:
    if pain is None:
        return PatternFinding(Pattern.PATTERN_NO_PAIN, side, strength, (), (PATTERN_NO_PAIN,))
    reasons = (NAMED[side],)
    # Only one leg against one sore side can disagree: pain or pattern on both sides overlaps the other.
    if "both" not in (side, pain.side) and side != pain.side:
        return PatternFinding(Pattern.HIP_CONTROL, side, strength, (SIDE_MISMATCH,), (*reasons, MISMATCH))
    return PatternFinding(Pattern.HIP_CONTROL, side, strength, (), reasons)


def _unnamed(pattern: Pattern, reason: Reason) -> PatternFinding:
    return PatternFinding(pattern, None, None, (), (reason,))
