"""The templates that are there on day one, read from the stages of the content."""

from dataclasses import dataclass
from typing import Final

from clinic.shelf.outline import Outline, Row, StageRows
from programs.library_content import Library
from programs.rules.body_position import lying_once
from screening.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class Starter:
    """One template of day one: `id` is kept for good, so that it is made once."""

    id: str
    stage: int
    name: str
    description: str


STARTERS: Final = (
    Starter(
        "stage-1",
        1,
        gettext_noop("Wake up the hip"),
        gettext_noop("Stage 1 as the library has it: the first weeks, on the floor."),
    ),
    Starter(
        "stage-2",
        2,
        gettext_noop("Control your body weight"),
        gettext_noop("Stage 2 as the library has it: on one leg, in front of the mirror."),
    ),
    Starter(
        "stage-4",
        4,
        gettext_noop("Keep it"),
        gettext_noop("Stage 4 as the library has it: two short sessions a week to keep what was gained."),
    ),
)


def starter_outline(starter: Starter, library: Library) -> Outline:
    """The stage of a starter with the library's own doses, in the order that has a runner lie down once (BP-01)."""
    stage = library.stages[starter.stage]
    keys = (*stage.strength, *stage.mobility[: library.most_mobility])
    places = lying_once([library.exercises[key].words.position for key in keys])
    use = str(stage.number)
    rows = tuple(Row(keys[place], library.exercises[keys[place]].doses[use]) for place in places)
    return Outline((StageRows(stage.number, rows, warm_up=bool(stage.practice or stage.warm_up)),))
