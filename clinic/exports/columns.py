"""The columns of the CSV: a name that stays, what it means, and how it is read from a check. New ones come last."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from programs.models import Decision, IssuedPlan
from programs.spreadsheet import safe_cell
from screening.assessment import Assessment
from screening.models import Screening
from screening.questions import Question, load_questions
from screening.wizard import SEEN
from screening.wording import gettext_noop

OF_THE_RUNNER = ("name", "email")
"""Questions whose answer is kept beside the answers; a walk-in has it without any."""


@dataclass(frozen=True, slots=True)
class Row:
    """One check with its result, read once for all columns."""

    check: Screening
    assessment: Assessment | None
    plan: IssuedPlan | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `meaning` is not yet translated."""

    name: str
    meaning: str
    read: Callable[[Row], object]


def row_of(check: Screening) -> Row:
    """A check with its plans, oldest first, and its decisions at hand."""
    plans = list(check.plans.all())
    assessment = check.read_assessment() if check.assessment else None
    return Row(check, assessment, plans[-1] if plans else None, tuple(check.decisions.all()))


def cells_of(row: Row) -> list[str]:
    """The row's cells, none of which a spreadsheet takes for a formula."""
    return [safe_cell(text_of(column.read(row))) for column in COLUMNS]


def text_of(value: object) -> str:
    """A value as a cell holds it: nothing for None, yes or no, a time with the clinic's offset."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    return str(value)


def decision_text(decision: Decision) -> str:
    """One decision in a line: when, what, who, the reason and the note."""
    said = f"{text_of(decision.at)} {decision.kind} by {decision.by_name}"
    if decision.reason:
        said += f"; reason: {decision.reason}"
    if decision.note:
        said += f"; note: {decision.note}"
    return said


def answers_given(check: Screening) -> dict[str, str]:
    """The runner's answers without the marks of pages that were only looked at."""
    return {key: value for key, value in check.answers.items() if not key.startswith(SEEN)}


def _contact(key: str) -> Callable[[Row], object]:
    return lambda row: getattr(row.check, key) or row.check.answers.get(key, "")


def _result(read: Callable[[Assessment], object]) -> Callable[[Row], object]:
    return lambda row: read(row.assessment) if row.assessment else None


def _plan(read: Callable[[IssuedPlan], object]) -> Callable[[Row], object]:
    return lambda row: read(row.plan) if row.plan else None


def _leg(side: str, what: str) -> Callable[[Row], object]:
    return _result(lambda found: getattr(getattr(found, side), what, None))


def _answer(question: Question) -> Callable[[Row], object]:
    """The answer as stored; a distance without its unit, which has a column of its own, so that it stays a number."""

    def read(row: Row) -> object:
        given = row.check.answers.get(question.key, "")
        return given.partition(" ")[0] if question.kind == "distance" else given

    return read


def _other_answers(row: Row) -> object:
    """What was asked in an older set of questions."""
    known = {question.key for question in _questions()}
    others = {key: value for key, value in answers_given(row.check).items() if key not in known}
    return json.dumps(others, ensure_ascii=False, sort_keys=True) if others else ""


def _questions() -> Iterator[Question]:
    return (question for page in load_questions().pages for question in page.questions)


def _check_columns() -> Iterator[Column]:
    yield Column("code", gettext_noop("Code of the check"), lambda row: row.check.code)
    yield Column("source", gettext_noop("own, paper or walk_in"), lambda row: row.check.source)
    yield Column("state", gettext_noop("waiting, referred, done, aside or replaced"), lambda row: row.check.state)
    yield Column("sent_at", gettext_noop("When it was sent"), lambda row: row.check.submitted_at)
    yield Column("repeat_of", gettext_noop("Code of the check before it"), lambda row: _code(row.check.repeat_of))
    yield Column("name", gettext_noop("Name, where given"), _contact("name"))
    yield Column("email", gettext_noop("E-mail, where given"), _contact("email"))
    yield Column("phone", gettext_noop("Phone, where given"), lambda row: row.check.phone)
    yield Column("agreed_at", gettext_noop("When the runner agreed"), lambda row: row.check.consented_at)
    yield Column("agreed_to", gettext_noop("Version of what was agreed to"), lambda row: row.check.consent_version)
    yield Column("question_set", gettext_noop("Version of the questions"), lambda row: row.check.question_set)
    yield Column("rule_set", gettext_noop("Version of the rules"), lambda row: row.check.rule_set)


def _result_columns() -> Iterator[Column]:
    yield Column("level", gettext_noop("ok, caution, clinician_first or urgent"), lambda row: row.check.level)
    yield Column("flags", gettext_noop("Raised flags"), _result(lambda a: " ".join(f.id for f in a.triage.raised)))
    yield Column("pattern", gettext_noop("Class that the rules found"), lambda row: row.check.pattern)
    yield Column("side", gettext_noop("Side of the pattern"), lambda row: row.check.side)
    yield Column("strength", gettext_noop("clear or possible"), _result(lambda a: a.strength))
    yield Column("fit", gettext_noop("How the pain fits"), _result(lambda a: a.fit))
    for side, state, score in (
        ("left", gettext_noop("State of the left leg"), gettext_noop("Score of the left leg, 0 to 4")),
        ("right", gettext_noop("State of the right leg"), gettext_noop("Score of the right leg, 0 to 4")),
    ):
        yield Column(f"{side}_state", state, _leg(side, "state"))
        yield Column(f"{side}_score", score, _leg(side, "score"))
    rules = _result(lambda a: " ".join(dict.fromkeys(reason.rule for reason in a.reasons)))
    yield Column("rules", gettext_noop("Rules behind the result"), rules)


def _clinic_columns() -> Iterator[Column]:
    yield Column("opened_at", gettext_noop("When the clinic first opened it"), lambda row: row.check.opened_at)
    yield Column("reviewed_at", gettext_noop("When it was first decided on"), lambda row: row.check.reviewed_at)
    yield Column("unlocked_at", gettext_noop("When a red flag was cleared"), lambda row: row.check.unlocked_at)
    yield Column("held", gettext_noop("Whether its plan waits for staff"), lambda row: row.check.held)
    yield Column("set_aside_for", gettext_noop("Why it looked sent by a program"), lambda row: row.check.suspected)
    yield Column("plan_rule", gettext_noop("Rule of the plan that stands"), _plan(lambda plan: plan.rule))
    yield Column("plan_version", gettext_noop("Version of the plan"), _plan(lambda plan: plan.version))
    yield Column("plan_rule_set", gettext_noop("Rules it was made by"), _plan(lambda plan: plan.rule_set))
    yield Column("plan_content", gettext_noop("Version of its exercises"), _plan(lambda plan: plan.content_version))
    yield Column("plan_issued_at", gettext_noop("When it was issued"), _plan(lambda plan: plan.issued_at))
    yield Column(
        "plan_issued_by", gettext_noop("Who issued it, blank for the rules"), _plan(lambda plan: plan.issued_by_name)
    )
    yield Column(
        "decisions",
        gettext_noop("Decisions in order, with reasons and notes, parted by |"),
        lambda row: " | ".join(map(decision_text, row.decisions)),
    )


def _answer_columns() -> Iterator[Column]:
    for question in _questions():
        if question.key not in OF_THE_RUNNER:
            yield Column(question.key, question.short, _answer(question))
    yield Column("other_answers", gettext_noop("Answers to older questions, as JSON"), _other_answers)


def _code(check: Screening | None) -> str:
    return check.code if check else ""


COLUMNS = (*_check_columns(), *_result_columns(), *_clinic_columns(), *_answer_columns())
