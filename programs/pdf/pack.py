"""Sheets as one PDF file: many runners, many kinds, in the order given."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from programs.library import load_library
from programs.pdf.figures import load_figures
from programs.pdf.fonts import load_fonts
from programs.pdf.job import Job
from programs.pdf.kinds import leaves_of
from programs.pdf.letterhead import Letterhead
from programs.pdf.pen import draw
from programs.pdf.sketch import Sketch
from programs.pdf.text import clean
from programs.sheets.order import Item, Look, Order, SheetError, Translate
from programs.sheets.texts import text_of

LANGUAGE = "en-US"

SAVING = Lock()
"""A parsed font has one reading position: two threads that cut their letters out of it at once read each other's."""


@dataclass(frozen=True, slots=True)
class Press:
    """What all sheets of a file share: the look, the clinic, the day that stands on them, the language.

    `language` names that of `translate`, as a browser would: a screen reader reads the file by it.
    """

    look: Look
    letterhead: Letterhead
    today: date
    translate: Translate = str
    language: str = LANGUAGE


def warm_up() -> None:
    """Parse fonts and figures now. A server calls this when it starts, so that its first sheet is as fast."""
    load_library()
    load_fonts()
    load_figures()


def pack(orders: Sequence[Order], press: Press) -> bytes:
    """All sheets of all orders as one PDF file. The same input gives the same bytes.

    Raises SheetError where a runner has no such sheet, or nothing is left to print.
    """
    making = packing(orders, press)
    try:
        while True:
            next(making)
    except StopIteration as done:
        data: bytes = done.value
        return data


def packing(orders: Sequence[Order], press: Press) -> Generator[int, None, bytes]:
    """As `pack`, but yields how many sheets are drawn after each one, and returns the file's bytes."""
    if not any(order.items for order in orders):
        raise SheetError("nothing to print")
    held = BytesIO()
    canvas = _canvas(held, press, _title(orders, press))
    done = 0
    for order in orders:
        job = job_of(order, press)
        for item in order.items:
            _draw_sheet(canvas, sheet_of(job, item), press.look)
            done += 1
            yield done
    with SAVING:
        canvas.save()
    return held.getvalue()


def job_of(order: Order, press: Press) -> Job:
    """The order of one runner, ready to draw."""
    return Job(order.subject, press.look, press.letterhead, press.today, press.translate, load_library(), order.items)


def sheet_of(job: Job, item: Item) -> list[Sketch]:
    """Every page of one sheet, measured and placed but not yet drawn."""
    leaves = leaves_of(job, item)
    return [leaf((place, len(leaves))) for place, leaf in enumerate(leaves, 1)]


def _draw_sheet(canvas: Canvas, pages: Sequence[Sketch], look: Look) -> None:
    """With duplex, a sheet of an odd number of pages is followed by an empty back, so that the next begins odd."""
    for page in pages:
        draw(canvas, page, (0, page.height))
        canvas.showPage()
    if look.duplex and len(pages) % 2:
        canvas.showPage()


def _title(orders: Sequence[Order], press: Press) -> str:
    """What the first sheet is called. No name stands in a file's own title, which every program shows that opens it."""
    order = next(order for order in orders if order.items)
    text = text_of(order.items[0], order.subject, load_library(), press.translate, order.items)
    return text.title


def _canvas(held: BytesIO, press: Press, title: str) -> Canvas:
    """An empty file."""
    canvas = Canvas(held, pagesize=press.look.paper.size, invariant=1, pageCompression=1, lang=press.language)
    canvas.setTitle(clean(title))
    canvas.setAuthor(clean(press.letterhead.name))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas
