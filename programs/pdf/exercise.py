"""The words of one exercise and the strip of its dose, in the type and the width of any layout."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.layouts import EVERYTHING, LEFT_OUT_FIRST, Part, Type
from programs.pdf.marks import cross, number, tick
from programs.pdf.sketch import Sketch
from programs.pdf.styles import Style
from programs.pdf.text import one_line, wrap
from programs.plan import PrescribedExercise
from programs.sheets.exercise_text import harder_way

ICON = 15.0
NUMBER_ROOM = 6.0
MOST_RADIUS = 11.0
DOSE_GAPS = (7.0, 18.0)
DOSE_ROWS = 3.0
PARTS = 4
"""Places between the parts of the words that take up room left over."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One exercise set in a type, `width` points wide."""

    exercise: PrescribedExercise
    job: Job
    width: float
    type: Type

    def title(self, place: int | None) -> Sketch:
        """The name, at the right what is needed for it, and below them what keeps the exercise to one side.

        Long lists of things go on a line of their own. Practice has no `place`, and says what it is.
        """
        sketch, text, left = Sketch(self.width, 0), self.job.say(self.exercise.name), 0.0
        if place is None:
            text = f"{self.job.say(self.job.library.sheet.practice_title)}: {text}"
        else:
            radius = min(self.type.name.size * 0.63, MOST_RADIUS)
            left = radius * 2 + NUMBER_ROOM
            number(sketch, radius, self.type.name.lead / 2, place, radius)
        sketch.height = sketch.paragraph(left, 0, self.width - left, text, self.type.name)
        if self.exercise.equipment:
            self._needed(sketch, left, left + one_line(text, self.type.name).width + 12)
        if self.exercise.side_rule:
            rule = self.job.say(self.exercise.side_rule)
            sketch.height = sketch.paragraph(0, sketch.height + 1, self.width, rule, self.type.strong)
        return sketch

    def _needed(self, sketch: Sketch, left: float, taken: float) -> None:
        text, style = self.job.say(wording.EQUIPMENT, things=self.job.say(self.exercise.equipment)), self.type.small
        if taken + one_line(text, style).width <= self.width:
            sketch.text(self.width, self.type.name.rise - style.rise, text, style, "right")
        else:
            sketch.height = sketch.paragraph(left, sketch.height, self.width - left, text, style)

    def kept(self, room: float, carried: Collection[Part] = EVERYTHING) -> frozenset[Part]:
        """Which of the carried parts stay, so that the words take `room` points; with none they may take more."""
        kept = frozenset(carried)
        for part in LEFT_OUT_FIRST:
            if part in kept and self.words(kept).height > room:
                kept -= {part}
        return kept

    def left_out(self, kept: Collection[Part]) -> frozenset[Part]:
        """The parts that this exercise has and that do not stand among those kept."""
        has = {Part.VARIANTS: self._variants(), Part.FAULTS: self.exercise.faults}
        return frozenset(part for part, there in has.items() if there and part not in kept)

    def words(self, kept: Collection[Part] = EVERYTHING, air: float = 0.0) -> Sketch:
        """Set-up, steps, cues, faults, own stop rule, an easier way; `air` is extra room between.

        Where anything of the exercise is left out, a line says where it stands.
        """
        sketch = self.how(air)
        sketch.height = sketch.place(self.manner(kept, air), 0, sketch.height)
        return sketch

    def manner(
        self, kept: Collection[Part] = EVERYTHING, air: float = 0.0, *, elsewhere: Collection[Part] = ()
    ) -> Sketch:
        """Everything but how to do it: cues, faults, own stop rule, an easier way; `elsewhere` are not missing."""
        sketch = self._signed(tick, self._joined(self.exercise.cues), self.type.strong)
        if Part.FAULTS in kept:
            sketch.height = sketch.place(self._faults(), 0, sketch.height)
        y = sketch.height + air
        if last := self._last_words(kept, elsewhere):
            y = sketch.run_on(0, y, self.width, last)
        sketch.height = y
        return sketch

    def aside(self, parts: Collection[Part]) -> Sketch:
        """These parts alone."""
        sketch = self._faults() if Part.FAULTS in parts else Sketch(self.width, 0)
        if Part.VARIANTS in parts and (variants := self._variants()):
            sketch.height = sketch.paragraph(0, sketch.height + 2, self.width, variants, self.type.small)
        return sketch

    def how(self, air: float = 0.0) -> Sketch:
        """Set-up and steps, which stand in every layout but the fridge page; `air` is extra room after each."""
        sketch, y = Sketch(self.width, 0), 0.0
        if self.exercise.set_up:
            y = sketch.paragraph(0, y, self.width, self.job.say(self.exercise.set_up), self.type.body) + 1 + air
        sketch.height = self._steps(sketch, y) + 2 + air
        return sketch

    def _steps(self, sketch: Sketch, y: float) -> float:
        """The steps as a numbered list, each beginning a line of its own."""
        for step, sentence in enumerate(self.exercise.steps, 1):
            sketch.text(ICON - 5, y, str(step), self.type.number, "right")
            y = sketch.paragraph(ICON, y, self.width - ICON, self.job.say(sentence), self.type.body)
        return y

    def _signed(self, sign: Callable[[Sketch, float, float, float], None], text: str, style: Style) -> Sketch:
        """Words beside a tick or a cross; nothing where there are no words."""
        sketch = Sketch(self.width, 0)
        if text:
            sign(sketch, 5, self.type.strong.lead / 2 + 0.2, self.type.strong.size * 0.49)
            sketch.height = sketch.paragraph(ICON, 0, self.width - ICON, text, style) + 1
        return sketch

    def _faults(self) -> Sketch:
        faults = self._joined(self.exercise.faults)
        return self._signed(cross, self.job.say(wording.FAULTS, faults=faults) if faults else "", self.type.fault)

    def _last_words(self, kept: Collection[Part], elsewhere: Collection[Part]) -> list[tuple[str, Style]]:
        """The exercise's own stop rule and, running on from it, the easier way and the note."""
        last = [(self.job.say(self.exercise.stop), self.type.stop)] if self.exercise.stop else []
        if Part.VARIANTS in kept and (variants := self._variants()):
            last.append((variants, self.type.small))
        if self.left_out({*kept, *elsewhere}):
            last.append((more_line(self.job), self.type.small))
        return last

    def _joined(self, sentences: tuple[str, ...]) -> str:
        return " ".join(self.job.say(sentence) for sentence in sentences)

    def _variants(self) -> str:
        say, exercise = self.job.say, self.exercise
        texts = []
        if exercise.easier:
            texts.append(say(wording.EASIER, text=say(exercise.easier)))
        if harder := harder_way(exercise):
            texts.append(say(wording.HARDER, text=say(harder)))
        if exercise.note:
            texts.append(say(exercise.note))
        return " ".join(texts)

    def dose(self) -> Sketch:
        """The dose as values over their names, in as many rows as the width asks for; smaller if that saves one."""
        sketch, y = Sketch(self.width, 0), 0.0
        gap, rows = self._dose_rows(self.type.value)
        if len(rows) > 1:
            gap, rows = min((gap, rows), self._dose_rows(self.type.strong), key=_row_count)
        for row in rows:
            x = 0.0
            for cell in row:
                sketch.place(cell, x, y)
                x += cell.width + gap
            y += max(cell.height for cell in row) + DOSE_ROWS
        sketch.height = max(0.0, y - DOSE_ROWS)
        return sketch

    def _dose_rows(self, plain: Style) -> tuple[float, list[list[Sketch]]]:
        """The gap between the values, and the values in their rows; `plain` is the style of all but how many."""
        say = self.job.say
        cells = [self._value(say(label), say(value), style) for label, value, style in self._values(plain)]
        spare = (self.width - sum(cell.width for cell in cells)) / max(1, len(cells) - 1)
        gap = max(DOSE_GAPS[0], min(DOSE_GAPS[1], spare))
        return gap, _rows(cells, gap, self.width)

    def _value(self, label: str, value: str, style: Style) -> Sketch:
        """One value over its name; only one wider than the whole strip takes a second line."""
        above, below = wrap(value, style, self.width), one_line(label, self.type.label)
        sketch = Sketch(max(line.width for line in (*above, below)), 0)
        y = sketch.lines(0, self.type.dose.lead - style.lead, above, style)
        sketch.height = sketch.lines(0, y, (below,), self.type.label)
        return sketch

    def _values(self, plain: Style) -> list[tuple[str, str, Style]]:
        dose, big = self.exercise.dose, self.type.dose
        values = [
            (wording.START, dose.start, big),
            (wording.GOAL, dose.goal, big),
            (wording.DAYS, dose.days, plain),
            (wording.HOLD, dose.hold, plain),
            (wording.TEMPO, dose.tempo, plain),
            (wording.REST, dose.rest, plain),
        ]
        return [value for value in values if value[1]]


def more_line(job: Job) -> str:
    """Where the rest stands that a layout leaves out: by the code on the sheet, or on the full sheet."""
    return job.say(wording.MORE_BY_CODE if job.subject.link else wording.MORE_ON_FULL_SHEET)


def _row_count(found: tuple[float, list[list[Sketch]]]) -> int:
    return len(found[1])


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
