"""The warm-up on one page, to be used standing: large pictures, how many, what to do, what to think of."""

from collections.abc import Sequence

from programs.pdf import wording
from programs.pdf.card_end import STOP, card_end
from programs.pdf.flow import Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.marks import cross, number, tick
from programs.pdf.page import body_height
from programs.pdf.panels import fixed
from programs.pdf.picture_row import picture_row
from programs.pdf.sketch import Box, Sketch
from programs.pdf.styles import DOSE, FAULT, HAIR, SAND, SMALL, STRONG, TEAL_0, WHITE, Style
from programs.plan import PrescribedExercise
from programs.sheets.cards_text import drills_of, own_of, usual_of, usual_words
from programs.sheets.order import Item

COLUMNS = 2
BETWEEN = 6.0
PAD = 6.0
PICTURES = 96.0
LEAST_PICTURE, MOST_ROW = 74.0, 150.0
ICON = 13.0
BADGE_ROOM = 21.0
NAME = Style("bold", 11.5, 13.5)
LEAD = Style("bold", 12.5, 16)


def warm_up_leaves(job: Job, _item: Item) -> list[Leaf]:
    """The warm-up card. Raises SheetError where no released stage of the plan has a warm-up."""
    drills = drills_of(job.plan)
    usual = usual_of(drills)
    own = [own_of(drill, usual) for drill in drills]
    rows = [_row(own[start : start + COLUMNS], start + 1, job) for start in range(0, len(own), COLUMNS)]
    subtitle = usual_words(usual, job.translate)
    bodies = pages_of([_lead(job), *rows, fixed(card_end(job))], body_height(job), job.width)
    return leaves(job, job.say(wording.WARM_UP_TITLE), subtitle, bodies)


def _lead(job: Job) -> Block:
    """How long it takes, and when to leave a drill out: the first thing read."""
    sketch, words = Sketch(job.width, 0), job.library.sheet
    y = sketch.paragraph(PAD + 4, PAD, job.width - 2 * PAD - 8, job.say(words.warm_up_help), LEAD)
    sketch.height = y + PAD - 1
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=SAND))
    return fixed(sketch)


def _row(drills: Sequence[PrescribedExercise], first: int, job: Job) -> Block:
    """Drills side by side in cards of one height, a last one alone across the page; pictures grow with the row."""
    width = (job.width - (len(drills) - 1) * BETWEEN) / len(drills)
    room = width - PICTURES - 2 * PAD
    texts = [_text(drill, first + place, job, room) for place, drill in enumerate(drills)]
    needed = max(*(text.height for text in texts), LEAST_PICTURE) + 2 * PAD - 2

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        for place, (drill, text) in enumerate(zip(drills, texts, strict=True)):
            sketch.place(_card(drill, text, (width, height), job), place * (width + BETWEEN), 0)
        return sketch

    return Block(needed, build, most=max(needed, MOST_ROW))


def _card(drill: PrescribedExercise, text: Sketch, size: tuple[float, float], job: Job) -> Sketch:
    sketch = Sketch(*size)
    sketch.add(Box(0, 0, *size, 6, fill=WHITE))
    sketch.add(Box(0, 0, PICTURES, size[1], 6, fill=TEAL_0))
    sketch.add(Box(PICTURES - 6, 0, 6, size[1], fill=TEAL_0))
    sketch.place(picture_row(drill.pictures, drill.leg, (PICTURES, size[1] - 8), job), 0, 4)
    sketch.place(text, PICTURES + PAD, (size[1] - text.height) / 2)
    sketch.add(Box(0, 0, *size, 6, stroke=HAIR))
    return sketch


def _text(drill: PrescribedExercise, place: int, job: Job, width: float) -> Sketch:
    """Name and how many, how to do it, what to think of, what not to do; its own stop rule where that differs."""
    say, sketch, dose = job.say, Sketch(width, 0), drill.dose
    number(sketch, 8, 7, place, 8)
    y = sketch.paragraph(BADGE_ROOM, 0, width - BADGE_ROOM, say(drill.name), NAME) + 2
    own = (dose.goal, dose.tempo, dose.hold, dose.rest, dose.days)
    manner = "  ·  ".join(say(part) for part in own if part)
    y = sketch.run_on(0, y, width, [(say(dose.start), DOSE), *([(manner, SMALL)] if manner else [])]) + 1
    y = sketch.paragraph(0, y, width, " ".join(map(say, (drill.set_up, *drill.steps))), FAULT) + 1
    faults = say(wording.FAULTS, faults=" ".join(map(say, drill.faults))) if drill.faults else ""
    for sign, sentence, style in ((tick, " ".join(map(say, drill.cues)), STRONG), (cross, faults, FAULT)):
        if sentence:
            sign(sketch, 5, y + 5.8, 4.6)
            y = sketch.paragraph(ICON, y, width - ICON, sentence, style) + 1
    for words, style in ((drill.note, SMALL), (drill.stop, STOP)):
        y = sketch.paragraph(0, y, width, say(words), style) if words else y
    sketch.height = y
    return sketch
