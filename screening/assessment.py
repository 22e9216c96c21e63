"""All answers -> one Assessment: what was found, and every rule that fired with its reason."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from screening.case import Case, Leg, PainSide
from screening.rules.pattern import Fit, Pattern, Strength, fit_of, pattern_of
from screening.rules.reason import Reason
from screening.rules.red_flags import Level, Raised, Triage, triage
from screening.rules.single_leg_squat import LegFinding, LegState, rate

RULE_SET: Final = "2026-11"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What one self-check found. Everything but triage, notes and reasons is None where triage locks."""

    triage: Triage
    left: LegFinding | None
    right: LegFinding | None
    fit: Fit | None
    pattern: Pattern | None
    side: PainSide | None
    strength: Strength | None
    notes: tuple[str, ...]
    reasons: tuple[Reason, ...]
    rule_set: str = RULE_SET

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON data, for keeping; `from_dict` reads it back."""
        return asdict(self)


def assess(case: Case) -> Assessment:
    """Return everything the rules of the self-check say about one case."""
    found = triage(
        case.flags,
        age=case.age,
        pain_rest=case.pain.rest if case.pain else None,
        pain_weeks=case.pain.weeks if case.pain else None,
    )
    # A case holds both legs exactly when triage lets the runner go on; without them nothing more can be said.
    if found.locked or case.left is None or case.right is None:
        return locked(found)
    return _look_at_legs(case, found, case.left, case.right)


def locked(found: Triage) -> Assessment:
    """Return the assessment of a walk that ended at its red flags: no legs, no pattern, no side."""
    reasons = tuple(flag.reason for flag in found.raised)
    return Assessment(found, None, None, None, None, None, None, (), reasons)


def from_dict(kept: Mapping[str, Any]) -> Assessment:
    """Return the assessment that `to_dict` wrote; KeyError or ValueError if it did not."""
    raised = tuple(_raised(flag) for flag in kept["triage"]["raised"])
    return Assessment(
        triage=Triage(Level(kept["triage"]["level"]), raised),
        left=_leg_finding(kept["left"]),
        right=_leg_finding(kept["right"]),
        fit=Fit(kept["fit"]) if kept["fit"] else None,
        pattern=Pattern(kept["pattern"]) if kept["pattern"] else None,
        side=kept["side"],
        strength=kept["strength"],
        notes=tuple(kept["notes"]),
        reasons=tuple(Reason(**reason) for reason in kept["reasons"]),
        rule_set=kept["rule_set"],
    )


def _look_at_legs(case: Case, found: Triage, left_leg: Leg, right_leg: Leg) -> Assessment:
    left, right = rate(left_leg), rate(right_leg)
    seen = pattern_of(case.pain, left.state, right.state)
    return Assessment(
        triage=found,
        left=left,
        right=right,
        fit=fit_of(case.pain),
        pattern=seen.pattern,
        side=seen.side,
        strength=seen.strength,
        notes=seen.notes,
        reasons=(*(flag.reason for flag in found.raised), left.reason, right.reason, *seen.reasons),
    )


def _raised(kept: Mapping[str, Any]) -> Raised:
    return Raised(kept["id"], Level(kept["level"]), Reason(**kept["reason"]), kept["action"])


def _leg_finding(kept: Mapping[str, Any] | None) -> LegFinding | None:
    if kept is None:
        return None
    return LegFinding(LegState(kept["state"]), kept["score"], Reason(**kept["reason"]))
