"""The warm-up set as a strip: a small picture, the drill, how many, and one cue."""

from programs.pdf.figures import figure
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.panels import fixed
from programs.pdf.sketch import Art, Box, Sketch
from programs.pdf.styles import BODY, HAIR, PANEL, SAND, SMALL, STRONG, WHITE
from programs.plan import PrescribedExercise

COLUMNS = 3
PAD = 10.0
PICTURE = (46.0, 52.0)


def warm_up_panel(drills: tuple[PrescribedExercise, ...], job: Job) -> Block:
    """All drills of a warm-up in rows of three."""
    sketch = Sketch(job.width, 0)
    y = sketch.text(PAD, PAD - 2, job.say(job.library.sheet.warm_up_title), PANEL)
    y = sketch.paragraph(PAD, y, job.width - 2 * PAD, job.say(job.library.sheet.warm_up_help), BODY) + 6
    width = (job.width - 2 * PAD - (COLUMNS - 1) * 8) / COLUMNS
    drawn = [_drill(drill, job, width) for drill in drills]
    for start in range(0, len(drawn), COLUMNS):
        row = drawn[start : start + COLUMNS]
        height = max(item.height for item in row)
        for column, item in enumerate(row):
            x = PAD + column * (width + 8)
            sketch.add(Box(x, y, width, height, 5, fill=WHITE, stroke=HAIR))
            sketch.place(item, x, y)
        y += height + 6
    sketch.height = y + PAD - 6
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=SAND))
    return fixed(sketch)


def _drill(drill: PrescribedExercise, job: Job, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    left = 7.0
    for picture in drill.pictures[-1:]:
        drawn = figure(picture.slug)
        scale = min(PICTURE[0] / drawn.width, PICTURE[1] / drawn.height)
        wide, high = drawn.width * scale, drawn.height * scale
        x, y = 6 + (PICTURE[0] - wide) / 2, 6 + (PICTURE[1] - high) / 2
        sketch.add(Art(x, y, wide, high, picture.slug, picture.flipped_for(drill.leg)))
        left = PICTURE[0] + 12
    y = sketch.paragraph(left, 6, width - left - 5, job.say(drill.name), STRONG)
    y = sketch.paragraph(left, y, width - left - 5, job.say(drill.dose.start), BODY)
    for cue in drill.cues[:2]:
        y = sketch.paragraph(left, y, width - left - 5, job.say(cue), SMALL)
    sketch.height = max(y + 6, PICTURE[1] + 12 if drill.pictures else 0.0)
    return sketch
