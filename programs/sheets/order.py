"""An order for sheets: whose they are, which kinds, in which look."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import takewhile

from programs.plan import Plan, Stage
from programs.sheets.note import Note
from programs.sheets.paper import Paper
from programs.sheets.record import Record
from programs.sheets.seen import Seen
from screening.wording import gettext_noop

Translate = Callable[[str], str]
UPKEEP_STAGE = 4
RUN_STAGE = 3
"""Running begins here; the warm-up of an earlier stage is practice for its own exercises."""


class SheetError(ValueError):
    """There is no such sheet: not in the plan, not released by staff, or something on it does not fit a page."""


class Kind(StrEnum):
    """Every kind of sheet, in the order in which a pack holds them."""

    COVER = "cover"
    SEEN = "seen"
    STAGE = "stage"
    PLAN = "plan"
    WARM_UP = "warm_up"
    RUN = "run"
    UPKEEP = "upkeep"
    MIRROR = "mirror"
    SUMMARY = "summary"


NAMES = {
    Kind.COVER: gettext_noop("Cover page"),
    Kind.SEEN: gettext_noop("What we saw"),
    Kind.STAGE: gettext_noop("Home exercises, one stage"),
    Kind.PLAN: gettext_noop("The whole plan"),
    Kind.WARM_UP: gettext_noop("Warm-up card"),
    Kind.RUN: gettext_noop("Return to running"),
    Kind.UPKEEP: gettext_noop("Keep-it card"),
    Kind.MIRROR: gettext_noop("Mirror check on paper"),
    Kind.SUMMARY: gettext_noop("Summary for the clinic's record"),
}


class Layout(StrEnum):
    """How exercises are laid out on the paper; the numbers stand in `programs.pdf.layouts`."""

    FIT = "fit"
    ONE = "1"
    TWO = "2"
    FOUR = "4"
    SIX = "6"
    POCKET = "pocket"
    FRIDGE = "fridge"


@dataclass(frozen=True, slots=True)
class Look:
    """How a file is to look. `large` is large print, for every kind, in a layout of its own.

    With `duplex` each sheet begins on a fresh odd page, so that no two share a piece of paper.
    """

    paper: Paper = Paper.LETTER
    layout: Layout = Layout.FIT
    large: bool = False
    duplex: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One sheet of an order; `stage` is the stage's own number for `Kind.STAGE`, 0 for every other kind."""

    kind: Kind
    stage: int = 0


@dataclass(frozen=True, slots=True)
class Who:
    """Whose sheet it is: a name, which may be empty, and the code that stands beside it in any case."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class PaperLink:
    """The private link as it stands on paper: the whole address for the QR code, and the code to type instead.

    `typed_at` is the address, short enough to type, of the page that takes `code`. Neither holds personal data.
    """

    address: str
    code: str
    typed_at: str


@dataclass(frozen=True, slots=True)
class Subject:
    """One runner with all that their sheets are made from; what is None can not be printed.

    `version` is the version of the plan, from 1; 0 where there is none. `note` is the newest that the clinic wrote.
    `screened_on` is the day of the self-check, or, where there was none, the day `made_here`, at the clinic.
    """

    who: Who
    plan: Plan | None = None
    version: int = 0
    screened_on: date | None = None
    link: PaperLink | None = None
    seen: Seen | None = None
    record: Record | None = None
    note: Note | None = None
    made_here: bool = False

    @property
    def awaits_visit(self) -> bool:
        """Whether the runner is asked to come in: until then no sheet for a run is handed out."""
        return self.note is not None and self.note.until_visit


def as_new_check(subject: Subject) -> Subject:
    """The same runner for a mirror check on paper: a new one, of no plan, of no earlier day, and with no note."""
    return replace(subject, plan=None, version=0, screened_on=None, note=None, made_here=False)


@dataclass(frozen=True, slots=True)
class Order:
    """The sheets of one runner, in the order given."""

    subject: Subject
    items: tuple[Item, ...]


def stage_of(plan: Plan, number: int) -> Stage:
    """The stage by its own number. Raises SheetError where it is not planned or staff have yet to release it."""
    for stage in released_stages(plan):
        if stage.number == number:
            return stage
    planned = any(stage.number == number for stage in plan.stages)
    raise SheetError(f"stage {number} has not been released" if planned else f"the plan has no stage {number}")


def released_stages(plan: Plan) -> tuple[Stage, ...]:
    """The stages that may be handed out: those before the first one that waits for staff."""
    return tuple(takewhile(lambda stage: not stage.needs_staff, plan.stages))


def warm_up_stage(plan: Plan) -> Stage | None:
    """The first released stage that has a warm-up before a run, all of which is then its card; None without one.

    What an earlier stage has is practice for its own exercises.
    """
    stages = (stage for stage in released_stages(plan) if stage.number >= RUN_STAGE)
    return next((stage for stage in stages if stage.warm_up), None)


def choices_for(subject: Subject) -> tuple[Item, ...]:
    """Every sheet that can be printed for this runner, in the order of `Kind`; stages one by one."""
    plan = subject.plan
    stages = released_stages(plan) if plan else ()
    there = {
        Kind.SEEN: subject.seen is not None,
        Kind.PLAN: len(stages) > 1,
        Kind.WARM_UP: plan is not None and warm_up_stage(plan) is not None and not subject.awaits_visit,
        Kind.RUN: plan is not None and plan.run_is_released and not subject.awaits_visit,
        Kind.UPKEEP: any(stage.number == UPKEEP_STAGE for stage in stages),
        Kind.SUMMARY: subject.record is not None,
        Kind.STAGE: False,
    }
    found: list[Item] = []
    for kind in Kind:
        found += [Item(kind, stage.number) for stage in stages if kind == Kind.STAGE]
        found += [Item(kind)] if there.get(kind, True) else []
    return tuple(found)
