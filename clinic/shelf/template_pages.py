"""A template's content as its pages show it: exercises with a picture, and what may be added."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from clinic.shelf.browse import Wanted, find
from clinic.shelf.outline import Outline, Row, StageRows
from clinic.shelf.showing import KIND_WORDS, said, shown
from programs.library_content import Exercise, Library, StageContent
from programs.result import ShownPicture


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One exercise of a template; `exercise` is None where it was archived."""

    it: Row
    exercise: Exercise | None
    name: str
    picture: ShownPicture | None


@dataclass(frozen=True, slots=True)
class ShownStage:
    """One stage of a template; `drills` are the names of the library's own practice and warm-up for it."""

    it: StageRows
    content: StageContent
    rows: tuple[ShownRow, ...]
    drills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """One exercise in a list to choose from."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class PickGroup:
    """Exercises of one kind; `name` is a heading of the list, or None for the starred ones, which come first."""

    name: str | None
    picks: tuple[Pick, ...]


def shown_outline(outline: Outline, library: Library) -> tuple[ShownStage, ...]:
    """Every stage that the library knows."""
    return tuple(_stage(stage, library) for stage in outline.stages if stage.number in library.stages)


def _stage(stage: StageRows, library: Library) -> ShownStage:
    content = library.stages[stage.number]
    uses = [(key, f"{content.number}-practice") for key in content.practice]
    uses += [(key, str(content.number)) for key in content.warm_up]
    drills = tuple(said(library.exercises[key].words_for(use).name) for key, use in uses)
    return ShownStage(stage, content, tuple(_row(row, library) for row in stage.rows), drills)


def _row(row: Row, library: Library) -> ShownRow:
    exercise = library.exercises.get(row.key)
    if exercise is None:
        return ShownRow(row, None, row.key, None)
    best = [picture for picture in exercise.words.pictures if picture.mark != "wrong"][-1:]
    return ShownRow(row, exercise, said(exercise.words.name), shown(best[0]) if best else None)


def pick_lists(outline: Outline, library: Library, starred: Collection[str]) -> tuple[tuple[PickGroup, ...], ...]:
    """For each stage, what may be added to it: starred exercises first, then the others by kind."""
    found = find(library, Wanted(), starred)
    return tuple(_groups(stage, found, starred) for stage in outline.stages)


def _groups(stage: StageRows, found: Collection[Exercise], starred: Collection[str]) -> tuple[PickGroup, ...]:
    there = {row.key for row in stage.rows}
    free = [exercise for exercise in found if exercise.key not in there]
    groups = [PickGroup(None, _picks(exercise for exercise in free if exercise.key in starred))]
    for kind, name in KIND_WORDS.items():
        rest = (exercise for exercise in free if exercise.kind == kind and exercise.key not in starred)
        groups.append(PickGroup(name, _picks(rest)))
    return tuple(group for group in groups if group.picks)


def _picks(exercises: Iterable[Exercise]) -> tuple[Pick, ...]:
    return tuple(Pick(exercise.key, said(exercise.words.name)) for exercise in exercises)
