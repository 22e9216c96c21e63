"""Large print: every letter 18 points or more, one column, nothing beside anything that must be read."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.large_boxes import log_key, log_rows, room_to_write
from programs.pdf.large_flow import Group, laid_out, pages_needed
from programs.pdf.large_page import body_room, large_pages
from programs.pdf.large_parts import part_blocks
from programs.pdf.large_pictures import picture_block
from programs.pdf.large_styles import BADGE, BODY, GAP, HEADING, SUBTITLE, TITLE
from programs.pdf.leaf import Leaf
from programs.pdf.panels import fixed
from programs.pdf.qr import type_code
from programs.pdf.sketch import Disc, Sketch
from programs.pdf.styles import TEAL
from programs.pdf.text import NAME_LONGEST, one_line, wrap
from programs.sheets.handout_words import cover_words
from programs.sheets.order import Kind, as_new_check
from programs.sheets.text import Log, Part, Pictures, Prose, Section, SheetText

BADGE_RADIUS = 14.0
LOG_GAP = 4.0
DRILL_PICTURE, DRILL_HEIGHT, DRILL_GAP = 150.0, 122.0, 3.0
SMALLER = (0.0, 20.0, 36.0)
"""By how many points a section's pictures may be drawn smaller where that saves a page."""
NAME_LINES = 3
"""Room on the cover for a name of 80 letters, so that no name moves what stands below."""
HEAD_SHARE = 0.7
"""The share of a page that one part may take, so that a heading and another part fit beside it."""


def large_leaves(job: Job, text: SheetText) -> list[Leaf]:
    """The pages of one sheet in large print."""
    if text.kind == Kind.MIRROR:
        job = replace(job, subject=as_new_check(job.subject))
    room = body_room(job, text)
    groups = [_opening(job, text)]
    groups += [group for section in text.sections for group in _groups(section, job, room)]
    return large_pages(job, text, laid_out(groups, room, job.width))


def _opening(job: Job, text: SheetText) -> Group:
    """What the sheet is, and how to open the private link without a camera."""
    sketch, link = Sketch(job.width, 0), job.subject.link
    sketch.height = sketch.paragraph(0, 0, job.width, text.title, TITLE)
    if text.subtitle:
        sketch.height = _subtitle(sketch, text)
    if link:
        sketch.height = sketch.paragraph(0, sketch.height + 4, job.width, type_code(link, job), BODY)
    return Group(lambda _place: None, (fixed(sketch),))


def _subtitle(sketch: Sketch, text: SheetText) -> float:
    """The line under the title; on a cover, which names the runner, with room for any name. Returns the y below."""
    y = sketch.height
    if text.kind != Kind.COVER:
        return sketch.paragraph(0, y, sketch.width, text.subtitle, SUBTITLE)
    longest = NAME_LONGEST + len(cover_words().for_whom)
    lines = wrap(text.subtitle, SUBTITLE, sketch.width, longest)[:NAME_LINES]
    sketch.lines(0, y, lines, SUBTITLE)
    return y + NAME_LINES * SUBTITLE.lead


def _groups(section: Section, job: Job, room: float) -> Iterator[Group]:
    """A section as one group, or, where it holds a log, as what stands before it and the log."""
    logs = tuple(part for part in section.parts if isinstance(part, Log))
    if not logs:
        drawn = any(isinstance(part, Pictures) for part in section.parts)
        sizes = [_group(section, job, room, smaller) for smaller in (SMALLER if drawn else SMALLER[:1])]
        yield min(sizes, key=lambda group: pages_needed(group, room))
        return
    before = _group(section, job, room, 0.0).blocks
    for place, log in enumerate(logs):
        head = partial(_log_heading, section, log, before if place == 0 else (), job)
        yield Group(head, tuple(log_rows(log, job.width)), together=False, gap=LOG_GAP)


