"""Checks what staff typed for a pack: whose sheets, which ones, how they look. Nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.printing.options import LAYOUT_NAMES, PAPER_NAMES
from programs.sheets.order import NAMES, Kind, Layout, Look
from programs.sheets.paper import Paper
from screening.limits import MOST_IN_A_PACK
from screening.models import Screening
from screening.wording import gettext_noop

MOST_LETTERS = 20_000
MOST_PROBLEMS = 10
USUAL = (Kind.STAGE, Kind.RUN)
KIND_NAMES = NAMES | {Kind.STAGE: gettext_noop("Exercises, the stage to do now")}


def tidy(typed: str) -> str:
    """A code as it is stored: capital letters, no spaces."""
    return "".join(typed.split()).upper()


class PackForm(forms.Form):
    """Codes in the order to print, kinds of sheets, and the look. `screenings` holds whose, once it is valid."""

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
        self.screenings: list[Screening] = []
        for name, offered in (("kinds", KIND_NAMES), ("layout", LAYOUT_NAMES), ("paper", PAPER_NAMES)):
            choices = [(str(value), _(words)) for value, words in offered.items()]
            self.fields[name].choices = choices  # type: ignore[attr-defined]
        self.fields["checks"].error_messages = {
            "required": gettext_lazy("Type at least one check code."),
            "max_length": _("This is too long. A pack takes %(most)s codes, one on a line.") % {"most": MOST_IN_A_PACK},
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
        """Find each runner. Raises ValidationError with one message for each line that names none."""
        typed = self.cleaned_data["checks"]
        lines = [(number, tidy(line)) for number, line in enumerate(typed.splitlines(), 1) if line.strip()]
        if not lines:
            raise ValidationError(self.fields["checks"].error_messages["required"])
        if len(lines) > MOST_IN_A_PACK:
            raise ValidationError(_("A pack takes %(most)s codes. Here are %(here)s.") % _counts(len(lines)))
        codes = [code for _number, code in lines]
        named = Screening.objects.filter(code__in=codes).select_related("repeat_of")
        found = {each.code: each for each in named}
        problems = list(_problems(lines, found))
        if problems:
            raise ValidationError([*problems[:MOST_PROBLEMS], *_and_more(len(problems) - MOST_PROBLEMS)])
        self.screenings = [found[code] for code in codes]
        return str(typed)


def _counts(here: int) -> dict[str, int]:
    return {"most": MOST_IN_A_PACK, "here": here}


def _and_more(others: int) -> list[str]:
    return [_("And %(count)s more lines like these.") % {"count": others}] if others > 0 else []


def _problems(lines: list[tuple[int, str]], found: dict[str, Screening]) -> Iterator[str]:
    """One sentence for each line that names nobody, somebody who is not done yet, or somebody named before."""
    first: dict[str, int] = {}
    for number, code in lines:
        words = {"line": number, "code": code[:20], "first": first.get(code)}
        screening = found.get(code)
        if screening is None:
            yield _("Line %(line)s: there is no check %(code)s.") % words
        elif screening.is_draft:
            yield _("Line %(line)s: %(code)s has not been sent yet.") % words
        elif code in first:
            yield _("Line %(line)s: %(code)s is on line %(first)s too.") % words
        first.setdefault(code, number)
