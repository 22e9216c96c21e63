"""The care page: what to do now, for the most urgent thing that was raised, and how the clinic may call."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.rules.red_flags import Level, Raised, Triage
from screening.wording import gettext_noop

# How soon, in the words of each flag's own action.
AT_ONCE = {"RF-01"}
ER_NOW = {"RF-07"}
ER_TODAY = {"RF-04"}
TODAY_OR_TOMORROW = {"RF-06"}
# Heart and breathing: here even easy walking waits for a doctor's word.
NO_EXERCISE = {"RF-01", "RF-02"}


@dataclass(frozen=True, slots=True)
class Care:
    """`urgent` or clinician-first, with the raised flags that decided, and the cautions beside them."""

    urgent: bool
    title: str
    decided: tuple[Raised, ...]
    also: tuple[Raised, ...]

    @property
    def actions(self) -> tuple[str, ...]:
        """What to do now, each sentence once."""
        return tuple(dict.fromkeys(item.action for item in self.decided))

    @property
    def emergency(self) -> bool:
        """Whether 911 is the first thing to do."""
        return self.urgent and bool(AT_ONCE & self._ids)

    @property
    def names_911(self) -> bool:
        """Whether the page must have 911 at hand."""
        return self.urgent or any("911" in action for action in self.actions)

    @property
    def walking_is_fine(self) -> bool:
        """Whether to add that easy walking is fine: not beside an action that says otherwise, or says so itself."""
        says_so = any("alking" in action for action in self.actions)
        return not self.urgent and not NO_EXERCISE & self._ids and not says_so

    @property
    def _ids(self) -> frozenset[str]:
        return frozenset(item.id for item in self.decided)


def care_of(triage: Triage) -> Care:
    """Sort what was raised by what decides the page."""
    decided = tuple(item for item in triage.raised if item.level == triage.level)
    urgent = triage.level == Level.URGENT
    return Care(
        urgent=urgent,
        title=_urgent_title({item.id for item in decided}) if urgent else CLINICIAN_TITLE,
        decided=decided,
        also=tuple(item for item in triage.raised if item.level != triage.level),
    )


CLINICIAN_TITLE = gettext_noop("Please see a clinician before you start")


def _urgent_title(ids: set[str]) -> str:
    if AT_ONCE & ids:
        return gettext_noop("Call 911 now")
    if ER_NOW & ids:
        return gettext_noop("Go to the ER now")
    if ER_TODAY & ids:
        return gettext_noop("Go to the ER today")
    if ids <= TODAY_OR_TOMORROW:
        return gettext_noop("Get care today or tomorrow")
    return gettext_noop("Please get care today")


class CallMeForm(forms.Form):
    """A name and a number, both as free as people write them; digits are what counts."""

    name = forms.CharField(required=False, max_length=80, label=_("Your name"))
    phone = forms.CharField(required=False, max_length=30, label=_("Your phone number"))

    def clean_phone(self) -> str:
        """At least seven digits, or nothing."""
        phone = str(self.cleaned_data["phone"])
        if phone and not 7 <= sum(letter.isdigit() for letter in phone) <= 15:
            raise forms.ValidationError(_("Type a phone number with its area code, such as 973 555 0100."))
        return phone

    def clean(self) -> dict[str, Any]:
        """A name alone can not be called back."""
        if self.cleaned_data.get("name") and not self.cleaned_data.get("phone") and not self.errors:
            self.add_error("phone", _("Type the number the clinic should call."))
        return self.cleaned_data
