"""Sheets for tests: Sarah's order, and what can be read back from a file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdfium2 import PdfDocument

from programs.pdf.job import Job
from programs.pdf.letterhead import Letterhead
from programs.pdf.pack import Press, job_of, pack, sheet_of
from programs.pdf.sketch import Placed, Sketch, Turned, Words
from programs.plan import Plan
from programs.sheets.order import Item, Kind, Look, Order, Subject, Translate, Who
from programs.sheets.paper import Paper
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
    """Sarah's file: a stage and her run weeks where they are released, with some of the order changed."""
    plan = plan or plan_for()
    items = changes.pop("items", None) or tuple(usual_items(plan, stage))
    subject = Subject(changes.pop("who", SARAH_WHO), plan, 1, date(2026, 11, 20))
    look = Look(changes.pop("paper", Paper.LETTER), **changes.pop("look", {}))
    press = {"look": look, "letterhead": CLINIC, "today": TODAY}
    return pack([Order(subject, items)], Press(**(press | changes)))


def usual_items(plan: Plan, stage: int = 1) -> list[Item]:
    """One stage, then the run weeks if they may be handed out."""
    return [Item(Kind.STAGE, stage), *([Item(Kind.RUN)] if plan.run_is_released else [])]


def job_for(plan: Plan, translate: Translate = str, paper: Paper = Paper.LETTER, **changes: Any) -> Job:
    """The order for Sarah's file."""
    subject = changes.pop("subject", None) or Subject(changes.pop("who", SARAH_WHO), plan, 1)
    press = Press(Look(paper, **changes.pop("look", {})), changes.pop("letterhead", CLINIC), TODAY, translate)
    return job_of(Order(subject, changes.pop("items", None) or tuple(usual_items(plan))), press)


def pages_of(plan: Plan, stage: int, paper: Paper, items: tuple[Item, ...] = ()) -> list[Sketch]:
    """The pages of one file, placed but not drawn."""
    items = items or tuple(usual_items(plan, stage))
    job = job_for(plan, paper=paper, items=items)
    return [page for item in items for page in sheet_of(job, item)]


def texts(data: bytes) -> list[str]:
    """The text of each page, its white space made single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def read_back(data: bytes) -> list[str]:
    """The text of each page as another reader finds it, ten times as fast, in an order of its own."""
    with PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


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
        if isinstance(mark, Turned):
            yield from (_turned(mark, line, x, y) for line in placements(mark.sketch))
        if isinstance(mark, Words) and mark.line.width:
            left, base, size = x + mark.x, y + mark.y, mark.style.size
            words = "".join(run.text for run in mark.line.runs)
            yield Placement(left, base - size * 0.7, left + mark.line.width, base + size * 0.2, size, words)


def _turned(mark: Turned, line: Placement, x: float, y: float) -> Placement:
    """Where a line of a turned sketch lies on the page; its letters keep their size."""
    across, down = zip(mark.moved(line.left, line.top), mark.moved(line.right, line.bottom), strict=True)
    return Placement(x + min(across), y + min(down), x + max(across), y + max(down), line.size, line.words)


def meets(one: Placement, other: Placement) -> bool:
    """Whether the ink of two lines overlaps."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > SLACK and down > SLACK


def overlapping(lines: Iterable[Placement]) -> list[tuple[str, str]]:
    """Each pair of lines of which one lies on the other."""
    found: list[tuple[str, str]] = []
    above: list[Placement] = []
    for line in sorted(lines, key=lambda each: each.top):
        above = [other for other in above if other.bottom > line.top]
        found += [(other.words, line.words) for other in above if meets(other, line)]
        above.append(line)
    return found
