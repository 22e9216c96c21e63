"""The paper itself: what stands at the head and foot of every page."""

from functools import lru_cache
from io import BytesIO

from PIL import Image

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.marks import emblem
from programs.pdf.qr import qr_square, quiet_zone, type_code
from programs.pdf.runner import BETWEEN, draw_runner, runner_share
from programs.pdf.sketch import Box, Photo, Sketch, Stroke
from programs.pdf.styles import (
    CLINIC,
    HAIR,
    INK_2,
    MARGIN,
    PILL,
    SMALL,
    SMALL_STRONG,
    SUBTITLE,
    TEAL,
    TITLE,
    Style,
)
from programs.pdf.text import Line, clipped, fits, one_line, wrap
from programs.sheets.leg import leg_words
from programs.sheets.order import PaperLink
from screening.assessment import RULE_SET

HEADER_HEIGHT = 69.0
FOOTER_HEIGHT = 27.0
RULE = 39.0
"""How far below the margin the rule under the letterhead lies."""
LOGO = (96.0, 30.0)
"""The room a logo may take, width by height."""
GAP = 10.0
QR = 64.0
"""The square with its quiet zone: modules of 0.42 mm for an address of 110 letters, 0.46 mm for one of 95."""
CLINICS = (CLINIC, Style("bold", 9.8, 12))
"""The clinic's name: the first of these sizes in which it fits; it is cut only in the last."""
TIGHT = Style("regular", 8.4, 9.3, INK_2)
"""For an address of two lines."""
TYPED = Style("bold", 8.4, 10)


def body_height(job: Job) -> float:
    """What is left between header and footer, in points."""
    return job.paper.size[1] - 2 * MARGIN - HEADER_HEIGHT - FOOTER_HEIGHT


def page(job: Job, title: str, subtitle: str, body: Sketch, place: tuple[int, int]) -> Sketch:
    """One whole page; `place` is its number and how many there are."""
    width, height = job.paper.size
    sheet = Sketch(width, height)
    sheet.place(header(job, title, subtitle), MARGIN, MARGIN)
    sheet.place(body, MARGIN, MARGIN + HEADER_HEIGHT)
    sheet.place(footer(job, place), MARGIN, height - MARGIN - FOOTER_HEIGHT)
    return sheet


def header(job: Job, title: str, subtitle: str) -> Sketch:
    """The clinic, the runner and their private link, from left to right; below, what this page is, for which leg."""
    sketch = Sketch(job.width, HEADER_HEIGHT)
    room = _link(sketch, job)
    share = runner_share(job, room)
    rule = max(RULE, _clinic(sketch, job, room - share) + 1)
    draw_runner(sketch, job, room, share)
    sketch.add(Stroke(((0, rule), (room, rule)), TEAL, 1.4))
    _title(sketch, job, (title, subtitle), (room, min(rule + 5, HEADER_HEIGHT - TITLE.lead - 1)))
    return sketch


def _link(sketch: Sketch, job: Job) -> float:
    """The code at the right edge, its quiet zone hanging into the white margin; returns how far all else may reach."""
    link = job.subject.link
    if link is None:
        return job.width
    quiet, code = quiet_zone(link.address, QR), one_line(link.code, TYPED)
    sketch.place(qr_square(link.address, QR), job.width - QR + quiet, -quiet)
    sketch.lines(job.width - max(code.width, (code.width + QR) / 2 - quiet), QR - quiet, (code,), TYPED)
    return job.width - max(QR - quiet, code.width + GAP)


def _title(sketch: Sketch, job: Job, words: tuple[str, str], corner: tuple[float, float]) -> None:
    """What the page is, and at the right edge which leg comes first; `corner` is the upper right one."""
    title, subtitle = words
    y = corner[1]
    left = one_line(title, TITLE).width + 10
    sketch.text(0, y, title, TITLE)
    room = _pill(sketch, job, corner) - left - GAP
    style = SUBTITLE if fits(subtitle, SUBTITLE, room) else SMALL
    lines = _broken(subtitle, style, room)
    sketch.lines(left, y + TITLE.rise - style.rise - (len(lines) - 1) * (style.lead - 4), lines, style)


def _broken(text: str, style: Style, room: float) -> tuple[Line, ...]:
    """On one line; else between its two parts, where each fits; else anywhere."""
    parts = text.split(BETWEEN)
    if fits(text, style, room) or len(parts) != 2 or not all(fits(part, style, room) for part in parts):
        return wrap(text, style, room)
    return tuple(one_line(part, style) for part in parts)


