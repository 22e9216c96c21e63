"""The pocket card: one sheet folded to a little book of eight, with everything that every page carries."""

from collections.abc import Sequence
from functools import partial

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
from programs.pdf.pocket_panels import (
    FAINT,
    HEAD,
    RED_HEAD,
    STRONG,
    TEXT,
    Size,
    about_panels,
    exercise_panels,
    gate_panels,
    help_panels,
    log_panel,
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
    """One sheet for every six panels: exercises, when to get help and the warm-up, then what there is room for."""
    size, said = panel_size(job.paper), said_of(job, stage, waits)
    cover = on_cover(job, stage, said, size)
    first = [*about_panels(said.without(cover), job, size), *exercise_panels(exercises, job, size)]
    first += warm_up_panels(drills, job, size)
    inside = _filled(job, stage, first, size)
    starts = range(0, len(inside), INSIDE)
    return [partial(_sheet, job, stage, cover, inside[start : start + INSIDE]) for start in starts]


def _filled(job: Job, stage: Stage, panels: list[Sketch], size: Size) -> list[Sketch]:
    """With when to get help at the end of the first sheet, boxes to tick, the gate and notes where there is room."""
    get_help = help_panels(job, size)
    place = INSIDE - len(get_help)
    panels = [*panels[:place], *get_help, *panels[place:]]
    last = max(planned.number for planned in job.plan.stages)
    for more in ([log_panel(job, size)], gate_panels(stage, last, job, size)):
        if len(more) <= -len(panels) % INSIDE:
            panels += more
    return panels + [notes_panel(job, size) for _ in range(-len(panels) % INSIDE)]


def _sheet(job: Job, stage: Stage, said: Said, inside: Sequence[Sketch], place: Place) -> Sketch:
    """Cover and back around six panels; both carry what stands on every page."""
    size = panel_size(job.paper)
    cover, back = cover_panel(job, stage, said, place, size), back_panel(job, place, size)
    return booklet([cover, *inside, back], job.paper, job.say(wording.FOLD))


def back_panel(job: Job, place: Place, size: Size) -> Sketch:
    """How much pain is all right, when to stop, whom to ask; at the foot what this card is not, and its edition."""
    width, height = size
    sketch, words = Sketch(width, height), job.library.sheet
    y = sketch.paragraph(0, 0, width, job.say(wording.PAIN_TITLE), HEAD) + 2
    for sign, light in zip((tick, caution, cross), words.pain_rule, strict=True):
        sign(sketch, 4.5, y + 5, 4.2)
        y = _light(sketch, y, light, job) + 2
    y = sketch.paragraph(0, y + 3, width, job.say(wording.STOP_TITLE), RED_HEAD)
    for sentence in (*words.stop_rule.sentences, words.form_rule):
        y = sketch.paragraph(0, y, width, job.say(sentence), TEXT) + 1
    sketch.paragraph(0, y + 3, width, call_line(job), CALL)
    foot = _foot(job, place, width)
    sketch.place(foot, 0, height - foot.height)
    return sketch


def _light(sketch: Sketch, y: float, light: Light, job: Job) -> float:
    parts = [(job.say(light.pain), STRONG), (job.say(light.sentence), TEXT)]
    return sketch.run_on(SIGN, y, sketch.width - SIGN, parts)


def _foot(job: Job, place: Place, width: float) -> Sketch:
    sketch, words = Sketch(width, 0), job.library.sheet
    y = sketch.paragraph(0, 0, width, job.say(words.urgent), STRONG)
    y = sketch.paragraph(0, y, width, job.say(words.disclaimer), FAINT) + 2
    y = sketch.paragraph(0, y, width, edition(job), FAINT)
    page_of = job.say(wording.PAGE_OF, page=place[0], pages=place[1])
    sketch.height = sketch.paragraph(0, y, width, page_of, STRONG)
    return sketch
