"""The questions as data: `content/*.toml` read into frozen objects. Unknown keys are refused by name.

Content says what is asked, in which words, of whom; it holds no logic. A page is what a runner sees at once.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args

from screening.wording import gettext_noop

CONTENT = Path(__file__).parent / "content"
Kind = Literal[
    "yes_no",
    "yes_no_not_sure",
    "choice",
    "cards",
    "body_chart",
    "scale",
    "integer",
    "distance",
    "text",
    "email",
]
Shows = Literal["", "mirror_set_up", "practice", "watch"]
LEGS = ("left", "right")
T = TypeVar("T")
When = Mapping[str, tuple[str, ...]]


class ContentError(ValueError):
    """The content cannot be used; the message names the file, the place and the repair."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a closed set; `figure` is a picture of `static/figures/mirror/`."""

    value: str
    label: str
    hint: str = ""
    figure: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `min` and `max` bound numbers (distances as decimal text) or the length of text.

    `when` maps keys of earlier questions to the answers with which this one is asked; `leg` is the stance leg of a
    mirror-check question, else "".
    """

    key: str
    kind: Kind
    label: str
    short: str
    id: str = ""
    like: str = ""
    help: str = ""
    why: str = ""
    missing: str = ""
    range_error: str = ""
    min: str | int = ""
    max: str | int = ""
    suffix: str = ""
    autocomplete: str = ""
    figures: str = ""
    inline: bool = False
    optional: bool = False
    leg: str = ""
    choices: tuple[Choice, ...] = ()
    when: When = field(default_factory=dict)

    def label_of(self, value: str) -> str:
        """The words of a chosen value; the value itself where the question has no choices."""
        return next((choice.label for choice in self.choices if choice.value == value), value)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the walk: a question or a small group. `shows` names an illustration, `part` its part."""

    slug: str
    title: str
    part: str
    lead: str = ""
    shows: Shows = ""
    per: str = ""
    leg: str = ""
    questions: tuple[Question, ...] = ()
    when: When = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """All pages in order, the titles of the parts, and the version every screening is stored with."""

    version: str
    parts: Mapping[str, str]
    pages: tuple[Page, ...]

    def page(self, slug: str) -> Page | None:
        """The page of that address, or None."""
        return next((page for page in self.pages if page.slug == slug), None)

    def question(self, key: str) -> Question | None:
        """The question of that key, or None."""
        return next((q for page in self.pages for q in page.questions if q.key == key), None)


YES_NO = (Choice("yes", gettext_noop("Yes")), Choice("no", gettext_noop("No")))
CHOICES_OF_KIND: dict[str, tuple[Choice, ...]] = {
    "yes_no": YES_NO,
    "yes_no_not_sure": (*YES_NO, Choice("not_sure", gettext_noop("Not sure"))),
    "scale": tuple(Choice(str(n), str(n)) for n in range(11)),
}
MISSING_OF_KIND = {
    "yes_no": gettext_noop("Choose yes or no."),
    "yes_no_not_sure": gettext_noop("Choose yes, no, or not sure."),
    "scale": gettext_noop("Choose a number from 0 to 10."),
}
UNIT_WORDS = {"mi": gettext_noop("miles"), "km": gettext_noop("kilometers")}


@cache
def load_questions(folder: Path = CONTENT) -> QuestionSet:
    """Read the question set of a folder. Raises ContentError for an unknown key, kind or condition."""
    walk = tomllib.loads((folder / "walk.toml").read_text())
    parts: dict[str, str] = {}
    pages: list[Page] = []
    for part in walk["parts"]:
        raw = tomllib.loads((folder / f"{part}.toml").read_text())
        parts[part] = raw["title"]
        pages += _pages_of(part, raw["page"])
    _check(pages)
    return QuestionSet(walk["version"], parts, tuple(pages))


def _pages_of(part: str, raw: list[dict[str, Any]]) -> list[Page]:
    """The pages of one part; of those made per leg, all for the left come before all for the right."""
    bases = {question["key"]: question for page in raw for question in page.get("question", [])}
    single = [_page(part, page, bases, "") for page in raw if "per" not in page]
    return single + [_page(part, page, bases, leg) for leg in LEGS for page in raw if "per" in page]


def _page(part: str, raw: dict[str, Any], bases: Mapping[str, dict[str, Any]], leg: str) -> Page:
    values = dict(raw)
    values["questions"] = tuple(_question(item, bases, leg) for item in values.pop("question", []))
    values["slug"] = f"{leg}-{values['slug']}" if leg else values["slug"]
    values["when"] = _when(values.get("when", {}), leg)
    return _build(Page, values | {"part": part, "leg": leg}, leg)


def _question(raw: dict[str, Any], bases: Mapping[str, dict[str, Any]], leg: str) -> Question:
    values = bases.get(raw.get("like", ""), {}) | raw
    kind = values.get("kind", "")
    values.setdefault("missing", MISSING_OF_KIND.get(kind, ""))
    listed = tuple(_build(Choice, item, leg) for item in values.get("choices", []))
    values["choices"] = CHOICES_OF_KIND.get(kind, listed)
    values["when"] = _when(values.get("when", {}), leg)
    values["key"] = f"{leg}_{values['key']}" if leg else values["key"]
    return _build(Question, values | {"leg": leg}, leg)


def _when(raw: Mapping[str, list[str]], leg: str) -> When:
    return {(f"{leg}_{key}" if leg else key): tuple(values) for key, values in raw.items()}


def _build(kind: type[T], values: dict[str, Any], leg: str) -> T:
    """An object of the content; unknown and missing keys are refused by name, and words name the stance leg."""
    known = {item.name for item in fields(kind)}  # type: ignore[arg-type]
    if unknown := set(values) - known:
        raise ContentError(f"{values.get('key') or values.get('slug')}: unknown {', '.join(sorted(unknown))}")
    try:
        return kind(**{name: _name_leg(value, leg) for name, value in values.items()})
    except TypeError as error:
        raise ContentError(f"{values.get('key') or values.get('slug')}: {error}") from error


def _name_leg(value: Any, leg: str) -> Any:
    if not leg or not isinstance(value, str):
        return value
    other = LEGS[1 - LEGS.index(leg)]
    words = {"{leg}": leg, "{Leg}": leg.capitalize(), "{LEG}": leg.upper(), "{other}": other}
    for mark, word in words.items():
        value = value.replace(mark, word)
    return value


def _check(pages: list[Page]) -> None:
    """Refuse kinds, keys and conditions that no page could show."""
    seen: set[str] = set()
    for page in pages:
        for question in page.questions:
            if question.kind not in get_args(Kind):
                raise ContentError(f"{question.key}: no such kind: {question.kind}")
            if question.key in seen:
                raise ContentError(f"{question.key}: asked twice")
            seen.add(question.key)
        for when in (page.when, *(question.when for question in page.questions)):
            if unknown := set(when) - seen:
                raise ContentError(f"{page.slug}: depends on {', '.join(sorted(unknown))}, not asked before it")
