"""Before the desk hands out paper: is this a runner whose check a red flag stopped, or another of the same name?"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from django.utils.translation import gettext

from clinic.packs.handing_out import held_of
from clinic.packs.names import words_of
from screening.models import Screening
from screening.search import matching, parts_of

LOOKED_BACK: Final = timedelta(days=365)
OTHER: Final = "other:"
MOST_LISTED: Final = 8


def stopped_namesakes(name: str, now: datetime) -> tuple[Screening, ...]:
    """The checks of the last twelve months under this name that are locked or on hold, newest first; a few at most.

    The order of the words, capitals and accents make no difference. Without a name nobody is found.
    """
    words, parts = words_of(name), parts_of(name.replace(",", " "))
    if not words or not parts:
        return ()
    there = Screening.objects.filter(pk__in=matching(parts), submitted_at__gte=now - LOOKED_BACK)
    same = there.exclude(state=Screening.State.ASIDE).order_by("-submitted_at", "-id")
    stopped = [each for each in same if words_of(each.name) == words and held_of(each)]
    return tuple(stopped[:MOST_LISTED])


def another_than(namesakes: Sequence[Screening]) -> str:
    """What the form sends for "another person": exactly these, so that a yes to them is no yes to others."""
    return OTHER + ",".join(sorted(each.code for each in namesakes))


def told_apart(namesakes: Sequence[Screening], said: str) -> bool:
    """Whether the desk said that the person before them is none of these."""
    codes = said.removeprefix(OTHER).split(",") if said.startswith(OTHER) else []
    return {each.code for each in namesakes} <= set(codes)


def reason_for(namesakes: Sequence[Screening]) -> str:
    """For the clinic's record, where the desk told them apart; "" where there was nobody to tell apart."""
    if not namesakes:
        return ""
    codes = ", ".join(each.code for each in namesakes)
    return gettext("Asked at the desk: another person than %(codes)s, whose check was stopped.") % {"codes": codes}
