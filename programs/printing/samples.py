"""Samples of every sheet: every kind in every layout, for the printer and for the eye."""

from collections.abc import Iterator
from dataclasses import dataclass

from programs.sheets.order import Item, Kind, Layout, Look, Order, Subject, Who, choices_for
from programs.sheets.paper import Paper

LAID_OUT = (Kind.STAGE, Kind.PLAN)
"""The kinds whose exercises a layout arranges."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One file: its path without an ending, what is in it, and its look."""

    path: str
    orders: tuple[Order, ...]
    look: Look


def samples(subject: Subject, others: tuple[Subject, ...]) -> Iterator[Sample]:
    """Every kind in every layout and in large print on both papers for one runner, then a pack for all of them."""
    everyone = (subject, *others)
    for paper in Paper:
        for item in choices_for(subject):
            for look in _looks(item, paper):
                yield Sample(_path(item, look), (Order(subject, (item,)),), look)
        blank = Order(Subject(Who("", "")), (Item(Kind.MIRROR),))
        yield Sample(f"{paper}/mirror-blank", (blank,), Look(paper))
        orders = tuple(Order(one, (Item(Kind.COVER), *_usual(one))) for one in everyone)
        yield Sample(f"{paper}/pack-two-sided", orders, Look(paper, duplex=True))


def _looks(item: Item, paper: Paper) -> Iterator[Look]:
    layouts = Layout if item.kind in LAID_OUT else (Layout.FIT,)
    for layout in layouts:
        yield Look(paper, layout)
    yield Look(paper, large=True)


def _path(item: Item, look: Look) -> str:
    name = f"{item.kind}-{item.stage}" if item.stage else str(item.kind)
    layout = "large" if look.large else "" if look.layout == Layout.FIT else str(look.layout)
    return f"{look.paper}/" + "-".join(filter(None, (name, layout)))


def _usual(subject: Subject) -> tuple[Item, ...]:
    """What a first visit ends with: what we saw, the first stage, the run weeks."""
    wanted = {Kind.SEEN, Kind.STAGE, Kind.RUN}
    stages = [item for item in choices_for(subject) if item.kind in wanted]
    first = next((item for item in stages if item.kind == Kind.STAGE), None)
    return tuple(item for item in stages if item.kind != Kind.STAGE or item == first)
