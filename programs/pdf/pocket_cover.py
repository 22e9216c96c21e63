"""The cover of the pocket card: the clinic, whose card it is, for which stage and which leg, and the private link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.leaf import Place
from programs.pdf.marks import emblem
from programs.pdf.page import picture_size
from programs.pdf.pocket_panels import FAINT, STRONG, TEXT, Size
from programs.pdf.qr import qr_block
from programs.pdf.runner import made_on
from programs.pdf.sketch import Box, Photo, Sketch, Stroke
from programs.pdf.styles import NAMES, PILL, TEAL, Style
from programs.pdf.text import NAME_LONGEST, one_line, wrap
from programs.plan import Stage
from programs.sheets.leg import leg_words
from programs.sheets.stage_title import stage_title

CLINICS = (Style("bold", 9.8, 11.6), Style("bold", 8.2, 9.6))
"""The clinic's name: the first of these in which it takes few lines."""
CLINIC_LINES = 3
LOGO = (56.0, 24.0)
TITLE = Style("bold", 15, 17.5)
QR = 66.0
TYPED = Style("bold", 9, 10.6)
NAME_LINES = 2
MOST_GAP = 14.0


@dataclass(frozen=True, slots=True)
class Said:
    """What a card says of its stage, in the reader's language; what the cover has no room for goes inside.

    `title` is what the card is called: only the longest names and letterheads push it off.
    """

    title: str
    lasts: str
    waits: str
    aim: str
    legs: str

    def without(self, other: "Said") -> list[str]:
        """The sentences that the other does not hold."""
        pairs = ((self.aim, other.aim), (self.legs, other.legs), (self.waits, other.waits), (self.lasts, other.lasts))
        return [ours for ours, theirs in pairs if ours and not theirs]


def said_of(job: Job, stage: Stage, waits: Sequence[str]) -> Said:
    """Everything there is to say."""
    return Said(
        job.say(wording.POCKET_TITLE),
        job.say(stage.lasts),
        " ".join(waits),
        job.say(stage.aim),
        job.say(job.plan.both_legs) if job.plan.both_legs else "",
    )


def on_cover(job: Job, stage: Stage, said: Said, size: Size) -> Said:
    """What of it the cover holds: what the stage is for goes inside first, then how long it lasts, then the rest."""
    foot = _link_and_facts(job, (1, 1), size[0]).height
    kept = said
    for part in ("aim", "lasts", "waits", "legs"):
        if _upper(job, stage, kept, size[0]).height + foot <= size[1]:
            return kept
        kept = replace(kept, **{part: ""})
    return kept if _upper(job, stage, kept, size[0]).height + foot <= size[1] else Said("", "", "", "", "")


def cover_panel(job: Job, stage: Stage, said: Said, place: Place, size: Size) -> Sketch:
    """Everything that every page carries but the disclaimer and the urgent line, which stand on the back."""
    sketch, foot = Sketch(*size), _link_and_facts(job, place, size[0])
    spare = size[1] - foot.height - _upper(job, stage, said, size[0]).height
    sketch.place(_upper(job, stage, said, size[0], max(0.0, min(MOST_GAP, spare / 2))), 0, 0)
    sketch.place(foot, 0, size[1] - foot.height)
    return sketch


def _upper(job: Job, stage: Stage, said: Said, width: float, gap: float = 0.0) -> Sketch:
    """The clinic, what this is, whose it is and for which leg; `gap` is extra room in the middle."""
    sketch = Sketch(width, 0)
    y = _clinic(sketch, job) + 3
    sketch.add(Stroke(((0, y), (width, y)), TEAL, 1.2))
    y = sketch.paragraph(0, y + 3, width, said.title, TITLE) if said.title else y + 3
    y = _stage(sketch, y, job, stage, said) + 2 + gap
    y = _pill(sketch, _runner(sketch, y, job) + 4, job) + 3
    y = sketch.paragraph(0, y, width, said.legs, TEXT) if said.legs else y
    sketch.height = sketch.paragraph(0, y + 2, width, said.aim, TEXT) if said.aim else y
    return sketch


def _clinic(sketch: Sketch, job: Job) -> float:
    """Logo or the project's mark, the clinic's name beside it, its address, phone and web below."""
    clinic = job.letterhead
    left = _logo(sketch, clinic.logo) + 6
    room = sketch.width - left
    style = next((style for style in CLINICS if len(wrap(clinic.name, style, room)) <= CLINIC_LINES), CLINICS[-1])
    y = max(LOGO[1] + 2, sketch.lines(left, 0, wrap(clinic.name, style, room), style) + 1)
    for line in (*clinic.address, "  ·  ".join(filter(None, (clinic.phone, clinic.web)))):
        y = sketch.paragraph(0, y, sketch.width, line, FAINT)
    return y


def _logo(sketch: Sketch, data: bytes | None) -> float:
    """Returns the right edge of what is drawn."""
    if data is None:
        emblem(sketch, 0, 1, LOGO[1])
        return LOGO[1]
    wide, high = picture_size(data)
    scale = min(LOGO[0] / wide, LOGO[1] / high)
    sketch.add(Photo(0, 1, wide * scale, high * scale, data))
    return wide * scale


def _stage(sketch: Sketch, y: float, job: Job, stage: Stage, said: Said) -> float:
    y = sketch.paragraph(0, y, sketch.width, stage_title(stage, job.plan, job), STRONG)
    for sentence in filter(None, (said.lasts, said.waits)):
        y = sketch.paragraph(0, y, sketch.width, sentence, TEXT)
    return y


def _runner(sketch: Sketch, y: float, job: Job) -> float:
    """The name at the first size at which it takes few lines, and the code below it."""
    name, code = job.who.name or job.who.code, job.who.code if job.who.name else ""
    sizes = [(style, wrap(name, style, sketch.width, NAME_LONGEST)) for style in NAMES]
    style, lines = next((found for found in sizes if len(found[1]) <= NAME_LINES), sizes[-1])
    y = sketch.lines(0, y, lines, style)
    return sketch.paragraph(0, y, sketch.width, code, FAINT) if code else y


def _pill(sketch: Sketch, y: float, job: Job) -> float:
    """The leg in words, white on teal; returns the y below."""
    line = one_line(leg_words(job.subject.plan, job.library, job.translate), PILL)
    sketch.add(Box(0, y, line.width + 20, 18, 9, fill=TEAL))
    sketch.lines(10, y + 2.5, (line,), PILL)
    return y + 18


def _link_and_facts(job: Job, place: Place, width: float) -> Sketch:
    """The private link at the left where there is one; dates and the page beside it."""
    sketch, left, link = Sketch(width, 0), 0.0, job.subject.link
    if link:
        code = qr_block(link, job, QR, TYPED)
        sketch.height = sketch.place(code, 0, 0)
        left = code.width + 4
    y = 4.0 if link else 0.0
    for text, style in _facts(job, place):
        y = sketch.paragraph(left, y, width - left, text, style) + 1
    sketch.height = max(sketch.height, y)
    if link:
        where = job.say(wording.TYPE_CODE_AT, place=link.typed_at)
        sketch.height = sketch.paragraph(0, sketch.height, width, where, FAINT)
    return sketch


def _facts(job: Job, place: Place) -> list[tuple[str, Style]]:
    facts = []
    if made := made_on(job):
        facts.append((made, FAINT))
    facts.append((job.say(wording.PRINTED, day=job.day(job.today)), FAINT))
    facts.append((job.say(wording.PAGE_OF, page=place[0], pages=place[1]), STRONG))
    return facts
