"""What holds sheets back, what presses them, and what is noted once they are in the clinic's hands."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext

from audit import trail
from audit.models import Kind as Trace
from clinic.packs.orders import HELD_BEFORE, LOCKED, ON_HOLD
from programs.clinic_details import standing_letterhead
from programs.pdf.pack import Press
from programs.printing.options import value_of
from programs.sheets.order import Item, Look
from programs.views import today
from screening import throttle
from screening.actions import mark_opened
from screening.models import Screening

PACK = throttle.Limit("pack", burst=40, every=15)
"""For one member of staff: a busy front desk never meets it, a script that asks for packs in a row does."""
ARRANGE = throttle.Limit("pack-list", burst=300, every=1)
"""For changes of a list that print nothing."""

Printed = tuple[Screening, Sequence[Item]]


def held_of(screening: Screening) -> str:
    """Why nothing but the clinic's own summary is handed out for this check; "" where nothing stands in the way."""
    if screening.is_locked:
        return LOCKED
    if holder := screening.holder:
        return ON_HOLD if holder.later else HELD_BEFORE
    return ""


def press_for(look: Look) -> Press:
    """The clinic's letterhead, today and this language, in that look."""
    return Press(look, standing_letterhead(), today(), gettext)


def take_one(request: HttpRequest, *, prints: bool = True) -> None:
    """Count one print of this member of staff, whichever device they sit at, or one change of a list.

    Raises TooMany for more than a person does.
    """
    throttle.take(PACK if prints else ARRANGE, throttle.keyed_hash(f"staff|{request.user.pk}"))


def hand_out(printed: Sequence[Printed], *, by: Any) -> None:
    """Remember that the clinic has these in hand, and who printed what; their runners can not erase them any more.

    Raises Screening.DoesNotExist where one of them was erased while its sheets were made: then none is handed out.
    """
    with transaction.atomic():
        there = Screening.objects.select_for_update().filter(pk__in=[screening.pk for screening, _items in printed])
        if len(there) < len(printed):
            raise Screening.DoesNotExist
        for screening, items in printed:
            mark_opened(screening)
            trail.note(Trace.PRINTED, by=by, about=screening.code, what=[value_of(item) for item in items])
