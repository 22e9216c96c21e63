"""A case of the rules as the answers a runner would type: the way back from `answered_case`.

It replays worked cases through the walk: the demo's people, and every vignette in the tests.
"""

from collections.abc import Mapping
from typing import Any

from screening.rules.red_flags import FLAG_IDS

RUNNING_NOW = {"running_now": "less", "last_week": "3", "longest_run": "3"}
OF_PAIN = (
    "pain_side", "pain_spot", "began", "same_distance", "downhill_or_stairs", "eases",
    "pain_running", "pain_stairs", "pain_walking", "pain_rest", "pain_weeks",
)  # fmt: skip


def typed_answers(case: Mapping[str, Any]) -> dict[str, str]:
    """What to type for a raw case: every question's key with its answer. A flag left out of the case is "no"."""
    flags = {key: case["flags"].get(key, "no") for key in FLAG_IDS}
    answers = {key: str(case[key]) for key in ("age", "unit", "usual_week", "usual_days", "weeks_off")}
    answers |= flags | RUNNING_NOW | {"pain": "yes" if case["pain"] else "no"}
    if case["pain"]:
        answers |= {key: str(case[key]) for key in OF_PAIN}
        answers["onset_distance"] = str(case.get("onset_distance") or "")
    for leg in ("left", "right"):
        if leg in case:
            answers |= _of_leg(leg, case[leg])
    return answers


def _of_leg(leg: str, seen: Mapping[str, Any]) -> dict[str, str]:
    """One leg: a sign that could not be told is looked at twice."""
    answers = {
        f"{leg}_reps": str(seen["reps"]),
        f"{leg}_balance": str(seen["balance"]),
        f"{leg}_squat_pain": str(seen["pain"]),
        f"{leg}_trunk_lean": str(seen.get("trunk_lean", "")),
        f"{leg}_support": "no",
        f"{leg}_sure": "sure",
    }
    for sign in ("hip_drop", "knee_cave"):
        level = "cant_tell" if seen[sign] is None else str(seen[sign])
        answers |= {f"{leg}_{sign}": level, f"{leg}_{sign}_again": level}
    return answers
