"""The words of one exercise and the strip of its dose, in the type and the width of any layout."""

from collections.abc import Collection
from dataclasses import dataclass

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.layouts import EVERYTHING, LEFT_OUT_FIRST, Part, Type
from programs.pdf.marks import cross, number, tick
from programs.pdf.sketch import Sketch
from programs.pdf.styles import Style
from programs.pdf.text import one_line, wrap
from programs.plan import PrescribedExercise

ICON = 15.0
NUMBER_ROOM = 6.0
DOSE_GAPS = (7.0, 18.0)
DOSE_ROWS = 3.0
PARTS = 4
"""Places between the parts of the words that take up room left over."""
HOW = frozenset({Part.SET_UP, Part.STEPS})


@dataclass(frozen=True, slots=True)
class Setting:
    """One exercise set in a type, `width` points wide."""

    exercise: PrescribedExercise
    job: Job
    width: float
    type: Type

    def title(self, place: int | None, *, needs: bool = True) -> Sketch:
        """The name, and at the right what is needed for it; long lists of things go on a line of their own.

        Practice has no `place`, and says what it is.
        """
        sketch, text, left = Sketch(self.width, 0), self.job.say(self.exercise.name), 0.0
        if place is None:
            text = f"{self.job.say(self.job.library.sheet.practice_title)}: {text}"
        else:
            radius = self.type.name.size * 0.63
            left = radius * 2 + NUMBER_ROOM
            number(sketch, radius, self.type.name.lead / 2, place, radius)
        sketch.height = sketch.paragraph(left, 0, self.width - left, text, self.type.name)
        if needs and self.exercise.equipment:
            self._needed(sketch, left, left + one_line(text, self.type.name).width + 12)
        return sketch

    def _needed(self, sketch: Sketch, left: float, taken: float) -> None:
        text, style = self.job.say(wording.EQUIPMENT, things=self.job.say(self.exercise.equipment)), self.type.small
        if taken + one_line(text, style).width <= self.width:
            sketch.text(self.width, self.type.name.rise - style.rise, text, style, "right")
        else:
            sketch.height = sketch.paragraph(left, sketch.height, self.width - left, text, style)

    def kept(self, room: float, carried: Collection[Part]) -> frozenset[Part]:
        """Which of the carried parts stay, so that the words take `room` points; with none they may take more."""
        kept = frozenset(carried)
        for part in LEFT_OUT_FIRST:
            if part in kept and self.words(kept).height > room:
                kept -= {part}
        return kept

    def words(self, kept: Collection[Part] = EVERYTHING, air: float = 0.0) -> Sketch:
        """Set-up, steps, cues, faults, own stop rule, an easier way; `air` is extra room between.

        Where how to do it is left out, a line says where it stands.
        """
        sketch, y = Sketch(self.width, 0), 0.0
        if Part.SET_UP in kept:
            y = sketch.paragraph(0, y, self.width, self.job.say(self.exercise.set_up), self.type.body) + 1 + air
        if Part.STEPS in kept:
            y = self._steps(sketch, y) + 2 + air
        y = self._cues_and_faults(sketch, y, kept) + air
        if last := self._last_words(kept):
            y = sketch.run_on(0, y, self.width, last)
        sketch.height = y
        return sketch

    def _steps(self, sketch: Sketch, y: float) -> float:
        """The steps as a numbered list, each beginning a line of its own."""
        for step, sentence in enumerate(self.exercise.steps, 1):
            sketch.text(ICON - 5, y, str(step), self.type.number, "right")
            y = sketch.paragraph(ICON, y, self.width - ICON, self.job.say(sentence), self.type.body)
        return y

    def _cues_and_faults(self, sketch: Sketch, y: float, kept: Collection[Part]) -> float:
        middle, radius = self.type.strong.lead / 2 + 0.2, self.type.strong.size * 0.49
        width = self.width - ICON
        if self.exercise.cues:
            tick(sketch, 5, y + middle, radius)
            y = sketch.paragraph(ICON, y, width, self._joined(self.exercise.cues), self.type.strong) + 1
        if self.exercise.faults and Part.FAULTS in kept:
            cross(sketch, 5, y + middle, radius)
            text = self.job.say(wording.FAULTS, faults=self._joined(self.exercise.faults))
            y = sketch.paragraph(ICON, y, width, text, self.type.fault) + 1
        return y

    def _last_words(self, kept: Collection[Part]) -> list[tuple[str, Style]]:
        """The exercise's own stop rule and, running on from it, the easier way and the note."""
        last = [(self.job.say(self.exercise.stop), self.type.stop)] if self.exercise.stop else []
        if Part.VARIANTS in kept and (variants := self._variants()):
            last.append((variants, self.type.small))
        if not set(kept) >= HOW:
            last.append((self.job.say(wording.SEE_FULL_SHEET), self.type.small))
        return last

    def _joined(self, sentences: tuple[str, ...]) -> str:
        return " ".join(self.job.say(sentence) for sentence in sentences)

    def _variants(self) -> str:
        say, exercise = self.job.say, self.exercise
        texts = []
        if exercise.easier:
            texts.append(say(wording.EASIER, text=say(exercise.easier)))
        if exercise.harder and not exercise.dose.goal:
            texts.append(say(wording.HARDER, text=say(exercise.harder)))
        if exercise.note:
            texts.append(say(exercise.note))
        return " ".join(texts)

    def dose(self) -> Sketch:
        """The dose as values over their names, in as many rows as the width asks for."""
        cells = [self._value(self.job.say(label), self.job.say(value), style) for label, value, style in self._values()]
        spare = (self.width - sum(cell.width for cell in cells)) / max(1, len(cells) - 1)
        gap = max(DOSE_GAPS[0], min(DOSE_GAPS[1], spare))
        sketch, y = Sketch(self.width, 0), 0.0
        for row in _rows(cells, gap, self.width):
            x = 0.0
            for cell in row:
                sketch.place(cell, x, y)
                x += cell.width + gap
            y += max(cell.height for cell in row) + DOSE_ROWS
        sketch.height = max(0.0, y - DOSE_ROWS)
        return sketch

    def _value(self, label: str, value: str, style: Style) -> Sketch:
        """One value over its name; only one wider than the whole strip takes a second line."""
        above, below = wrap(value, style, self.width), one_line(label, self.type.label)
        sketch = Sketch(max(line.width for line in (*above, below)), 0)
        y = sketch.lines(0, self.type.dose.lead - style.lead, above, style)
        sketch.height = sketch.lines(0, y, (below,), self.type.label)
        return sketch

    def _values(self) -> list[tuple[str, str, Style]]:
        dose, big, plain = self.exercise.dose, self.type.dose, self.type.value
        values = [
            (wording.START, dose.start, big),
            (wording.GOAL, dose.goal, big),
            (wording.DAYS, dose.days, plain),
            (wording.HOLD, dose.hold, plain),
            (wording.TEMPO, dose.tempo, plain),
            (wording.REST, dose.rest, plain),
        ]
        return [value for value in values if value[1]]


def _rows(cells: list[Sketch], gap: float, width: float) -> list[list[Sketch]]:
    """Cells in order, each in the first row that has the room, so that the rows are few."""
    rows: list[list[Sketch]] = []
    for cell in cells:
        for row in rows:
            if sum(other.width + gap for other in row) + cell.width <= width + 0.01:
                row.append(cell)
                break
        else:
            rows.append([cell])
    return rows
