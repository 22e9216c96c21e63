"""From typed lines to runners: a code, or a name, each line on its own. Nobody is guessed: who is unsure is asked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext as _

from screening.code import ALPHABET
from screening.folding import folded
from screening.models import Screening
from screening.search import matching, parts_of

CODE: Final = re.compile(rf"\s*(ITB)[\s-]?([{ALPHABET}]{{4}})[\s-]?([{ALPHABET}]{{2}})(?![\w-])", re.IGNORECASE)
LETTERS: Final = re.compile(r"[^\W\d_]{2}")
MOST_NAMESAKES: Final = 50
MOST_CANDIDATES: Final = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list. `screening` is whose sheets it stands for; `candidates` are to be chosen from.

    `is_name` says that no code was typed: then a name was looked for.
    """

    number: int
    typed: str
    is_name: bool = False
    screening: Screening | None = None
    candidates: tuple[Screening, ...] = ()
    problem: str = ""

    @property
    def text(self) -> str:
        """As it stands in the box from now on: a name that was found has its code before it."""
        return f"{self.screening.code} {self.typed}" if self.screening and self.is_name else self.typed


def read_lines(text: str, picks: Iterable[str] = ()) -> list[Line]:
    """Every line that is not blank, with whom it names. `picks` are "CODE typed line" for lines that named several."""
    picked = {after.strip(): code for code, _space, after in (pick.partition(" ") for pick in picks)}
    numbered = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    typed = [
        (number, f"{picked[line]} {line}" if line in picked and not code_in(line) else line)
        for number, line in numbered
    ]
    return _told_apart(_by_code_or_name(typed))


def code_in(line: str) -> str:
    """The code that a line begins with, as it is stored; "" for a line that is no code."""
    found = CODE.match(line)
    return f"{found[1]}-{found[2]}-{found[3]}".upper() if found else ""


def is_name(line: str) -> bool:
    """Whether a line is to be looked up as a name: two letters in a row, and no digit."""
    return not code_in(line) and bool(LETTERS.search(line)) and not any(letter.isdigit() for letter in line)


def named(line: str) -> tuple[Screening, ...]:
    """The newest check that was sent by each runner of this name, newest first.

    "Last, First" and "First Last" are one, so are "Łukasz" and "lukasz". Later checks of one runner are one runner; so
    are checks with the same name and e-mail address.
    """
    words = words_of(line)
    parts = parts_of(line.replace(",", " "))
    if not words or not parts:
        return ()
    ids = matching(parts, MOST_NAMESAKES)
    there = Screening.objects.filter(pk__in=ids).exclude(state__in=(Screening.State.ASIDE, Screening.State.REPLACED))
    same = [each for each in there.select_related("repeat_of").order_by("-submitted_at", "-id")
            if words_of(each.name) == words]  # fmt: skip
    return tuple(_one_each(same))[:MOST_CANDIDATES]


def knows(cell: str) -> bool:
    """Whether a cell of a list names a check: by its code, or by the name of a runner."""
    if code := code_in(cell):
        return Screening.objects.filter(code=code, submitted_at__isnull=False).exists()
    return is_name(cell) and bool(named(cell))


def moved(lines: Sequence[Line], move: str) -> tuple[list[Line], int]:
    """The lines in another order, and the place from 1 where the moved one stands now; 0 where none was moved.

    `move` is "<place from 1>-up", "-down" or "-out". Anything else changes nothing.
    """
    place, _dash, way = move.partition("-")
    at = int(place) - 1 if place.isascii() and place.isdecimal() and len(place) < 5 else -1
    order, to = list(lines), {"up": max(0, at - 1), "down": min(at + 1, len(lines) - 1)}.get(way, at)
    if not 0 <= at < len(order):
        return order, 0
    line = order.pop(at)
    if way != "out":
        order.insert(to, line)
    return order, min(to + 1, len(order))


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small letters without accents, in one order whichever way round it was typed."""
    return tuple(sorted(re.findall(r"\w+", folded(name))))


def _one_each(newest_first: Iterable[Screening]) -> Iterable[Screening]:
    """The first check of each runner."""
    seen: set[object] = set()
    for screening in newest_first:
        marks = {_first_check(screening)} | ({screening.email.casefold()} if screening.email else set())
        if not marks & seen:
            yield screening
        seen |= marks


def _first_check(screening: Screening) -> int:
    """The check that a runner's later ones go back to."""
    while screening.repeat_of is not None:
        screening = screening.repeat_of
    return screening.pk


def _by_code_or_name(typed: Sequence[tuple[int, str]]) -> list[Line]:
    codes = {code for _number, line in typed if (code := code_in(line))}
    found = {each.code: each for each in Screening.objects.filter(code__in=codes).select_related("repeat_of")}
    return [_line(number, line, found) for number, line in typed]


def _line(number: int, typed: str, found: Mapping[str, Screening]) -> Line:
    line, words = Line(number, typed), {"line": number, "code": typed.upper()[:20], "name": typed[:60]}
    if is_name(typed):
        return _named_line(replace(line, is_name=True), words)
    screening = found.get(code_in(typed))
    if screening is None:
        return replace(line, problem=_("Line %(line)s: there is no check %(code)s.") % words)
    if screening.is_draft:
        return replace(line, problem=_("Line %(line)s: %(code)s has not been sent yet.") % words)
    return replace(line, screening=screening)


def _named_line(line: Line, words: Mapping[str, object]) -> Line:
    candidates = named(line.typed)
    if len(candidates) == 1:
        return replace(line, screening=candidates[0])
    if candidates:
        problem = _("Line %(line)s: more than one runner is called %(name)s. Choose which.")
        return replace(line, candidates=candidates, problem=problem % words)
    return replace(line, problem=_("Line %(line)s: no check was sent by %(name)s.") % words)


def _told_apart(lines: Sequence[Line]) -> list[Line]:
    """The lines; one that names a runner of a line before is a problem."""
    first: dict[int, int] = {}
    told: list[Line] = []
    for line in lines:
        if line.screening is None or first.setdefault(line.screening.pk, line.number) == line.number:
            told.append(line)
            continue
        words = {"line": line.number, "code": line.screening.code, "first": first[line.screening.pk]}
        told.append(replace(line, problem=_("Line %(line)s: %(code)s is on line %(first)s too.") % words))
    return told
