"""What a pack holds for whom, who goes without what, and what is noted once it is made."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext

from clinic.packs.forms import KIND_NAMES, PackForm
from clinic.packs.orders import LOCKED, ON_HOLD, Missing, order_for
from programs.printing.preview import page_count
from programs.printing.subjects import subjects_of
from programs.sheets.order import Order, Who
from screening.actions import mark_opened
from screening.models import Screening


@dataclass(frozen=True, slots=True)
class Batch:
    """What is printed for each runner, in the order typed, and who goes without what."""

    screenings: tuple[Screening, ...]
    orders: tuple[Order, ...]
    without: tuple["Without", ...]

    @property
    def handed_out(self) -> list[Screening]:
        """Those for whom something is really printed."""
        return [one for one, order in zip(self.screenings, self.orders, strict=True) if order.items]


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


def held_of(screening: Screening) -> str:
    """Why nothing but the clinic's own summary is handed out for this check; "" where nothing stands in the way."""
    if screening.is_locked:
        return LOCKED
    return ON_HOLD if screening.is_on_hold else ""


def _without(who: Who, missing: Sequence[Missing]) -> Iterator[Without]:
    """One line for each reason."""
    for why in dict.fromkeys(each.why for each in missing):
        names = tuple(gettext(KIND_NAMES[each.kind]) for each in missing if each.why == why)
        yield Without(who, names, gettext(why))


def digest_of(without: Sequence[Without]) -> str:
    """Stands for exactly these gaps, so that a yes to them is no yes to others."""
    return hashlib.sha256(repr(without).encode()).hexdigest()


def mark(printed: Sequence[Screening]) -> None:
    """Remember that the clinic has these in hand; from here on their runners can not erase them.

    Raises Screening.DoesNotExist where one of them was erased while its sheets were made: then none is handed out.
    """
    with transaction.atomic():
        there = Screening.objects.select_for_update().filter(pk__in=[one.pk for one in printed])
        if len(there) < len(printed):
            raise Screening.DoesNotExist
        for screening in there:
            mark_opened(screening)


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
