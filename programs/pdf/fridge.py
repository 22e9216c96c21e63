"""The fridge page: one page a stage, to be read from a step away. Names, doses and boxes to tick, no more."""

from programs.pdf.exercise import Setting
from programs.pdf.figures import figure
from programs.pdf.flow import Block
from programs.pdf.grid import Numbered
from programs.pdf.job import Job
from programs.pdf.layouts import FRIDGE
from programs.pdf.panels import fixed
from programs.pdf.sketch import Art, Box, Sketch
from programs.pdf.styles import BODY, HAIR, PANEL, SAND, TEAL_0, WHITE, Style
from programs.pdf.tick_grid import least_height, tick_grid
from programs.plan import PrescribedExercise

PAD = 7.0
CORNER = 6.0
PICTURE = 84.0
GRID = 180.0
GROWTH = 64.0
"""How much higher than it must be a row may get, in points."""
COLUMNS = 3
DRILL = Style("semibold", 10.4, 12.4)
DRILL_DOSE = Style("regular", 10.4, 12.6)


def fridge_rows(exercises: list[Numbered], drills: tuple[PrescribedExercise, ...], job: Job) -> list[Block]:
    """A row for each exercise, then the warm-up before a run in short."""
    rows = [_row(exercise, place, job) for place, exercise in exercises]
    return [*rows, *([_warm_up(drills, job)] if drills else [])]


def _row(exercise: PrescribedExercise, place: int | None, job: Job) -> Block:
    """Picture, name and dose, boxes to tick."""
    setting = Setting(exercise, job, job.width - PICTURE - GRID - 4 * PAD, FRIDGE)
    title, dose = setting.title(place), setting.dose()
    inner = max(title.height + 3 + dose.height, least_height())

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        sketch.add(Box(0, 0, job.width, height, CORNER, fill=WHITE))
        _picture(sketch, exercise, height)
        grid = tick_grid(job, GRID, height - 2 * PAD)
        gap = max(3.0, min(9.0, (height - title.height - dose.height) / 4))
        y = (height - title.height - gap - dose.height) / 2
        sketch.place(dose, PICTURE + PAD, sketch.place(title, PICTURE + PAD, y) + gap)
        sketch.place(grid, job.width - GRID - PAD, (height - grid.height) / 2)
        sketch.add(Box(0, 0, job.width, height, CORNER, stroke=HAIR))
        return sketch

    return Block(inner + 2 * PAD - 4, build, most=inner + 2 * PAD - 4 + GROWTH)


def _picture(sketch: Sketch, exercise: PrescribedExercise, height: float) -> None:
    """The last picture that shows it done well, mirrored where the other leg works."""
    sketch.add(Box(0, 0, PICTURE, height, CORNER, fill=TEAL_0))
    sketch.add(Box(PICTURE - CORNER, 0, CORNER, height, fill=TEAL_0))
    for picture in [picture for picture in exercise.pictures if picture.mark != "wrong"][-1:]:
        drawn = figure(picture.slug)
        scale = min((PICTURE - PAD) / drawn.width, (height - PAD) / drawn.height)
        wide, high = drawn.width * scale, drawn.height * scale
        x, y = (PICTURE - wide) / 2, (height - high) / 2
        sketch.add(Art(x, y, wide, high, picture.slug, picture.flipped_for(exercise.leg)))


def _warm_up(drills: tuple[PrescribedExercise, ...], job: Job) -> Block:
    """The drills by name with how many of each, in three columns."""
    sketch, say = Sketch(job.width, 0), job.say
    lead = [(say(job.library.sheet.warm_up_title), PANEL), (say(job.library.sheet.warm_up_help), BODY)]
    y = sketch.run_on(PAD, PAD - 2, job.width - 2 * PAD, lead) + 3
    width = (job.width - (COLUMNS + 1) * PAD) / COLUMNS
    for start in range(0, len(drills), COLUMNS):
        row = [_drill(drill, job, width) for drill in drills[start : start + COLUMNS]]
        for column, drill in enumerate(row):
            sketch.place(drill, PAD + column * (width + PAD), y)
        y += max(drill.height for drill in row) + 3
    sketch.height = y + PAD - 4
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, CORNER, fill=SAND))
    return fixed(sketch)


def _drill(drill: PrescribedExercise, job: Job, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.height = sketch.run_on(0, 0, width, [(job.say(drill.name), DRILL), (job.say(drill.dose.start), DRILL_DOSE)])
    return sketch
