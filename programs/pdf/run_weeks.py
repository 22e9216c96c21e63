"""The run weeks on paper: exact tenths, and for every run a box to tick and two to write in."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from programs.pdf import wording
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.page import body_height
from programs.pdf.run_dates import short_day
from programs.pdf.run_grid import DATE, NUMBER_END, WEEK_WIDTH, Grid, draw_labels, draw_run, grid_of
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import AXIS, BODY, HAIR, LABEL, SMALL_STRONG, STRONG, TABLE, TABLE_STRONG, TEAL_0
from programs.pdf.text import wrap
from programs.rules.mileage import RunWeek
from programs.run_chart import tenths
from programs.schedule import week_begins

KEY_GAP = 4.0
LEAST_ROWS = 5
"""Weeks that go on with the next page are at least so many, so that no head stands over a row or two."""


def week_tables(weeks: Sequence[RunWeek], first_room: float, job: Job) -> Iterator[Block]:
    """The weeks in tables short enough for a page; the first leaves room for what stands above it.

    No table splits inside a row, each has the whole head, and rows grow where there is room. Weeks of so many
    runs that each takes two lines are a table of their own.
    """
    for _lines, group in groupby(weeks, lambda week: grid_of((week,), job).lines):
        yield from _tables(tuple(group), first_room, job)
        first_room = body_height(job)


def _tables(weeks: Sequence[RunWeek], first_room: float, job: Job) -> Iterator[Block]:
    grid, start = grid_of(weeks, job), 0
    head = _head_height(grid, job)
    for rows in _shares(len(weeks), first_room - head, body_height(job) - head, grid.least):
        part = weeks[start : start + rows]
        yield Block(head + grid.least * rows, partial(_table, part, grid, job), most=head + grid.most * rows)
        start += rows


def _shares(weeks: int, first_room: float, room: float, row: float) -> Iterator[int]:
    """How many weeks stand in each table: as many as fit, but never a lonely few at the end."""
    fits = max(LEAST_ROWS, int(first_room / row))
    while weeks > fits:
        rows = min(fits, max(weeks - LEAST_ROWS, 1))
        yield rows
        weeks, fits = weeks - rows, int(room / row)
    yield weeks


def _key(job: Job) -> str:
    return job.say(wording.RUN_KEY[job.plan.unit])


def _head_height(grid: Grid, job: Job) -> float:
    return len(wrap(_key(job), BODY, job.width)) * BODY.lead + KEY_GAP + grid.head


def _table(weeks: Sequence[RunWeek], grid: Grid, job: Job, height: float) -> Sketch:
    sketch, head = Sketch(job.width, height), _head_height(grid, job)
    row = (height - head) / len(weeks)
    _head(sketch, max(len(week.runs) for week in weeks), grid, job)
    for place, week in enumerate(weeks):
        sketch.place(_row(week, grid, job, row, shaded=place % 2 == 0), 0, head + place * row)
    return sketch


def _head(sketch: Sketch, runs: int, grid: Grid, job: Job) -> None:
    """How to use the boxes, then over every run its number and what each of its parts is."""
    y = sketch.paragraph(0, 0, job.width, _key(job), BODY) + KEY_GAP
    bottom = y + grid.head
    last = bottom - LABEL.lead - 2
    earliest = wrap(job.say(wording.COLUMN_FROM), AXIS, WEEK_WIDTH - DATE)
    sketch.lines(DATE, bottom - len(earliest) * AXIS.lead - 2, earliest, AXIS)
    sketch.text(0, last, job.say(wording.COLUMN_WEEK), AXIS)
    for run in range(runs):
        x = WEEK_WIDTH + run * grid.cell
        sketch.text(x, y, job.say(wording.RUN_NUMBER, number=run + 1), SMALL_STRONG)
        draw_labels(sketch, x, y + STRONG.lead + 1, grid, job)
    sketch.text(grid.total, last, job.say(wording.COLUMN_TOTAL), LABEL, "right")
    sketch.add(Stroke(((0, bottom), (job.width, bottom)), HAIR, 0.8))


def _row(week: RunWeek, grid: Grid, job: Job, height: float, *, shaded: bool) -> Sketch:
    """Week, the earliest day it can begin, its runs, and their sum: 2.0 2.0 2.0 = 6.0."""
    sketch = Sketch(job.width, height)
    if shaded:
        sketch.add(Box(0, 0, job.width, height, fill=TEAL_0))
    top = (height / grid.lines - TABLE.lead) / 2
    sketch.text(NUMBER_END, top, str(week.week), TABLE_STRONG, "right")
    sketch.text(DATE, top + (TABLE.lead - AXIS.lead) / 2, short_day(job, week_begins(job.plan, week.week)), AXIS)
    for place, run in enumerate(week.runs):
        draw_run(sketch, WEEK_WIDTH + place * grid.cell, run, grid)
    sketch.text(grid.total, top, f"= {tenths(week.total)}", TABLE_STRONG, "right")
    return sketch
