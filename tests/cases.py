"""The fixed cast as raw cases: Sarah is V01 of the vignettes; Tom has no pain and shows nothing."""

import copy
import json
from pathlib import Path
from typing import Any

from screening.case import Case, Leg, parse_case

VIGNETTES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "vignettes.json").read_text())

CALM_LEG = {"reps": 5, "hip_drop": 0, "knee_cave": 0, "trunk_lean": 0, "balance": 0, "pain": 0}


def sarah(**changes: Any) -> dict[str, Any]:
    """Sarah's raw case with some fields changed."""
    return {**copy.deepcopy(VIGNETTES[0]["case"]), **changes}


def tom(**changes: Any) -> dict[str, Any]:
    """Tom's raw case: no pain, a clean squat, 30 miles a week."""
    return {**copy.deepcopy(VIGNETTES[4]["case"]), **changes}


def raw_leg(**changes: Any) -> dict[str, Any]:
    """A raw leg that shows nothing, with some fields changed."""
    return {**CALM_LEG, **changes}


def sarahs_case(**changes: Any) -> Case:
    """Sarah's case, parsed."""
    return parse_case(sarah(**changes))


def leg(side: str = "left", **changes: Any) -> Leg:
    """A parsed leg that shows nothing, with some fields changed."""
    return Leg(side=side, **raw_leg(**changes))  # type: ignore[arg-type]
