"""A year of upkeep to tick: two sessions each week, and the months of the mirror check."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import FIELD, LABEL, PANEL, SMALL, SMALL_STRONG, TEAL_0
from programs.pdf.text import one_line
from programs.sheets.cards_text import MIRROR_MONTHS, SESSIONS, WEEKS

ACROSS = 6
PAD = 4.0
BETWEEN = 4.0
SESSION = (14.0, 10.5)
LINE = 9.5
CHECK = 8.5
WRITTEN = 90.0
BEGAN = 66.0


def year(job: Job) -> Sketch:
    """Twelve months in two rows, under what the boxes are for and a place for the day it began."""
    sketch = Sketch(job.width, 0)
    sketch.text(job.width - WRITTEN - 4, 2, job.say(wording.UPKEEP_BEGAN), SMALL, "right")
    sketch.add(Stroke(((job.width - WRITTEN, PANEL.lead - 2), (job.width, PANEL.lead - 2)), FIELD, 0.7))
    lead = [(job.say(wording.UPKEEP_RHYTHM), PANEL), (job.say(wording.UPKEEP_KEY), SMALL)]
    top = sketch.run_on(0, 0, job.width - WRITTEN - BEGAN, lead) + 4
    width = (job.width - (ACROSS - 1) * BETWEEN) / ACROSS
    for place, weeks in enumerate(WEEKS):
        month = _month(place + 1, weeks, width, job)
        row, column = divmod(place, ACROSS)
        sketch.place(month, column * (width + BETWEEN), top + row * (month.height + BETWEEN))
        sketch.height = top + (row + 1) * (month.height + BETWEEN) - BETWEEN
    return sketch


def _month(number: int, weeks: int, width: float, job: Job) -> Sketch:
    """One month: a column of boxes for each week, and at the right the mirror check where it is due."""
    wide, high = SESSION
    sketch = Sketch(width, LINE + SESSIONS * high + 2 * PAD)
    sketch.add(Box(0, 0, width, sketch.height, 4, fill=TEAL_0))
    y = sketch.text(PAD, PAD - 2, job.say(wording.UPKEEP_MONTH, month=number), LABEL) + 2
    if number in MIRROR_MONTHS:
        left = width - PAD - one_line(job.say(wording.UPKEEP_MIRROR), SMALL_STRONG).width
        sketch.text(left, PAD - 2.5, job.say(wording.UPKEEP_MIRROR), SMALL_STRONG)
        empty_box(sketch, left - CHECK - 3, PAD - 1.5, CHECK)
    for week in range(weeks):
        for session in range(SESSIONS):
            empty_box(sketch, PAD + week * (wide + 2.5), y + session * high, wide, high)
    return sketch
