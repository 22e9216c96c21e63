"""What a runner saw in the mirror, leg by leg, what it may mean, and what to do now."""

from collections.abc import Sequence

from programs.pdf.figures import figure
from programs.pdf.flow import Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.marks import number, tick
from programs.pdf.note import note_blocks
from programs.pdf.page import body_height
from programs.pdf.panels import PAD, fixed, help_panel, side_by_side
from programs.pdf.sketch import Art, Box, Sketch
from programs.pdf.styles import (
    AMBER,
    AMBER_1,
    BODY,
    FIELD,
    GREEN_1,
    HAIR,
    INK,
    PANEL,
    SAND,
    SMALL,
    SMALL_STRONG,
    STRONG,
    TEAL,
    TEAL_0,
    WHITE,
    Style,
)
from programs.pdf.text import one_line
from programs.sheets.handout_words import seen_words
from programs.sheets.order import NAMES, Item, Kind, SheetError
from programs.sheets.seen import Seen, SeenLeg, SeenSign

HEADLINE = Style("bold", 15, 18, TEAL)
LEAD = Style("regular", 10.6, 13.2)
LEG_TITLE = Style("bold", 12, 15, WHITE)
TAG = Style("bold", 9.4, 12)
STEP_ROOM = 22.0
BADGE_HEIGHT = 22.0
GAP = 8.0
CELL_GAP = 6.0
SIGNS = 2
LEAST_PICTURE, MOST_PICTURE = 84.0, 172.0
TAG_GROUNDS = {"clear": AMBER_1, "possible": AMBER_1, "none": GREEN_1}


def seen_leaves(job: Job, item: Item) -> list[Leaf]:
    """What was seen, on one page where it fits. Raises SheetError where there is nothing to tell.

    When to get help stands here too, unless a stage's sheet of the same order says it.
    """
    seen = job.subject.seen
    if seen is None:
        raise SheetError("nothing was seen")
    blocks = [*note_blocks(job), _lead(job, seen), _legs(job, seen), _why(job, seen)]
    blocks += [_cautions(job, seen)] if seen.cautions else []
    blocks.append(_now(job, seen))
    if not any(other.kind in (Kind.STAGE, Kind.PLAN) for other in (*job.contents, item)):
        blocks.append(help_panel(job))
    bodies = pages_of(blocks, body_height(job), job.width)
    return leaves(job, job.say(NAMES[Kind.SEEN]), "", bodies)


def _lead(job: Job, seen: Seen) -> Block:
    """What the pattern is called and what it may mean."""
    sketch = Sketch(job.width, 0)
    y = sketch.paragraph(0, 0, job.width, seen.title, HEADLINE) + 2
    sketch.height = sketch.paragraph(0, y, job.width, " ".join(seen.lead), LEAD, longest=1200) + 2
    return fixed(sketch)


def _legs(job: Job, seen: Seen) -> Block:
    """Both legs side by side as in a mirror: the left one at the left. Pictures grow where a page has room."""
    width = (job.width - GAP) / 2
    least = _side_by_side(job, seen, width, LEAST_PICTURE, 0).height
    most = _side_by_side(job, seen, width, MOST_PICTURE, 0).height

    def build(height: float) -> Sketch:
        return _side_by_side(job, seen, width, LEAST_PICTURE + height - least, height)

    return Block(least, build, most=most)


def _side_by_side(job: Job, seen: Seen, width: float, picture: float, height: float) -> Sketch:
    words, sketch = seen_words(), Sketch(job.width, 0)
    y = sketch.run_on(0, 0, job.width, [(job.say(words.title), PANEL), (job.say(words.own_answers), SMALL)]) + 3
    cards = [_leg_card(job, leg, width, picture) for leg in seen.legs]
    tallest = max(height - y, *(card.height for card in cards))
    for card, leg in zip(cards, seen.legs, strict=True):
        x = width + GAP if leg.flipped else 0.0
        sketch.add(Box(x, y, width, tallest, 6, fill=WHITE, stroke=HAIR))
        sketch.place(card, x, y)
    sketch.height = y + tallest
    return sketch


def _leg_card(job: Job, leg: SeenLeg, width: float, picture: float) -> Sketch:
    """One stance leg under its own name, dark behind it, in a gray print too."""
    sketch, inner = Sketch(width, 0), width - 2 * PAD
    sketch.add(Box(0, 0, width, BADGE_HEIGHT, 6, fill=INK if leg.flipped else TEAL))
    sketch.text(PAD + 2, 3.5, leg.title or job.say(seen_words().legs[leg.leg]), LEG_TITLE)
    _tag(sketch, leg)
    cell, ends = (inner - CELL_GAP) / SIGNS, [BADGE_HEIGHT]
    for place, sign in enumerate(leg.signs):
        room = (PAD + place * (cell + CELL_GAP), BADGE_HEIGHT + 6, cell)
        ends.append(_sign(sketch, room, sign, leg, picture))
    y = sketch.paragraph(PAD, max(ends) + 4, inner, leg.sentence, BODY) + 3
    y = _facts(sketch, y, leg)
    if leg.looked:
        y = sketch.paragraph(PAD, y + 4, inner, leg.looked, STRONG) + 3
    sketch.height = y + PAD - 3
    return sketch


