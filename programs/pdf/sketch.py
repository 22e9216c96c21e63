"""A drawing before it is drawn: marks with their places, so that a sheet can be measured, placed and checked.

Lengths are points; x runs right and y runs DOWN from the top left corner of the sketch.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from programs.pdf.styles import INK, Color, Style
from programs.pdf.text import LONGEST, Line, one_line, wrap

Align = Literal["left", "center", "right"]
Point = tuple[float, float]
Run = tuple[int, int, int]
"""Dark modules side by side: the column and the row of the first, from the top left, and how many."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `x`, `y` is the left end of its baseline."""

    x: float
    y: float
    line: Line
    style: Style
    color: Color


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, filled, outlined or both; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Color | None = None
    stroke: Color | None = None
    line: float = 0.7


@dataclass(frozen=True, slots=True)
class Disc:
    """A filled circle around `x`, `y`."""

    x: float
    y: float
    radius: float
    fill: Color
    stroke: Color | None = None
    line: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dash` is the length of a dash and of a gap, 0 for none."""

    points: tuple[Point, ...]
    color: Color = INK
    line: float = 0.7
    dash: float = 0.0


@dataclass(frozen=True, slots=True)
class Art:
    """A figure of the library in a box of the figure's own proportions."""

    x: float
    y: float
    width: float
    height: float
    slug: str
    flipped: bool


@dataclass(frozen=True, slots=True)
class Photo:
    """The clinic's logo: the only pixels on a sheet."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Modules:
    """A square of `count` by `count` modules, black where `runs` say so; `name` is its own within a file."""

    x: float
    y: float
    side: float
    count: int
    runs: tuple[Run, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Another sketch, set down at `x`, `y`."""

    x: float
    y: float
    sketch: "Sketch"


@dataclass(frozen=True, slots=True)
class Turned:
    """Another sketch, turned clockwise by quarters; `x`, `y` is the top left corner of what it then covers."""

    x: float
    y: float
    sketch: "Sketch"
    quarters: Literal[1, 2, 3]

    def moved(self, x: float, y: float) -> Point:
        """Where a point of the sketch lies on the ground that it is turned on."""
        across, down = self.sketch.width, self.sketch.height
        turned = {1: (down - y, x), 2: (across - x, down - y), 3: (y, across - x)}[self.quarters]
        return self.x + turned[0], self.y + turned[1]


Mark = Words | Box | Disc | Stroke | Art | Photo | Modules | Placed | Turned


@dataclass(slots=True)
class Sketch:
    """Marks on a ground of `width` x `height` points."""

    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)

    def add(self, *marks: Mark) -> None:
        """Put marks on top of what is there."""
        self.marks.extend(marks)

    def place(self, sketch: "Sketch", x: float, y: float) -> float:
        """Set another sketch down; returns the y below it."""
        self.marks.append(Placed(x, y, sketch))
        return y + sketch.height

    def text(self, x: float, y: float, text: str, style: Style, align: Align = "left") -> float:
        """One line whose box begins at `y`; `x` is its left end, middle or right end. Returns the y below."""
        line = one_line(text, style)
        left = {"left": x, "center": x - line.width / 2, "right": x - line.width}[align]
        self.marks.append(Words(left, y + style.rise, line, style, style.color))
        return y + style.lead

    def paragraph(self, x: float, y: float, width: float, text: str, style: Style, *, longest: int = LONGEST) -> float:
        """Text broken to `width`; returns the y below its last line."""
        return self.lines(x, y, wrap(text, style, width, longest), style)

    def lines(self, x: float, y: float, lines: tuple[Line, ...], style: Style) -> float:
        """Lines that are already broken; returns the y below the last."""
        for line in lines:
            self.marks.append(Words(x, y + style.rise, line, style, style.color))
            y += style.lead
        return y

    def run_on(self, x: float, y: float, width: float, parts: Sequence[tuple[str, Style]]) -> float:
        """Texts that share lines, each in its own style and beginning where the one before ends; the y below."""
        base, indent = y + parts[0][1].rise, 0.0
        for text, style in parts:
            lines = wrap(text, style, width, LONGEST, indent)
            for place, line in enumerate(lines):
                left = x + (0.0 if place else indent)
                self.marks.append(Words(left, base + place * style.lead, line, style, style.color))
            base += (len(lines) - 1) * style.lead
            indent = lines[-1].width + (indent if len(lines) == 1 else 0.0) + style.size * 0.45
        return base + parts[-1][1].lead - parts[-1][1].rise

    def box(self, x: float, y: float, width: float, height: float, **look: float | Color | None) -> None:
        """A rectangle; `look` is the rest of `Box`."""
        self.marks.append(Box(x, y, width, height, **look))  # type: ignore[arg-type]
