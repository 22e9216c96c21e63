"""Plain text for the clinic's own chart: short lines, no markup, nothing that another program could trip over."""

import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

WIDEST = 80
INDENT = "  "
# Marks that turn the reading direction of what follows: harmless on a page, not in a chart's single text field.
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class NotePart:
    """One part of the note: its title, and its lines as long as they may be."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartNote:
    """The whole note: a heading line, then parts; a part without lines is left out."""

    heading: str
    parts: tuple[NotePart, ...]


def text_of(note: ChartNote) -> str:
    """The note as text, each line at most 80 characters, the last one ended."""
    return "\n".join(_lines(note)) + "\n"


def _lines(note: ChartNote) -> Iterator[str]:
    yield from _wrapped(note.heading, "")
    for part in note.parts:
        if part.lines:
            yield ""
            yield from _wrapped(part.title.upper(), "")
            for line in part.lines:
                yield from _wrapped(line, INDENT)


def _wrapped(line: str, indent: str) -> list[str]:
    return textwrap.wrap(plain(line), WIDEST, initial_indent=indent, subsequent_indent=indent + INDENT)


def plain(words: str) -> str:
    """One line of words without control characters and without marks that turn the reading direction."""
    kept = (" " if unicodedata.category(letter) in ("Cc", "Zl", "Zp") else letter for letter in words)
    return "".join(letter for letter in kept if letter not in TURNING)
