"""Lists that are ready to print: everyone who waits, everyone reviewed today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from django.db.models import Q, QuerySet

from clinic.clock import day_of
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening
from screening.wording import gettext_noop

WAITING: Final = "waiting"
TODAY: Final = "today"
NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {WAITING: gettext_noop("Everyone waiting"), TODAY: gettext_noop("Reviewed today")}
)
STOPPED: Final = Q(
    level__in=(Screening.Level.URGENT, Screening.Level.CLINICIAN_FIRST),
    unlocked_at=None,
)


@dataclass(frozen=True, slots=True)
class ReadyList:
    """Codes in the order to print; `more` says that a pack does not take all there are."""

    value: str
    codes: tuple[str, ...]
    more: bool


def ready_list(value: str, today: date) -> ReadyList | None:
    """The list of that name as it is now, 120 at most; None for a name that is none.

    Whom a red flag stopped is not in it: there is nothing to hand out.
    """
    if value not in NAMES:
        return None
    codes = list(_of(value, today).values_list("code", flat=True)[: MOST_IN_A_PACK + 1])
    return ReadyList(value, tuple(codes[:MOST_IN_A_PACK]), len(codes) > MOST_IN_A_PACK)


def _of(value: str, today: date) -> QuerySet[Screening]:
    there = Screening.objects.exclude(STOPPED)
    if value == WAITING:
        return there.filter(state=Screening.State.WAITING).order_by("rank", "submitted_at", "id")
    begins, ends = day_of(today)
    done = there.filter(state=Screening.State.DONE, reviewed_at__gte=begins, reviewed_at__lt=ends)
    return done.order_by("reviewed_at", "id")
