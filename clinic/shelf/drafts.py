"""A template while it is being edited: read from the form, changed by one button at a time, checked when it is saved.

Each button sends the whole form, so nothing is lost and no script is needed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from django.utils.translation import gettext

from clinic.shelf.outline import MOST_IN_STAGE, MOST_LETTERS, MOST_ROWS, Outline, Row, StageRows
from programs.library_content import Exercise, Library
from programs.plan import Dose

DOSES: Final = tuple(item.name for item in fields(Dose))
MOST_STAGES: Final = 4
MOST_NAME: Final = 60
MOST_DESCRIPTION: Final = 300
EMPTY: Final = Outline(())
NO_DOSE: Final = Dose("2 x 10", "", "", "", "", "")
"""Where the library has no dose for a stage: a start to be changed."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What must be put right, and the id of the field."""

    target: str
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A template as it stands in the form; `version` is the one that the page was made from, 0 for none."""

    name: str = ""
    description: str = ""
    version: int = 0
    outline: Outline = EMPTY


def read_draft(data: Mapping[str, str]) -> Draft:
    """The form as it was sent; what is too much is cut, never an error."""
    stages = tuple(_read_stages(data))
    version = data.get("version", "")
    return Draft(
        name=" ".join(data.get("name", "").split())[:MOST_NAME],
        description=data.get("description", "").strip()[:MOST_DESCRIPTION],
        version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        outline=Outline(stages, data.get("run") == "1"),
    )


def _read_stages(data: Mapping[str, str]) -> Iterator[StageRows]:
    for place in range(MOST_STAGES):
        number = data.get(f"stage-{place}", "")
        if number in ("1", "2", "3", "4"):
            yield StageRows(int(number), tuple(_read_rows(data, place)), data.get(f"warm_up-{place}") == "1")


def _read_rows(data: Mapping[str, str], stage: int) -> Iterator[Row]:
    for place in range(MOST_IN_STAGE):
        name = f"row-{stage}-{place}"
        if key := data.get(name, "")[:20]:
            values = {item: data.get(f"{name}-{item}", "").strip()[:MOST_LETTERS] for item in DOSES}
            yield Row(key, Dose(**values))


def pressed(draft: Draft, data: Mapping[str, str], library: Library) -> Draft:
    """The draft after one button, whose `do` is "stage", "drop:<stage>", "add:<stage>", or "up:<stage>:<row>", as
    "down" and "out" are.

    Stages and rows are counted from 0; what names none changes nothing.
    """
    what, *places = data.get("do", "").split(":")
    at = tuple(int(place) for place in places if place.isdecimal() and len(place) < 3)
    stages = list(draft.outline.stages)
    if what == "stage":
        stages = _with_stage(stages, data.get("new_stage", ""), library)
    elif what == "drop" and at and at[0] < len(stages):
        del stages[at[0]]
    elif what == "add" and at and at[0] < len(stages):
        stages[at[0]] = _with_exercise(stages[at[0]], data.get(f"add-{at[0]}", ""), library)
    elif len(at) == 2 and at[0] < len(stages) and at[1] < len(stages[at[0]].rows):
        stages[at[0]] = _moved(stages[at[0]], what, at[1])
    return replace(draft, outline=replace(draft.outline, stages=tuple(stages)))


def _with_stage(stages: list[StageRows], number: str, library: Library) -> list[StageRows]:
    """One stage more, in order, with no exercise yet; each once."""
    if not number.isdecimal() or int(number) not in library.stages or int(number) in {it.number for it in stages}:
        return stages
    return sorted([*stages, StageRows(int(number), ())], key=lambda stage: stage.number)


def _with_exercise(stage: StageRows, key: str, library: Library) -> StageRows:
    """One exercise more at the end, with the library's dose; each once."""
    if key not in library.exercises or key in {row.key for row in stage.rows} or len(stage.rows) >= MOST_IN_STAGE:
        return stage
    row = Row(key, usual_dose(library.exercises[key], stage.number))
    return replace(stage, rows=(*stage.rows, row))


def _moved(stage: StageRows, what: str, place: int) -> StageRows:
    rows = list(stage.rows)
    if what == "out":
        del rows[place]
    elif what in ("up", "down"):
        row = rows.pop(place)
        rows.insert(max(0, place - 1) if what == "up" else place + 1, row)
    return replace(stage, rows=tuple(rows))


def usual_dose(exercise: Exercise, stage: int) -> Dose:
    """The library's dose for a stage, else for the nearest stage below, else for any."""
    below = [str(number) for number in range(stage, 0, -1)]
    found = next((use for use in (*below, *exercise.doses) if use in exercise.doses), None)
    return exercise.doses[found] if found else NO_DOSE


def problems_of(draft: Draft, library: Library) -> list[Problem]:
    """What keeps a draft from being saved; none where it can be."""
    return list(_problems(draft, library))


def _problems(draft: Draft, library: Library) -> Iterator[Problem]:
    if not draft.name:
        yield Problem("id_name", gettext("Give the template a name."))
    if not draft.outline.stages:
        yield Problem("id_new_stage", gettext("Add a stage."))
    if sum(1 for _row in draft.outline.rows()) > MOST_ROWS:
        yield Problem("id_name", gettext("A template holds %(most)s exercises at most.") % {"most": MOST_ROWS})
    for place, stage in enumerate(draft.outline.stages):
        if not stage.rows:
            yield Problem(f"id_add-{place}", gettext("Stage %(number)s has no exercise.") % {"number": stage.number})
        yield from _row_problems(place, stage, library)


def _row_problems(place: int, stage: StageRows, library: Library) -> Iterator[Problem]:
    for row_place, row in enumerate(stage.rows):
        name = f"row-{place}-{row_place}"
        if row.key not in library.exercises:
            yield Problem(name, gettext("%(key)s is archived. Take it out.") % {"key": row.key})
        elif not row.dose.start:
            exercise = library.exercises[row.key].words.name
            yield Problem(f"id_{name}-start", gettext("%(name)s: how many sets and reps?") % {"name": exercise})
