"""The one door for text: every string that reaches a sheet is cleaned, measured and broken here.

There is no markup on the other side of this door. Letters are drawn as letters; a tag, a link or an entity in
a name is shown as it was typed.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from programs.pdf.bidi import in_drawing_order
from programs.pdf.fonts import Run, run_of
from programs.pdf.styles import Style, Weight

LONGEST = 600
"""Characters of one string of content; a name is capped by `NAME_LONGEST`."""
NAME_LONGEST = 80
MORE = "…"
REMEMBERED = 2048
"""Broken texts kept: two plans share nearly all their sentences, and breaking them is half of placing a sheet."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: runs in drawing order, and its width in points."""

    runs: tuple[Run, ...]
    width: float


def clean(raw: str, longest: int = LONGEST) -> str:
    """One line of plain text: composed, without control or direction marks, at most `longest` characters.

    Every kind of white space becomes a single space. What is cut off is shown by an ellipsis.
    """
    head = raw[: longest * 4]
    if not (head.isascii() and head.isprintable()):
        head = "".join(_plain(unicodedata.normalize("NFC", head)))
    kept = " ".join(head.split())
    return kept if len(kept) <= longest and len(raw) <= longest * 4 else kept[: longest - 1].rstrip() + MORE


def _plain(text: str) -> Iterator[str]:
    for char in text:
        kind = unicodedata.category(char)
        if char.isspace() or kind in ("Zl", "Zp", "Zs"):
            yield " "
        elif kind not in ("Cc", "Cf"):
            yield char


@lru_cache(maxsize=REMEMBERED)
def wrap(text: str, style: Style, width: float, longest: int = LONGEST, indent: float = 0.0) -> tuple[Line, ...]:
    """Break `text` into lines at most `width` points wide; a word too wide for a line is broken inside.

    The first line begins `indent` points to the right; it stays empty where no word fits behind that.
    """
    lines: list[list[str]] = [[]]
    used, space = indent, run_of(" ", style.weight).width * style.size
    for word in _pieces(clean(text, longest), style, width):
        wide = _width(word, style.weight) * style.size
        if used and used + (space if lines[-1] else 0.0) + wide > width:
            lines.append([])
            used = 0.0
        used += wide + (space if lines[-1] else 0.0)
        lines[-1].append(word)
    return tuple(_set(words, style) for words in lines)


@lru_cache(maxsize=REMEMBERED)
def one_line(text: str, style: Style) -> Line:
    """The whole text on one line, however wide."""
    return _set(clean(text).split(" "), style)


def clipped(text: str, style: Style, width: float) -> Line:
    """The text on one line of `width` points; what does not fit is cut off, and the cut is shown."""
    lines = wrap(text, style, width)
    if len(lines) == 1:
        return lines[0]
    kept = clean(text)
    while kept and not fits(kept + MORE, style, width):
        kept = kept[:-1].rstrip()
    return one_line(kept + MORE, style)


def fits(text: str, style: Style, width: float) -> bool:
    """Whether the text stays on one line of `width` points."""
    return one_line(text, style).width <= width


def _pieces(text: str, style: Style, width: float) -> Iterator[str]:
    for word in text.split(" "):
        if _width(word, style.weight) * style.size <= width:
            yield word
        else:
            yield from _broken(word, style, width)


def _broken(word: str, style: Style, width: float) -> Iterator[str]:
    """A word too long for a line, in pieces; a combining mark stays with its letter."""
    piece = ""
    for char in word:
        if piece and not unicodedata.combining(char) and _too_wide(piece + char, style, width):
            yield piece
            piece = ""
        piece += char
    yield piece


def _too_wide(piece: str, style: Style, width: float) -> bool:
    return _width(piece, style.weight) * style.size > width


def _width(word: str, weight: Weight) -> float:
    return run_of(word, weight).width


def _set(words: list[str], style: Style) -> Line:
    """Runs in drawing order; neighbors of one face are joined, so that a reader copies whole sentences."""
    runs: list[Run] = []
    space = run_of(" ", style.weight)
    for number, word in enumerate(in_drawing_order(words)):
        run = run_of(word, style.weight)
        if number:
            runs.append(space)
        runs.append(run)
    return Line(_joined(runs), sum(run.width for run in runs) * style.size)


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.face == run.face:
            joined[-1] = Run(run.face, last.text + run.text, last.width + run.width)
        else:
            joined.append(run)
    return tuple(joined)
