"""What of the queue is shown: read from the address, checked, and written back into it."""

import datetime
from dataclasses import dataclass, replace
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.words import LEVEL_WORDS
from screening.models import Screening
from screening.queueing import URGENCY
from screening.search import MOST_LETTERS
from screening.wording import gettext_noop

ALL: Final = "all"
STATES: Final = {
    Screening.State.WAITING: gettext_noop("Waiting"),
    Screening.State.REFERRED: gettext_noop("Referred"),
    Screening.State.DONE: gettext_noop("Done"),
    Screening.State.ASIDE: gettext_noop("Set aside"),
    ALL: gettext_noop("All checks"),
}
SIDES: Final = {"left": gettext_noop("Left"), "right": gettext_noop("Right"), "both": gettext_noop("Both legs")}
WHENS: Final = {"since": gettext_noop("Sent since"), "on": gettext_noop("Sent on")}
YEARS: Final = range(2000, 3000)
NARROWING: Final = ("level", "side", "mine", "date", "q")


@dataclass(frozen=True, slots=True)
class Filters:
    """What is chosen; "" and False are no choice. `when` says how the date counts."""

    state: str = Screening.State.WAITING
    level: str = ""
    side: str = ""
    mine: bool = False
    when: str = "since"
    date: datetime.date | None = None
    q: str = ""

    def address(self, *, before: str = "", after: str = "", **changes: Any) -> str:
        """The query of the address for this choice with `changes`, "?" alone for the plain queue's first page."""
        chosen, plain = replace(self, **changes), Filters()
        given = {
            name: "1" if value is True else str(value)
            for name in ("state", "level", "side", "mine", "when", "date", "q")
            if (value := getattr(chosen, name)) and value != getattr(plain, name)
        }
        if "date" not in given:
            given.pop("when", None)
        places = {name: place for name, place in (("before", before), ("after", after)) if place}
        return f"?{urlencode(given | places)}"

    @property
    def narrowed(self) -> bool:
        """Whether anything but the state is chosen."""
        return any(getattr(self, name) for name in NARROWING)


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice in words, and the address without it."""

    words: str
    without: str


class FilterForm(forms.Form):
    """Reads the choice. A value that is none counts as not chosen, so that no old address ever breaks."""

    state = forms.ChoiceField(required=False, choices=[(value, value) for value in STATES])
    level = forms.ChoiceField(required=False, choices=[(str(level), LEVEL_WORDS[level]) for level in URGENCY])
    side = forms.ChoiceField(required=False, choices=list(SIDES.items()))
    mine = forms.BooleanField(required=False)
    when = forms.ChoiceField(required=False, choices=list(WHENS.items()))
    date = forms.DateField(required=False, input_formats=["%Y-%m-%d"])
    q = forms.CharField(required=False, max_length=MOST_LETTERS)

    def clean_date(self) -> datetime.date | None:
        """A day of a year that the clinic may have seen; beyond the years there are, a day has no next one."""
        given: datetime.date | None = self.cleaned_data["date"]
        if given and given.year not in YEARS:
            raise forms.ValidationError("")
        return given


PROBLEMS: Final = {
    "date": gettext_lazy("That is no date. Choose one, such as 2026-11-22."),
    "q": gettext_lazy("That is too long to search for. A part of the name or the code is enough."),
}


def read_filters(given: QueryDict) -> tuple[Filters, tuple[str, ...]]:
    """The choice in an address, and in words what of it can not be used."""
    form = FilterForm({name: str(value).replace("\0", "") for name, value in given.items()})
    form.is_valid()
    chosen = {name: value for name, value in form.cleaned_data.items() if value}
    return Filters(**chosen), tuple(str(words) for name, words in PROBLEMS.items() if name in form.errors)


def chips_of(filters: Filters) -> tuple[Chip, ...]:
    """Each choice but the state, with the way to take it back."""
    words = {
        "level": _(LEVEL_WORDS[filters.level]) if filters.level else "",  # type: ignore[index]
        "side": _("Pattern: %(side)s") % {"side": _(SIDES[filters.side])} if filters.side else "",
        "mine": _("Claimed by me") if filters.mine else "",
        "date": f"{_(WHENS[filters.when])} {filters.date:%b} {filters.date.day}, {filters.date.year}"
        if filters.date
        else "",
        "q": _("Search: %(words)s") % {"words": filters.q} if filters.q else "",
    }
    gone: dict[str, Any] = {"mine": False, "date": None}
    return tuple(Chip(said, filters.address(**{name: gone.get(name, "")})) for name, said in words.items() if said)
