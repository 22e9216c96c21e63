"""Checks the clinician's rating of a leg: nothing is chosen for them, and a leg is rated whole or not at all."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from screening.questions import LEGS, Choice, Question, load_questions

SEEN_SIGNS = ("hip_drop", "knee_cave")
COUNTED = {"trunk_lean": "trunk_lean", "balance": "balance", "reps": "reps", "pain": "squat_pain"}
"""The clinician's field and the runner's question that asks for the same."""
CALM = {"trunk_lean": "0", "balance": "0", "reps": "5", "pain": "0"}
CANT_TELL = "cant_tell"


@dataclass(frozen=True, slots=True)
class LegFields:
    """The fields of one leg as the page shows them: the two signs as pictures, the rest as lists."""

    leg: str
    title: str
    flip: bool
    signs: tuple[tuple[forms.BoundField, tuple[Choice, ...]], ...]
    counted: tuple[forms.BoundField, ...]
    errors: tuple[str, ...]


class RatingForm(forms.Form):
    """Both stance legs. `ratings` holds, once valid, the fields of `screening.case.Leg` of each leg that was rated."""

    def __init__(self, *args: Any, own: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for leg in LEGS:
            for sign in SEEN_SIGNS:
                self.fields[f"{leg}_{sign}"] = _field(leg, sign, required=False)
            for name, asked in COUNTED.items():
                own_answer = own.get(f"{leg}_{asked}") or CALM[name]
                self.fields[f"{leg}_{name}"] = _field(leg, asked, initial=own_answer, required=True)

    def clean(self) -> dict[str, Any]:
        """Both signs of a leg or neither, and at least one leg."""
        data: dict[str, Any] = super().clean() or {}
        for leg in LEGS:
            given = [sign for sign in SEEN_SIGNS if data.get(f"{leg}_{sign}")]
            if len(given) == 1:
                missing = next(sign for sign in SEEN_SIGNS if sign not in given)
                self.add_error(f"{leg}_{missing}", _("Rate the hip and the knee, or leave both open."))
        if not self.errors and not any(data.get(f"{leg}_hip_drop") for leg in LEGS):
            self.add_error(None, _("Rate the hip and the knee of at least one leg."))
        return data

    @property
    def ratings(self) -> dict[str, dict[str, int | None]]:
        """What was rated, ready to be kept."""
        data = self.cleaned_data
        return {
            side: {sign: _level(data[f"{side}_{sign}"]) for sign in SEEN_SIGNS}
            | {name: int(data[f"{side}_{name}"]) for name in COUNTED}
            for side in LEGS
            if data.get(f"{side}_hip_drop")
        }

    @property
    def words(self) -> dict[str, list[str]]:
        """What was rated, leg by leg, in words."""
        return {
            leg.title: list(self._words_of(leg)) for leg in self.legs if self.cleaned_data.get(f"{leg.leg}_hip_drop")
        }

    def _words_of(self, leg: "LegFields") -> Iterator[str]:
        for field in (*(sign for sign, _choices in leg.signs), *leg.counted):
            chosen = dict(self.fields[field.name].choices)[self.cleaned_data[field.name]]  # type: ignore[attr-defined]
            yield f"{field.label}: {chosen}"

    @property
    def legs(self) -> Iterator[LegFields]:
        """Each leg's fields."""
        for leg in LEGS:
            signs = tuple((self[f"{leg}_{sign}"], _question(leg, sign).choices) for sign in SEEN_SIGNS)
            counted = tuple(self[f"{leg}_{name}"] for name in COUNTED)
            errors = tuple(
                str(error) for field in (*(sign for sign, _choices in signs), *counted) for error in field.errors
            )
            yield LegFields(
                leg, _("Left leg") if leg == "left" else _("Right leg"), leg == "right", signs, counted, errors
            )


def _question(leg: str, key: str) -> Question:
    question = load_questions().question(f"{leg}_{key}")
    if question is None:
        raise KeyError(key)
    return question


def _field(leg: str, key: str, **options: Any) -> forms.ChoiceField:
    words = _staff_words(key)
    choices = [(choice.value, words.get(choice.value) or _(choice.label)) for choice in _question(leg, key).choices]
    return forms.ChoiceField(choices=choices, label=_label(key), **options)


def _staff_words(key: str) -> dict[str, str]:
    """The answers that the questions put in the runner's mouth, as the clinician says them."""
    if key == "balance":
        return {"1": _("Wobbled or touched once"), "2": _("Lost balance before 5")}
    return {CANT_TELL: _("Can’t tell")}


def _label(key: str) -> str:
    return {
        "hip_drop": _("Hip"),
        "knee_cave": _("Knee"),
        "trunk_lean": _("Upper body leaned"),
        "balance": _("Balance"),
        "reps": _("Bends in one go"),
        "squat_pain": _("Pain in the bend"),
    }[key]


def _level(given: str) -> int | None:
    return None if given == CANT_TELL else int(given)
