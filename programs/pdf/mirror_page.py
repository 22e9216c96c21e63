"""The mirror check on paper: a page for each stance leg, so that the two can never be mixed up.

It needs no plan and no name. What is asked comes from the question set, so that paper and web ask the same.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from programs.pdf.figures import figure
from programs.pdf.flow import GAP, Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.mirror_cards import LEAST_PICTURE, MOST_PICTURE, look_card, question_part
from programs.pdf.page import body_height
from programs.pdf.panels import PAD, fixed, side_by_side, stacked
from programs.pdf.sketch import Art, Box, Sketch, Stroke
from programs.pdf.styles import (
    BODY,
    FIELD,
    HAIR,
    INK,
    NUMBER,
    PANEL,
    RED,
    SAND,
    SMALL,
    STRONG,
    TEAL,
    TEAL_0,
    WHITE,
    Style,
)
from programs.sheets import wording
from programs.sheets.handout_words import mirror_words
from programs.sheets.order import Item, as_new_check
from screening.questions import LEGS, Page, Question, load_questions

BADGE_HEIGHT = 25.0
BADGE_WORDS = Style("bold", 15, 18, WHITE)
BADGE_HELP = Style("semibold", 9.8, 12, WHITE)
WARNING = Style("semibold", 9.8, 11.9, RED)
WARNING_TITLE = Style("bold", 11, 14, RED)
FIGURE_WIDTH = 39.0
LINE_HEIGHT = 22.0
STEP_ROOM = 15.0
SET_UP_SHARE = 0.6


def mirror_leaves(job: Job, _item: Item) -> list[Leaf]:
    """Two pages: how to get ready with the left leg, then the right leg with what to do with the sheet.

    It is a new check, whatever plan there is: both legs are looked at alike, and the day is not that of an earlier one.
    """
    edition = job.say(mirror_words().questions, version=load_questions().version)
    job = replace(job, subject=as_new_check(job.subject), edition=edition)
    left, right = LEGS
    parts = [[_top(job), _ready(job), *_leg(job, left)], [_top(job), *_leg(job, right), _end(job)]]
    bodies = [body for part in parts for body in pages_of(part, body_height(job), job.width)]
    return leaves(job, job.say(wording.MIRROR_TITLE), job.say(mirror_words().subtitle), bodies)


def _top(job: Job) -> Block:
    """Lines to write on: the name where none is known, the date, who watched."""
    words = mirror_words()
    labels = [] if job.who.name or job.who.code else [words.name]
    labels += [words.date, words.watched_by]
    sketch, shares = Sketch(job.width, LINE_HEIGHT), {words.name: 2.0, words.date: 1.0, words.watched_by: 1.7}
    unit = (job.width - GAP * 2 * (len(labels) - 1)) / sum(shares[label] for label in labels)
    x = 0.0
    for label in labels:
        wide = unit * shares[label]
        sketch.add(Stroke(((x, 12), (x + wide, 12)), FIELD, 0.8))
        sketch.text(x, 12, job.say(label), SMALL)
        x += wide + 2 * GAP
    return fixed(sketch)


def _ready(job: Job) -> Block:
    """What to have at hand and where to stand; beside it what comes before the check and what ends it."""
    words = mirror_words()
    left_width = job.width * SET_UP_SHARE - 2 * PAD
    left = Sketch(left_width, 0)
    y = left.text(0, 0, job.say(words.set_up_title), PANEL)
    for sentence in words.set_up:
        left.add(Box(0.5, y + 3.4, 4.2, 4.2, 1, fill=TEAL))
        y = left.paragraph(11, y, left_width - 11, job.say(sentence), BODY)
    left.height = y
    right = Sketch(job.width - left_width - 5 * PAD, 0)
    y = right.text(0, 0, job.say(words.before_title), WARNING_TITLE)
    for sentence in words.before:
        y = right.paragraph(0, y, right.width, job.say(sentence), BODY) + 3
    right.height = y
    return fixed(side_by_side(left, right, job, grounds=(SAND, None)))


def _leg(job: Job, leg: str) -> list[Block]:
    """Everything of one stance leg, under its badge."""
    pages = [page for page in load_questions().pages if page.leg == leg and page.questions]
    looks = [page for page in pages if page.questions[0].kind == "cards" and not page.when]
    again = {page.questions[0].like: page for page in pages if page.when}
    told = [question for page in pages for question in page.questions if question.kind != "cards"]
    return [
        fixed(stacked([_badge(job, leg), _how(job, leg)], job.width)),
        _looks(job, looks, [again.get(_base(page)) for page in looks]),
        _answers(job, told),
    ]


def _base(page: Page) -> str:
    """The key of a page's question without its leg, as a second look names it."""
    return page.questions[0].key.removeprefix(f"{page.leg}_")


