"""A note of the clinic, as a sheet carries it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Note:
    """What a clinician wrote to this runner: at most 600 characters, the writer's name ("" for none), the day."""

    text: str
    who: str
    on: date
