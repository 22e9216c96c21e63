"""The answers in the runner's words: for "Check your answers", the result and the data that a runner downloads."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from screening.questions import UNIT_WORDS, Question
from screening.wizard import Walk


@dataclass(frozen=True, slots=True)
class Row:
    """One answered question: `slug` is the page that changes it."""

    key: str
    label: str
    answer: str
    slug: str


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of one part of the walk."""

    title: str
    rows: tuple[Row, ...]


def sections_of(walk: Walk) -> tuple[Section, ...]:
    """All asked questions with their answers, part by part; what was passed by reads "Not provided"."""
    rows: dict[str, list[Row]] = {part: [] for part in walk.questions.parts}
    for page in walk.asked_pages():
        for question in walk.asked(page):
            row = Row(question.key, _(question.short), words_of(question, walk), page.slug)
            rows[page.part].append(row)
    return tuple(Section(_(walk.questions.parts[part]), tuple(found)) for part, found in rows.items() if found)


def words_of(question: Question, walk: Walk) -> str:
    """The answer as a person reads it."""
    answer = walk.answers.get(question.key, "")
    if not answer:
        return _("Not provided")
    if question.kind == "scale":
        return _("%(number)s out of 10") % {"number": answer}
    if question.kind == "distance":
        number, _space, unit = answer.partition(" ")
        return f"{number} {_(UNIT_WORDS[unit])}"
    if question.suffix and question.kind == "integer":
        return f"{answer} {_(question.suffix)}"
    return _(question.label_of(answer))
