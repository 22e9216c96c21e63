"""The furniture of a page in large print: all that every page carries, in as few lines as 18 points allow."""

from collections.abc import Sequence
from functools import partial

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.large_styles import GAP, LINE, LINE_STRONG, PILL
from programs.pdf.leaf import Leaf, Place
from programs.pdf.marks import emblem
from programs.pdf.page import edition, picture_size
from programs.pdf.qr import qr_square
from programs.pdf.sketch import Box, Photo, Sketch, Stroke
from programs.pdf.styles import HAIR, MARGIN, TEAL
from programs.pdf.text import NAME_LONGEST, clean, clipped, fits, one_line, wrap
from programs.sheets.text import SheetText

BETWEEN = "  ·  "
LOGO = (62.0, 40.0)
CODE_SQUARE, CODE_TOP = 64.0, -6.0
CODE_BOTTOM = CODE_TOP + CODE_SQUARE + LINE_STRONG.lead + 2
LINES_BESIDE = 3
"""So many lines of the clinic end above the code to type."""
BELOW = 7.0
PILL_PAD = 11.0
PILL_HEIGHT = 24.0


def large_page(job: Job, text: SheetText, body: Sketch, place: Place) -> Sketch:
    """One whole page."""
    width, height = job.paper.size
    head, foot = header(job, text.leg), footer(job, text, place)
    sheet = Sketch(width, height)
    sheet.place(head, MARGIN, MARGIN)
    sheet.place(body, MARGIN, MARGIN + head.height)
    sheet.place(foot, MARGIN, height - MARGIN - foot.height)
    return sheet


def large_pages(job: Job, text: SheetText, bodies: Sequence[Sketch]) -> list[Leaf]:
    """Bodies in the furniture that every page carries."""
    return [partial(large_page, job, text, body) for body in bodies]


def body_room(job: Job, text: SheetText) -> float:
    """What is left between header and footer, in points; no name changes it."""
    furniture = header(job, text.leg).height + footer(job, text, (99, 99)).height
    return job.paper.size[1] - 2 * MARGIN - furniture


def header(job: Job, leg: str) -> Sketch:
    """The clinic, then the runner and the leg; the code to scan and to type stands at the right."""
    sketch = Sketch(job.width, 0)
    beside, below = _code(sketch, job)
    y = _clinic(sketch, job, beside, below)
    name = clipped(clean(job.who.name or job.who.code, NAME_LONGEST), LINE_STRONG, below)
    y = sketch.lines(0, y + 2, (name,), LINE_STRONG)
    y = _facts(sketch, max(y, CODE_BOTTOM if job.subject.link else 0.0), job, leg) + 3
    sketch.add(Stroke(((0, y), (job.width, y)), TEAL, 1.6))
    sketch.height = y + BELOW
    return sketch


def _code(sketch: Sketch, job: Job) -> tuple[float, float]:
    """The code to scan at the right edge, to type under it; returns how far all else may reach beside and below it."""
    link = job.subject.link
    if link is None:
        return job.width, job.width
    code = one_line(link.code, LINE_STRONG)
    sketch.place(qr_square(link.address, CODE_SQUARE), job.width - CODE_SQUARE, CODE_TOP)
    sketch.lines(job.width - code.width, CODE_TOP + CODE_SQUARE, (code,), LINE_STRONG)
    return job.width - CODE_SQUARE - GAP, job.width - max(code.width, CODE_SQUARE) - GAP


def _clinic(sketch: Sketch, job: Job, beside: float, below: float) -> float:
    """Logo, name, address, phone and web; nothing of it is cut off.

    It may reach as far as `beside` where it ends above the code to type, else as far as `below`.
    """
    clinic, left = job.letterhead, _logo(sketch, job.letterhead.logo) + GAP
    items = (*clinic.address, clinic.phone, clinic.web)
    written = [*wrap(clinic.name, LINE_STRONG, beside - left), *_packed(items, beside - left)]
    room = (beside if len(written) <= LINES_BESIDE else below) - left
    y = sketch.paragraph(left, 0, room, clinic.name, LINE_STRONG)
    for line in _packed(items, room):
        y = sketch.paragraph(left, y, room, line, LINE)
    return y


def _packed(items: Sequence[str], room: float) -> list[str]:
    """As many items on a line as fit, none broken that fits on a line of its own."""
    lines: list[str] = []
    for item in filter(None, items):
        longer = f"{lines[-1]}{BETWEEN}{item}" if lines else item
        if lines and fits(longer, LINE, room):
            lines[-1] = longer
        else:
            lines.append(item)
    return lines


def _logo(sketch: Sketch, data: bytes | None) -> float:
    if data is None:
        emblem(sketch, 0, 2, LOGO[1])
        return LOGO[1]
    wide, high = picture_size(data)
    scale = min(LOGO[0] / wide, LOGO[1] / high)
    sketch.add(Photo(0, 2, wide * scale, high * scale, data))
    return wide * scale


def _facts(sketch: Sketch, y: float, job: Job, leg: str) -> float:
    """Code and date at the left, the leg in words at the right."""
    facts = (job.who.code if job.who.name else "", job.day(job.today))
    sketch.paragraph(0, y + 2, job.width, BETWEEN.join(filter(None, facts)), LINE)
    words = one_line(leg, PILL)
    wide = words.width + 2 * PILL_PAD
    sketch.add(Box(job.width - wide, y, wide, PILL_HEIGHT, PILL_HEIGHT / 2, fill=TEAL))
    sketch.lines(job.width - wide + PILL_PAD, y + 1.5, (words,), PILL)
    return y + PILL_HEIGHT


def footer(job: Job, text: SheetText, place: Place) -> Sketch:
    """What this sheet is not, whom to call in an emergency, which sheet and version it is, and the page."""
    sketch, words = Sketch(job.width, 0), job.library.sheet
    sketch.add(Stroke(((0, 4), (job.width, 4)), HAIR, 1))
    y = sketch.run_on(0, 8, job.width, [(job.say(words.disclaimer), LINE), (job.say(words.urgent), LINE_STRONG)])
    version = job.say(wording.VERSION, version=job.subject.version) if job.subject.version else edition(job)
    page_of = one_line(job.say(wording.PAGE_OF, page=place[0], pages=place[1]), LINE_STRONG)
    lines = wrap(BETWEEN.join((text.short, text.edition or version)), LINE, job.width - page_of.width - GAP)
    y = sketch.lines(0, y, lines, LINE)
    sketch.lines(job.width - page_of.width, y - LINE.lead, (page_of,), LINE_STRONG)
    sketch.height = y
    return sketch
