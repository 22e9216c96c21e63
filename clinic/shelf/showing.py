"""Exercises as the clinic's pages show them: words without a side, pictures with their size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from clinic.shelf.library import own_number
from programs.library_content import Exercise, Library, StageContent, Words
from programs.pdf.figures import figure
from programs.plan import Dose, Picture
from programs.result import ShownPicture
from screening.wording import gettext_noop

KIND_WORDS = {
    "strength": gettext_noop("Strength"),
    "mobility": gettext_noop("Mobility"),
    "warm_up": gettext_noop("Warm-up"),
}
POSITION_WORDS = {
    "standing": gettext_noop("Standing"),
    "kneeling": gettext_noop("Kneeling"),
    "side": gettext_noop("Lying on a side"),
    "back": gettext_noop("Lying on the back"),
    "front": gettext_noop("Lying face down"),
}
LIST_WORDS = {
    "strength": gettext_noop("Strength"),
    "mobility": gettext_noop("Mobility"),
    "practice": gettext_noop("Practice before the session"),
    "warm_up": gettext_noop("Before a run"),
    "options": gettext_noop("An option for staff"),
    "instead": gettext_noop("A stand-in with a sore outer hip"),
}
UNITS_A_PIXEL = 10
MOST_ON_CARD = 2


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise in a list: its first pictures, and whether this member of staff starred it."""

    key: str
    name: str
    kind: str
    position: str
    equipment: str
    stages: tuple[str, ...]
    is_own: bool
    starred: bool
    pictures: tuple[ShownPicture, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """Where an exercise stands in the library: the stage, which of its lists, and the dose there."""

    stage: StageContent
    listed: str
    dose: Dose | None


@dataclass(frozen=True, slots=True)
class UseDose:
    """A dose by the stage it is for, such as "2" or, for practice, "2-practice"."""

    stage: str
    is_practice: bool
    dose: Dose


def said(text: str) -> str:
    """A text of the library for no leg in particular: "your working leg", "your other knee"."""
    return text.format(leg=gettext("working"), other=gettext("other"))


def all_said(texts: Iterable[str]) -> tuple[str, ...]:
    """Several of them."""
    return tuple(map(said, texts))


def shown(picture: Picture) -> ShownPicture:
    """A picture as it was drawn or taken."""
    drawn = figure(picture.slug)
    size = round(drawn.width / UNITS_A_PIXEL), round(drawn.height / UNITS_A_PIXEL)
    return ShownPicture(picture.slug, picture.label, said(picture.alt), picture.mark, False, *size)


def card_of(exercise: Exercise, starred: Iterable[str]) -> Card:
    """An exercise in a list."""
    words = exercise.words
    moves = [picture for picture in words.pictures if picture.mark != "wrong"] or list(words.pictures)
    return Card(
        key=exercise.key,
        name=said(words.name),
        kind=KIND_WORDS[exercise.kind],
        position=POSITION_WORDS[words.position],
        equipment=said(words.equipment),
        stages=stages_of(exercise),
        is_own=own_number(exercise.key) is not None,
        starred=exercise.key in set(starred),
        pictures=tuple(map(shown, moves[:MOST_ON_CARD])),
    )


def stages_of(exercise: Exercise) -> tuple[str, ...]:
    """The stages that an exercise has a dose for, "1" to "4"."""
    return tuple(sorted({use[0] for use in exercise.doses}))


def words_of(exercise: Exercise) -> dict[str, object]:
    """Everything a runner reads of an exercise, for no leg in particular."""
    words: Words = exercise.words
    lines = {name: all_said(getattr(words, name)) for name in ("steps", "cues", "faults")}
    names = ("name", "set_up", "easier", "harder", "equipment", "stop", "note")
    return {**{name: said(getattr(words, name)) for name in names}, **lines}


def doses_of(exercise: Exercise) -> tuple[UseDose, ...]:
    """Its doses in the order of the stages."""
    ordered = sorted(exercise.doses.items())
    return tuple(UseDose(use[0], use.endswith("-practice"), dose) for use, dose in ordered)


def uses_of(key: str, library: Library) -> Iterator[Use]:
    """Every list of every stage that holds an exercise."""
    doses = library.exercises[key].doses if key in library.exercises else {}
    for stage in library.stages.values():
        lists = {name: getattr(stage, name) for name in ("strength", "mobility", "practice", "warm_up", "options")}
        for name, keys in (*lists.items(), ("instead", tuple(stage.instead.values()))):
            if key in keys:
                use = f"{stage.number}-practice" if name == "practice" else str(stage.number)
                yield Use(stage, LIST_WORDS[name], doses.get(use))
