"""Blocks onto pages: none is ever split, pages fill evenly, and room left over makes pictures larger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from programs.pdf.sketch import Sketch

GAP = 5.0
MOST_GAP = 16.0


@dataclass(frozen=True, slots=True)
class Block:
    """Something that stays in one piece: the height it needs, and how to draw it at that height or more.

    A block that gains by it grows up to `most` on a page with room to spare; a `filler` is drawn only on a
    last page that has room for it, and then takes the rest.
    """

    height: float
    build: Callable[[float], Sketch]
    most: float = 0.0
    filler: bool = False


def pages_of(blocks: Sequence[Block], height: float, width: float) -> list[Sketch]:
    """Blocks in order on as few pages as can be. Raises ValueError for a block taller than a page."""
    parts = _even([block for block in blocks if not block.filler], height)
    fillers = [block for block in blocks if block.filler]
    for filler in fillers:
        if parts and _needs([*parts[-1], filler]) <= height:
            parts[-1] = [*parts[-1], filler]
    return [_page(part, height, width) for part in parts]


def _even(blocks: Sequence[Block], height: float) -> list[Sequence[Block]]:
    """The cut into the fewest pages that leaves the least white on all but the last, which notes may fill."""
    for pages in range(1, len(blocks) + 1):
        cuts = [_cut(blocks, places) for places in combinations(range(1, len(blocks)), pages - 1)]
        fitting = [cut for cut in cuts if max(map(_needs, cut)) <= height]
        if fitting:
            return min(fitting, key=lambda cut: sum((height - _needs(part)) ** 2 for part in cut[:-1]))
    if not blocks:
        return []
    raise ValueError("a block is taller than the page")


def _cut(blocks: Sequence[Block], places: tuple[int, ...]) -> list[Sequence[Block]]:
    edges = (0, *places, len(blocks))
    return [blocks[start:end] for start, end in pairwise(edges)]


def _needs(part: Sequence[Block]) -> float:
    return sum(block.height for block in part) + GAP * (len(part) - 1)


def _page(part: Sequence[Block], height: float, width: float) -> Sketch:
    """The blocks of one page, with the room left over shared out: first to what grows, then to the gaps."""
    spare = height - _needs(part)
    wishes = [max(0.0, block.most - block.height) for block in part]
    share = min(1.0, spare / sum(wishes)) if any(wishes) else 0.0
    rest = spare - share * sum(wishes)
    gap = min(GAP + rest / (len(part) - 1), MOST_GAP) if len(part) > 1 else 0.0
    body, y = Sketch(width, height), 0.0
    for block, wish in zip(part, wishes, strict=True):
        room = height - y if block.filler else block.height + share * wish
        y = body.place(block.build(room), 0, y) + gap
    return body
