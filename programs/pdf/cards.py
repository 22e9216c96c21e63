"""The card of one exercise: pictures for the right side, how to do it, how not to, and how much."""

from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.marks import cross, number, tick
from programs.pdf.pictures import WIDTH as PICTURES
from programs.pdf.pictures import draw_pictures, full_height
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import (
    BODY,
    DOSE,
    EXERCISE,
    FAULT,
    HAIR,
    LABEL,
    NUMBER,
    RED,
    SMALL,
    STRONG,
    TEAL_0,
    WHITE,
    Style,
)
from programs.pdf.text import one_line
from programs.plan import PrescribedExercise

PAD = 6.0
LEAST_GROWTH, MOST_GROWTH = 42.0, 100.0
ICON = 15.0
DOSE_GAPS = (7.0, 18.0)
PARTS = 4
"""Places between the parts of the text that take up room left over, each at most `MOST_AIR`."""
MOST_AIR = 7.0
STOP_STYLE = Style("semibold", 9.8, 12.1, RED)


def card(exercise: PrescribedExercise, place: int | None, job: Job) -> Block:
    """One exercise as a block that may grow; growing makes its pictures larger. Practice has no `place`."""
    width = job.width - PICTURES - 2 * PAD - 3
    dose = _dose(exercise, job, job.width - 2 * PAD)
    tight = _words(exercise, place, job, width, air=0.0).height
    full = full_height(exercise.pictures) + dose.height + PAD
    natural = tight + dose.height + 2 * PAD
    most = natural + min(max(full - natural, LEAST_GROWTH), MOST_GROWTH)

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        upper = height - dose.height - PAD
        text = _words(exercise, place, job, width, air=min((upper - PAD - tight) / PARTS, MOST_AIR))
        sketch.add(Box(0, 0, job.width, height, 6, fill=WHITE))
        sketch.add(Box(0, 0, PICTURES, upper, 6, fill=TEAL_0))
        sketch.add(Box(0, upper / 2, PICTURES, upper / 2, fill=TEAL_0))
        sketch.add(Box(PICTURES - 6, 0, 6, upper, fill=TEAL_0))
        draw_pictures(sketch, exercise, job, upper)
        sketch.place(text, PICTURES + PAD + 3, max(PAD - 2, (upper - text.height) / 2))
        sketch.add(Stroke(((0, upper), (job.width, upper)), HAIR, 0.7))
        sketch.place(dose, PAD, upper + PAD / 2)
        sketch.add(Box(0, 0, job.width, height, 6, stroke=HAIR))
        return sketch

    return Block(natural, build, most=most)


def _words(exercise: PrescribedExercise, place: int | None, job: Job, width: float, *, air: float) -> Sketch:
    """Name, set-up, steps, cues, faults, own stop rule, an easier way; `air` is extra room between."""
    say, sketch = job.say, Sketch(width, 0)
    y = _title(sketch, exercise, place, job) + 1 + air
    y = sketch.paragraph(0, y, width, say(exercise.set_up), BODY) + 1 + air
    y = _steps(sketch, y, exercise, job) + 2 + air
    if exercise.cues:
        tick(sketch, 5, y + 6, 4.8)
        y = sketch.paragraph(ICON, y, width - ICON, _joined(job, exercise.cues), STRONG) + 1
    if exercise.faults:
        cross(sketch, 5, y + 5.8, 4.8)
        text = say(wording.FAULTS, faults=_joined(job, exercise.faults))
        y = sketch.paragraph(ICON, y, width - ICON, text, FAULT) + 1 + air
    if last := _last_words(exercise, job):
        y = sketch.run_on(0, y, width, last)
    sketch.height = y
    return sketch


def _last_words(exercise: PrescribedExercise, job: Job) -> list[tuple[str, Style]]:
    """The exercise's own stop rule and, running on from it, the easier way and the note."""
    stop = [(job.say(exercise.stop), STOP_STYLE)] if exercise.stop else []
    return [*stop, *((text, SMALL) for text in _variants(exercise, job))]


def _title(sketch: Sketch, exercise: PrescribedExercise, place: int | None, job: Job) -> float:
    """The name, and at the right what is needed for it; long lists of things go on a line of their own."""
    text, left = job.say(exercise.name), 22.5
    if place is None:
        text, left = f"{job.say(job.library.sheet.practice_title)}: {text}", 0.0
    else:
        number(sketch, 8.2, 7.4, place, 8.2)
    needed = job.say(wording.EQUIPMENT, things=job.say(exercise.equipment)) if exercise.equipment else ""
    taken = left + one_line(text, EXERCISE).width + 12 + one_line(needed, SMALL).width
    y = sketch.paragraph(left, 0, sketch.width - left, text, EXERCISE)
    if needed and taken <= sketch.width:
        sketch.text(sketch.width, EXERCISE.rise - SMALL.rise, needed, SMALL, "right")
    elif needed:
        y = sketch.paragraph(left, y, sketch.width - left, needed, SMALL)
    return y


def _steps(sketch: Sketch, y: float, exercise: PrescribedExercise, job: Job) -> float:
    """The steps as a numbered list, each beginning a line of its own."""
    for step, sentence in enumerate(exercise.steps, 1):
        sketch.text(ICON - 5, y, str(step), NUMBER, "right")
        y = sketch.paragraph(ICON, y, sketch.width - ICON, job.say(sentence), BODY)
    return y


def _joined(job: Job, sentences: tuple[str, ...]) -> str:
    return " ".join(job.say(sentence) for sentence in sentences)


def _variants(exercise: PrescribedExercise, job: Job) -> list[str]:
    texts = []
    if exercise.easier:
        texts.append(job.say(wording.EASIER, text=job.say(exercise.easier)))
    if exercise.harder and not exercise.dose.goal:
        texts.append(job.say(wording.HARDER, text=job.say(exercise.harder)))
    if exercise.note:
        texts.append(job.say(exercise.note))
    return [" ".join(texts)] if texts else []


def _dose(exercise: PrescribedExercise, job: Job, width: float) -> Sketch:
    """The dose as a strip of values over their names; only a very long one takes a second row."""
    cells = [_cell(job.say(label), job.say(value), style) for label, value, style in _cells(exercise)]
    spare = (width - sum(cell.width for cell in cells)) / max(1, len(cells) - 1)
    gap = max(DOSE_GAPS[0], min(DOSE_GAPS[1], spare))
    sketch, x, y = Sketch(width, 0), 0.0, 0.0
    for cell in cells:
        if x and x + cell.width > width + 0.01:
            x, y = 0.0, y + cell.height + 3
        sketch.place(cell, x, y)
        x += cell.width + gap
    sketch.height = y + DOSE.lead + LABEL.lead
    return sketch


def _cell(label: str, value: str, style: Style) -> Sketch:
    above, below = one_line(value, style), one_line(label, LABEL)
    sketch = Sketch(max(above.width, below.width), DOSE.lead + LABEL.lead)
    sketch.lines(0, DOSE.lead - style.lead, (above,), style)
    sketch.lines(0, DOSE.lead, (below,), LABEL)
    return sketch


def _cells(exercise: PrescribedExercise) -> list[tuple[str, str, Style]]:
    dose = exercise.dose
    cells = [
        (wording.START, dose.start, DOSE),
        (wording.GOAL, dose.goal, DOSE),
        (wording.DAYS, dose.days, STRONG),
        (wording.HOLD, dose.hold, STRONG),
        (wording.TEMPO, dose.tempo, STRONG),
        (wording.REST, dose.rest, STRONG),
    ]
    return [cell for cell in cells if cell[1]]
