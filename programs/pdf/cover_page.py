"""The cover of a pack: whose it is, what is in it and what to do with each sheet, the next steps, the clinic.

What it says is the cover's text, the same on the screen; here it is only set.
"""

from programs.pdf.figures import figure
from programs.pdf.flow import Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.marks import empty_box, number
from programs.pdf.note import note_blocks
from programs.pdf.page import body_height
from programs.pdf.panels import call_line, even_columns, fixed, stacked
from programs.pdf.sketch import Art, Box, Sketch
from programs.pdf.styles import HAIR, INK_2, SAND, TEAL, TEAL_0, WHITE, Style
from programs.pdf.text import NAME_LONGEST, Line, wrap
from programs.sheets.cover_text import cover_text
from programs.sheets.handout_words import cover_words
from programs.sheets.order import Item
from programs.sheets.text import Facts, Listing, Part, Prose, Section
from programs.sheets.voice import Voice

RUNNER = "body/run"
HERO_HEIGHT = 150.0
NAMES = (Style("bold", 30, 35), Style("bold", 22, 26), Style("bold", 15, 18))
FOR_WHOM = Style("semibold", 12, 16, TEAL)
LEAD = Style("regular", 12, 16)
HEAD = Style("bold", 14, 18, TEAL)
ENTRY = Style("bold", 12, 15)
USE = Style("regular", 10.6, 13.2, INK_2)
STEP = Style("regular", 12, 15.5)
PLAIN = Style("regular", 11, 14.5)
CALL = Style("bold", 12, 16, TEAL)
STEP_ROOM = 26.0
EDGE = 12.0
COLUMN_GAP = 22.0
ONE_COLUMN = 4
MOST_NAME_LINES = 2


def cover_leaves(job: Job, item: Item) -> list[Leaf]:
    """The cover. It names the sheets of the order, and the leg in words as every page does."""
    text = cover_text(Voice(job.subject, job.library, job.translate, job.contents), item)
    lead, contents, *others = text.sections
    blocks = [
        _hero(job, lead),
        *note_blocks(job),
        _contents(contents, job),
        *(_section(section, job) for section in others[:-1]),
    ]
    blocks.append(_clinic(others[-1], job))
    return leaves(job, text.title, "", pages_of(blocks, body_height(job), job.width))


def _hero(job: Job, lead: Section) -> Block:
    """The runner's name as large as it fits, beside the picture of a runner."""
    drawn, sketch = figure(RUNNER), Sketch(job.width, HERO_HEIGHT)
    high = HERO_HEIGHT - 2 * EDGE
    wide = high * drawn.width / drawn.height
    sketch.add(Box(0, 0, job.width, HERO_HEIGHT, 10, fill=TEAL_0))
    sketch.add(Art(job.width - wide - 2 * EDGE, EDGE, wide, high, RUNNER, flipped=False))
    words = _greeting(job, lead, job.width - wide - 5 * EDGE)
    sketch.place(words, 2 * EDGE, (HERO_HEIGHT - words.height) / 2)
    return fixed(sketch)


def _greeting(job: Job, lead: Section, width: float) -> Sketch:
    """For whom it was made, then the lead; without name and code the lead alone."""
    sketch, y = Sketch(width, 0), 0.0
    if name := job.who.name or job.who.code:
        y = sketch.text(0, y, job.say(cover_words().for_whom).partition("{name}")[0].strip(), FOR_WHOM)
        style, lines = _fitting(name, width)
        y = sketch.lines(0, y, lines, style) + 8
    for part in lead.parts:
        if isinstance(part, Prose):
            y = sketch.paragraph(0, y, width, part.text, LEAD)
    sketch.height = y
    return sketch


def _fitting(name: str, width: float) -> tuple[Style, tuple[Line, ...]]:
    """The name in the largest style in which it takes two lines at most; the smallest takes any name of 80 letters."""
    for style in NAMES:
        lines = wrap(name, style, width, NAME_LONGEST)
        if len(lines) <= MOST_NAME_LINES:
            return style, lines
    return NAMES[-1], lines


def _contents(section: Section, job: Job) -> Block:
    """Each sheet with what to do with it; many of them in two columns."""
    rows = [row for part in section.parts if isinstance(part, Facts) for row in part.rows]
    columns = 1 if len(rows) <= ONE_COLUMN else 2
    width = (job.width - (columns - 1) * COLUMN_GAP) / columns
    sketch = Sketch(job.width, 0)
    y = sketch.text(0, 0, section.heading, HEAD) + 4
    items = [_entry(place, row, width) for place, row in enumerate(rows, 1)]
    stacks = even_columns(items, width) if columns == 2 else (stacked(items, width),)
    for place, stack in enumerate(stacks):
        sketch.place(stack, place * (width + COLUMN_GAP), y)
    sketch.height = y + max(stack.height for stack in stacks)
    return fixed(sketch)


def _entry(place: int, row: tuple[str, str], width: float) -> Sketch:
    sketch = Sketch(width, 0)
    number(sketch, 9, 9, place)
    y = sketch.paragraph(STEP_ROOM, 0, width - STEP_ROOM, row[0], ENTRY)
    sketch.height = sketch.paragraph(STEP_ROOM, y, width - STEP_ROOM, row[1], USE) + 7
    return sketch


def _section(section: Section, job: Job) -> Block:
    """Steps with a box to tick before each under their heading, or a few words beside it."""
    sketch, inner = Sketch(job.width, 0), job.width - 2 * EDGE
    prose = [(part.text, PLAIN) for part in section.parts if isinstance(part, Prose)]
    y = sketch.run_on(EDGE, EDGE - 3, inner, [(section.heading, HEAD), *prose]) + 3
    for part in section.parts:
        y = _listed(sketch, y, part, inner)
    sketch.height = y + EDGE - 5
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 8, fill=SAND))
    return fixed(sketch)


def _listed(sketch: Sketch, y: float, part: Part, inner: float) -> float:
    for item in part.items if isinstance(part, Listing) else ():
        empty_box(sketch, EDGE + 1, y + 2, 11)
        y = sketch.paragraph(EDGE + STEP_ROOM - 4, y, inner - STEP_ROOM + 4, item, STEP) + 4
    return y


def _clinic(section: Section, job: Job) -> Block:
    """Whom to call and when, where the clinic is, and what all this is not."""
    clinic, sketch, inner = job.letterhead, Sketch(job.width, 0), job.width - 2 * EDGE
    y = sketch.text(EDGE, EDGE - 3, section.heading, HEAD) + 2
    y = sketch.paragraph(EDGE, y, inner, ", ".join(filter(None, (clinic.name, *clinic.address))), PLAIN) + 2
    y = sketch.paragraph(EDGE, y, inner, call_line(job), CALL) + 3
    for part in section.parts:
        if isinstance(part, Prose) and part.tone != "call":
            y = sketch.paragraph(EDGE, y, inner, part.text, PLAIN) + 1
    sketch.height = y + EDGE - 4
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 8, fill=WHITE, stroke=HAIR))
    return fixed(sketch)
