"""Checks what a runner chose to print: which sheet, in which layout, on which paper, large or not.

A choice is read from the address, else from what this device remembers, else it is the first that is offered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.utils.translation import gettext

from programs.plan import Plan
from programs.sheets.order import NAMES, Item, Kind, Layout, Look, SheetError, Subject, choices_for, stage_of
from programs.sheets.paper import Paper
from screening.wording import gettext_noop

NOW = "now"
FOR_THE_CLINIC = (Kind.COVER, Kind.SUMMARY)
WITH_LAYOUTS = (Kind.STAGE, Kind.PLAN)
NOTES = {
    Kind.SEEN: gettext_noop("What you saw in the mirror, leg by leg, with your pictures."),
    Kind.STAGE: gettext_noop("Exercises with pictures, and boxes to tick."),
    Kind.PLAN: gettext_noop("All stages, one after the other."),
    Kind.WARM_UP: gettext_noop("What to do before you run."),
    Kind.RUN: gettext_noop("Your way back to running, with boxes to tick."),
    Kind.UPKEEP: gettext_noop("What to keep up after the last stage."),
    Kind.MIRROR: gettext_noop("Do the check with a pen, and bring it along."),
}
FILE_NAMES = {
    Kind.COVER: "cover",
    Kind.SEEN: "what-we-saw",
    Kind.STAGE: "home-exercises",
    Kind.PLAN: "whole-plan",
    Kind.WARM_UP: "warm-up",
    Kind.RUN: "return-to-running",
    Kind.UPKEEP: "keep-it",
    Kind.MIRROR: "mirror-check",
    Kind.SUMMARY: "summary",
}
LAYOUT_NAMES = {
    Layout.FIT: gettext_noop("As many as fit well"),
    Layout.ONE: gettext_noop("1 on a page"),
    Layout.TWO: gettext_noop("2 on a page"),
    Layout.FOUR: gettext_noop("4 on a page"),
    Layout.SIX: gettext_noop("6 on a page"),
    Layout.POCKET: gettext_noop("Pocket card, to fold"),
    Layout.FRIDGE: gettext_noop("Fridge page, to tick"),
}
PAPER_NAMES = {Paper.LETTER: gettext_noop("US Letter"), Paper.A4: gettext_noop("A4")}
REMEMBERED = ("what", "layout", "paper", "large")
SEPARATOR = "."
LONGEST_REMEMBERED = 60

Member = TypeVar("Member", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to print: its value in an address, its name and a note in the reader's language, its sheets."""

    value: str
    name: str
    note: str
    items: tuple[Item, ...]

    @property
    def has_layouts(self) -> bool:
        """Whether the layout changes it: only exercises are laid out in more than one way."""
        return any(item.kind in WITH_LAYOUTS for item in self.items)

    @property
    def file_name(self) -> str:
        """The first part of its file's name; a file name holds no name of a person."""
        return FILE_NAMES[self.items[0].kind]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be printed, and how it is to look."""

    offer: Offer
    look: Look

    @property
    def values(self) -> dict[str, str]:
        """As an address names it."""
        look = self.look
        return {"what": self.offer.value, "layout": look.layout, "paper": look.paper, "large": str(int(look.large))}


def offers_for(subject: Subject) -> tuple[Offer, ...]:
    """Everything a runner may print of their own: what to do now comes first."""
    items = [item for item in choices_for(subject) if item.kind not in FOR_THE_CLINIC]
    current = subject.plan.current_stage if subject.plan else None
    now = Item(Kind.STAGE, current.number if current else 0)
    if now not in items:
        return tuple(_offer(item, subject.plan) for item in items)
    if Item(Kind.RUN) in items:
        return _both(now), *(_offer(item, subject.plan) for item in items)
    return tuple(_offer(item, subject.plan) for item in sorted(items, key=lambda item: item != now))


def _both(now: Item) -> Offer:
    note = gettext("Stage %(number)s, to do now, and your weeks back to running.") % {"number": now.stage}
    return Offer(NOW, gettext("Exercises and running, for now"), note, (now, Item(Kind.RUN)))


def _offer(item: Item, plan: Plan | None) -> Offer:
    name, note = gettext(NAMES[item.kind]), gettext(NOTES[item.kind])
    if item.kind != Kind.STAGE or plan is None:
        return Offer(value_of(item), name, note, (item,))
    stage_name = gettext(stage_of(plan, item.stage).name)
    name = gettext("Stage %(number)s: %(name)s") % {"number": item.stage, "name": stage_name}
    return Offer(value_of(item), name, note, (item,))


def value_of(item: Item) -> str:
    """One sheet as an address names it, such as "stage-2" or "run"."""
    return f"{item.kind}-{item.stage}" if item.stage else str(item.kind)


def read_choice(given: Mapping[str, str], remembered: Mapping[str, str], offers: tuple[Offer, ...]) -> Choice:
    """The choice that `given` names; what it leaves open, or names wrongly, is as remembered, or the usual.

    Raises SheetError where it names a sheet that is not offered, or where nothing is.
    """
    by_value = {offer.value: offer for offer in offers}
    what = given.get("what") or ""
    if not offers or (what and what not in by_value):
        raise SheetError("no such sheet for this runner")
    kept = by_value.get(remembered.get("what", ""), offers[0])
    return Choice(by_value.get(what, kept), read_look(given, remembered))


def read_look(given: Mapping[str, str], remembered: Mapping[str, str]) -> Look:
    """Paper, layout and size of letters; anything unknown is as remembered, or the usual."""
    large = next((source["large"] for source in (given, remembered) if source.get("large") in ("0", "1")), "0")
    return Look(
        paper=_member(Paper.LETTER, "paper", given, remembered),
        layout=_member(Layout.FIT, "layout", given, remembered),
        large=large == "1",
    )


def _member(usual: Member, name: str, *sources: Mapping[str, str]) -> Member:
    known = {str(member): member for member in type(usual)}
    return next((known[source[name]] for source in sources if source.get(name) in known), usual)


def remembered_text(choice: Choice) -> str:
    """The choice as a device keeps it: four words, such as "now.fit.letter.0"."""
    return SEPARATOR.join(choice.values[name] for name in REMEMBERED)


def read_remembered(text: str) -> dict[str, str]:
    """What a device kept, as `read_choice` takes it; anything of another shape is nothing."""
    parts = text.split(SEPARATOR) if len(text) <= LONGEST_REMEMBERED else []
    return dict(zip(REMEMBERED, parts, strict=True)) if len(parts) == len(REMEMBERED) else {}
