"""All answers of a check, raised flags first, and the list of what the runner could not tell."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from screening.assessment import Assessment
from screening.models import Screening
from screening.questions import Question, load_questions
from screening.summary import words_of
from screening.wizard import Walk

RED_FLAGS, CONTACT = "red_flags", "contact"
OPEN_ANSWERS = ("cant_tell", "not_sure", "")
COMPUTED = {"RF-16": "age", "RF-21": "pain_rest", "RF-24": "pain_weeks"}
"""Flags that no question asks: the answer they come from."""
OF_TWO = "RF-14"
"""One flag asked as two questions, RF-14a and RF-14b."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One question in short and its answer: `raised` if a red flag came of it, `open` if the runner could not tell."""

    label: str
    answer: str
    raised: bool
    open: bool


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """One part of the walk."""

    title: str
    lines: tuple[AnswerLine, ...]


def answers_of(screening: Screening, assessment: Assessment | None) -> tuple[AnswerPart, ...]:
    """Every answer, part by part, those with raised flags first; of a check that ended, only what was asked."""
    if not screening.answers:
        return ()
    walk = Walk(load_questions(), screening.answers)
    raised = _raised(assessment)
    parts: dict[str, list[AnswerLine]] = {part: [] for part in walk.questions.parts}
    for part, question in _asked(walk):
        if question.key in screening.answers or not screening.was_stopped:
            parts[part].append(_line(walk, question, raised))
    found = (
        AnswerPart(_(walk.questions.parts[part]), _in_order(part, lines)) for part, lines in parts.items() if lines
    )
    return tuple(found)


def unclear_of(screening: Screening) -> tuple[AnswerLine, ...]:
    """What the runner could not tell, was not sure of, or passed by; not the name and the way to reach them."""
    if not screening.answers:
        return ()
    walk = Walk(load_questions(), screening.answers)
    asked = (question for part, question in _asked(walk) if part != CONTACT)
    told = [question for question in asked if screening.answers.get(question.key) in OPEN_ANSWERS]
    return tuple(_line(walk, question, frozenset()) for question in told)


def _asked(walk: Walk) -> Iterator[tuple[str, Question]]:
    for page in walk.asked_pages():
        for question in walk.asked(page):
            yield page.part, question


def _raised(assessment: Assessment | None) -> frozenset[str]:
    """The questions whose answers raised a flag: RF-14 stands for RF-14a and RF-14b."""
    flags = {flag.id for flag in assessment.triage.raised} if assessment else set()
    return frozenset(flags | {COMPUTED[flag] for flag in flags if flag in COMPUTED})


def _line(walk: Walk, question: Question, raised: frozenset[str]) -> AnswerLine:
    given = walk.answers.get(question.key, "")
    answer = words_of(question, walk) if given else _("Skipped")
    whole = question.key in raised
    part_of_one = question.key.rstrip("ab") in raised and question.key.startswith(OF_TWO) and given != "no"
    return AnswerLine(_(question.short), answer, whole or part_of_one, given in OPEN_ANSWERS)


def _in_order(part: str, lines: list[AnswerLine]) -> tuple[AnswerLine, ...]:
    """Flags that were raised stand first; every other part stays in the order it was asked."""
    if part != RED_FLAGS:
        return tuple(lines)
    return tuple(sorted(lines, key=lambda line: (not line.raised, not line.open)))
