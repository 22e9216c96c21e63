"""The words of the mirror check on paper, of "What we saw" and of the cover, read from `content/*.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from screening.questions import ContentError

CONTENT = Path(__file__).resolve().parents[1] / "content"
ByLeg = Mapping[str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MirrorWords:
    """What stands around the questions of the mirror check on paper; maps are keyed by the stance leg."""

    version: str
    subtitle: str
    name: str
    date: str
    watched_by: str
    before_title: str
    before: tuple[str, ...]
    caution: str
    set_up_title: str
    set_up: tuple[str, ...]
    set_up_alt: str
    tick_one: str
    second_look: str
    had_to_stop: str
    circle: str
    optional: str
    none_pain: str
    worst_pain: str
    done_title: str
    done: tuple[str, ...]
    questions: str
    badge: ByLeg
    stand: ByLeg
    pictures: ByLeg
    steps: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ClassWords:
    """One class of result. `title` and `named` are keyed by the leg or legs; a title for all by "any".

    The lead is what `named` says, then `after`, or `after_look` where a clinician's look decided it; `now` and `until`
    are what to do now and until then.
    """

    title: ByLeg
    named: ByLeg = field(default_factory=dict)
    after: tuple[str, ...] = ()
    after_look: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    until: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenWords:
    """The words of "What we saw"; the classes are named as the rules name them."""

    version: str
    title: str
    own_answers: str
    pain_title: str
    why_title: str
    why_plan_title: str
    care_title: str
    next_title: str
    until_title: str
    upper_body: str
    sheet_first: str
    first_run: str
    first_turn: str
    held_run: str
    held_stage: str
    held_rest: str
    call: str
    visit: str
    take_along: str
    legs: ByLeg
    state: Mapping[str, str]
    facts: Mapping[str, str]
    notes: Mapping[str, str]
    hip_control: ClassWords
    pattern_no_pain: ClassWords
    no_pattern_no_pain: ClassWords
    pain_does_not_fit: ClassWords
    pain_without_pattern: ClassWords
    retest: ClassWords
    second_retest: ClassWords


@dataclass(frozen=True, slots=True)
class CoverWords:
    """The words of a pack's cover; `use` says what to do with each kind of sheet."""

    version: str
    title: str
    for_whom: str
    lead: str
    lead_no_check: str
    contents_title: str
    next_title: str
    leg_title: str
    clinic_title: str
    read_first: str
    start_stage: str
    start_stage_alone: str
    no_stage: str
    held_start: str
    held_run: str
    first_run: str
    first_turn: str
    mirror: str
    pain: str
    bring: str
    no_diagnosis: str
    use: Mapping[str, str]


@cache
def mirror_words() -> MirrorWords:
    """The words of the mirror check on paper. Raises ContentError for unknown or missing keys."""
    return _read(MirrorWords, "mirror")


@cache
def seen_words() -> SeenWords:
    """The words of "What we saw". Raises ContentError for unknown or missing keys."""
    return _read(SeenWords, "seen")


@cache
def cover_words() -> CoverWords:
    """The words of the cover. Raises ContentError for unknown or missing keys."""
    return _read(CoverWords, "cover")


def _read(kind: type[T], name: str) -> T:
    return _built(kind, tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8")), name)


def _built(kind: type[T], raw: Mapping[str, Any], place: str) -> T:
    """An object of the content; unknown and missing keys are refused by name."""
    known = {item.name: item for item in fields(kind)}  # type: ignore[arg-type]
    needed = {key for key, item in known.items() if item.default is MISSING and item.default_factory is MISSING}
    if wrong := sorted((set(raw) - set(known)) | (needed - set(raw))):
        raise ContentError(f"{place}: unknown or missing {', '.join(wrong)}")
    hints = get_type_hints(kind)
    return kind(**{key: _value(hints[key], value, f"{place}.{key}") for key, value in raw.items()})


def _value(hint: Any, value: Any, place: str) -> Any:
    if hint is ClassWords:
        return _built(ClassWords, value, place)
    if isinstance(value, dict):
        return {key: _value(None, item, f"{place}.{key}") for key, item in value.items()}
    return tuple(value) if isinstance(value, list) else value