def _badge(job: Job, leg: str) -> Sketch:
    """The leg in words: the left one's at the left edge, the right one's at the right."""
    words, sketch = mirror_words(), Sketch(job.width, BADGE_HEIGHT + 4)
    sketch.add(Box(0, 0, job.width, BADGE_HEIGHT, 6, fill=TEAL if leg == "left" else INK))
    left = leg == "left"
    sketch.text(
        12 if left else job.width - 12, 3.5, job.say(words.badge[leg]), BADGE_WORDS, "left" if left else "right"
    )
    help_x = job.width - 12 if left else 12
    sketch.text(help_x, 6.5, job.say(words.pictures[leg]), BADGE_HELP, "right" if left else "left")
    return sketch


def _how(job: Job, leg: str) -> Sketch:
    """How to stand and bend on this leg, beside the picture of it."""
    words, drawn = mirror_words(), figure("mirror/squat-start")
    sketch, x = Sketch(job.width, 0), FIGURE_WIDTH + 10
    y = 2.0
    for place, step in enumerate(words.steps[leg], 1):
        sketch.text(x + STEP_ROOM - 5, y, str(place), NUMBER, "right")
        y = sketch.paragraph(x + STEP_ROOM, y, job.width - x - STEP_ROOM, job.say(step), BODY) + 1
    y = sketch.run_on(x, y + 2, job.width - x, [(job.say(words.caution), WARNING), (job.say(words.had_to_stop), BODY)])
    high = FIGURE_WIDTH * drawn.height / drawn.width
    sketch.height = max(y, high)
    sketch.add(Art(0, (sketch.height - high) / 2, FIGURE_WIDTH, high, "mirror/squat-start", leg == "right"))
    return sketch


def _looks(job: Job, looks: Sequence[Page], again: Sequence[Page | None]) -> Block:
    """The looks side by side, with pictures as large as the page has room for."""
    width = (job.width - GAP * (len(looks) - 1)) / len(looks)

    def build(height: float, picture: float | None = None) -> Sketch:
        drawn = partial(_cards, job, looks, again, width)
        return drawn(picture or LEAST_PICTURE + height - least, height)

    least = _cards(job, looks, again, width, LEAST_PICTURE, 0).height
    most = _cards(job, looks, again, width, MOST_PICTURE, 0).height
    return Block(least, build, most=most)


def _cards(
    job: Job, looks: Sequence[Page], again: Sequence[Page | None], width: float, picture: float, height: float
) -> Sketch:
    cards = [look_card(page, second, job, width, picture) for page, second in zip(looks, again, strict=True)]
    sketch = Sketch(job.width, max(height, *(card.height for card in cards)))
    for place, card in enumerate(cards):
        x = place * (width + GAP)
        sketch.add(Box(x, 0, width, sketch.height, 6, fill=WHITE, stroke=HAIR))
        sketch.place(card, x, 0)
    return sketch


def _answers(job: Job, questions: Sequence[Question]) -> Block:
    """The other questions of a leg in two columns of nearly equal height."""
    width = (job.width - 4 * PAD) / 2
    parts = [question_part(question, job, width) for question in questions]
    for part in parts:
        part.height += 5
    half = min(range(len(parts) + 1), key=lambda cut: max(_tall(parts[:cut]), _tall(parts[cut:])))
    columns = (stacked(parts[:half], width), stacked(parts[half:], width))
    sketch = Sketch(job.width, max(column.height for column in columns) + 2 * PAD - 5)
    sketch.add(Box(0, 0, job.width, sketch.height, 6, fill=WHITE, stroke=HAIR))
    for place, column in enumerate(columns):
        sketch.place(column, PAD + place * (width + 2 * PAD), PAD)
    return fixed(sketch)


def _tall(parts: Sequence[Sketch]) -> float:
    return sum(part.height for part in parts)


def _end(job: Job) -> Block:
    """What to do with the sheet, and that it judges nothing."""
    words, sketch = mirror_words(), Sketch(job.width, 0)
    inner = job.width - 2 * PAD
    y = sketch.text(PAD, PAD - 2, job.say(words.done_title), PANEL)
    first, *others = words.done
    y = sketch.paragraph(PAD, y, inner, job.say(first), STRONG) + 1
    for sentence in others:
        y = sketch.paragraph(PAD, y, inner, job.say(sentence), BODY) + 1
    sketch.height = y + PAD - 3
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=TEAL_0))
    return fixed(sketch)
