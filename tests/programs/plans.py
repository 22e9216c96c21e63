"""Sheets for tests: Sarah's order, and what can be read back from a file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader

from programs.library import load_library
from programs.pdf.handout import Part, handout, sheets_of
from programs.pdf.job import Job, Translate, Who
from programs.pdf.letterhead import Letterhead
from programs.pdf.sketch import Placed, Sketch, Words
from programs.pdf.styles import Paper
from programs.plan import Plan
from tests.programs.runners import plan_for

CLINIC = Letterhead(
    name="Spectrum Therapeutics of NJ",
    address=("601 Hamburg Turnpike, Suite 103", "Wayne, NJ 07470"),
    phone="(973) 689-7123",
    email="spectrum@spectrumtherapynj.com",
    web="spectrumtherapynj.com",
    hours="weekdays 8 to 6",
    logo=None,
)
SARAH_WHO = Who("Sarah Lindqvist", "ITB-7F3K-Q2")
TODAY = date(2026, 11, 22)
SLACK = 0.5
"""Points that a rounding may cost."""


def sheet(plan: Plan | None = None, *, stage: int = 1, **changes: Any) -> bytes:
    """Sarah's file, with some of the order changed."""
    order: dict[str, Any] = {
        "who": SARAH_WHO,
        "letterhead": CLINIC,
        "paper": Paper.LETTER,
        "today": TODAY,
        "screened_on": date(2026, 11, 20),
    }
    return handout(plan or plan_for(), stage=stage, **(order | changes))


def job_for(plan: Plan, translate: Translate = str, paper: Paper = Paper.LETTER) -> Job:
    """The order for Sarah's file."""
    return Job(plan, SARAH_WHO, CLINIC, paper, TODAY, None, translate, load_library())


def pages_of(plan: Plan, stage: int, paper: Paper, parts: tuple[Part, ...] = ("stage", "run")) -> list[Sketch]:
    """The pages of one file, placed but not drawn."""
    return sheets_of(job_for(plan, paper=paper), stage, parts)


def texts(data: bytes) -> list[str]:
    """The text of each page, its white space made single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def text(data: bytes) -> str:
    """The text of a whole file."""
    return " ".join(texts(data))


def squeezed(value: str) -> str:
    """Without any white space, as a line may break anywhere."""
    return "".join(value.split())


def renamed(plan: Plan, name: str) -> Plan:
    """The plan with its first exercise called `name`, and no other exercise."""
    stage = plan.stages[0]
    first = replace(stage.exercises[0], name=name)
    return replace(plan, stages=(replace(stage, exercises=(first,)), *plan.stages[1:]))


class Placement(NamedTuple):
    """Where the ink of one line of text lies on its page, in points from the top left."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    words: str


def placements(sketch: Sketch, x: float = 0.0, y: float = 0.0) -> Iterator[Placement]:
    """Every line of text on a page."""
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from placements(mark.sketch, x + mark.x, y + mark.y)
        if isinstance(mark, Words) and mark.line.width:
            left, base, size = x + mark.x, y + mark.y, mark.style.size
            words = "".join(run.text for run in mark.line.runs)
            yield Placement(left, base - size * 0.7, left + mark.line.width, base + size * 0.2, size, words)


def meets(one: Placement, other: Placement) -> bool:
    """Whether the ink of two lines overlaps."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK
