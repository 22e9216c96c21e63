"""The codes of the FHIR export: our own as a code system that travels with each bundle, and the few that all share.

A system is named by an identifier that only looks like an address: nothing is ever asked there. No Django.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID, uuid5

Json = dict[str, Any]

NAMESPACE: Final = UUID("3d0d4f0e-6d0c-5c0b-9a53-7a1b6f2f9e41")
VERSION: Final = "1"
SNOMED: Final = "http://snomed.info/sct"
UCUM: Final = "http://unitsofmeasure.org"
ABSENT: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"

CONCEPTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "single-leg-squat": "Single-leg squat in front of a mirror, by the leg stood on",
        "pelvic-drop": "Pelvic drop on the side of the lifted leg",
        "knee-valgus": "Knee moving inward (dynamic valgus)",
        "trunk-lean": "Trunk leaning over the leg stood on",
        "balance": "Balance while squatting",
        "repetitions": "Squats in one go, 0 to 5",
        "pain": "Pain while squatting, 0 to 10",
        "leg-score": "Pelvic drop plus knee valgus, 0 to 4",
        "sign-0": "None",
        "sign-1": "Slight",
        "sign-2": "Marked",
        "balance-0": "Steady",
        "balance-1": "Wobbled, or touched the wall once",
        "balance-2": "Could not do five",
        "state-clear": "Clear sign of the hip control pattern",
        "state-possible": "Possible sign of the hip control pattern",
        "state-none": "No sign of the hip control pattern",
        "state-retest": "Could not be judged, to be done again",
        "method-mirror": "Seen by the runner in a mirror",
        "method-staff": "Seen by a member of staff",
        "self-check": "Result of the self-check",
        "red-flag": "Red flag raised",
        "pattern": "Pattern found by the rules",
        "level-ok": "No red flag",
        "level-caution": "Caution",
        "level-clinician_first": "Clinician first",
        "level-urgent": "Urgent",
        "pattern-hip_control": "Hip control pattern",
        "pattern-pattern_no_pain": "Hip control pattern, no pain",
        "pattern-pain_without_pattern": "Pain without the pattern",
        "pattern-pain_does_not_fit": "Pain does not fit this plan",
        "pattern-retest": "Mirror check to be done again",
        "pattern-no_pattern_no_pain": "No pattern, no pain",
    }
)
LEGS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "left": ("32153003", "Structure of left lower limb"),
        "right": ("62175007", "Structure of right lower limb"),
    }
)
UNITS: Final[Mapping[str, str]] = MappingProxyType({"mi": "[mi_i]", "km": "km"})


def id_of(*parts: str) -> str:
    """The same id each time for the same parts, such as a check's code and "patient"."""
    return str(uuid5(NAMESPACE, "|".join(parts)))


def urn_of(*parts: str) -> str:
    """The same as a name by which resources of a bundle point to one another."""
    return f"urn:uuid:{id_of(*parts)}"


LOCAL: Final = urn_of("codes")
CHECKS: Final = urn_of("codes of checks")


def local(code: str) -> Json:
    """One of our own concepts. Raises KeyError for a code that the code system does not define."""
    return {"coding": [{"system": LOCAL, "version": VERSION, "code": code, "display": CONCEPTS[code]}]}


def leg_site(side: str) -> Json:
    """The leg stood on."""
    code, display = LEGS[side]
    return {"coding": [{"system": SNOMED, "code": code, "display": display}]}


def category(code: str) -> Json:
    """What kind of observation: "survey" or "exam"."""
    return {"coding": [{"system": CATEGORY, "code": code}]}


def could_not_tell() -> Json:
    """Asked, and the one who looked did not know."""
    return {"coding": [{"system": ABSENT, "code": "asked-unknown", "display": "Asked But Unknown"}]}


def instant(at: datetime) -> str:
    """A point in time."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def code_system() -> Json:
    """Our own codes as a resource."""
    return {
        "resourceType": "CodeSystem",
        "id": id_of("codes"),
        "url": LOCAL,
        "version": VERSION,
        "name": "RunnersMirrorCheck",
        "title": "Mirror check of runners: what is looked at and what is seen",
        "status": "active",
        "caseSensitive": True,
        "content": "complete",
        "count": len(CONCEPTS),
        "concept": [{"code": code, "display": display} for code, display in CONCEPTS.items()],
    }
