"""What is typed for a decision: a reason for the record, what the runner reads, how soon, who examined and when."""

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from clinic.review.plan_form import LONGEST_REASON, tidy
from clinic.review.revision_words import held_words
from programs.notes import LONGEST as LONGEST_NOTE

LONGEST_AGO: Final = timedelta(days=366)
SOON: Final = (
    ("today", _("Today")),
    ("within 3 days", _("Within 3 days")),
    ("this week", _("This week")),
    ("within 2 weeks", _("Within 2 weeks")),
)
OUTCOMES: Final = (
    ("came", _("Came in")),
    ("did_not_come", _("Did not come")),
    ("seen_elsewhere", _("Seen elsewhere")),
)
SEEN: Final = ("came", "seen_elsewhere")
"""The outcomes that end a referral: who did not come is still asked to."""


class PlainText(forms.CharField):
    """A few lines of plain text with one kind of line end."""

    widget = forms.Textarea(attrs={"rows": 3})

    def to_python(self, value: Any) -> str:
        """The text without what can not be seen."""
        return tidy(str(super().to_python(value) or ""))


def _reason(*, required: bool = True) -> PlainText:
    errors = {"required": _("Write the reason for the record.")}
    return PlainText(
        label=_("Reason for the record"), max_length=LONGEST_REASON, required=required, error_messages=errors
    )


def _note(*, required: bool, label: Any) -> PlainText:
    errors = {"required": _("Write what the runner is to read.")}
    return PlainText(label=label, max_length=LONGEST_NOTE, required=required, error_messages=errors)


class DecideForm(forms.Form):
    """A form of the panel; `name` is the name of its address, and stands before the ids of its fields."""

    name = ""

    def __init__(self, data: Any = None, **context: Any) -> None:
        self.context = context
        super().__init__(data, auto_id=f"id_{self.name}_%s")

    @property
    def problems(self) -> list[dict[str, str]]:
        """What is wrong, each with the id of its field."""
        if not self.is_bound:
            return []
        found = self.errors.items()
        return [{"target": f"id_{self.name}_{name}", "message": str(text)} for name, texts in found for text in texts]


class AcceptForm(DecideForm):
    """The plan as it stands, or the one from the clinic's rating; that is never issued unasked.

    Where `proposal`, the plan from the rating, undoes what was held or left out, it needs a reason.
    """

    name = "accept"
    which = forms.ChoiceField(
        label=_("Which plan"),
        choices=[("standing", _("As it stands")), ("rated", _("From the clinic's rating"))],
        widget=forms.RadioSelect,
        required=False,
    )
    reason = _reason(required=False)

    def clean(self) -> dict[str, Any]:
        """One of the plans where there are two, and the reason that the one from the rating asks for."""
        typed, proposal = super().clean() or {}, self.context.get("proposal")
        which = typed.get("which")
        if which == "rated" and proposal is None:
            self.add_error("which", gettext("There is no plan from a rating."))
        if proposal and "which" not in self.errors and not which:
            self.add_error("which", gettext("Choose which plan the runner gets."))
        if proposal and which == "rated" and proposal.concerns and not typed.get("reason"):
            self.add_error("reason", gettext("Write the reason for the record."))
        return typed


class ReleaseForm(DecideForm):
    """What of a held plan is released, and why."""

    name = "release"
    what = forms.MultipleChoiceField(
        label=_("Release"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick what is released.")},
    )
    reason = _reason()
    note = _note(required=False, label=_("Note to the runner (may stay empty)"))

    def __init__(self, data: Any = None, **context: Any) -> None:
        super().__init__(data, **context)
        held = context.get("held", ())
        self.fields["what"].choices = [(each, held_words(each)) for each in held]  # type: ignore[attr-defined]
        if len(held) == 1:
            self.initial["what"] = list(held)


class ReferForm(DecideForm):
    """A runner is asked to come in."""

    name = "refer"
    soon = forms.ChoiceField(label=_("How soon"), choices=SOON, initial="this week")
    reason = _reason()
    note = _note(required=True, label=_("What the runner reads"))

    def __init__(self, data: Any = None, **context: Any) -> None:
        super().__init__(data, **context)
        self.initial["note"] = gettext("Please call us to book a visit. We want to look at your leg with you.")
        if context.get("urgent"):
            self.fields["soon"].choices = SOON[:1]  # type: ignore[attr-defined]
            self.initial.update(soon="today", note="")


class CameInForm(DecideForm):
    """What came of a referral. A check that a red flag locked is closed only with a word on how."""

    name = "came_in"
    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    reason = _reason(required=False)

    def clean(self) -> dict[str, Any]:
        """Who was seen after a red flag is let go with a reason."""
        typed = super().clean() or {}
        closes = typed.get("outcome") in SEEN
        if closes and self.context.get("locked") and not typed.get("reason"):
            self.add_error("reason", gettext("A red flag locked this check: write what the visit came to."))
        return typed


class UnlockForm(DecideForm):
    """A clinician clears a red flag: by name, with a reason and the day of the examination."""

    name = "unlock"
    full_name = forms.CharField(
        label=_("Type your full name"),
        max_length=150,
        error_messages={"required": _("Type your full name.")},
    )
    examined_on = forms.DateField(
        label=_("Examined on"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Say on which day."), "invalid": _("Type the day as 2026-11-30.")},
    )
    reason = _reason()

    def clean_full_name(self) -> str:
        """The name of who is signed in, however it is spaced."""
        typed = " ".join(str(self.cleaned_data["full_name"]).split())
        if typed.casefold() != self.context["by"].casefold():
            raise forms.ValidationError(gettext("Type your own name as it stands here: %s.") % self.context["by"])
        return typed

    def clean_examined_on(self) -> date:
        """A day that is over or today, not long ago."""
        day: date = self.cleaned_data["examined_on"]
        if day > self.context["today"]:
            raise forms.ValidationError(gettext("This day is still to come."))
        if day < self.context["today"] - LONGEST_AGO:
            raise forms.ValidationError(gettext("This is more than a year ago."))
        return day


class NoteForm(DecideForm):
    """A note that the runner surely reads."""

    name = "note"
    note = _note(required=True, label=_("Note to the runner"))
