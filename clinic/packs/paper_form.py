"""Checks a whole question set that was typed in on one page, with the very forms of the walk, page after page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext

from screening.actions import How
from screening.forms import PageForm
from screening.questions import Page, Question, QuestionSet, load_questions
from screening.rules.red_flags import URGENT_IDS
from screening.wizard import SEEN, Walk

SAFETY: Final = "red_flags"
FILLED: Final = "filled"
"""The field that carries which questions the button "no to all" answered."""
NAME_LETTERS: Final = 80
PHONE_LETTERS: Final = 30


@dataclass(frozen=True, slots=True)
class Step:
    """One page as the walk saves it."""

    slug: str
    answers: Mapping[str, str]
    how: How


class PaperForm:
    """Every page's form in order, each asking what the answers before it call for.

    `kept` are answers of an earlier check that stand until they are changed here. `ends_at` is the address of the page
    at which a red flag ends the walk: what comes after it is not asked. "" where none does.
    """

    def __init__(self, kept: Mapping[str, str], data: Mapping[str, Any] | None = None) -> None:
        self.questions: QuestionSet = load_questions()
        self.kept = kept
        self.is_bound = data is not None
        self._data = data
        self.forms: dict[str, PageForm] = {}
        self.ends_at = ""
        self._answers = dict(kept)
        for page in self.questions.pages:
            self._read(page, data)

    def _read(self, page: Page, data: Mapping[str, Any] | None) -> None:
        form = PageForm(Walk(self.questions, self._answers), page, data)
        self.forms[page.slug] = form
        if data is None or self.ends_at:
            return
        whole = form.is_valid()
        self._answers |= form.answers_of_page | ({SEEN + page.slug: "yes"} if whole else {})
        walk = Walk(self.questions, self._answers)
        if walk.is_urgent() or (whole and walk.stops()):
            self.ends_at = page.slug

    @property
    def is_urgent(self) -> bool:
        """Whether an answer needs help now: then nothing else must be filled in first."""
        return self.walk.is_urgent()

    @property
    def name(self) -> str:
        """The name as it was typed, also where a red flag ends the walk before it is asked for."""
        return self._typed("name", NAME_LETTERS)

    @property
    def phone(self) -> str:
        """The number as it was typed; no question of the walk."""
        return self._typed("phone", PHONE_LETTERS)

    def _typed(self, key: str, most: int) -> str:
        typed = "".join(letter if letter.isprintable() else " " for letter in str((self._data or {}).get(key, "")))
        return " ".join(typed.split())[:most]

    @property
    def walk(self) -> Walk:
        """The walk with all that is answered."""
        return Walk(self.questions, self._answers)

    def is_valid(self) -> bool:
        """Whether it can be sent: all that is asked is answered, or an answer is urgent."""
        return self.is_bound and (self.is_urgent or not self.problems())

    def problems(self) -> list[dict[str, str]]:
        """What the error summary lists, in the order of the page; nothing after the page that ends the walk."""
        return [problem for form in self._asked() if form.is_bound for problem in _named(form)]

    def steps(self) -> Iterator[Step]:
        """What to save, page by page, up to the one that ends the walk."""
        for form in self._asked():
            how: How = "whole" if form.is_valid() else "partly"
            yield Step(form.page.slug, form.answers_of_page, how)

    def _asked(self) -> Iterator[PageForm]:
        for page in self.walk.asked_pages():
            yield self.forms[page.slug]
            if page.slug == self.ends_at:
                return


def _named(form: PageForm) -> Iterator[dict[str, str]]:
    """A page's problems; those of the mirror check name the leg, since both stand on one page."""
    wrong = [question for question in form.page.questions if question.key in form.errors]
    for question, problem in zip(wrong, form.problems(), strict=True):
        short, message = gettext(question.short), problem["message"]
        told = message if not question.leg or message.startswith(short) else f"{short}: {message}"
        yield problem | {"message": told}


def blank_safety(data: Mapping[str, Any]) -> dict[str, str]:
    """A "no" for each safety question that has no answer yet and may be answered with others.

    Never for one that can make a result urgent: those are asked one by one. Those that only a "yes" asks for stay as
    they are.
    """
    calm = (question.key for question in safety_questions() if question.key not in URGENT_IDS)
    return {key: "no" for key in calm if not data.get(key)}


def filled_together(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Which safety questions the button answered, of those that still say "no"."""
    told = set(str(data.get(FILLED, "")).split(","))
    return tuple(each.key for each in safety_questions() if each.key in told and data.get(each.key) == "no")


def safety_questions() -> Iterator[Question]:
    """The safety questions that everybody is asked."""
    for page in load_questions().pages:
        if page.part == SAFETY:
            yield from (question for question in page.questions if not question.when)
