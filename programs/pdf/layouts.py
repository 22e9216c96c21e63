"""The layouts of exercises on paper as a table of numbers, in points."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from programs.pdf.styles import (
    BODY,
    DOSE,
    EXERCISE,
    FAULT,
    INK_2,
    LABEL,
    NUMBER,
    PICTURE,
    RED,
    SMALL,
    STRONG,
    TEAL,
    Style,
)
from programs.sheets.order import Layout


class Part(StrEnum):
    """What the words of an exercise may leave out where room is short.

    Its name, what it needs, which side, how to do it, its dose, cues and own stop rule stand in every layout; the
    fridge page is name, side and dose alone.
    """

    VARIANTS = "variants"
    FAULTS = "faults"


LEFT_OUT_FIRST = tuple(Part)
"""Easier, harder and the note go first, then the faults; a line says where they stand."""
EVERYTHING = frozenset(Part)


@dataclass(frozen=True, slots=True)
class Type:
    """The text styles of one exercise."""

    name: Style
    body: Style
    strong: Style
    number: Style
    fault: Style
    stop: Style
    small: Style
    dose: Style
    value: Style
    label: Style
    picture: Style


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of a page. `beside` puts the pictures at the left of the words, else they stand above them.

    `pictures` is the width of the pictures' panel beside the words, or the least height of the room above them;
    `lying` is that height for pictures of someone lying, and `tight` the type, where the words need the room.
    """

    columns: int
    rows: int
    beside: bool
    pictures: float
    type: Type
    lying: float = 0.0
    tight: Type | None = None


def _type(name: float, body: float, small: float, dose: float) -> Type:
    """A set of styles from four sizes; nothing is under 8 points."""
    tiny = max(8.0, small - 0.6)
    return Type(
        name=Style("bold", name, name * 1.14),
        body=Style("regular", body, body * 1.17),
        strong=Style("semibold", body, body * 1.17),
        number=Style("bold", body, body * 1.17, TEAL),
        fault=Style("regular", max(8.0, body - 0.4), body * 1.17),
        stop=Style("semibold", body, body * 1.17, RED),
        small=Style("regular", small, small * 1.2, INK_2),
        dose=Style("bold", dose, dose * 1.1),
        value=Style("semibold", (2 * body + dose) / 3, dose * 1.1),
        label=Style("regular", tiny, tiny * 1.13, INK_2),
        picture=Style("semibold", max(8.0, small), small * 1.25, INK_2),
    )


CARD = Type(
    EXERCISE, BODY, STRONG, NUMBER, FAULT, Style("semibold", 9.8, 12.1, RED), SMALL, DOSE, STRONG, LABEL, PICTURE
)
"""The card of the layout that fills pages as they come."""
POCKET = (_type(name=11, body=8.4, small=8, dose=10), _type(name=10.6, body=8, small=8, dose=9))
"""The pocket card: as it is set where a panel has the room, and where it has not."""

FRIDGE = _type(name=15, body=8.2, small=8.6, dose=12.6)

GRIDS: Mapping[Layout, Grid] = {
    Layout.ONE: Grid(1, 1, beside=False, pictures=190, type=_type(name=22, body=12.6, small=11, dose=16)),
    Layout.TWO: Grid(1, 2, beside=True, pictures=206, type=_type(name=15, body=10.4, small=9.2, dose=12.4)),
    Layout.FOUR: Grid(
        2, 2, beside=False, pictures=78, type=_type(name=13.5, body=9.4, small=8.6, dose=11.4),
        lying=55, tight=_type(name=13.5, body=8.8, small=8.2, dose=10.6),
    ),
    Layout.SIX: Grid(
        2, 3, beside=False, pictures=66, type=_type(name=12, body=8.8, small=8.2, dose=10.4),
        lying=56, tight=_type(name=12, body=8.2, small=8, dose=9.8),
    ),
}  # fmt: skip
ALONE: Mapping[Layout, Grid] = {
    Layout.FOUR: Grid(1, 2, beside=True, pictures=206, type=GRIDS[Layout.FOUR].type),
    Layout.SIX: Grid(1, 3, beside=True, pictures=206, type=GRIDS[Layout.SIX].type),
}
"""An exercise that is the last of an odd number, or needs more room than its cell, takes a row of its own."""
