"""Stacked columns as geometry for an inline SVG, in whole units. The numbers stand in a table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 360
HEIGHT: Final = 170
TOP: Final = 16
BOTTOM: Final = 20
LEFT: Final = 26
ROOM: Final = HEIGHT - TOP - BOTTOM
STEPS: Final = (1, 2, 5)
LINES_AT_MOST: Final = 4
WIDEST: Final = 40


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a column: which series it belongs to, from 0, its upper edge and its height."""

    series: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `label` stands under it, "" where the row would be crowded, `total` above it, "" without one."""

    x: int
    width: int
    label: str
    total: str
    parts: tuple[Part, ...]

    @property
    def middle(self) -> int:
        """Where text is centered."""
        return self.x + self.width // 2

    @property
    def top(self) -> int:
        """The base line of the total: just above the column."""
        return min((part.y for part in self.parts), default=TOP + ROOM) - 4


@dataclass(frozen=True, slots=True)
class Line:
    """A level line with its number."""

    y: int
    number: int


@dataclass(frozen=True, slots=True)
class Columns:
    """The whole drawing."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    base: int = TOP + ROOM
    under: int = HEIGHT - 5


def columns(heights: Sequence[Sequence[int]], labels: Sequence[str], *, totals: bool = False) -> Columns:
    """One column for each row of `heights`, each a count a series, bottom first; `totals` writes each sum above it."""
    step = step_of(max((sum(row) for row in heights), default=0))
    lines = max(1, -(-max((sum(row) for row in heights), default=0) // step))
    room = (WIDTH - LEFT) // max(1, len(heights))
    width = min(WIDEST, max(2, room - room // 4))
    return Columns(
        tuple(
            Column(
                x=LEFT + number * room + (room - width) // 2,
                width=width,
                label=labels[number],
                total=str(sum(row)) if totals else "",
                parts=_parts(row, step * lines),
            )
            for number, row in enumerate(heights)
        ),
        tuple(Line(TOP + ROOM - ROOM * line // lines, step * line) for line in range(lines + 1)),
    )


def _parts(row: Sequence[int], most: int) -> tuple[Part, ...]:
    """The pieces of one column; edges are rounded, not heights, so that no gap opens between them."""
    found, below = [], 0
    for series, count in enumerate(row):
        upper, lower = (TOP + ROOM - ROOM * (below + extra) // most for extra in (count, 0))
        if count:
            found.append(Part(series, upper, lower - upper))
        below += count
    return tuple(found)


def step_of(most: int) -> int:
    """The distance of level lines, 1, 2 or 5 times a power of ten, so that a few of them reach `most`."""
    power = 1
    while True:
        for step in STEPS:
            if step * power * LINES_AT_MOST >= most:
                return step * power
        power *= 10
