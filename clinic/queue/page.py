"""What the queue's template is given, beside the rows."""

from datetime import datetime
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from clinic.queue.filters import ALL, SIDES, STATES, WHENS, Filters, chips_of
from clinic.queue.keyset import NoPlace, Place, Window, read_place
from clinic.queue.listing import MOST_COUNTED, counted
from clinic.queue.rows import rows_of
from clinic.words import LEVEL_WORDS
from screening.models import Screening
from screening.queueing import URGENCY
from screening.search import MOST_FOUND, parts_of

TOP_RANKS: Final = (0, 1)
STOPPED: Final = (Screening.Level.URGENT, Screening.Level.CLINICIAN_FIRST)


def place_in(given: QueryDict) -> tuple[Place | None, bool, bool]:
    """The place that an address names, whether the page ends there, and whether what it names is none."""
    backwards = "before" in given
    named = given.get("before" if backwards else "after", "")
    if not named:
        return None, False, False
    try:
        return read_place(named), backwards, False
    except NoPlace:
        return None, False, True


def context_of(filters: Filters, given: QueryDict, shown: Window, now: datetime) -> dict[str, Any]:
    """The rows in their two sections, and the addresses of everything beside them."""
    rows = rows_of(shown.rows, now)
    waiting = filters.state == Screening.State.WAITING
    top = tuple(row for row in rows if waiting and row.comes_first)
    return {
        "room": "queue",
        "filters": filters,
        "top": top,
        "rest": tuple(row for row in rows if row not in top),
        "now": now,
        "picked": "pick" in given,
        "here": _here(filters, given),
        "before": filters.address(before=str(shown.before)) if shown.before else "",
        "after": filters.address(after=str(shown.after)) if shown.after else "",
        "too_short": bool(filters.q) and not parts_of(filters.q),
        "tabs": _tabs(filters),
        "chips": chips_of(filters),
        "counts": _counts(),
        "anywhere": filters.address(state=ALL),
        "first_day": not rows and not Screening.objects.exclude(submitted_at=None).exists(),
        "plain": Filters(state=filters.state).address(),
        "most_found": MOST_FOUND,
        **_choices(),
    }


def _here(filters: Filters, given: QueryDict) -> str:
    """The address of this very page; what is no place is left out."""
    place, backwards, _lost = place_in(given)
    return filters.address(**{"before" if backwards else "after": str(place)}) if place else filters.address()


def _tabs(filters: Filters) -> list[dict[str, Any]]:
    """The states to choose from, each with the address that keeps the other choices."""
    return [
        {"words": _(words), "address": filters.address(state=state), "current": state == filters.state}
        for state, words in STATES.items()
    ]


def _counts() -> dict[str, str]:
    """How many wait, how many of them for a call, and how many were set aside."""
    waiting = Screening.objects.filter(state=Screening.State.WAITING)
    return {
        "waiting": capped(counted(waiting)),
        "to_call": capped(counted(waiting.filter(rank__in=TOP_RANKS, level__in=STOPPED, unlocked_at=None))),
        "aside": capped(counted(Screening.objects.filter(state=Screening.State.ASIDE))),
    }


def capped(number: int) -> str:
    """A number as counted, `1,000+` where counting stopped."""
    return f"{MOST_COUNTED:,}+" if number > MOST_COUNTED else f"{number:,}"


def _choices() -> dict[str, list[tuple[str, str]]]:
    return {
        "levels": [(str(level), _(LEVEL_WORDS[level])) for level in URGENCY],
        "sides": [(side, _(words)) for side, words in SIDES.items()],
        "whens": [(when, _(words)) for when, words in WHENS.items()],
    }
