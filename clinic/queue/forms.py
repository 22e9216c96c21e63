"""Checks what staff type beside the queue: what a call came to, and why a check is set aside or taken back."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.queue.script import OUTCOMES

MOST_LETTERS = 1000
MOST_DIGITS = 999_999_999


class VersionForm(forms.Form):
    """`version` is the check's version that the page was made from; one that is none fits no check."""

    version = forms.IntegerField(required=False, min_value=0, max_value=MOST_DIGITS)

    def clean_version(self) -> int:
        """The version, or one that no check ever has."""
        given = self.cleaned_data["version"]
        return -1 if given is None else int(given)


class CallForm(VersionForm):
    """What a call came to, and a line for the record."""

    outcome = forms.ChoiceField(error_messages={"required": gettext_lazy("Choose what the call came to.")})
    note = forms.CharField(required=False, max_length=MOST_LETTERS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [(key, _(words)) for key, words in OUTCOMES.items()]  # type: ignore[attr-defined]


class AsideForm(VersionForm):
    """Why; it is kept with the check."""

    reason = forms.CharField(
        max_length=MOST_LETTERS, error_messages={"required": gettext_lazy("Say why, in a few words.")}
    )
