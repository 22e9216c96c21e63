"""Checks what a runner typed on one page. The question's kind chooses field and widget, here and nowhere else.

Everything is optional to Django: which questions are asked depends on the other answers of the page, so the form
asks the walk. The browser's own checks stay off; the error summary speaks instead.
"""

from collections.abc import Mapping
from decimal import Decimal
from itertools import chain, groupby
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from screening.numbers import Unreadable, plain, read_distance, read_whole
from screening.questions import MISSING_OF_KIND, UNIT_WORDS, Page, Question
from screening.wizard import Walk

WIDGET_OF_KIND = {
    "yes_no": "_radios.html",
    "yes_no_not_sure": "_radios.html",
    "choice": "_radios.html",
    "cards": "_cards.html",
    "body_chart": "_body_chart.html",
    "scale": "_scale.html",
    "integer": "_text.html",
    "distance": "_text.html",
    "text": "_text.html",
    "email": "_text.html",
}
TYPED_AT_MOST = 300


class ClosedField(forms.CharField):
    """One of the question's choices."""

    def __init__(self, question: Question) -> None:
        super().__init__(required=False)
        self.question = question

    def clean(self, value: Any) -> str:
        """The chosen value; raises ValidationError for anything that was not offered."""
        value = super().clean(value)
        if value and value not in {choice.value for choice in self.question.choices}:
            raise ValidationError(_(self.question.missing))
        return str(value)


class TypedField(forms.CharField):
    """Text, a number or a distance, read leniently; the stored answer is text."""

    def __init__(self, question: Question, unit: str) -> None:
        super().__init__(required=False)
        self.question, self.unit = question, unit

    def clean(self, value: Any) -> str:
        """The answer as it is stored; raises ValidationError that says what to do."""
        value = " ".join(str(super().clean(value)).split())
        if not value:
            return ""
        self._refuse_flood(value)
        return str({"integer": self._whole, "distance": self._distance}.get(self.question.kind, self._text)(value))

    def _refuse_flood(self, value: str) -> None:
        most = int(self.question.max) if self.question.kind in ("text", "email") else TYPED_AT_MOST
        if len(value) > most:
            raise ValidationError(_("Use at most %(most)s letters.") % {"most": most})

    def _whole(self, value: str) -> str:
        try:
            number = read_whole(value, self.question.suffix)
        except Unreadable:
            raise ValidationError(_(self.question.missing)) from None
        if not int(self.question.min) <= number <= int(self.question.max):
            raise ValidationError(_(self.question.range_error))
        return str(number)

    def _distance(self, value: str) -> str:
        words = {"unit": _(UNIT_WORDS[self.unit])}
        try:
            number = read_distance(value, self.unit)
        except Unreadable as error:
            if error.why == "other_unit":
                raise ValidationError(_("You chose %(unit)s. Type this in %(unit)s.") % words) from None
            raise ValidationError(_("Type one number in %(unit)s, such as 3 or 3.1.") % words) from None
        low, high = Decimal(str(self.question.min)), Decimal(str(self.question.max))
        if not low <= number <= high:
            words |= {"low": str(low), "high": str(high)}
            raise ValidationError(_("Type a number from %(low)s to %(high)s %(unit)s.") % words)
        return f"{plain(number)} {self.unit}"

    def _text(self, value: str) -> str:
        if self.question.kind == "email":
            EmailValidator(_("Type an e-mail address such as name@example.com, or leave it blank."))(value)
        return value


class PageForm(forms.Form):
    """The form of one page for one walk. `answers_of_page` holds what to store when it is valid."""

    def __init__(self, walk: Walk, page: Page, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data=data, initial=self._shown(walk, page), auto_id="id_%s")
        self.walk, self.page = walk, page
        self.answers_of_page: dict[str, str] = {}
        unit = walk.answers.get("unit", "mi")
        for question in page.questions:
            typed = question.kind in ("integer", "distance", "text", "email")
            self.fields[question.key] = TypedField(question, unit) if typed else ClosedField(question)

    @staticmethod
    def _shown(walk: Walk, page: Page) -> dict[str, str]:
        """Stored answers as they were typed: a distance loses its unit, which stands beside the box."""
        return {
            q.key: walk.answers[q.key].split(" ")[0] if q.kind == "distance" else walk.answers[q.key]
            for q in page.questions
            if q.key in walk.answers
        }

    def clean(self) -> dict[str, Any]:
        """Ask only what these answers call for: the rest loses its errors and its answers."""
        cleaned = self.cleaned_data
        answers = {**self.walk.answers, **cleaned}
        for question in self.page.questions:
            asked = question in Walk(self.walk.questions, answers).asked(self.page)
            if not asked:
                answers.pop(question.key, None)
                self.errors.pop(question.key, None)
            elif question.key in self.errors:
                continue
            elif not cleaned.get(question.key) and not question.optional:
                self.add_error(question.key, _(question.missing))
            else:
                self.answers_of_page[question.key] = cleaned[question.key]
        return cleaned

    def raises_urgent(self) -> bool:
        """Whether an answer of this page, however little of it is filled in, needs help now."""
        return Walk(self.walk.questions, {**self.walk.answers, **self.answers_of_page}).is_urgent()

    def problems(self) -> list[dict[str, str]]:
        """What the error summary lists, in the order of the page, each with the field to jump to."""
        return [
            {"target": self._first_id(q), "message": self._named(q, str(self.errors[q.key][0]))}
            for q in self.page.questions
            if q.key in self.errors
        ]

    @staticmethod
    def _named(question: Question, message: str) -> str:
        """Words that questions of a page share are led by the question's name: no two lines read alike."""
        return f"{_(question.short)}: {message}" if question.kind in MISSING_OF_KIND else message

    @staticmethod
    def _first_id(question: Question) -> str:
        return f"id_{question.key}_0" if question.choices else f"id_{question.key}"

    def groups(self) -> list[dict[str, Any]]:
        """What the templates draw: runs of questions; those with `when` open beneath the answer that asks for them."""
        runs = groupby(self.rows(), key=lambda row: row["question"].when)
        return [{"when": " ".join(chain(*when.values())), "rows": list(rows)} for when, rows in runs]

    def rows(self) -> list[dict[str, Any]]:
        """Each question of the page with its field, its value and its widget."""
        return [
            {
                "question": question,
                "field": self[question.key],
                "value": self[question.key].value() or "",
                "widget": f"screening/widgets/{WIDGET_OF_KIND[question.kind]}",
                "suffix": _(UNIT_WORDS[self.walk.answers.get("unit", "mi")])
                if question.kind == "distance"
                else _(question.suffix)
                if question.suffix
                else "",
                "other_unit": self._in_other_unit(question),
            }
            for question in self.page.questions
        ]

    def _in_other_unit(self, question: Question) -> str:
        """What was typed before the unit changed, such as "25 miles"; "" where nothing needs another look."""
        number, _space, unit = self.walk.answers.get(question.key, "").partition(" ")
        if question.kind != "distance" or not unit or unit == self.walk.answers.get("unit"):
            return ""
        return f"{number} {_(UNIT_WORDS[unit])}"
