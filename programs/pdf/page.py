"""The paper itself: what stands at the head and foot of every page."""

from functools import lru_cache
from io import BytesIO

from PIL import Image

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.marks import emblem
from programs.pdf.sketch import Box, Photo, Sketch, Stroke
from programs.pdf.styles import (
    CLINIC,
    HAIR,
    MARGIN,
    NAMES,
    PILL,
    SMALL,
    SMALL_STRONG,
    SUBTITLE,
    TEAL,
    TITLE,
    Style,
)
from programs.pdf.text import NAME_LONGEST, Line, clipped, fits, one_line, wrap
from programs.sheets.leg import leg_words
from screening.assessment import RULE_SET

HEADER_HEIGHT = 69.0
FOOTER_HEIGHT = 27.0
RULE = 39.0
"""How far below the margin the rule under the letterhead lies."""
LOGO = (96.0, 30.0)
"""The room a logo may take, width by height."""
NAME_WIDTH = 0.45
"""The share of the page's width that belongs to the runner's name."""
NAME_HEIGHT = 27.1
GAP = 10.0


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
    """The clinic at the left, the runner at the right, then what this page is and for which leg."""
    sketch = Sketch(job.width, HEADER_HEIGHT)
    _clinic(sketch, job)
    _runner(sketch, job)
    sketch.add(Stroke(((0, RULE), (job.width, RULE)), TEAL, 1.4))
    left = one_line(title, TITLE).width + 10
    sketch.text(0, RULE + 5, title, TITLE)
    room = _pill(sketch, job) - left - GAP
    style = SUBTITLE if fits(subtitle, SUBTITLE, room) else SMALL
    lines = wrap(subtitle, style, room)
    sketch.lines(left, RULE + 5 + TITLE.rise - style.rise - (len(lines) - 1) * (style.lead - 4), lines, style)
    return sketch


def _clinic(sketch: Sketch, job: Job) -> None:
    """Name, address, phone and web, beside the logo or the project's mark."""
    clinic = job.letterhead
    x = _logo(sketch, clinic.logo) + 9
    room = job.width * (1 - NAME_WIDTH) - x - GAP
    y = sketch.lines(x, 0, (clipped(clinic.name, CLINIC, room),), CLINIC)
    address = wrap(", ".join(clinic.address), SMALL, room)
    if len(address) > 2:
        address = tuple(clipped(line, SMALL, room) for line in clinic.address[:2])
    y = sketch.lines(x, y, address, SMALL)
    contact = "  ·  ".join(filter(None, (clinic.phone, clinic.web)))
    sketch.lines(x, y, (clipped(contact, SMALL, room),), SMALL)


def _logo(sketch: Sketch, data: bytes | None) -> float:
    """Draw the logo as large as its room allows; returns its right edge."""
    if data is None:
        emblem(sketch, 0, 3, 30)
        return 30
    wide, high = _pixels(data)
    scale = min(LOGO[0] / wide, LOGO[1] / high)
    sketch.add(Photo(0, 3, wide * scale, high * scale, data))
    return wide * scale


@lru_cache(maxsize=8)
def _pixels(data: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(data)) as image:
        return image.size


def _runner(sketch: Sketch, job: Job) -> None:
    """Name, code and dates, flush right in a room of their own, so that no name moves the page."""
    style, lines = _name_lines(job.who.name or job.who.code, job.width * NAME_WIDTH)
    y = (16 if len(lines) == 1 else NAME_HEIGHT - 1) - len(lines) * style.lead
    for line in lines:
        sketch.lines(job.width - line.width, y, (line,), style)
        y += style.lead
    dates = [job.say(wording.PRINTED, day=job.day(job.today))]
    if job.subject.screened_on:
        dates.insert(0, job.say(wording.SCREENED, day=job.day(job.subject.screened_on)))
    facts = [job.who.code if job.who.name else "", *dates]
    line = clipped("  ·  ".join(filter(None, facts)), SMALL, job.width * NAME_WIDTH)
    sketch.lines(job.width - line.width, max(y + 1, 17), (line,), SMALL)


def _name_lines(name: str, width: float) -> tuple[Style, tuple[Line, ...]]:
    """The name at the first size at which it fits its room; the smallest takes any name of 80 letters."""
    for style in NAMES:
        lines = wrap(name, style, width, NAME_LONGEST)
        if len(lines) * style.lead <= NAME_HEIGHT:
            return style, lines
    return NAMES[-1], lines[: int(NAME_HEIGHT / NAMES[-1].lead)]


def _pill(sketch: Sketch, job: Job) -> float:
    """Which leg comes first, in words: white on teal, dark in gray too. Returns its left edge."""
    line = wrap(leg_words(job.subject.plan, job.library, job.translate), PILL, job.width)[0]
    wide = line.width + 24
    sketch.add(Box(job.width - wide, RULE + 5, wide, 20, 10, fill=TEAL))
    sketch.lines(job.width - wide + 12, RULE + 8.5, (line,), PILL)
    return job.width - wide


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
    sketch.text(0, y, f"{job.letterhead.name}  ·  {edition(job)}", SMALL)
    sketch.text(job.width, y, page_of, SMALL_STRONG, "right")
    return sketch


def edition(job: Job) -> str:
    """Which version of the plan this is, and which rules and content it was made from."""
    plan = job.subject.plan
    rules, content = (plan.rule_set, plan.content_version) if plan else (RULE_SET, job.library.version)
    version = job.say(wording.VERSION, version=job.subject.version) if job.subject.version else ""
    return "  ·  ".join(filter(None, (version, job.say(wording.RULES, rules=rules, content=content))))
