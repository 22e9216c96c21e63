"""A runner's stored answers as a case of the rules: the same data that `manage.py assess` reads from a file."""

from collections.abc import Mapping
from decimal import Decimal

from screening.wizard import Answers

WHOLE_OF_PAIN = ("pain_running", "pain_stairs", "pain_walking", "pain_rest", "pain_weeks")
WORDS_OF_PAIN = ("pain_side", "pain_spot", "began", "same_distance", "downhill_or_stairs", "eases")
SIGNS = {"0": 0, "1": 1, "2": 2, "cant_tell": None}


def case_of(answers: Answers) -> dict[str, object]:
    """The raw case for `parse_case`. Expects complete answers; raises KeyError when one is missing."""
    case: dict[str, object] = {
        "unit": answers["unit"],
        "age": int(answers["age"]),
        "usual_week": _distance(answers["usual_week"]),
        "usual_days": int(answers["usual_days"]),
        "weeks_off": int(answers["weeks_off"]),
        "pain": answers["pain"] == "yes",
        "flags": {key: value for key, value in answers.items() if key.startswith("RF-")},
        "left": _leg(answers, "left"),
        "right": _leg(answers, "right"),
    }
    return case | _pain(answers) if case["pain"] else case


def _pain(answers: Answers) -> dict[str, object]:
    onset = answers.get("onset_distance", "")
    return {
        **{key: answers[key] for key in WORDS_OF_PAIN},
        **{key: int(answers[key]) for key in WHOLE_OF_PAIN},
        "onset_distance": _distance(onset) if onset else None,
    }


def _leg(answers: Answers, leg: str) -> Mapping[str, object]:
    """One stance leg. A second look, where one was offered and taken, stands for the first."""
    return {
        "reps": int(answers[f"{leg}_reps"]),
        "hip_drop": SIGNS[answers.get(f"{leg}_hip_drop_again") or answers[f"{leg}_hip_drop"]],
        "knee_cave": SIGNS[answers.get(f"{leg}_knee_cave_again") or answers[f"{leg}_knee_cave"]],
        "trunk_lean": int(answers.get(f"{leg}_trunk_lean") or 0),
        "balance": int(answers[f"{leg}_balance"]),
        "pain": int(answers[f"{leg}_squat_pain"]),
    }


def _distance(answer: str) -> Decimal:
    return Decimal(answer.partition(" ")[0])
