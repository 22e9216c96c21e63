"""A clinician's own rating of a leg beside the runner's: where the two differ, and the case with the clinician's.

Never an average: clinicians agree on these signs only moderately (Ressman 2019, BMJ Open SEM; Zhang 2025, PeerJ), and
between two ratings there is no third that anyone saw. SC-08: where they are two apart, the clinician's stands and the
difference is flagged.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from screening.case import Case, Leg, LegSide, Sign
from screening.rules.reason import Reason
from screening.wording import gettext_noop

SignName = Literal["hip_drop", "knee_cave", "trunk_lean"]
SIGN_NAMES: Final[tuple[SignName, ...]] = ("hip_drop", "knee_cave", "trunk_lean")
FLAGGED_FROM: Final = 2  # SC-08: on the scale none 0, slight 1, marked 2

TWO_APART: Final = Reason(
    "SC-08",
    gettext_noop("Two steps apart. The clinic's rating counts once its plan is accepted. The two are never averaged."),
    "Clinical reasoning; clinic setting, needs sign-off",
)
ONE_APART: Final = Reason(
    "SC-08",
    gettext_noop("One step apart. Two raters of the same squat often differ by this much."),
    "Ressman 2019 (BMJ Open SEM); Zhang 2025 (PeerJ)",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One sign of one stance leg that was rated differently; both ratings are 0-2, `reason` is SC-08."""

    leg: LegSide
    sign: SignName
    own: Sign
    staff: Sign
    reason: Reason

    @property
    def flagged(self) -> bool:
        """Whether the two are two apart (SC-08)."""
        return abs(self.own - self.staff) >= FLAGGED_FROM


def differences(own: Leg, staff: Leg) -> tuple[Difference, ...]:
    """Each sign that both could tell and rated differently, in the order hip, knee, upper body.

    Raises ValueError where the two are not the same stance leg.
    """
    if own.side != staff.side:
        raise ValueError(f"{own.side} and {staff.side} are two legs")
    found = (_difference(own, staff, sign) for sign in SIGN_NAMES)
    return tuple(difference for difference in found if difference)


def _difference(own: Leg, staff: Leg, sign: SignName) -> Difference | None:
    first: Sign | None = getattr(own, sign)
    second: Sign | None = getattr(staff, sign)
    if first is None or second is None or first == second:
        return None
    reason = TWO_APART if abs(first - second) >= FLAGGED_FROM else ONE_APART
    return Difference(own.side, sign, first, second, reason)


def case_with(case: Case, ratings: Mapping[LegSide, Leg]) -> Case:
    """The same case with the clinician's rating of a leg in place of the runner's own; everything else as given.

    A case without legs, which triage locked, comes back as it is: a rating does not open what a red flag closed (RF-X).
    """
    if case.left is None or case.right is None:
        return case
    return replace(case, left=ratings.get("left", case.left), right=ratings.get("right", case.right))
