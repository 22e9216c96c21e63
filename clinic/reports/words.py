"""How long something took or has waited, in words; and the words of sources and states."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext, ngettext

from clinic.reports.numbers import MINUTES_A_DAY
from screening.models import Screening
from screening.wording import gettext_noop

MINUTES_AN_HOUR: Final = 60
SOURCE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Screening.Source.OWN: gettext_noop("Own check"),
        Screening.Source.PAPER: gettext_noop("On paper"),
        Screening.Source.WALK_IN: gettext_noop("Walk-in"),
    }
)
STATE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Screening.State.WAITING: gettext_noop("Waiting for review"),
        Screening.State.REFERRED: gettext_noop("Asked to come in"),
        Screening.State.DONE: gettext_noop("Reviewed"),
        Screening.State.ASIDE: gettext_noop("Set aside"),
        Screening.State.REPLACED: gettext_noop("Replaced by a later check"),
    }
)


def span(minutes: int) -> str:
    """A time in its two largest units: "40 min", "3 h 20 min", "2 days 4 h"."""
    if minutes < MINUTES_AN_HOUR:
        return gettext("%(minutes)s min") % {"minutes": minutes}
    hours, rest = divmod(minutes, MINUTES_AN_HOUR)
    if minutes < MINUTES_A_DAY:
        return gettext("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}
    days, hours = divmod(hours, MINUTES_A_DAY // MINUTES_AN_HOUR)
    return ngettext("%(days)s day %(hours)s h", "%(days)s days %(hours)s h", days) % {"days": days, "hours": hours}
