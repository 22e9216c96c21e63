"""Exercises in cells: one, two, four or six to a page, each with its pictures, its dose and its cues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from programs.pdf.cards import CORNER, MOST_AIR, wide_card
from programs.pdf.exercise import PARTS, Setting
from programs.pdf.flow import GAP, Block
from programs.pdf.job import Job
from programs.pdf.layouts import ALONE, EVERYTHING, GRIDS, Grid, Part
from programs.pdf.page import body_height
from programs.pdf.pictures import full_height, lying, picture_panel
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import HAIR, TEAL_0, WHITE
from programs.plan import PrescribedExercise

PAD = 8.0
BETWEEN = 8.0
"""Between the columns, in points."""
AROUND_DOSE = 3.0
AROUND_PICTURES = 3.0
AROUND = PAD - 2 + 2 * AROUND_DOSE + 3 * AROUND_PICTURES
"""All the white of a cell, from its top to its foot, in points."""
MOST_ACROSS = 4
"""Pictures side by side in a cell."""
MOST_OVER = 1.25
"""How far over its share of the page a cell may reach before its exercise takes a row of its own."""
MOST_GROWTH = 1.25
ALONE_GROWTH = 1.3

Numbered = tuple[int | None, PrescribedExercise]
"""An exercise with its number; practice has none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One exercise with its pictures above its words."""

    exercise: PrescribedExercise
    place: int | None
    job: Job
    grid: Grid
    width: float
    kept: frozenset[Part]
    pictures: float
    """The least height of the room for the pictures, in points."""

    @property
    def setting(self) -> Setting:
        """The words, as wide as the cell."""
        return Setting(self.exercise, self.job, self.width - 2 * PAD, self.grid.type)

    @property
    def height(self) -> float:
        """The least height, in points."""
        return self.bare + self.pictures + self.setting.words(self.kept).height

    def draw(self, height: float) -> Sketch:
        """The cell at this height: what is left over goes to the pictures, then between the parts of the words."""
        setting, sketch = self.setting, Sketch(self.width, height)
        title, dose, text = self._title(), setting.dose(), setting.words(self.kept)
        room = height - title.height - dose.height - AROUND - text.height
        most = full_height(self.exercise.pictures, setting.width, self.grid.type.picture, MOST_ACROSS)
        shown = max(self.pictures, min(room, most))
        air = min((room - shown) / (PARTS + 2), MOST_AIR)
        text = setting.words(self.kept, air) if air > 0 else text
        sketch.add(Box(0, 0, self.width, height, CORNER, fill=WHITE))
        y = sketch.place(title, PAD, PAD - 2) + AROUND_PICTURES
        upper = height - dose.height - 2 * AROUND_DOSE
        shown = max(shown, upper - y - text.height - 3 * AROUND_PICTURES - MOST_AIR)
        sketch.add(Box(0, y, self.width, shown, fill=TEAL_0))
        y = sketch.place(picture_panel(self.exercise, self.job, setting.width, shown, self.grid.type.picture), PAD, y)
        sketch.place(text, PAD, y + (upper - y - text.height) / 2)
        sketch.add(Stroke(((0, upper), (self.width, upper)), HAIR, 0.7))
        sketch.place(dose, PAD, upper + AROUND_DOSE)
        sketch.add(Box(0, 0, self.width, height, CORNER, stroke=HAIR))
        return sketch

    @property
    def bare(self) -> float:
        """Everything but the pictures and the words."""
        return self._title().height + self.setting.dose().height + AROUND

    def _title(self) -> Sketch:
        return self.setting.title(self.place)


def _bare_cell(exercise: PrescribedExercise, place: int | None, job: Job, grid: Grid) -> Cell:
    """A cell that leaves out all that it may."""
    width = (job.width - (grid.columns - 1) * BETWEEN) / grid.columns
    least = grid.lying if grid.lying and lying(exercise.pictures) else grid.pictures
    return Cell(exercise, place, job, grid, width, frozenset(), least)


def cell(exercise: PrescribedExercise, place: int | None, job: Job, grid: Grid, height: float) -> Cell:
    """A cell that leaves out what does not fit `height`; its dose and cues may still need more.

    Before it leaves out more than an easier way, pictures of someone lying, who is low, make room.
    """
    every = replace(_bare_cell(exercise, place, job, grid), kept=EVERYTHING, pictures=grid.pictures)
    high = _fitted(every, height)
    if not grid.lying or not lying(exercise.pictures) or not _lacks(high):
        return high
    low = _fitted(replace(every, pictures=grid.lying), height)
    return low if low.kept > high.kept or high.height > height else high


def _fitted(every: Cell, height: float) -> Cell:
    return replace(every, kept=every.setting.kept(height - every.bare - every.pictures))


def rows(exercises: Sequence[Numbered], job: Job, above: float) -> list[Block]:
    """The rows of cells, one block each; `above` points of the first page are taken.

    No page takes more rows than the layout has.

    An exercise that needs far more room than a cell has takes a row of its own; so does the last of an odd number.
    """
    grid, height = GRIDS[job.look.layout], body_height(job)
    each = (height - above - (grid.rows - 1) * GAP) / grid.rows
    grid = _type_for(exercises, job, grid, each)
    least = (height - grid.rows * GAP) / (grid.rows + 1) + 1
    return [_row(items, job, grid, (least, each)) for items in _in_rows(exercises, job, grid, each)]


def _type_for(exercises: Sequence[Numbered], job: Job, grid: Grid, each: float) -> Grid:
    """The grid in the tight type where a cell of its usual type leaves out more than an easier way."""
    cells = [cell(exercise, place, job, grid, each) for place, exercise in exercises]
    if grid.tight and any(_lacks(one) for one in cells):
        return replace(grid, type=grid.tight)
    return grid


def _lacks(one: Cell) -> bool:
    """Whether it leaves out more than easier, harder and the note."""
    return Part.FAULTS in one.setting.left_out(one.kept)


def _in_rows(exercises: Sequence[Numbered], job: Job, grid: Grid, height: float) -> Iterator[list[Numbered]]:
    row: list[Numbered] = []
    for place, exercise in exercises:
        if grid.columns > 1 and _bare_cell(exercise, place, job, grid).height > height * MOST_OVER:
            yield from ([row] if row else [])
            yield [(place, exercise)]
            row = []
            continue
        row.append((place, exercise))
        if len(row) == grid.columns:
            yield row
            row = []
    yield from ([row] if row else [])


def _row(items: Sequence[Numbered], job: Job, grid: Grid, heights: tuple[float, float]) -> Block:
    """Cells side by side; `heights` are the least height of a row and the one that fills a page."""
    least, each = heights
    if len(items) < grid.columns:
        grid, least = ALONE[job.look.layout], 0.0
    make = wide_card if grid.beside else cell

    def build(height: float) -> Sketch:
        sketch, x = Sketch(job.width, height), 0.0
        for place, exercise in items:
            one = make(exercise, place, job, grid, height).draw(height)
            sketch.place(one, x, 0)
            x += one.width + BETWEEN
        return sketch

    needed = max(least, *(make(exercise, place, job, grid, each).height for place, exercise in items))
    return Block(needed, build, most=max(needed, each) * MOST_GROWTH if least else needed * ALONE_GROWTH)
