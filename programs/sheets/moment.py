"""A day with its time, the same on paper and on the screen."""

from datetime import date, datetime
from typing import Protocol

from programs.sheets import wording


class Speaker(Protocol):
    """Whoever says our sentences in the reader's language."""

    def say(self, message: str, **values: object) -> str:
        """A sentence of ours."""

    def day(self, moment: date) -> str:
        """A date in words."""


def moment(speaker: Speaker, at: datetime) -> str:
    """Day and time as Americans write them: "Nov 22, 2026, 3:05 pm"."""
    half = speaker.say(wording.MORNING if at.hour < 12 else wording.EVENING)
    return f"{speaker.day(at.date())}, {at.hour % 12 or 12}:{at.minute:02} {half}"
