"""What must hold for the pages of any sheet: inside the margins, nothing on anything, nothing too small."""

from collections.abc import Iterator
from itertools import combinations

from programs.pdf.sketch import Art, Placed, Sketch
from programs.pdf.styles import MARGIN
from tests.programs.plans import SLACK, meets, placements

SMALLEST = 8.0


def assert_well_set(pages: list[Sketch]) -> None:
    """Every line of text lies inside the margins, meets no other, and is large enough."""
    for page in pages:
        lines = list(placements(page))
        for line in lines:
            assert line.size >= SMALLEST, line.words
            assert line.left >= MARGIN - SLACK, line.words
            assert line.right <= page.width - MARGIN + SLACK, line.words
            assert line.top >= MARGIN - SLACK, line.words
            assert line.bottom <= page.height - MARGIN + SLACK, line.words
        assert not [pair for pair in combinations(lines, 2) if meets(*pair)]


def words_on(pages: list[Sketch]) -> str:
    """All words, line by line in the order they were placed, as one text."""
    return " ".join(line.words for page in pages for line in placements(page))


def art_on(sketch: Sketch, x: float = 0.0) -> Iterator[tuple[str, bool, float]]:
    """Every figure: its slug, whether it is mirrored, and where its left edge lies."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from art_on(mark.sketch, x + mark.x)
        if isinstance(mark, Art):
            yield mark.slug, mark.flipped, x + mark.x
