"""Boxes to tick: a row for each week, a column for each day of the week."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.sketch import Sketch
from programs.pdf.styles import AXIS
from programs.pdf.text import one_line

DAYS = 7
GAP = 2.5
"""Between the boxes, in points."""
LEAST_BOX, MOST_BOX = 11.0, 18.0
"""The height of a box that can be ticked with a pen, and one that wastes no room."""
LEAST_WEEKS, MOST_WEEKS = 4, 8


def tick_grid(job: Job, width: float, height: float) -> Sketch:
    """As many weeks as fit `height`, from four to eight, under the names of the days."""
    weeks = max(LEAST_WEEKS, min(MOST_WEEKS, int((height - AXIS.lead) / (LEAST_BOX + GAP + 2))))
    box = max(LEAST_BOX, min(MOST_BOX, (height - AXIS.lead) / weeks - GAP))
    names = [f"{job.say(job.library.sheet.log_week)} {week}" for week in range(1, weeks + 1)]
    left = max(one_line(name, AXIS).width for name in names) + 5
    cell = (width - left + GAP) / DAYS
    sketch = Sketch(width, AXIS.lead + weeks * (box + GAP) - GAP)
    for day, name in enumerate(wording.WEEKDAYS):
        sketch.text(left + day * cell + (cell - GAP) / 2, 0, job.say(name), AXIS, "center")
    for week, name in enumerate(names):
        y = AXIS.lead + week * (box + GAP)
        sketch.text(0, y + (box - AXIS.lead) / 2, name, AXIS)
        for day in range(DAYS):
            empty_box(sketch, left + day * cell, y, cell - GAP, box)
    return sketch


def least_height() -> float:
    """The least height of a grid, in points."""
    return AXIS.lead + LEAST_WEEKS * (LEAST_BOX + GAP) - GAP
