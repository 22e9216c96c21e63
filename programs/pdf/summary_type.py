"""How the one-page summary is set: its small type, its degrees of detail, and text that is never cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from programs.pdf.panels import even_columns
from programs.pdf.sketch import Point, Sketch
from programs.pdf.styles import INK_2, Style

PAD = 6.0
GAP = 8.0
TINY = Style("regular", 8.2, 9.5, INK_2)
TINY_STRONG = Style("semibold", 8.2, 9.5)
TINY_INK = Style("regular", 8.2, 9.5)
HEAD = Style("bold", 9.4, 12)


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is said: whole sources, their first part, or none; answers as rows, and equal ones one by one.

    `reasons` is whether the rules say their sentences; `most` bounds the answers, and what is left out is counted.
    """

    sources: str = "whole"
    rows: bool = True
    one_by_one: bool = True
    reasons: bool = True
    most: int | None = None


def run_on(sketch: Sketch, corner: Point, parts: Sequence[tuple[str, Style]], width: float) -> float:
    """Parts on shared lines; a long one goes on in pieces, so that the text door cuts nothing off."""
    pieces = [(piece, style) for text, style in parts for piece in _pieces(text)]
    return sketch.run_on(*corner, width, pieces)


def _pieces(text: str, longest: int = 400) -> list[str]:
    if len(text) <= longest:
        return [text]
    cut = text.rfind(" ", 0, longest) + 1 or longest
    return [text[:cut], *_pieces(text[cut:], longest)]


def in_columns(
    sketch: Sketch, y: float, items: Sequence[Sketch], width: float, *, edge: float = PAD, gap: float = GAP
) -> float:
    """Items in two columns of nearly equal height; returns the y below them."""
    columns = even_columns(items, width)
    for place, column in enumerate(columns):
        sketch.place(column, edge + place * (width + gap), y)
    return y + max(column.height for column in columns)
