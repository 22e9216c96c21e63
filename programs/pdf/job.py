"""Everything one file is made from, in one hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from programs.library_content import Library
from programs.pdf import wording
from programs.pdf.letterhead import Letterhead
from programs.pdf.styles import MARGIN, Paper
from programs.plan import Plan

Translate = Callable[[str], str]


class SheetError(ValueError):
    """There is no such sheet: the stage is not in the plan, or staff have not released it."""


@dataclass(frozen=True, slots=True)
class Who:
    """Whose sheet it is: a name, which may be empty, and the code that stands beside it in any case."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class Job:
    """One order for a file.

    `translate` turns each sentence of ours into the reader's language; `library` holds the words that stand
    on every sheet.
    """

    plan: Plan
    who: Who
    letterhead: Letterhead
    paper: Paper
    today: date
    screened_on: date | None
    translate: Translate
    library: Library

    @property
    def width(self) -> float:
        """What lies between the side margins, in points."""
        return self.paper.size[0] - 2 * MARGIN

    def say(self, message: str, **values: object) -> str:
        """A sentence of ours in the reader's language, with its values filled in."""
        spoken = self.translate(message)
        return spoken.format(**values) if values else spoken

    def day(self, moment: date) -> str:
        """A date as Americans write it: "Nov 14, 2026"."""
        month = self.say(wording.MONTHS[moment.month - 1])
        return self.say(wording.DAY, month=month, day=moment.day, year=moment.year)