def _tag(sketch: Sketch, leg: SeenLeg) -> None:
    """What was found in two or three words, flush right in the leg's badge."""
    if not leg.tag:
        return
    line = one_line(leg.tag, TAG)
    left = sketch.width - PAD - line.width - 14
    ground = TAG_GROUNDS.get(leg.state, WHITE)
    sketch.add(Box(left, 3.5, line.width + 14, 15, 7.5, fill=ground, stroke=FIELD))
    sketch.lines(left + 7, 5, (line,), TAG)


def _facts(sketch: Sketch, y: float, leg: SeenLeg) -> float:
    """The other answers in two columns. Returns the y below."""
    cell = (sketch.width - 2 * PAD) / 2
    for start in range(0, len(leg.facts), 2):
        ends = [y]
        for place, (name, answer) in enumerate(leg.facts[start : start + 2]):
            ends.append(sketch.run_on(PAD + place * cell, y, cell - 6, [(f"{name}:", SMALL), (answer, SMALL_STRONG)]))
        y = max(ends)
    return y


def _sign(sketch: Sketch, room: tuple[float, float, float], sign: SeenSign, leg: SeenLeg, picture: float) -> float:
    """The chosen card, or the answer in words where there is no picture of it. Returns the y below."""
    x, y, width = room
    sketch.add(Box(x, y, width, picture + 4, 4, fill=TEAL_0))
    if sign.figure:
        slug = f"mirror/{sign.figure}"
        drawn = figure(slug)
        scale = min(picture / drawn.height, (width - 4) / drawn.width)
        wide, high = drawn.width * scale, drawn.height * scale
        sketch.add(Art(x + (width - wide) / 2, y + 2 + picture - high, wide, high, slug, leg.flipped))
    else:
        sketch.text(x + width / 2, y + picture / 2 - 10, "?", HEADLINE, "center")
    return sketch.run_on(x, y + picture + 7, width, [(f"{sign.name}:", BODY), (sign.answer, STRONG)])


def _why(job: Job, seen: Seen) -> Block:
    """The pain as it was told, and the sentences of the rules."""
    words = seen_words()
    left = Sketch(job.width * 0.36 - 2 * PAD, 0)
    y = left.text(0, 0, job.say(words.pain_title), PANEL) + 1
    for name, answer in seen.pain:
        y = left.run_on(0, y, left.width, [(f"{name}:", BODY), (answer, STRONG)]) + 1
    left.height = y
    right = Sketch(job.width - left.width - 5 * PAD, 0)
    y = right.text(0, 0, seen.reasons_title or job.say(words.why_title), PANEL) + 1
    right.height = _dotted(right, y, _other_reasons(seen))
    return fixed(side_by_side(left, right, job, grounds=(SAND, None)))


def _other_reasons(seen: Seen) -> list[str]:
    """The reasons that do not stand on this page already: below a leg's pictures, or as a caution."""
    said = [*(words for leg in seen.legs for words in (leg.sentence, leg.looked)), *seen.cautions]
    return [item for item in seen.reasons if not any(item in words for words in said)]


def _dotted(sketch: Sketch, y: float, sentences: Sequence[str]) -> float:
    for sentence in sentences:
        sketch.add(Box(0.5, y + 3.6, 4.2, 4.2, 1, fill=TEAL))
        y = sketch.paragraph(11, y, sketch.width - 11, sentence, BODY) + 2
    return y


def _cautions(job: Job, seen: Seen) -> Block:
    sketch = Sketch(job.width, 0)
    y = sketch.text(PAD + 4, PAD - 2, job.say(seen_words().care_title), PANEL) + 1
    for sentence in seen.cautions:
        y = sketch.paragraph(PAD + 4, y, job.width - 2 * PAD - 4, sentence, BODY) + 2
    sketch.height = y + PAD - 4
    sketch.marks[:0] = [
        Box(0, 0, job.width, sketch.height, 6, fill=WHITE, stroke=AMBER, line=0.9),
        Box(0, 0, 5, sketch.height, 2, fill=AMBER),
    ]
    return fixed(sketch)


def _now(job: Job, seen: Seen) -> Block:
    """What to do now, in order; below it what is fine until then."""
    words, sketch, inner = seen_words(), Sketch(job.width, 0), job.width - 2 * PAD
    y = sketch.text(PAD, PAD - 2, job.say(words.next_title), PANEL) + 3
    for place, sentence in enumerate(seen.next_steps, 1):
        number(sketch, PAD + 7, y + 6, place, 7)
        y = sketch.paragraph(PAD + STEP_ROOM, y, inner - STEP_ROOM, sentence, LEAD) + 4
    if seen.until_then:
        y = sketch.text(PAD, y + 1, job.say(words.until_title), PANEL) + 3
    for sentence in seen.until_then:
        tick(sketch, PAD + 7, y + 6, 5)
        y = sketch.paragraph(PAD + STEP_ROOM, y, inner - STEP_ROOM, sentence, LEAD) + 3
    sketch.height = y + PAD - 4
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=TEAL_0))
    return fixed(sketch)
