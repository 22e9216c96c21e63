"""The form that begins a self-check: two agreements, and two quiet tests that a person pressed the button (T11)."""

import secrets
from datetime import timedelta
from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SALT = "screening.start"
QUICKEST = timedelta(seconds=1)
STALE = timedelta(days=1)


class StartForm(forms.Form):
    """`understood` and `consent` must be ticked; `website` must stay empty; `stamp` says when the page was made."""

    understood = forms.BooleanField(
        required=False,
        label=gettext_lazy("I know that this is not a diagnosis and does not replace a visit."),
    )
    consent = forms.BooleanField(
        required=False,
        label=gettext_lazy("I agree that the clinic keeps my answers and looks at them, as the privacy page says."),
    )
    website = forms.CharField(required=False, max_length=200)
    stamp = forms.CharField(required=False, max_length=200)

    def clean_understood(self) -> bool:
        """Must be ticked."""
        return self._ticked("understood", _("Tick the box to say that you know this is not a diagnosis."))

    def clean_consent(self) -> bool:
        """Must be ticked."""
        return self._ticked("consent", _("Tick the box to agree. Without it we may not keep your answers."))

    def _ticked(self, name: str, message: str) -> bool:
        if not self.cleaned_data[name]:
            raise forms.ValidationError(message)
        return True

    def clean(self) -> dict[str, Any]:
        """Refuse a filled trap and a form sent faster than a person can, with words that help a person."""
        if self.cleaned_data.get("website") or not self._in_human_time():
            raise forms.ValidationError(_("That was very fast. Please press the button once more."))
        return self.cleaned_data

    def _in_human_time(self) -> bool:
        signer = signing.TimestampSigner(salt=SALT)
        try:
            signer.unsign(self.cleaned_data.get("stamp", ""), max_age=STALE)
        except signing.BadSignature:
            return False
        try:
            signer.unsign(self.cleaned_data["stamp"], max_age=QUICKEST)
        except signing.SignatureExpired:
            return True
        return False


def new_stamp() -> str:
    """A signed moment with a one-time key, for the hidden field."""
    return signing.TimestampSigner(salt=SALT).sign(secrets.token_urlsafe(9))
