"""A sheet as text with its pictures, in reading order: what the screen shows and large print sets.

Every sentence is already in the reader's language; a picture already knows whether it must be mirrored.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from programs.sheets.order import Kind

Tone = Literal["plain", "strong", "small", "stop", "caution", "call", "note"]
Sign = Literal["dot", "number", "tick", "cross", "box"]


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph; `tone` says how it is set. After a "call" stand the clinic's phone number and hours.

    A "note" is what the clinic wrote to this runner: its own words, in a box.
    """

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
class LogRow:
    """One row to fill in: its name, a detail, a place to write for each of `boxes`, and their sum.

    A box is named by what stands before it, such as how far to run; "" where the row's name says all.
    """

    name: str
    boxes: tuple[str, ...]
    detail: str = ""
    total: str = ""


@dataclass(frozen=True, slots=True)
class Log:
    """Rows to tick and to write in. `head` names the columns: name, detail, boxes, total; "" for one not used.

    `fill` says what is written at each box, the tick first.
    """

    caption: str
    head: tuple[str, str, str, str]
    rows: tuple[LogRow, ...]
    fill: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose, with what it means and its picture."""

    words: str
    hint: str = ""
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """A question on paper with its answers, one box to tick before each; short answers stand in a row."""

    question: str
    answers: tuple[Answer, ...]
    help: str = ""
    in_a_row: bool = False


@dataclass(frozen=True, slots=True)
class Blanks:
    """Room to write: one line after each label; a label may be empty."""

    labels: tuple[str, ...]


Part = Prose | Listing | Facts | Pictures | Lights | Table | Log | Choices | Blanks


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under a heading, which may be empty; `together` asks for one piece of paper.

    `core` are those of its parts that must be seen at once where not all of them can be. A `filler` is printed
    only where a last page has room for it. A `drill` is short: large print sets its words beside its pictures.
    `level` is that of the heading, 2 or 3; `number`, where not 0, stands before it.
    """

    heading: str
    parts: tuple[Part, ...]
    together: bool = True
    level: Literal[2, 3] = 2
    number: int = 0
    core: tuple[Part, ...] = ()
    filler: bool = False
    drill: bool = False


@dataclass(frozen=True, slots=True)
class SheetText:
    """One whole sheet. `leg` is the stance leg in words and `short` its title in short, as on every page.

    `edition` is what it was made from, where that is not a version of a plan.
    """

    kind: Kind
    title: str
    subtitle: str
    leg: str
    sections: tuple[Section, ...]
    short: str
    edition: str = ""


def every_text(sheet: SheetText) -> Iterator[str]:
    """Every string of a sheet in reading order, those read aloud instead of a picture left out."""
    yield from (sheet.title, sheet.subtitle)
    for section in sheet.sections:
        yield section.heading
        for part in section.parts:
            yield from texts_of(part)


def texts_of(part: Part) -> Iterator[str]:
    """Every string of one part in reading order."""
    match part:
        case Prose(text):
            yield text
        case Listing(items, _, lead):
            yield from (lead, *items)
        case Facts(rows):
            yield from (text for row in rows for text in row)
        case Pictures(shown):
            yield from (picture.label for picture in shown)
        case Lights(lights):
            yield from (text for light in lights for text in (light.pain, light.sentence))
        case Table(caption, head, rows):
            yield from (caption, *head, *(cell for row in rows for cell in row))
        case Log(caption, head, rows, fill):
            yield from (caption, *filter(None, head), *fill)
            for row in rows:
                yield from (row.name, row.detail, *row.boxes, row.total)
        case Choices(question, answers, help):
            yield from (question, help, *(text for answer in answers for text in (answer.words, answer.hint)))
        case Blanks(labels):
            yield from labels
