"""Why a rule spoke: what every rule returns beside its result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One fired rule: its id, a sentence for the runner, and its source for staff."""

    rule: str
    sentence: str
    source: str