def _clinic(sketch: Sketch, job: Job, width: float) -> float:
    """Name, address, phone and web, beside the logo or the project's mark; returns the y below."""
    clinic = job.letterhead
    x = _logo(sketch, clinic.logo) + 9
    room = width - x - GAP
    name = next((style for style in CLINICS if fits(clinic.name, style, room)), CLINICS[-1])
    y = sketch.lines(x, (CLINIC.lead - name.lead) / 2, (clipped(clinic.name, name, room),), name)
    address = _address(clinic.address, room)
    style = SMALL if len(address) == 1 else TIGHT
    contact = BETWEEN.join(filter(None, (clinic.phone, clinic.web)))
    return sketch.lines(x, y, (*address, clipped(contact, style, room)), style)


def _address(given: tuple[str, ...], room: float) -> tuple[Line, ...]:
    """On one line, else broken where the clinic breaks it, else anywhere; what two lines do not hold is cut."""
    whole = wrap(", ".join(given), SMALL, room)
    if len(whole) == 1 or (len(whole) == 2 and not all(fits(line, SMALL, room) for line in given)):
        return whole
    return tuple(clipped(line, SMALL, room) for line in given[:2])


def _logo(sketch: Sketch, data: bytes | None) -> float:
    """Draw the logo as large as its room allows; returns its right edge."""
    if data is None:
        emblem(sketch, 0, 3, 30)
        return 30
    wide, high = picture_size(data)
    scale = min(LOGO[0] / wide, LOGO[1] / high)
    sketch.add(Photo(0, 3, wide * scale, high * scale, data))
    return wide * scale


@lru_cache(maxsize=8)
def picture_size(data: bytes) -> tuple[int, int]:
    """How wide and high a picture is, in pixels."""
    with Image.open(BytesIO(data)) as image:
        return image.size


def _pill(sketch: Sketch, job: Job, corner: tuple[float, float]) -> float:
    """Which leg comes first, in words: white on teal, dark in gray too. Returns its left edge."""
    line = wrap(leg_words(job.subject.plan, job.library, job.translate), PILL, job.width)[0]
    wide = line.width + 24
    left, y = corner[0] - wide, corner[1]
    sketch.add(Box(left, y, wide, 20, 10, fill=TEAL))
    sketch.lines(left + 12, y + 3.5, (line,), PILL)
    return left


def footer(job: Job, place: tuple[int, int]) -> Sketch:
    """What this sheet is not, whom to call in an emergency, which rules made it, where in the file we are."""
    sketch, words = Sketch(job.width, FOOTER_HEIGHT), job.library.sheet
    sketch.add(Stroke(((0, 3), (job.width, 3)), HAIR, 0.7))
    urgent = one_line(job.say(words.urgent), SMALL_STRONG)
    room = job.width - urgent.width - GAP
    lines = wrap(job.say(words.disclaimer), SMALL, room)
    sketch.lines(0, 7, lines, SMALL)
    sketch.lines(job.width - urgent.width, 7, (urgent,), SMALL_STRONG)
    page_of = job.say(wording.PAGE_OF, page=place[0], pages=place[1])
    y = 7 + len(lines) * SMALL.lead
    sketch.text(job.width, y, page_of, SMALL_STRONG, "right")
    _origin(sketch, job, y, job.width - one_line(page_of, SMALL_STRONG).width - GAP)
    return sketch


def _origin(sketch: Sketch, job: Job, y: float, room: float) -> None:
    """Where the code is typed by whoever has no camera; who made the sheet, where that fits; and from what."""
    made, left = edition(job), 0.0
    if job.subject.link:
        told = _how_to_type(job, job.subject.link, room - one_line(made, SMALL).width - GAP)
        sketch.lines(0, y, (told,), SMALL_STRONG)
        left = told.width + GAP
    whole = f"{job.letterhead.name}{BETWEEN}{made}"
    shown = whole if fits(whole, SMALL, room - left) else made
    sketch.lines(left, y, (clipped(shown, SMALL, room - left),), SMALL)


def _how_to_type(job: Job, link: PaperLink, room: float) -> Line:
    """The sentence, or for a long address that address alone."""
    sentence = type_code(link, job)
    short = job.say(wording.TYPE_CODE_AT, place=link.typed_at)
    return clipped(sentence if fits(sentence, SMALL_STRONG, room) else short, SMALL_STRONG, room)


def edition(job: Job) -> str:
    """Which version of the plan this is, and which rules and content it was made from."""
    if job.edition:
        return job.edition
    plan = job.subject.plan
    rules, content = (plan.rule_set, plan.content_version) if plan else (RULE_SET, job.library.version)
    version = job.say(wording.VERSION, version=job.subject.version) if job.subject.version else ""
    return BETWEEN.join(filter(None, (version, job.say(wording.RULES, rules=rules, content=content))))
