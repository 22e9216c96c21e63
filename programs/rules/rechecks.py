"""Two mirror checks of the same leg, earlier and later: what changed on each sign, and what may only be noise.

Source: clinical rules 5.1. Raters of these signs agree only moderately (Ressman 2019, BMJ Open SEM), so one step on
one sign counts once it was seen twice, or by staff.
"""

from dataclasses import dataclass
from typing import Final, Literal

from screening.case import Leg, LegSide, Sign
from screening.rules.reason import Reason
from screening.wording import gettext_noop

ScoredSign = Literal["hip_drop", "knee_cave"]
SCORED_SIGNS: Final[tuple[ScoredSign, ...]] = ("hip_drop", "knee_cave")  # SC-07: what the leg score is made of

MAY_BE_NOISE: Final = Reason(
    "SC-07",
    gettext_noop("One step on one sign may be rating noise. It counts when seen twice, or by staff."),
    "Ressman 2019 (BMJ Open SEM); clinic setting, needs sign-off",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One sign of one stance leg that is not as it was before; 0-2 each. `noise`: why it may mean nothing."""

    leg: LegSide
    sign: ScoredSign
    before: Sign
    after: Sign
    noise: Reason | None

    @property
    def better(self) -> bool:
        """Whether less of the sign is seen now."""
        return self.after < self.before


def changes(before: Leg, after: Leg) -> tuple[Change, ...]:
    """What changed from one check of a leg to a later one, of the signs that could be told both times.

    Raises ValueError where the two are not the same stance leg.
    """
    if before.side != after.side:
        raise ValueError(f"{before.side} and {after.side} are two legs")
    told = [(sign, getattr(before, sign), getattr(after, sign)) for sign in SCORED_SIGNS]
    moved = [(sign, was, now) for sign, was, now in told if None not in (was, now) and was != now]
    small = len(moved) == 1 and abs(moved[0][1] - moved[0][2]) == 1
    return tuple(Change(after.side, sign, was, now, MAY_BE_NOISE if small else None) for sign, was, now in moved)
