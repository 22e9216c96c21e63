"""Sections of large print onto pages: none is split that fits on one, and none inside a part."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from programs.pdf.flow import Block
from programs.pdf.large_styles import GAP
from programs.pdf.sketch import Sketch
from programs.sheets.order import SheetError

BETWEEN = 2 * GAP
MOST_BETWEEN = 3 * GAP
SHORT_LEAD = 0.45
"""The share of a page that a lead may take and still have an exercise begin below it."""
Page = list[tuple[Block, float]]
"""The blocks of one page, each with the white above it."""


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks under one heading. `head` draws it for the place of a page in the section: (1, 1) where it is whole.

    A group that asks to stay `together` and can not begins on a page of its own, cut into even shares; `gap` is
    the white between its blocks. Of one with a `core` no more need stand on its first page than those of its
    blocks; what does not fit follows on the next. A `filler` is left out where the last page has no room for it,
    and grows into what room there is.
    """

    head: Callable[[tuple[int, int]], Block | None]
    blocks: tuple[Block, ...]
    together: bool = True
    gap: float = GAP
    core: frozenset[int] = frozenset()
    filler: bool = False


def pages_needed(group: Group, room: float) -> int:
    """How many pages a group takes by itself."""
    if _height(_with_head(group, (1, 1), group.blocks)) <= room:
        return 1
    head = group.head((1, 2))
    return len(list(_filled(group, *[room - (head.height + group.gap if head else 0.0)] * 2)))


def laid_out(groups: Sequence[Group], room: float, width: float) -> list[Sketch]:
    """The bodies of the pages. Raises SheetError for a block that is higher than a page."""
    pages: list[Page] = [[]]
    for group in groups:
        whole = _with_head(group, (1, 1), group.blocks)
        left = _left(pages[-1], room)
        if _height(whole) <= left:
            _add(pages[-1], whole)
        elif group.filler:
            continue
        elif group.core and (kept := _kept(group, left) or _kept(group, room)):
            _add_core(pages, group, kept, room)
        elif _height(whole) <= room and group.together:
            pages.append(list(whole))
        else:
            _add_cut(pages, group, room)
    return [_body(page, room, width) for page in pages if page]


def _left(page: Page, room: float) -> float:
    """The room for another part below what stands on a page."""
    return room - _height(page) - (BETWEEN if page else 0.0)


def _kept(group: Group, room: float) -> frozenset[int]:
    """Which blocks a page with so much room takes: the core, then from the first on as many others as fit.

    None at all where not even the core fits.
    """
    head = group.head((1, 2))
    left = room - (head.height if head else -group.gap)
    kept: set[int] = set(group.core)
    for place in [*sorted(group.core), *(place for place in range(len(group.blocks)) if place not in group.core)]:
        left -= group.blocks[place].height + group.gap
        if left < 0:
            return frozenset(kept) if place not in group.core else frozenset()
        kept.add(place)
    return frozenset(kept)


def _add_core(pages: list[Page], group: Group, kept: frozenset[int], room: float) -> None:
    """A group with its core on one page, in the order of the whole, and what is left of it behind that."""
    head = group.head((2, 2))
    behind = replace(group, blocks=tuple(block for place, block in enumerate(group.blocks) if place not in kept))
    shares = list(_filled(behind, *[room - (head.height + group.gap if head else 0.0)] * 2))
    first = _with_head(group, (1, len(shares) + 1), [group.blocks[place] for place in sorted(kept)])
    if _height(first) > _left(pages[-1], room):
        pages.append([])
    _add(pages[-1], first)
    pages += [_with_head(group, (place, len(shares) + 1), share) for place, share in enumerate(shares, 2)]


def _add(page: Page, part: Page) -> None:
    """Put a part below what stands there, with more white above it than inside it."""
    first, *others = part
    page += [(first[0], BETWEEN if page else 0.0), *others]


def _with_head(group: Group, place: tuple[int, int], blocks: Sequence[Block]) -> Page:
    head = group.head(place)
    listed = [*([head] if head else []), *blocks]
    return [(block, group.gap if index else 0.0) for index, block in enumerate(listed)]


def _height(page: Page) -> float:
    return sum(block.height + above for block, above in page)


def _add_cut(pages: list[Page], group: Group, room: float) -> None:
    """A group over several pages: even shares where it asks to stay together, else as much as fits on each."""
    head = group.head((1, 1))
    taken = head.height + group.gap if head else 0.0
    first = room - taken
    here = _goes_on(group, pages[-1], room, taken)
    if here:
        first = room - _height(pages[-1]) - (BETWEEN if pages[-1] else 0.0) - taken
    shares = list(_filled(group, first, room - taken))
    if group.together and not here:
        shares = _even(group, len(shares), room - taken)
    for index, share in enumerate(shares, 1):
        part = _with_head(group, (index, len(shares)), share)
        if index > 1 or not here:
            pages.append([])
        _add(pages[-1], part)


def _goes_on(group: Group, page: Page, room: float, taken: float) -> bool:
    """Whether a group that must be cut may begin below what stands on the page.

    One that asks to stay together may only behind a short lead, and where that makes it no longer.
    """
    left = room - _height(page) - (BETWEEN if page else 0.0) - taken
    if sum(block.height + group.gap for block in group.blocks[:2]) > left:
        return False
    if not group.together:
        return True
    fresh, here = (len(list(_filled(group, first, room - taken))) for first in (room - taken, left))
    return _height(page) <= room * SHORT_LEAD and here <= fresh


def _filled(group: Group, first: float, room: float) -> Iterator[list[Block]]:
    """As much as fits on each page; the first has `first` points of room."""
    share: list[Block] = []
    left = first
    for block in group.blocks:
        if block.height > room:
            raise SheetError("a block is taller than the page")
        if share and block.height + group.gap > left:
            yield share
            share, left = [], room
        left -= block.height + (group.gap if share else 0.0)
        share.append(block)
    if share:
        yield share


def _even(group: Group, pages: int, room: float) -> list[list[Block]]:
    """The cut into so many pages whose fullest page is least full: tried from the least room that could do."""
    total = sum(block.height + group.gap for block in group.blocks)
    step = max(1.0, (room - total / pages) / 40)
    least = max(total / pages, *(block.height for block in group.blocks))
    while least < room:
        shares = list(_filled(group, least, least))
        if len(shares) <= pages:
            return shares
        least += step
    return list(_filled(group, room, room))


def _body(page: Page, room: float, width: float) -> Sketch:
    """The blocks of one page; what is left over makes its pictures larger, then the white between sections wider."""
    spare = room - _height(page)
    wishes = [max(0.0, block.most - block.height) for block, _ in page]
    share = min(1.0, spare / sum(wishes)) if any(wishes) else 0.0
    rest = spare - share * sum(wishes)
    gaps = sum(above == BETWEEN for _, above in page)
    wider = min(MOST_BETWEEN - BETWEEN, rest / gaps) if gaps else 0.0
    body, y = Sketch(width, room), 0.0
    for (block, above), wish in zip(page, wishes, strict=True):
        y += above + (wider if above == BETWEEN else 0.0)
        y = body.place(block.build(block.height + share * wish), 0, y)
    return body
