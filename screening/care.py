"""The care page: what to do now, for the most urgent thing that was raised, and how the clinic may call."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.rules.red_flags import Level, Raised, Triage


@dataclass(frozen=True, slots=True)
class Care:
    """`urgent` or clinician-first, with the raised flags that decided, and the cautions beside them."""

    urgent: bool
    emergency: bool
    decided: tuple[Raised, ...]
    also: tuple[Raised, ...]

    @property
    def actions(self) -> tuple[str, ...]:
        """What to do now, each sentence once."""
        return tuple(dict.fromkeys(item.action for item in self.decided))


# These can not wait for a ride: the page leads with 911.
EMERGENCY = {"RF-01"}


def care_of(triage: Triage) -> Care:
    """Sort what was raised by what decides the page."""
    decided = tuple(item for item in triage.raised if item.level == triage.level)
    return Care(
        urgent=triage.level == Level.URGENT,
        emergency=any(item.id in EMERGENCY and item.level == Level.URGENT for item in decided),
        decided=decided,
        also=tuple(item for item in triage.raised if item.level != triage.level),
    )


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
