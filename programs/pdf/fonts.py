"""The two faces of the sheets: parsed once, on first use, never on import."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from programs.pdf.styles import Weight

FOLDER = Path(__file__).resolve().parents[2] / "static" / "fonts" / "pdf"
FILES: dict[Weight, tuple[str, str]] = {
    "regular": ("atkinson-regular.ttf", "dejavu-sans.ttf"),
    "semibold": ("atkinson-semibold.ttf", "dejavu-sans-bold.ttf"),
    "bold": ("atkinson-bold.ttf", "dejavu-sans-bold.ttf"),
}
REPLACEMENT = "\N{WHITE SQUARE}"
"""Stands, visibly, for every character that neither face can draw; the fallback face has it."""


@dataclass(frozen=True, slots=True)
class Face:
    """One parsed font file, known to the drawing library under `name`."""

    name: str
    font: TTFont

    def covers(self, text: str) -> bool:
        """Whether every character of `text` has a glyph of its own."""
        glyphs = self.font.face.charToGlyph
        return all(ord(char) in glyphs for char in text)

    def width(self, text: str) -> float:
        """Width of `text` at a size of one point."""
        return float(self.font.stringWidth(text, 1))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face, ready to draw; `width` is at a size of one point."""

    face: str
    text: str
    width: float


@cache
def face(file: str) -> Face:
    """Parse one font file of the project's own folder. Raises reportlab's TTFError where it is broken."""
    font = TTFont(f"itbcare-{file.removesuffix('.ttf')}", FOLDER / file, asciiReadable=file.startswith("atk"))
    pdfmetrics.registerFont(font)
    return Face(name=font.fontName, font=font)


@lru_cache(maxsize=8192)
def run_of(word: str, weight: Weight) -> Run:
    """Set one word whole in the first face that has all of it, else in the fallback with visible boxes."""
    first, fallback = (face(file) for file in FILES[weight])
    if first.covers(word):
        return Run(first.name, word, first.width(word))
    shown = "".join(char if fallback.covers(char) else REPLACEMENT for char in word)
    return Run(fallback.name, shown, fallback.width(shown))


def load_fonts() -> None:
    """Parse every face now, so that no runner waits for it."""
    for pair in FILES.values():
        for file in pair:
            face(file)
