"""Checks what staff typed for a pack: whose sheets, which ones, how they look. Nothing typed is lost."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.packs.names import Line, read_lines
from programs.printing.options import LAYOUT_NAMES, PAPER_NAMES
from programs.sheets.order import NAMES, Kind, Layout, Look
from programs.sheets.paper import Paper
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening
from screening.wording import gettext_noop

MOST_LETTERS = 20_000
MOST_PROBLEMS = 10
PICK = "pick-"
USUAL = (Kind.STAGE, Kind.RUN)
KIND_NAMES = NAMES | {Kind.STAGE: gettext_noop("Exercises, the stage to do now")}


def tidy(typed: str) -> str:
    """A code as it is stored: capital letters, no spaces."""
    return "".join(typed.split()).upper()


class PackForm(forms.Form):
    """Codes or names in the order to print, kinds of sheets, and the look. `lines` holds whom they name."""

    checks = forms.CharField(max_length=MOST_LETTERS, strip=False)
    kinds = forms.MultipleChoiceField()
    layout = forms.ChoiceField(required=False)
    paper = forms.ChoiceField(required=False)
    large = forms.BooleanField(required=False)
    duplex = forms.BooleanField(required=False)
    despite = forms.CharField(required=False, max_length=64)
    pages = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines: list[Line] = []
        for name, offered in (("kinds", KIND_NAMES), ("layout", LAYOUT_NAMES), ("paper", PAPER_NAMES)):
            choices = [(str(value), _(words)) for value, words in offered.items()]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields["checks"].error_messages = {
            "required": gettext_lazy("Type at least one code or name."),
            "max_length": _("This is too long. A pack takes %(most)s runners, one on a line.")
            % {"most": MOST_IN_A_PACK},
        }
        self.fields["kinds"].error_messages["required"] = gettext_lazy("Tick at least one sheet.")

    @property
    def ticked(self) -> list[str]:
        """The kinds that are ticked."""
        return [str(kind) for kind in self["kinds"].value() or []]

    @property
    def look(self) -> Look:
        """How the pack is to look. Only of a valid form."""
        found = self.cleaned_data
        return Look(
            Paper(found["paper"] or Paper.LETTER),
            Layout(found["layout"] or Layout.FIT),
            found["large"],
            found["duplex"],
        )

    @property
    def chosen_kinds(self) -> tuple[Kind, ...]:
        """Which sheets, in the order in which a pack holds them. Only of a valid form."""
        return tuple(kind for kind in Kind if kind in self.cleaned_data["kinds"])

    def clean_checks(self) -> str:
        """Find each runner. Raises ValidationError with one message for each line that names none, or several."""
        typed = str(self.cleaned_data["checks"])
        if not self._count(typed):
            raise ValidationError(self.fields["checks"].error_messages["required"])
        self.read(typed)
        problems = [line.problem for line in self.lines if line.problem]
        if problems:
            raise ValidationError([*problems[:MOST_PROBLEMS], *_and_more(len(problems) - MOST_PROBLEMS)])
        return typed

    def read(self, typed: str) -> None:
        """Find whom each line names; of more lines than a pack takes nobody."""
        if sum(1 for line in typed.splitlines() if line.strip()) <= MOST_IN_A_PACK:
            self.lines = read_lines(typed, self._picks())

    def _count(self, typed: str) -> int:
        """How many lines there are. Raises ValidationError for more than a pack takes: then none is looked up."""
        count = sum(1 for line in typed.splitlines() if line.strip())
        if count > MOST_IN_A_PACK:
            words = {"most": MOST_IN_A_PACK, "here": count}
            raise ValidationError(_("A pack takes %(most)s runners. Here are %(here)s.") % words)
        return count

    def _picks(self) -> list[str]:
        """What was chosen where a line named several."""
        return [str(value) for name, value in self.data.items() if name.startswith(PICK)]

    @property
    def screenings(self) -> list[Screening]:
        """Whose sheets, in order. Whole only of a valid form."""
        return [line.screening for line in self.lines if line.screening is not None]

    @property
    def by_name(self) -> bool:
        """Whether somebody was found by name: then the list is looked over before anything is printed."""
        return any(line.is_name for line in self.lines)

    @property
    def text(self) -> str:
        """The box as it is shown: what was typed, names with their codes."""
        return "\n".join(line.text for line in self.lines) or str(self["checks"].value() or "")


def _and_more(others: int) -> list[str]:
    return [_("And %(count)s more lines like these.") % {"count": others}] if others > 0 else []
