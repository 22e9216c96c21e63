"""What was seen in the single-leg squat, leg by leg, and what the rules made of the check, as FHIR R4 Observations.

No Django. A leg is the leg stood on. Staff's rating stands beside the runner's own, never in its place.
"""

from clinic.exports.fhir_codes import Json, category, could_not_tell, id_of, instant, leg_site, local, urn_of
from clinic.exports.fhir_record import Record, SquatSeen

SIGNS = (("pelvic-drop", "hip_drop"), ("knee-valgus", "knee_cave"), ("trunk-lean", "trunk_lean"))


def squat_urn(record: Record, squat: SquatSeen) -> str:
    """The name of one observation in its bundle."""
    return urn_of(*_parts(record, squat))


def _parts(record: Record, squat: SquatSeen) -> tuple[str, ...]:
    return (record.code, "squat", squat.leg.side, squat.by, squat.at.isoformat())


def squat_observation(
    record: Record, squat: SquatSeen, *, patient: Json, performer: Json, answers: Json | None
) -> Json:
    """One leg: its state as the value; signs, score, balance, squats and pain as components.

    `patient`, `performer` and `answers` are references; `answers` is what it was derived from, None for staff's own.
    """
    return {
        "resourceType": "Observation",
        "id": id_of(*_parts(record, squat)),
        "status": "final",
        "category": [category("exam" if squat.by else "survey")],
        "code": local("single-leg-squat"),
        "subject": patient,
        "effectiveDateTime": instant(squat.at),
        "performer": [performer],
        "valueCodeableConcept": local(f"state-{squat.finding.state.value}"),
        "note": [{"text": f"{squat.finding.reason.sentence} ({squat.finding.reason.rule})"}],
        "bodySite": leg_site(squat.leg.side),
        "method": local("method-staff" if squat.by else "method-mirror"),
        **({"derivedFrom": [answers]} if answers else {}),
        "component": _components(squat),
    }


def _components(squat: SquatSeen) -> list[Json]:
    leg = squat.leg
    found = [_sign(code, getattr(leg, name)) for code, name in SIGNS]
    if squat.finding.score is not None:
        found.append({"code": local("leg-score"), "valueInteger": squat.finding.score})
    return [
        *found,
        {"code": local("balance"), "valueCodeableConcept": local(f"balance-{leg.balance}")},
        {"code": local("repetitions"), "valueInteger": leg.reps},
        {"code": local("pain"), "valueInteger": leg.pain},
    ]


def _sign(code: str, sign: int | None) -> Json:
    if sign is None:
        return {"code": local(code), "dataAbsentReason": could_not_tell()}
    return {"code": local(code), "valueCodeableConcept": local(f"sign-{sign}")}


def result_observation(record: Record, *, patient: Json, answers: Json) -> Json:
    """The level as the value; each raised flag and the pattern, where there is one, as components."""
    flags = [{"code": local("red-flag"), "valueString": f"{flag.id}: {flag.reason.sentence}"} for flag in record.flags]
    components = [*flags, *_pattern(record.pattern)]
    return {
        "resourceType": "Observation",
        "id": id_of(record.code, "result"),
        "status": "final",
        "category": [category("survey")],
        "code": local("self-check"),
        "subject": patient,
        "effectiveDateTime": instant(record.sent),
        "valueCodeableConcept": local(f"level-{record.level}"),
        "derivedFrom": [answers],
        **({"component": components} if components else {}),
    }


def _pattern(pattern: str) -> list[Json]:
    """The pattern as a component, where one was found."""
    return [{"code": local("pattern"), "valueCodeableConcept": local(f"pattern-{pattern}")}] if pattern else []
