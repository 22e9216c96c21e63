"""How much work a pack is, before any of it is drawn, counted in pages as they usually come.

Measured on two slow cores: a page costs up to 8 ms, and 80 KiB of memory with what was gathered for it. Another layout
of the same exercises has other pages, but costs as much; large print costs about twice as much. So a pack of
`MOST_LOAD` takes under 10 seconds, and its process grows by about 64 MiB.
"""

from collections.abc import Iterable

from programs.plan import Plan, Stage
from programs.sheets.order import Item, Kind, Order, released_stages

MOST_LOAD = 800
PAGES = {
    Kind.COVER: 2,
    Kind.SEEN: 1,
    Kind.WARM_UP: 2,
    Kind.RUN: 2,
    Kind.UPKEEP: 2,
    Kind.MIRROR: 2,
    Kind.SUMMARY: 2,
}
EXERCISES_ON_A_PAGE = 4
BESIDE_EXERCISES = 1
BESIDE_STAGES = 1
LARGE = 2


def load_of(orders: Iterable[Order], *, large: bool) -> int:
    """The work of these sheets, in pages as they usually come, within a third or so."""
    pages = sum(_pages(item, order.subject.plan) for order in orders for item in order.items)
    return pages * LARGE if large else pages


def parts_for(load: int) -> int:
    """In how many packs this can be printed: 1 where it is not too much for one."""
    return max(1, -(-load // MOST_LOAD))


def _pages(item: Item, plan: Plan | None) -> int:
    if item.kind in PAGES:
        return PAGES[item.kind]
    stages = released_stages(plan) if plan else ()
    wanted = [stage for stage in stages if item.kind == Kind.PLAN or stage.number == item.stage]
    beside = BESIDE_STAGES if item.kind == Kind.PLAN else 0
    return beside + sum(map(_stage_pages, wanted))


def _stage_pages(stage: Stage) -> int:
    return -(-len(stage.exercises) // EXERCISES_ON_A_PAGE) + BESIDE_EXERCISES
