"""Keeping what was gained, on one page: the drills, a year to tick, when to look again, when to step back."""

from collections.abc import Iterator

from programs.pdf import wording
from programs.pdf.card_end import STOP, card_end
from programs.pdf.flow import Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.marks import caution, cross, number, tick
from programs.pdf.page import body_height
from programs.pdf.panels import PAD, fixed
from programs.pdf.picture_row import picture_row
from programs.pdf.sketch import Box, Disc, Sketch
from programs.pdf.styles import (
    BODY,
    DOSE,
    EXERCISE,
    FAULT,
    HAIR,
    PANEL,
    SAND,
    SMALL,
    STRONG,
    TEAL,
    TEAL_0,
    WHITE,
    Style,
)  # fmt: skip
from programs.pdf.upkeep_year import year
from programs.plan import PrescribedExercise, Stage
from programs.sheets.order import UPKEEP_STAGE, Item, stage_of

PICTURES = 100.0
LEAST_PICTURE, MOST_DRILL = 84.0, 170.0
EDGE = 6.0
ICON = 13.0
LIGHTS = (0.22, 0.34, 0.44)
"""The share of the width of each light: the red one says most."""
SIGN = 14.0
BADGE_ROOM = 22.0
SIDE = Style("semibold", 9.2, 11)
DRILL_NAME = Style("semibold", 8.4, 10.3)


def upkeep_leaves(job: Job, _item: Item) -> list[Leaf]:
    """The keep-it card. Raises SheetError where upkeep is not planned or staff have yet to release it."""
    stage = stage_of(job.plan, UPKEEP_STAGE)
    drills = [_drill(exercise, place, job) for place, exercise in enumerate(stage.exercises, 1)]
    blocks = [_rhythm(stage, job), *drills, fixed(year(job)), *_warm_up(stage, job), _pain(job)]
    bodies = pages_of(blocks, body_height(job), job.width)
    return leaves(job, job.say(wording.UPKEEP_TITLE), job.say(stage.aim), bodies)


def _rhythm(stage: Stage, job: Job) -> Block:
    """How often, when to look again, when to step back, and which leg starts: the first thing read."""
    sketch, y = Sketch(job.width, 0), PAD - 3
    for sentence in (*stage.gate, *filter(None, [job.plan.both_legs])):
        sketch.add(Disc(PAD + 2, y + 6, 1.7, TEAL))
        y = sketch.paragraph(PAD + 9, y, job.width - 2 * PAD - 9, job.say(sentence), STRONG) + 0.5
    sketch.height = y + PAD - 4
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=SAND))
    return fixed(sketch)


def _drill(exercise: PrescribedExercise, place: int, job: Job) -> Block:
    """One drill with its start and finish; room left over makes its pictures larger."""
    text = _text(exercise, place, job, job.width - PICTURES - 2 * EDGE)
    needed = max(text.height + 2 * EDGE - 5, LEAST_PICTURE)
    pictures = tuple(picture for picture in exercise.pictures if not picture.mark)

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        sketch.add(Box(0, 0, job.width, height, 6, fill=WHITE))
        sketch.add(Box(0, 0, PICTURES, height, 6, fill=TEAL_0), Box(PICTURES - 6, 0, 6, height, fill=TEAL_0))
        sketch.place(picture_row(pictures, exercise.leg, (PICTURES, height - 6), job), 0, 3)
        sketch.place(text, PICTURES + EDGE, (height - text.height) / 2)
        sketch.add(Box(0, 0, job.width, height, 6, stroke=HAIR))
        return sketch

    return Block(needed, build, most=max(needed, MOST_DRILL))


def _text(exercise: PrescribedExercise, place: int, job: Job, width: float) -> Sketch:
    """Name, dose, how to do it, what to think of, when to stop this one."""
    say, sketch = job.say, Sketch(width, 0)
    number(sketch, 8.2, 7.4, place, 8.2)
    if exercise.equipment:
        needed = say(wording.EQUIPMENT, things=say(exercise.equipment))
        sketch.text(width, EXERCISE.rise - SMALL.rise, needed, SMALL, "right")
    y = sketch.paragraph(BADGE_ROOM, 0, width - BADGE_ROOM, say(exercise.name), EXERCISE) + 1
    y = sketch.run_on(0, y, width, [(say(exercise.dose.start), DOSE), ("  ·  ".join(_dose(exercise, job)), SMALL)]) + 1
    how = [(say(exercise.side_rule), SIDE)] if exercise.side_rule else []
    how.append((" ".join(map(say, (exercise.set_up, *exercise.steps))), FAULT))
    y = sketch.run_on(0, y, width, how) + 1
    if exercise.cues:
        tick(sketch, 5, y + 5.8, 4.6)
        y = sketch.paragraph(ICON, y, width - ICON, " ".join(map(say, exercise.cues)), STRONG) + 1
    sketch.height = sketch.paragraph(0, y, width, say(exercise.stop), STOP) if exercise.stop else y
    return sketch


def _dose(exercise: PrescribedExercise, job: Job) -> Iterator[str]:
    """How far to build up, how often, and each further number with its name."""
    dose = exercise.dose
    named = ((wording.GOAL, dose.goal), ("", dose.days), (wording.HOLD, dose.hold), (wording.TEMPO, dose.tempo))
    for name, value in (*named, (wording.REST, dose.rest)):
        if value:
            yield f"{job.say(name)}: {job.say(value)}" if name else job.say(value)


def _warm_up(stage: Stage, job: Job) -> Iterator[Block]:
    """The drills before a run in one paragraph: how many, and what to think of."""
    if not stage.warm_up:
        return
    say, sketch = job.say, Sketch(job.width, 0)
    parts = [(say(job.library.sheet.warm_up_title), STRONG), (say(job.library.sheet.warm_up_help), SMALL)]
    for drill in stage.warm_up:
        parts += [(say(drill.name), DRILL_NAME), (f"{say(drill.dose.start)}. {' '.join(map(say, drill.cues))}", SMALL)]
    sketch.height = sketch.run_on(0, 0, job.width, parts)
    yield fixed(sketch)


def _pain(job: Job) -> Block:
    """The pain rule as three lights side by side, when to stop, and whom to call."""
    sketch, words = Sketch(job.width, 0), job.library.sheet
    top = bottom = sketch.text(0, 0, job.say(wording.PAIN_TITLE), PANEL) + 1
    x = 0.0
    for sign, light, share in zip((tick, caution, cross), words.pain_rule, LIGHTS, strict=True):
        sign(sketch, x + 5.5, top + 6, 5)
        lead = [(job.say(light.pain), STRONG), (job.say(light.sentence), BODY)]
        bottom = max(bottom, sketch.run_on(x + SIGN, top, share * job.width - SIGN - PAD, lead))
        x += share * job.width
    sketch.height = sketch.place(card_end(job), 0, bottom + 3)
    return fixed(sketch)
