"""What a pack holds for whom, who goes without what, and what is said once it is made."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from clinic.packs.forms import KIND_NAMES, PackForm
from clinic.packs.handing_out import Printed, held_of
from clinic.packs.orders import Missing, order_for
from programs.printing.preview import page_count
from programs.printing.subjects import subjects_of
from programs.sheets.order import Order, Who
from screening.models import Screening


@dataclass(frozen=True, slots=True)
class Batch:
    """What is printed for each runner, in the order typed, and who goes without what."""

    screenings: tuple[Screening, ...]
    orders: tuple[Order, ...]
    without: tuple["Without", ...]

    @property
    def handed_out(self) -> list[Printed]:
        """Those for whom something is really printed, each with their sheets."""
        both = zip(self.screenings, self.orders, strict=True)
        return [(screening, order.items) for screening, order in both if order.items]


@dataclass(frozen=True, slots=True)
class Without:
    """One runner who goes without some sheets, and why."""

    who: Who
    sheets: tuple[str, ...]
    why: str


def batch_of(form: PackForm) -> Batch:
    """What a valid form asks for, with all that is to be drawn.

    Raises Screening.DoesNotExist where a check was erased since its code was typed.
    """
    orders: list[Order] = []
    without: list[Without] = []
    for screening, subject in zip(form.screenings, subjects_of(form.screenings, for_staff=True), strict=True):
        order, missing = order_for(subject, form.chosen_kinds, held_of(screening))
        orders.append(order)
        without += _without(subject.who, missing)
    return Batch(tuple(form.screenings), tuple(orders), tuple(without))


def _without(who: Who, missing: Sequence[Missing]) -> Iterator[Without]:
    """One line for each reason."""
    for why in dict.fromkeys(each.why for each in missing):
        names = tuple(gettext(KIND_NAMES[each.kind]) for each in missing if each.why == why)
        yield Without(who, names, gettext(why))


def digest_of(without: Sequence[Without]) -> str:
    """Stands for exactly these gaps, so that a yes to them is no yes to others."""
    return hashlib.sha256(repr(without).encode()).hexdigest()


def said_of(batch: Batch, data: bytes) -> str:
    """What is in a finished pack, in one line: how much, and who is not in it."""
    sheets = sum(len(order.items) for order in batch.orders)
    counts = {"runners": len(batch.handed_out), "sheets": sheets, "pages": page_count(data)}
    said = gettext("The pack is ready. Runners: %(runners)s. Sheets: %(sheets)s. Pages: %(pages)s.") % counts
    none = [order.subject.who.code for order in batch.orders if not order.items]
    some = dict.fromkeys(each.who.code for each in batch.without if each.who.code not in none)
    for words, codes in ((gettext("Left out: %(codes)s."), none), (gettext("Without some: %(codes)s."), some)):
        said += " " + words % {"codes": ", ".join(codes)} if codes else ""
    return said
