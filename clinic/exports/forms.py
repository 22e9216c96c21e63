"""From which day to which."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

FORMAT = "%Y-%m-%d"


def day_field() -> forms.DateField:
    """A day as browsers send it."""
    return forms.DateField(
        input_formats=[FORMAT],
        widget=forms.DateInput(format=FORMAT, attrs={"type": "date"}),
        error_messages={"required": _("Choose a day."), "invalid": _("Type the day as 2026-11-30.")},
    )


class RangeForm(forms.Form):
    """The days of an export, both included."""

    first = day_field()
    last = day_field()

    def clean(self) -> dict[str, Any]:
        """Refuse a range that ends before it begins."""
        days = super().clean() or {}
        first, last = days.get("first"), days.get("last")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last", _("The last day lies before the first."))
        if last == date.max:
            self.add_error("last", _("Choose an earlier day."))
        return days