def _group(section: Section, job: Job, room: float, smaller: float) -> Group:
    """All but the logs of a section; its pictures are `smaller` by so many points than they need be."""
    if section.drill and (drill := _drill(section, job)).height <= room:
        return Group(lambda _place: None, (drill,))
    if section.filler:
        return Group(partial(_heading, section, job), (room_to_write(job.width),), filler=True)
    blocks: list[Block] = []
    core: set[int] = set()
    for part in _below_heading(section, job):
        drawn = part_blocks(_spoken(part, job), job.width, room * HEAD_SHARE, smaller)
        core |= set(range(len(blocks), len(blocks) + len(drawn))) if part in section.core else set()
        blocks += drawn
    return Group(partial(_heading, section, job), tuple(blocks), section.together, core=frozenset(core))


def _drill(section: Section, job: Job) -> Block:
    """A drill with its pictures at the left and its words beside them."""
    pictures = next(part for part in section.parts if isinstance(part, Pictures))
    words = Sketch(job.width - DRILL_PICTURE - 2 * GAP, 0)
    head = _heading(replace(section, level=3), job, (1, 1), words.width)
    words.height = words.place(head.build(head.height), 0, 0) if head else 0.0
    for part in section.parts:
        for block in part_blocks(part, words.width, 0.0) if part is not pictures else ():
            words.height = words.place(block.build(block.height), 0, words.height + DRILL_GAP)

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        sketch.place(picture_block(pictures.shown, DRILL_PICTURE).build(height), 0, 0)
        sketch.place(words, DRILL_PICTURE + 2 * GAP, (height - words.height) / 2)
        return sketch

    least = max(words.height, DRILL_HEIGHT)
    return Block(least, build, most=max(least, DRILL_PICTURE))


def _below_heading(section: Section, job: Job) -> Iterator[Part]:
    """The parts but a log, which is drawn row by row, and what stands beside the heading."""
    aside = _aside(section, job)
    yield from (part for part in section.parts if part is not aside and not isinstance(part, Log))


def _aside(section: Section, job: Job) -> Prose | None:
    """What an exercise needs, where it fits beside its heading, however many pages that names."""
    first, style = section.parts[0] if section.parts else None, HEADING[section.level]
    if not section.number or not isinstance(first, Prose) or first.tone != "small":
        return None
    words = job.say(wording.PART_OF, title=section.heading, part=9, parts=9)
    left = 2 * BADGE_RADIUS + 8 + one_line(words, style).width + 2 * GAP
    return first if left + one_line(first.text, BODY).width <= job.width else None


def _spoken(part: Part, job: Job) -> Part:
    """Behind the words on whom to call stand the clinic's phone number and hours."""
    if isinstance(part, Prose) and part.tone == "call":
        clinic = job.letterhead
        return replace(part, text="  ".join(filter(None, (part.text, clinic.phone, clinic.hours))))
    return part


def _heading(section: Section, job: Job, place: tuple[int, int], width: float = 0.0) -> Block | None:
    """The heading; over several pages each says which of them it is."""
    if not section.heading:
        return None
    words, style = section.heading, HEADING[section.level]
    if place[1] > 1:
        words = job.say(wording.PART_OF, title=words, part=place[0], parts=place[1])
    sketch, left = Sketch(width or job.width, 0), 0.0
    if section.number:
        left = 2 * BADGE_RADIUS + 8
        sketch.add(Disc(BADGE_RADIUS, style.lead / 2, BADGE_RADIUS, TEAL))
        sketch.text(BADGE_RADIUS, style.lead / 2 - BADGE.lead / 2, str(section.number), BADGE, "center")
    sketch.height = sketch.paragraph(left, 0, sketch.width - left, words, style)
    if place[0] == 1 and (aside := _aside(section, job)):
        sketch.text(job.width, style.rise - BODY.rise, aside.text, BODY, "right")
    return fixed(sketch)


def _log_heading(section: Section, log: Log, before: tuple[Block, ...], job: Job, place: tuple[int, int]) -> Block:
    """The heading and what the boxes are for on every page of a log; what is told of it on its first alone."""
    head, key = _heading(section, job, place), log_key(log, job.width)
    stacked = [*([head] if head else []), *(before if place[0] == 1 else ()), key]
    sketch = Sketch(job.width, 0)
    for block in stacked:
        sketch.height = sketch.place(block.build(block.height), 0, sketch.height) + 6
    sketch.height -= 6
    return fixed(sketch)
