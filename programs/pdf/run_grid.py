"""Where the parts of one run lie in its cell: a box to tick, the planned distance, and two boxes to write in."""

from collections.abc import Sequence
from dataclasses import dataclass

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import FIELD, INK_2, LABEL, STRONG, TABLE, WHITE
from programs.pdf.text import one_line
from programs.rules.mileage import RunWeek
from programs.run_chart import tenths

NUMBER_END, DATE = 20.0, 25.0
"""Where the number of a week ends, and where the earliest day it can begin stands."""
WEEK_WIDTH = 57.0
TOTAL_WIDTH = 40.0
EDGE = 6.0
TICK = 11.0
DONE_WIDTH = 15.0
PAIN_WIDTH = 21.0
LEAST_RAN, MOST_RAN = 23.0, 54.0
MOST_CELL = 160.0
GAP = 3.0
CELL_GAP = 6.0
LEAST_LINE, MOST_LINE = 15.8, 27.0
TALLEST_BOX = 22.0
LABELS = LABEL.lead


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table: `cell` is how wide one is, `plan` where its planned distance ends, `ran` how wide
    the box for the real one is. Where runs are many, the two boxes to write in go on a line below.
    """

    runs: int
    cell: float
    plan: float
    ran: float
    lines: int

    @property
    def least(self) -> float:
        """The lowest row in which a hand can write, in points."""
        return self.lines * LEAST_LINE

    @property
    def most(self) -> float:
        """The highest row that is still one row to the eye."""
        return MOST_LINE if self.lines == 1 else 2 * MOST_LINE - 14

    @property
    def head(self) -> float:
        """The height of the table's head: the number of the run, then what its boxes are for."""
        return STRONG.lead + self.lines * LABELS + 3

    @property
    def total(self) -> float:
        """Where the sum of a week ends: right behind its last run."""
        return WEEK_WIDTH + self.runs * self.cell + TOTAL_WIDTH - EDGE

    @property
    def places(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Left edge and width of the box for the distance and of the one for pain."""
        start = self.plan + GAP + 1 if self.lines == 1 else 0.0
        return (start, self.ran), (start + self.ran + GAP, PAIN_WIDTH if self.lines == 1 else PAIN_WIDTH + 5)


def grid_of(weeks: Sequence[RunWeek], job: Job) -> Grid:
    """The grid that takes every run of these weeks in one row each."""
    most = max(len(week.runs) for week in weeks)
    longest = tenths(max(run for week in weeks for run in week.runs))
    label = one_line(job.say(wording.COLUMN_PLAN), LABEL).width
    plan = DONE_WIDTH + max(one_line(longest, TABLE).width, label)
    cell = min((job.width - WEEK_WIDTH - TOTAL_WIDTH) / most, MOST_CELL)
    ran = cell - plan - GAP - 1 - GAP - PAIN_WIDTH - CELL_GAP
    if ran >= LEAST_RAN:
        return Grid(most, cell, plan, min(ran, MOST_RAN), lines=1)
    return Grid(most, cell, plan, min(cell - GAP - PAIN_WIDTH - 5 - CELL_GAP, MOST_RAN), lines=2)


def draw_labels(sketch: Sketch, x: float, y: float, grid: Grid, job: Job) -> None:
    """What stands where in the cell that begins at `x`, each word above its part."""
    below = y + LABELS if grid.lines == 2 else y
    check_mark(sketch, x + TICK / 2, y + LABELS / 2)
    sketch.text(x + grid.plan, y, job.say(wording.COLUMN_PLAN), LABEL, "right")
    for (left, wide), label in zip(grid.places, (wording.COLUMN_RAN, wording.COLUMN_PAIN), strict=True):
        sketch.text(x + left + wide / 2, below, job.say(label), LABEL, "center")


def check_mark(sketch: Sketch, x: float, y: float) -> None:
    """The sign over the boxes to tick, as a hand would write it."""
    sketch.add(Stroke(((x - 3.2, y), (x - 0.8, y + 2.6), (x + 3.4, y - 3)), INK_2, 1.1))


def draw_run(sketch: Sketch, x: float, run: int, grid: Grid) -> None:
    """One run in a row as high as the sketch: the box to tick, `run` tenths, the boxes for distance and pain."""
    line = sketch.height / grid.lines
    empty_box(sketch, x, (line - TICK) / 2, TICK)
    sketch.text(x + grid.plan, (line - TABLE.lead) / 2, tenths(run), TABLE, "right")
    high = min(line - 2.6, TALLEST_BOX)
    top = sketch.height - line / 2 - high / 2 - (grid.lines - 1)
    for left, wide in grid.places:
        place_to_write(sketch, x + left, top, wide, high)


def place_to_write(sketch: Sketch, x: float, y: float, width: float, height: float) -> None:
    """A box for a number: sharp corners tell it from a box to tick, and two hundred of them are drawn fast."""
    sketch.add(Box(x, y, width, height, fill=WHITE, stroke=FIELD, line=0.8))
