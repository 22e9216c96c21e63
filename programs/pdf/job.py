"""Everything one sheet is made from, in one hand."""

from dataclasses import dataclass
from datetime import date

from programs.library_content import Library
from programs.pdf import wording
from programs.pdf.letterhead import Letterhead
from programs.pdf.styles import MARGIN
from programs.plan import Plan
from programs.sheets.order import Item, Look, SheetError, Subject, Translate, Who
from programs.sheets.paper import Paper


@dataclass(frozen=True, slots=True)
class Job:
    """The sheets of one runner.

    `translate` turns each sentence of ours into the reader's language; `library` holds the words that stand
    on every sheet; `contents` are all the sheets of this runner's order, for its cover. `edition` is what a sheet
    was made from, where that is no version of a plan.
    """

    subject: Subject
    look: Look
    letterhead: Letterhead
    today: date
    translate: Translate
    library: Library
    contents: tuple[Item, ...] = ()
    edition: str = ""

    @property
    def plan(self) -> Plan:
        """The runner's plan. Raises SheetError where there is none."""
        if self.subject.plan is None:
            raise SheetError("there is no plan")
        return self.subject.plan

    @property
    def who(self) -> Who:
        """Whose sheets they are."""
        return self.subject.who

    @property
    def paper(self) -> Paper:
        """The paper they are printed on."""
        return self.look.paper

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
