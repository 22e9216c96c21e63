"""What the page of a check on paper shows: the questions grouped and compact, the mirror check leg by leg."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext

from clinic.packs.paper_form import SAFETY, PaperForm
from screening.forms import PageForm
from screening.questions import LEGS, Question, QuestionSet, When
from screening.rules.red_flags import URGENT_IDS
from screening.wizard import Walk
from screening.wording import gettext_noop

MIRROR: Final = "mirror_check"
LEG_NAMES: Final[Mapping[str, str]] = {
    "left": gettext_noop("Mirror check: left leg"),
    "right": gettext_noop("Mirror check: right leg"),
}
SELECTS: Final = ("body_chart",)


@dataclass(frozen=True, slots=True)
class Row:
    """One question: its words, its field, and when it is asked, for the page's script and for a reader.

    `one_by_one` says that no button answers it together with others.
    """

    question: Question
    words: str
    field: Any
    value: str
    suffix: str
    widget: str
    when: str
    only_if: str
    one_by_one: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together; `kept` says that an earlier check answered them all."""

    name: str
    title: str
    leg: str
    kept: bool
    rows: tuple[Row, ...]

    @property
    def is_safety(self) -> bool:
        """Whether these are the safety questions."""
        return self.name == SAFETY


def groups_of(form: PaperForm) -> list[Group]:
    """Every part in the order of the walk; the mirror check as on paper, the left leg before the right."""
    groups: list[Group] = []
    for part, title in form.questions.parts.items():
        forms = [each for each in form.forms.values() if each.page.part == part and each.page.questions]
        if part != MIRROR:
            groups.append(_group(part, gettext(title), "", forms, form))
            continue
        for leg in LEGS:
            of_leg = [each for each in forms if each.page.leg == leg]
            groups.append(_group(f"{part}-{leg}", gettext(LEG_NAMES[leg]), leg, of_leg, form))
    return groups


def _group(name: str, title: str, leg: str, forms: list[PageForm], form: PaperForm) -> Group:
    rows = tuple(row for each in forms for row in _rows(each, form.questions))
    wrong = any(each.is_bound and each.problems() for each in forms)
    before = Walk(form.questions, form.kept)
    kept = bool(form.kept) and not wrong and all(before.complete(each.page) for each in forms)
    return Group(name, title, leg, kept, rows)


def _rows(form: PageForm, questions: QuestionSet) -> Iterator[Row]:
    for row in form.rows():
        question: Question = row["question"]
        when = {**form.page.when, **question.when}
        yield Row(
            question=question,
            words=gettext(question.short if question.leg else question.label),
            field=row["field"],
            value=row["value"],
            suffix=row["suffix"],
            widget=_widget(question),
            when=";".join(f"{key}:{'|'.join(values)}" for key, values in when.items()),
            only_if=_only_if(question.when, questions),
            one_by_one=question.key in URGENT_IDS and not question.when,
        )


def _widget(question: Question) -> str:
    if not question.choices:
        return "text"
    return "select" if question.kind in SELECTS else "radios"


def _only_if(when: When, questions: QuestionSet) -> str:
    """In words, the answers with which a question is asked, such as "Only with: Knee stuck: Yes"."""
    parts = []
    for key, values in when.items():
        asked = questions.question(key)
        if asked is not None:
            answers = gettext(" or ").join(gettext(asked.label_of(value)) for value in values)
            parts.append(f"{gettext(asked.short)}: {answers}")
    return gettext("Only with %(answers)s") % {"answers": ", ".join(parts)} if parts else ""
