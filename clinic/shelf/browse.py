"""Finds exercises: by words, stage, kind, position, what is needed, whose they are, and the star."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Final
from urllib.parse import urlencode

from clinic.shelf.library import own_number
from clinic.shelf.showing import KIND_WORDS, POSITION_WORDS, said, stages_of
from programs.library_content import Exercise, Library
from screening.wording import gettext_noop

MOST_LETTERS: Final = 60
MOST_WORDS: Final = 8
ON_PAGE: Final = 24
KINDS: Final = tuple(KIND_WORDS)
POSITIONS: Final = tuple(POSITION_WORDS)
STAGES: Final = ("1", "2", "3", "4")
GEAR: Final[Mapping[str, str]] = {
    "none": gettext_noop("Nothing"),
    "mat": gettext_noop("Mat"),
    "band": gettext_noop("Band"),
    "mirror": gettext_noop("Mirror"),
    "step": gettext_noop("Step"),
    "wall": gettext_noop("Wall"),
    "chair": gettext_noop("Chair"),
    "ball": gettext_noop("Ball"),
    "rail": gettext_noop("Rail"),
    "weight": gettext_noop("Weight"),
}
"""What can be asked for: a word as it stands in an exercise's list of things."""
NO_GEAR: Final = ("none", "no gear")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for, as it stands in the address; "" asks for nothing."""

    q: str = ""
    stage: str = ""
    kind: str = ""
    position: str = ""
    gear: str = ""
    whose: str = ""
    starred: str = ""

    def address(self, **changes: str) -> str:
        """The query of the same list with some filters changed."""
        values = {item.name: changes.get(item.name, getattr(self, item.name)) for item in fields(self)}
        return "?" + urlencode({name: value for name, value in values.items() if value})

    @property
    def is_anything(self) -> bool:
        """Whether anything is asked for."""
        return any(getattr(self, item.name) for item in fields(self))


ALLOWED: Final[Mapping[str, Collection[str]]] = {
    "stage": STAGES,
    "kind": KINDS,
    "position": POSITIONS,
    "gear": GEAR,
    "whose": ("own", "built_in"),
    "starred": ("1",),
}


def read_wanted(query: Mapping[str, str]) -> Wanted:
    """The filters of an address; what is none of ours counts as not asked for."""
    chosen = {name: query.get(name, "") for name in ALLOWED}
    kept = {name: value for name, value in chosen.items() if value in ALLOWED[name]}
    return Wanted(q=" ".join(query.get("q", "")[:MOST_LETTERS].split()), **kept)


def find(library: Library, wanted: Wanted, starred: Collection[str]) -> list[Exercise]:
    """The exercises asked for: starred ones first, then the clinic's own, then by kind and key."""
    words = wanted.q.casefold().split()[:MOST_WORDS]
    fits = [
        exercise
        for exercise in library.exercises.values()
        if _fits(exercise, wanted, starred) and all(word in _text(exercise) for word in words)
    ]
    return sorted(fits, key=lambda exercise: _place(exercise, words, starred))


def _fits(exercise: Exercise, wanted: Wanted, starred: Collection[str]) -> bool:
    is_own = own_number(exercise.key) is not None
    return (
        wanted.stage in ("", *stages_of(exercise))
        and wanted.kind in ("", exercise.kind)
        and wanted.position in ("", exercise.words.position)
        and (not wanted.gear or _needs(exercise, wanted.gear))
        and wanted.whose in ("", "own" if is_own else "built_in")
        and (not wanted.starred or exercise.key in starred)
    )


def _needs(exercise: Exercise, gear: str) -> bool:
    needed = exercise.words.equipment.casefold()
    if gear == "none":
        return not needed or needed.startswith(NO_GEAR)
    return gear in needed


def _text(exercise: Exercise) -> str:
    return " ".join((exercise.key, *map(said, exercise.texts()))).casefold()


def _place(
    exercise: Exercise, words: Collection[str], starred: Collection[str]
) -> tuple[bool, bool, bool, int, int, str]:
    """Starred, found by name, own, kind, key: own ones by their number, so that the tenth is not second."""
    name, number = exercise.words.name.casefold(), own_number(exercise.key)
    by_name = all(word in name for word in words)
    kind = KINDS.index(exercise.kind)
    return (exercise.key not in starred, not by_name, number is None, kind, number or 0, exercise.key)
