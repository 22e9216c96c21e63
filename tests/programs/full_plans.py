"""Plans as full as they can be, their pages in any layout, and what is read from these."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from programs.building import build_plan
from programs.library import load_library
from programs.pdf.pack import sheet_of
from programs.pdf.page import HEADER_HEIGHT
from programs.pdf.sketch import Art, Placed, Sketch, Turned, Words
from programs.pdf.styles import MARGIN
from programs.plan import Plan
from programs.rules.assignment import assign
from programs.sheets.order import Item, Kind, Layout
from programs.sheets.paper import Paper
from screening.assessment import assess
from screening.case import parse_case
from tests.programs.plans import TODAY, job_for, placements, squeezed
from tests.programs.runners import SARAH

FILLER = "lorem ipsum dolor sit amet " * 12


def longer(sentence: str) -> str:
    """A language whose every sentence is three tenths longer."""
    return f"{sentence} {FILLER[: max(1, len(sentence) * 3 // 10 - 1)].rstrip()}"


@cache
def with_every_exercise(spot: str) -> Plan:
    """A plan whose stages hold every exercise that they, or staff, can put there."""
    library = load_library()
    stages = {}
    for number, stage in library.stages.items():
        every = [*stage.strength, *stage.instead.values(), *stage.options]
        strength = dict.fromkeys(key for key in every if library.exercises[key].kind == "strength")
        mobility = tuple(key for key in ("MB-01", "MB-02", "MB-03") if str(number) in library.exercises[key].doses)
        stages[number] = replace(stage, strength=tuple(strength), mobility=mobility, instead={})
    case = parse_case(SARAH | {"pain_spot": spot})
    assessment = assess(case)
    assignment = assign(case, assessment)
    wide = replace(library, stages=stages, most_mobility=3)
    plan = build_plan(case, assessment, assignment, None, wide, today=TODAY)
    return replace(plan, stages=tuple(replace(stage, needs_staff=False) for stage in plan.stages))


EVERY = [with_every_exercise("outer_knee"), with_every_exercise("outer_hip")]
SHEETS = [
    (plan, number, paper)
    for plan in EVERY
    for number in (1, 2, 3, 4)
    for paper in (Paper if plan is EVERY[0] else [Paper.LETTER])
]
each_sheet = pytest.mark.parametrize(
    ("plan", "number", "paper"),
    SHEETS,
    ids=[f"{EVERY.index(plan)}-{number}-{paper}" for plan, number, paper in SHEETS],
)


@cache
def pages(plan: Plan, number: int, paper: Paper, layout: Layout, translate=str) -> list[Sketch]:
    item = Item(Kind.STAGE, number)
    return sheet_of(job_for(plan, translate, paper, look={"layout": layout}, items=(item,)), item)


def body(sketch: Sketch) -> list:
    """The lines between head and foot."""
    low, high = MARGIN + HEADER_HEIGHT - 2, sketch.height - MARGIN - 27
    return [line for line in placements(sketch) if low <= line.top <= high]


def arts(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, Art]]:
    """Every picture with its corner; turned ones are left out."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from arts(mark.sketch, x + mark.x, y + mark.y)
        if isinstance(mark, Art):
            yield x + mark.x, y + mark.y, mark


def words(sketches: list[Sketch]) -> str:
    """All text in drawing order."""

    def spoken(sketch: Sketch) -> Iterator[str]:
        for mark in sketch.marks:
            if isinstance(mark, Placed | Turned):
                yield from spoken(mark.sketch)
            if isinstance(mark, Words):
                yield "".join(run.text for run in mark.line.runs)

    return squeezed("".join("".join(spoken(sketch)) for sketch in sketches))


def every_art(sketch: Sketch) -> Iterator[Art]:
    for mark in sketch.marks:
        if isinstance(mark, Placed | Turned):
            yield from every_art(mark.sketch)
        if isinstance(mark, Art):
            yield mark
