"""One leg's mirror squat -> clear, possible, none or retest (SC-01 to SC-07).

Three levels a sign: Ressman 2019 (BMJ Open SEM), Zhang 2025 (PeerJ). Knee anchors: Ageberg 2010. The
thresholds are clinic settings set with Nakagawa 2012 (JOSPT) and need sign-off. The sentences are in
`squat_wording.py`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from screening.case import Leg
from screening.rules.reason import Reason
from screening.rules.squat_wording import COMPENSATED, RETEST, SEEN, SOURCES

FEWEST_REPS: Final = 3  # SC-01
MOST_PAIN: Final = 3  # SC-01: 0-10, above this the squat says nothing
LOST_BALANCE: Final = 2  # SC-01: could not do 5
MARKED: Final = 2


class LegState(StrEnum):
    """What one leg showed."""

    RETEST = "retest"
    CLEAR = "clear"
    POSSIBLE = "possible"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LegFinding:
    """`score` is hip drop plus knee cave, 0-4, for staff and trend (SC-07); None where one was not seen."""

    state: LegState
    score: int | None
    reason: Reason


def rate(leg: Leg) -> LegFinding:
    """Return what the leg that was stood on showed; the first of SC-01 to SC-06 that holds."""
    if leg.hip_drop is None or leg.knee_cave is None:
        return _retest(leg, "cannot_tell", None)
    score = leg.hip_drop + leg.knee_cave
    problem = _spoiled_by(leg)
    if problem:
        return _retest(leg, problem, score)
    rule, state = _state_of(leg.hip_drop, leg.knee_cave, leg.trunk_lean)
    seen = COMPENSATED if rule == "SC-05" else SEEN[leg.hip_drop, leg.knee_cave]
    return LegFinding(state, score, Reason(rule, seen[leg.side], SOURCES[rule]))


def _retest(leg: Leg, problem: str, score: int | None) -> LegFinding:
    return LegFinding(LegState.RETEST, score, Reason("SC-01", RETEST[problem][leg.side], SOURCES["SC-01"]))


def _spoiled_by(leg: Leg) -> str:
    if leg.pain > MOST_PAIN:
        return "pain"
    if leg.reps < FEWEST_REPS:
        return "reps"
    return "balance" if leg.balance == LOST_BALANCE else ""


def _state_of(hip_drop: int, knee_cave: int, trunk_lean: int) -> tuple[str, LegState]:
    if MARKED in (hip_drop, knee_cave):
        return "SC-02", LegState.CLEAR
    if hip_drop and knee_cave:
        return "SC-03", LegState.CLEAR
    if hip_drop or knee_cave:
        return "SC-04", LegState.POSSIBLE
    if trunk_lean == MARKED:
        return "SC-05", LegState.POSSIBLE
    return "SC-06", LegState.NONE
