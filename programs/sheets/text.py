"""A sheet as text with its pictures, in reading order: what the screen shows and large print sets.

Every sentence is already in the reader's language; a picture already knows whether it must be mirrored.
"""

from dataclasses import dataclass
from typing import Literal

from programs.sheets.order import Kind

Tone = Literal["plain", "strong", "small", "stop", "caution"]
Sign = Literal["dot", "number", "tick", "cross", "box"]


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph; `tone` says how it is set."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list under its lead, which may be empty; `sign` stands before each item."""

    items: tuple[str, ...]
    sign: Sign = "dot"
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values: a dose, an answer."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture: `slug` is its path below `static/figures/` without ".svg"."""

    slug: str
    label: str
    alt: str
    flipped: bool = False
    mark: Literal["", "right", "wrong"] = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures that belong side by side."""

    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Light:
    """One light of a pain rule: which pain, 0 to 10, and what to do."""

    color: Literal["green", "amber", "red"]
    pain: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Lights:
    """The traffic light, green first."""

    lights: tuple[Light, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns; "" in a cell is a place to write."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """A question on paper with its answers, one box to tick before each; a picture may stand by an answer."""

    question: str
    answers: tuple[tuple[str, Shown | None], ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """Room to write: one line after each label; a label may be empty."""

    labels: tuple[str, ...]


Part = Prose | Listing | Facts | Pictures | Lights | Table | Choices | Blanks


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under a heading, which may be empty; `together` asks for one piece of paper."""

    heading: str
    parts: tuple[Part, ...]
    together: bool = True


@dataclass(frozen=True, slots=True)
class SheetText:
    """One whole sheet. `leg` is the stance leg in words, as it stands on every page."""

    kind: Kind
    title: str
    subtitle: str
    leg: str
    sections: tuple[Section, ...]
