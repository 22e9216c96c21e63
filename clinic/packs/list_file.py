"""Reads a list of runners out of an uploaded file: one cell for each line, kindly. Nothing of it is kept.

A cell is text and stays text: what a spreadsheet would take for a formula is looked up like any other name.
"""

import csv
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from screening.wording import gettext_noop

MOST_BYTES: Final = 64 * 1024
LONGEST_CELL: Final = 200
PROBED: Final = 10
"""Cells of a column that are looked up to see whether it is the one."""
NOT_TEXT: Final = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
TOO_LARGE: Final = gettext_noop("This file is too large. A list takes 64 KB at most.")
NO_TEXT: Final = gettext_noop("This is not a text file. In your calendar or spreadsheet, save it as CSV.")
EMPTY: Final = gettext_noop("This file is empty.")
LAST_NAMES: Final = {"last name", "last", "surname", "family name", "lastname"}
FIRST_NAMES: Final = {"first name", "first", "given name", "firstname"}
HEADS: Final = {"name", "names", "full name", "runner", "runners", "patient", "patient name", "client", "client name",
                "code", "codes", "check", "check code"}  # fmt: skip

Knows = Callable[[str], bool]


class ListFileError(ValueError):
    """The file is no list; the message is a sentence that says what to do."""


def lines_of(data: bytes, file_name: str, knows: Knows) -> list[str]:
    """The codes or names of a text or CSV file, in its order. Raises ListFileError.

    Of a CSV file it is the first column in which `knows` finds a runner; a line of headings is left out.
    """
    text = text_of(data)
    if not file_name.lower().endswith(".csv"):
        return [line.strip()[:LONGEST_CELL] for line in text.splitlines() if line.strip()]
    rows = [[_plain(cell) for cell in row] for row in csv.reader(text.splitlines(), delimiter=_delimiter(text))]
    return [cell for cell in _column([row for row in rows if any(row)], knows) if cell]


def text_of(data: bytes) -> str:
    """The text in UTF-8, UTF-16 or, where it is neither, Latin-1. Raises ListFileError for what is no text."""
    if len(data) > MOST_BYTES:
        raise ListFileError(TOO_LARGE)
    if data.startswith(NOT_TEXT):
        raise ListFileError(NO_TEXT)
    text = _decoded(data).replace("\0", "").lstrip("\ufeff")
    if not text.strip():
        raise ListFileError(EMPTY)
    return text


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if data[1:2] == b"\0":  # as some calendars write it, without a mark at the beginning
        return data.decode("utf-16-le", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that the first lines hold most of; a comma inside quotes is none."""
    head = "\n".join("".join(line.split('"')[::2]) for line in text.splitlines()[:PROBED])
    return max(",;\t", key=head.count)


def _plain(cell: str) -> str:
    """Without what spreadsheets put around text: ="ITB-7F3K-Q2" and 'ITB-7F3K-Q2."""
    cell = cell.strip()
    if cell.startswith('="') and cell.endswith('"'):
        cell = cell[2:-1]
    return cell.removeprefix("'").strip()[:LONGEST_CELL]


def _column(rows: Sequence[Sequence[str]], knows: Knows) -> list[str]:
    """The first column that names runners; failing that first and last names side by side, or the first column."""
    if not rows:
        return []
    if pair := _two_columns([cell.lower() for cell in rows[0]]):
        return [f"{_at(row, pair[0])} {_at(row, pair[1])}".strip() for row in rows[1:]]
    columns = [[_at(row, place) for row in rows] for place in range(max(map(len, rows)))]
    for column in columns:
        if any(map(knows, _probed(column))):
            return list(_without_head(column))
    both = [f"{_at(row, 1)} {_at(row, 0)}".strip() for row in rows]
    if len(columns) > 1 and any(map(knows, _probed(both))):
        return both
    named = (column for column in columns if column[0].lower() in HEADS)
    return list(_without_head(next(named, columns[0])))


def _two_columns(heads: Sequence[str]) -> tuple[int, int] | None:
    """The places of the first name and of the last name, where two columns hold them."""
    first = next((place for place, head in enumerate(heads) if head in FIRST_NAMES), None)
    last = next((place for place, head in enumerate(heads) if head in LAST_NAMES), None)
    return None if first is None or last is None else (first, last)


def _probed(column: Sequence[str]) -> Iterator[str]:
    cells = (cell for cell in column if cell and cell.lower() not in HEADS)
    return (cell for _place, cell in zip(range(PROBED), cells, strict=False))


def _without_head(column: Sequence[str]) -> Sequence[str]:
    return column[1:] if column[0].lower() in HEADS else column


def _at(row: Sequence[str], place: int) -> str:
    return row[place] if place < len(row) else ""
