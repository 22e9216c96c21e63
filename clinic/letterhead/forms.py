"""Checks the clinic's details before anything shows them: each says how long it may be, and nothing typed is lost."""

import hashlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.letterhead import DETAILS, MOST_LETTERS, MOST_LINES, LogoError, kept_logo
from programs.models import LetterheadVersion
from screening.wording import gettext_noop

LABELS = {
    "name": gettext_lazy("Name of the clinic"),
    "address": gettext_lazy("Address"),
    "phone": gettext_lazy("Phone"),
    "email": gettext_lazy("E-mail"),
    "web": gettext_lazy("Web address"),
    "hours": gettext_lazy("Opening hours"),
}
NEEDED = {
    "name": gettext_lazy("Type the name of the clinic."),
    "address": gettext_lazy("Type the address."),
    "phone": gettext_lazy("Type the phone number. Runners call it from every page."),
    "email": gettext_lazy("Type the e-mail address."),
}
LEAST_DIGITS, MOST_DIGITS = 7, 15
LONGEST_LOGO = 90_000
"""Letters of a logo of 60 KB as a form carries it."""
BAD_PICTURE = gettext_noop("This is not a picture that we can use. Take a JPEG, PNG or WebP file of at most 2 MB.")


class LetterheadForm(forms.Form):
    """The details as typed, and the logo: a new file, or the one that the form carries, or none.

    `logo` is the logo's PNG, None without one, once the form was checked.
    """

    name = forms.CharField(required=False)
    address = forms.CharField(required=False, widget=forms.Textarea)
    phone = forms.CharField(required=False)
    email = forms.CharField(
        required=False, validators=[EmailValidator(gettext_lazy("Type an e-mail address such as name@example.com."))]
    )
    web = forms.CharField(required=False)
    hours = forms.CharField(required=False)
    new_logo = forms.FileField(required=False, allow_empty_file=True)
    logo_kept = forms.CharField(required=False, max_length=LONGEST_LOGO, widget=forms.HiddenInput)
    no_logo = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.logo: bytes | None = None
        for name, label in LABELS.items():
            self.fields[name].label = label

    def clean(self) -> dict[str, Any]:
        """Every detail short enough for a sheet, what runners need not empty, and a logo that is a picture."""
        for name in DETAILS:
            if name in self.cleaned_data:
                self._check(name)
        self._read_logo()
        return self.cleaned_data

    def _check(self, name: str) -> None:
        lines = [" ".join(line.split()) for line in str(self.cleaned_data[name]).replace("|", ",").splitlines()]
        lines = [line for line in lines if line]
        try:
            _refuse(name, lines)
        except ValidationError as error:
            self.add_error(name, error)
        self.cleaned_data[name] = (" | " if name == "address" else " ").join(lines)

    def _read_logo(self) -> None:
        """The new file comes before the one that is carried; whichever it is, it is drawn anew."""
        uploaded, carried = self.cleaned_data.get("new_logo"), self.cleaned_data.get("logo_kept", "")
        try:
            if uploaded:
                self.logo = kept_logo(uploaded.read())
            elif carried and not self.cleaned_data.get("no_logo"):
                self.logo = kept_logo(b64decode(carried, validate=True))
        except (LogoError, NotBase64, ValueError):
            self.add_error("new_logo", _(BAD_PICTURE))

    @property
    def logo_text(self) -> str:
        """The logo as the form carries it on; "" without one. What was carried stays while another detail is wrong."""
        if self.is_bound:
            return b64encode(self.logo).decode() if self.logo else ""
        return str(self.initial.get("logo_kept", ""))

    @property
    def version(self) -> LetterheadVersion:
        """What is to be shown or stored. Only of a valid form."""
        return LetterheadVersion(**{name: self.cleaned_data[name] for name in DETAILS}, logo=self.logo)

    @property
    def digest(self) -> str:
        """Stands for all of it; 64 hex digits. Only of a valid form."""
        told = "\n".join(self.cleaned_data[name] for name in DETAILS)
        return hashlib.sha256(told.encode() + b"\n" + (self.logo or b"")).hexdigest()


def _refuse(name: str, lines: list[str]) -> None:
    """Raise ValidationError for a detail that is missing, too long, or no number to call."""
    if name in NEEDED and not lines:
        raise ValidationError(NEEDED[name])
    if len(lines) > (MOST_LINES if name == "address" else 1):
        raise ValidationError(_("Write this in %(lines)s lines at most.") % {"lines": MOST_LINES})
    longest, most = max(map(len, lines), default=0), MOST_LETTERS[name]
    if longest > most:
        told = {"most": most, "now": longest}
        raise ValidationError(_("This is too long for a sheet: %(now)s letters. Take %(most)s at most.") % told)
    if name == "phone" and not LEAST_DIGITS <= sum(letter.isdigit() for letter in lines[0]) <= MOST_DIGITS:
        raise ValidationError(_("Type a phone number with its area code, such as 973 555 0100."))


def initial_of(version: LetterheadVersion) -> dict[str, str]:
    """A version as the form shows it."""
    given = {name: str(getattr(version, name)) for name in DETAILS}
    lines = [line.strip() for line in given["address"].split("|")]
    logo = b64encode(bytes(version.logo)).decode() if version.logo else ""
    return given | {"address": "\n".join(lines), "logo_kept": logo}
