"""A note of the clinic, as a sheet carries it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Note:
    """What a clinician wrote to this runner: at most 600 characters, the writer's name ("" for none), the day.

    With `until_visit` the runner is asked to come in: what to leave out until then stands below the words, of which
    there may be none.
    """

    text: str
    who: str
    on: date
    until_visit: bool = False
