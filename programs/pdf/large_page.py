"""The furniture of a page in large print: all that every page carries, in as few lines as 18 points allow."""

from collections.abc import Sequence
from functools import partial

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.large_styles import GAP, LINE, LINE_STRONG, PILL
from programs.pdf.leaf import Leaf, Place
from programs.pdf.marks import emblem
from programs.pdf.page import edition, picture_size
from programs.pdf.qr import qr_block
from programs.pdf.sketch import Box, Photo, Sketch, Stroke
from programs.pdf.styles import HAIR, MARGIN, TEAL
from programs.pdf.text import NAME_LONGEST, clean, clipped, fits, one_line, wrap
from programs.sheets.text import SheetText

BETWEEN = "  ·  "
LOGO = (62.0, 40.0)
CODE_SQUARE = 64.0
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
    sketch, room = Sketch(job.width, 0), job.width
    code = qr_block(job.subject.link, job, CODE_SQUARE, LINE_STRONG) if job.subject.link else None
    if code:
        sketch.place(code, job.width - code.width, -6)
        room -= code.width + GAP
    y = _clinic(sketch, job, room)
    name = clipped(clean(job.who.name or job.who.code, NAME_LONGEST), LINE_STRONG, room)
    y = sketch.lines(0, y + 5, (name,), LINE_STRONG)
    y = max(y, code.height - 4 if code else 0.0)
    y = _facts(sketch, y, job, leg) + 4
    sketch.add(Stroke(((0, y), (job.width, y)), TEAL, 1.6))
    sketch.height = y + GAP
    return sketch


def _clinic(sketch: Sketch, job: Job, room: float) -> float:
    """Logo, name, address, phone and web; nothing of it is cut off."""
    clinic, left = job.letterhead, _logo(sketch, job.letterhead.logo) + GAP
    y = sketch.paragraph(left, 0, room - left, clinic.name, LINE_STRONG)
    for line in _packed((*clinic.address, clinic.phone, clinic.web), room - left):
        y = sketch.paragraph(left, y, room - left, line, LINE)
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
