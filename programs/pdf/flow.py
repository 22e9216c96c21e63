"""Blocks onto pages: none is ever split, pages fill evenly, and room left over makes pictures larger."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from programs.pdf.sketch import Sketch
from programs.sheets.order import SheetError

GAP = 5.0
MOST_GAP = 16.0

Cut = tuple[int, float, tuple[int, ...]]
"""How many pages, the squares of the white they leave, and where each of them ends."""


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
    """Blocks in order on as few pages as can be. Raises SheetError for a block taller than a page."""
    parts = _even([block for block in blocks if not block.filler], height)
    fillers = [block for block in blocks if block.filler]
    for filler in fillers:
        if parts and _needs([*parts[-1], filler]) <= height:
            parts[-1] = [*parts[-1], filler]
    return [_page(part, height, width) for part in parts]


def _even(blocks: Sequence[Block], height: float) -> list[Sequence[Block]]:
    """The cut into the fewest pages that leaves the least white on all but the last, which notes may fill."""
    if not blocks:
        return []
    if max(block.height for block in blocks) > height:
        raise SheetError("a block is taller than the page")
    ends = [_reach(blocks, start, height) for start in range(len(blocks))]
    least: dict[int, Cut] = {len(blocks): (0, 0.0, ())}
    for start in reversed(range(len(blocks))):
        least[start] = min(_cuts(blocks, start, ends[start], height, least), key=lambda cut: cut[:2])
    edges = (0, *least[0][2])
    return [blocks[one:other] for one, other in pairwise(edges)]


def _reach(blocks: Sequence[Block], start: int, height: float) -> int:
    """The end of the longest part from `start` that a page holds."""
    ends = range(start + 1, len(blocks) + 1)
    return max(end for end in ends if end == start + 1 or _needs(blocks[start:end]) <= height)


def _cuts(blocks: Sequence[Block], start: int, last: int, height: float, least: dict[int, Cut]) -> Iterator[Cut]:
    """Every first page from `start` with the best cut of what follows it."""
    for end in range(start + 1, last + 1):
        pages, white, ends = least[end]
        left = (height - _needs(blocks[start:end])) ** 2 if pages else 0.0
        yield pages + 1, white + left, (end, *ends)


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
