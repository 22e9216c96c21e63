"""One runner's sheets put into words: whose they are, the content, and the reader's language."""

from dataclasses import dataclass
from datetime import date

from programs.library_content import Library
from programs.plan import Plan
from programs.sheets import wording
from programs.sheets.leg import leg_words
from programs.sheets.order import Item, SheetError, Subject, Translate


@dataclass(frozen=True, slots=True)
class Voice:
    """Says what a sheet says. `contents` are all the sheets of the order, for its cover."""

    subject: Subject
    library: Library
    translate: Translate
    contents: tuple[Item, ...] = ()

    @property
    def plan(self) -> Plan:
        """The runner's plan. Raises SheetError where there is none."""
        if self.subject.plan is None:
            raise SheetError("there is no plan")
        return self.subject.plan

    @property
    def leg(self) -> str:
        """The stance leg in words."""
        return leg_words(self.subject.plan, self.library, self.translate)

    def say(self, message: str, **values: object) -> str:
        """A sentence of ours in the reader's language, with its values filled in."""
        spoken = self.translate(message) if message else ""
        return spoken.format(**values) if values else spoken

    def all(self, messages: tuple[str, ...]) -> tuple[str, ...]:
        """Sentences of ours in the reader's language."""
        return tuple(map(self.say, messages))

    def day(self, moment: date) -> str:
        """A date as Americans write it: "Nov 14, 2026"."""
        month = self.say(wording.MONTHS[moment.month - 1])
        return self.say(wording.DAY, month=month, day=moment.day, year=moment.year)
