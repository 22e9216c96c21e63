"""The boxes of a page that a hand writes in or ticks, where they lie, and what must never be with them."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from programs.pdf.sketch import Art, Box, Placed, Sketch
from programs.pdf.styles import FIELD, MARGIN, WHITE
from tests.programs.plans import SLACK, meets, placements


class Empty(NamedTuple):
    """One empty box on its page, in points from the top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


def boxes(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[Empty]:
    """Every empty box of a page."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from boxes(mark.sketch, x + mark.x, y + mark.y)
        if isinstance(mark, Box) and (mark.fill, mark.stroke) == (WHITE, FIELD):
            yield Empty(x + mark.x, y + mark.y, mark.width, mark.height)


def arts(sketch: Sketch) -> list[Art]:
    """Every picture of a page, in order."""
    inside = [arts(mark.sketch) if isinstance(mark, Placed) else [mark] for mark in sketch.marks]
    return [mark for marks in inside for mark in marks if isinstance(mark, Art)]


def faults(page: Sketch) -> list[str]:
    """What is wrong with the places on a page: over a margin, on top of each other, or too small to read."""
    lines, empty = list(placements(page)), list(boxes(page))
    found = [f"small: {line.words}" for line in lines if line.size < 8]
    found += [f"outside: {line.words}" for line in lines if not _inside(page, line)]
    found += [f"outside: {box}" for box in empty if not _inside(page, box)]
    found += [f"{one.words} on {other.words}" for one, other in combinations(lines, 2) if meets(one, other)]
    found += [f"{one} on {other}" for one, other in combinations(empty, 2) if meets(one, other)]
    return found + [f"{line.words} in {box}" for line in lines for box in empty if meets(line, box)]


def _inside(page: Sketch, one) -> bool:
    edge = MARGIN - SLACK
    return min(one.left, one.top, page.width - one.right, page.height - one.bottom) >= edge
