"""The pocket card: one sheet folded to a little book of eight, with everything that every page carries."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice, repeat

from programs.library_content import Light
from programs.pdf import wording
from programs.pdf.booklet import PANELS, booklet, panel_size
from programs.pdf.grid import Numbered
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, Place
from programs.pdf.marks import caution, cross, tick
from programs.pdf.page import edition
from programs.pdf.panels import call_line
from programs.pdf.pocket_cover import Said, cover_panel, on_cover, said_of
from programs.pdf.pocket_exercises import exercise_panels
from programs.pdf.pocket_panels import (
    FAINT,
    HEAD,
    RED_HEAD,
    STRONG,
    TEXT,
    Size,
    about_panels,
    fold_panel,
    gate_panels,
    help_panels,
    joined,
    log_panel,
    note_panels,
    notes_panel,
    warm_up_panels,
)
from programs.pdf.sketch import Sketch
from programs.pdf.styles import TEAL, Style
from programs.plan import PrescribedExercise, Stage

INSIDE = PANELS - 2
"""Panels between the cover and the back."""
SIGN = 12.0
CALL = Style("semibold", 8.4, 10, TEAL)


def pocket_leaves(
    job: Job, stage: Stage, exercises: Sequence[Numbered], drills: Sequence[PrescribedExercise], waits: Sequence[str]
) -> list[Leaf]:
    """One sheet for every six panels: exercises, warm-up, the gate, when to get help, then what there is room for.

    Before them all, the clinic's note.
    """
    size, said = panel_size(job.paper), said_of(job, stage, waits)
    cover = on_cover(job, stage, said, size)
    get_help, after = _told(job, stage, drills, said.without(cover), size)
    told = [[panel] for panel in note_panels(job, size)]
    whole = [*told, *exercise_panels(exercises, job, size), *([panel] for panel in after)]
    inside = _filled(job, whole, get_help, size)
    starts = range(0, len(inside), INSIDE)
    return [partial(_sheet, job, stage, cover, inside[start : start + INSIDE]) for start in starts]


def _told(
    job: Job, stage: Stage, drills: Sequence[PrescribedExercise], about: Sequence[str], size: Size
) -> tuple[list[Sketch], list[Sketch]]:
    """When to get help, which ends the first sheet; and the warm-up and the gate, which follow the exercises.

    What the cover has no room for shares a panel with one of these, where one has the room.
    """
    last = max(planned.number for planned in job.plan.stages)
    get_help, rest = help_panels(job, size), warm_up_panels(drills, job, size)
    fold = [] if _fold_fits(job, size) else [fold_panel(job, size)]
    for more in (about_panels(about, job, size), gate_panels(stage, last, job, size), fold):
        under_help = joined(get_help, more, size)
        if len(under_help) == len(get_help):
            get_help = under_help
        else:
            rest = joined(rest, more, size)
    return get_help, rest


def _filled(job: Job, whole: Sequence[list[Sketch]], get_help: list[Sketch], size: Size) -> list[Sketch]:
    """What belongs together on one sheet, with when to get help at the end of the first.

    Where there is room stand boxes to tick, once, and room for notes.
    """
    spare = chain([log_panel(job, size)], repeat(notes_panel(job, size)))
    panels: list[Sketch] = []
    for group in whole:
        if len(group) > _room(panels, get_help):
            panels = _ended(panels, get_help, spare)
        panels += group
    return _ended(panels, get_help, spare)


def _room(panels: Sequence[Sketch], get_help: Sequence[Sketch]) -> int:
    """How many panels the sheet still has; the end of the first is taken."""
    return INSIDE - len(get_help) - len(panels) if len(panels) < INSIDE else -len(panels) % INSIDE


def _ended(panels: Sequence[Sketch], get_help: Sequence[Sketch], spare: Iterator[Sketch]) -> list[Sketch]:
    """The sheet filled to its end."""
    filled = [*panels, *islice(spare, _room(panels, get_help))]
    return [*filled, *get_help] if len(filled) < INSIDE else filled


def _sheet(job: Job, stage: Stage, said: Said, inside: Sequence[Sketch], place: Place) -> Sketch:
    """Cover and back around six panels; both carry what stands on every page."""
    size = panel_size(job.paper)
    cover, back = cover_panel(job, stage, said, place, size), back_panel(job, size)
    return booklet([cover, *inside, back], job.paper)


def back_panel(job: Job, size: Size) -> Sketch:
    """How much pain is all right, when to stop, whom to ask; at the foot what this card is not, and its edition."""
    sketch, upper, foot = Sketch(*size), _upper(job, size[0]), _foot(job, size[0])
    sketch.place(upper, 0, 0)
    if _fold_fits(job, size):
        sketch.place(fold_panel(job, size), 0, upper.height + 4)
    sketch.place(foot, 0, size[1] - foot.height)
    return sketch


def _fold_fits(job: Job, size: Size) -> bool:
    """Whether the back has the room for how to fold it."""
    taken = _upper(job, size[0]).height + _foot(job, size[0]).height
    return taken + fold_panel(job, size).height + 8 <= size[1]


def _upper(job: Job, width: float) -> Sketch:
    sketch, words = Sketch(width, 0), job.library.sheet
    y = sketch.paragraph(0, 0, width, job.say(wording.PAIN_TITLE), HEAD) + 2
    for sign, light in zip((tick, caution, cross), words.pain_rule, strict=True):
        sign(sketch, 4.5, y + 5, 4.2)
        y = _light(sketch, y, light, job) + 2
    y = sketch.paragraph(0, y + 3, width, job.say(wording.STOP_TITLE), RED_HEAD)
    for sentence in (*words.stop_rule.sentences, words.form_rule):
        y = sketch.paragraph(0, y, width, job.say(sentence), TEXT) + 1
    sketch.height = sketch.paragraph(0, y + 3, width, call_line(job), CALL)
    return sketch


def _light(sketch: Sketch, y: float, light: Light, job: Job) -> float:
    parts = [(job.say(light.pain), STRONG), (job.say(light.sentence), TEXT)]
    return sketch.run_on(SIGN, y, sketch.width - SIGN, parts)


def _foot(job: Job, width: float) -> Sketch:
    sketch, words = Sketch(width, 0), job.library.sheet
    y = sketch.paragraph(0, 0, width, job.say(words.urgent), STRONG)
    y = sketch.paragraph(0, y, width, job.say(words.disclaimer), FAINT) + 2
    sketch.height = sketch.paragraph(0, y, width, edition(job), FAINT)
    return sketch
