"""The card of one exercise: pictures for the right side, beside them how to do it, below them how much."""

from dataclasses import dataclass, replace
from functools import cached_property

from programs.pdf.exercise import PARTS, Setting
from programs.pdf.flow import Block
from programs.pdf.job import Job
from programs.pdf.layouts import CARD, EVERYTHING, Grid, Part, Type
from programs.pdf.pictures import full_height, picture_panel
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import HAIR, TEAL_0, WHITE
from programs.plan import PrescribedExercise

PAD = 6.0
ABOVE, BELOW = 3.0, 1.2
"""Least white over the words and under them."""
AROUND_DOSE = 2.2
PICTURES = 146.0
LEAST_GROWTH, MOST_GROWTH = 42.0, 100.0
MOST_AIR = 7.0
"""What a place between two parts of the words grows by at most, in points."""
CORNER = 6.0


@dataclass(frozen=True)  # no slots: the dose is kept once it is set, as measuring and drawing both need it
class Card:
    """One exercise across the width of a page; `pictures` is the width of their panel. Practice has no `place`."""

    exercise: PrescribedExercise
    place: int | None
    job: Job
    pictures: float = PICTURES
    type: Type = CARD
    kept: frozenset[Part] = EVERYTHING

    @property
    def setting(self) -> Setting:
        """The words beside the pictures."""
        return Setting(self.exercise, self.job, self.job.width - self.pictures - 2 * PAD - 3, self.type)

    @property
    def width(self) -> float:
        """All of the page's width."""
        return self.job.width

    @property
    def height(self) -> float:
        """The least height, in points."""
        return self.bare + self.setting.words(self.kept).height

    @property
    def bare(self) -> float:
        """Everything but the words."""
        return self._title().height + 1 + self._dose.height + ABOVE + BELOW + 2 * AROUND_DOSE

    @property
    def full_height(self) -> float:
        """The height from which the pictures no longer grow."""
        return full_height(self.exercise.pictures, self.pictures, self.type.picture) + self._dose.height + PAD

    def draw(self, height: float) -> Sketch:
        """The card at this height; room left over spreads between the parts of the words."""
        sketch, dose = Sketch(self.job.width, height), self._dose
        upper = height - dose.height - 2 * AROUND_DOSE
        text = self._text()
        air = min((upper - ABOVE - BELOW - text.height) / PARTS, MOST_AIR)
        text = self._text(air) if air > 0 else text
        sketch.add(Box(0, 0, sketch.width, height, CORNER, fill=WHITE))
        sketch.add(Box(0, 0, self.pictures, upper, CORNER, fill=TEAL_0))
        sketch.add(Box(0, upper / 2, self.pictures, upper / 2, fill=TEAL_0))
        sketch.add(Box(self.pictures - CORNER, 0, CORNER, upper, fill=TEAL_0))
        sketch.place(picture_panel(self.exercise, self.job, self.pictures, upper, self.type.picture), 0, 0)
        sketch.place(text, self.pictures + PAD + 3, max(ABOVE, (upper - text.height) / 2))
        sketch.add(Stroke(((0, upper), (sketch.width, upper)), HAIR, 0.7))
        sketch.place(dose, PAD, upper + AROUND_DOSE)
        sketch.add(Box(0, 0, sketch.width, height, CORNER, stroke=HAIR))
        return sketch

    def _text(self, air: float = 0.0) -> Sketch:
        sketch = self._title()
        sketch.height = sketch.place(self.setting.words(self.kept, air), 0, sketch.height + 1 + air)
        return sketch

    def _title(self) -> Sketch:
        return self.setting.title(self.place)

    @cached_property
    def _dose(self) -> Sketch:
        return Setting(self.exercise, self.job, self.job.width - 2 * PAD, self.type).dose()


def card(exercise: PrescribedExercise, place: int | None, job: Job) -> Block:
    """One exercise as a block that may grow; growing makes its pictures larger. Practice has no `place`."""
    made = Card(exercise, place, job)
    natural = made.height
    growth = min(max(made.full_height - natural, LEAST_GROWTH), MOST_GROWTH)
    return Block(natural, made.draw, most=natural + growth)


def wide_card(exercise: PrescribedExercise, place: int | None, job: Job, grid: Grid, height: float) -> Card:
    """A card that leaves out what does not fit `height`; its dose and cues may still need more."""
    every = Card(exercise, place, job, grid.pictures, grid.type)
    return replace(every, kept=every.setting.kept(height - every.bare))
