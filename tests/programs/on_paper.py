"""What a placed page says, and where: its cards with their doses, its weeks, its signs."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from math import hypot
from typing import Literal, NamedTuple

from programs.pdf import wording
from programs.pdf.sketch import Art, Disc, Placed, Sketch, Stroke, Turned, Words
from programs.plan import Dose, PrescribedExercise
from tests.programs.plans import squeezed

Sign = Literal["tick", "cross", "bar"]
SIGN_OF = {"": None, "right": "tick", "wrong": "cross"}
TENTHS = re.compile(r"\d+\.\d")


def lines_of(sketch: Sketch) -> list[str]:
    """The lines that stand in a sketch itself, not in those set down in it."""
    return ["".join(run.text for run in mark.line.runs) for mark in sketch.marks if isinstance(mark, Words)]


def said(sketch: Sketch) -> str:
    """All it says in drawing order, without white space."""
    parts = (
        said(mark.sketch) if isinstance(mark, Placed | Turned) else "".join(run.text for run in mark.line.runs)
        for mark in sketch.marks
        if isinstance(mark, Placed | Turned | Words)
    )
    return squeezed("".join(parts))


def grounds(sketch: Sketch) -> Iterator[Sketch]:
    """The sketch and everything set down in it, outermost first, in drawing order."""
    yield sketch
    for mark in sketch.marks:
        if isinstance(mark, Placed | Turned):
            yield from grounds(mark.sketch)


def least_ground(pages: Sequence[Sketch], words: str) -> Sketch:
    """The smallest sketch that says these words in one piece. Raises AssertionError where none does."""
    found = [ground for page in pages for ground in grounds(page) if squeezed(words) in said(ground)]
    assert found, f"nowhere on paper: {words}"
    return min(found, key=lambda ground: len(said(ground)))


class Card(NamedTuple):
    """A card as a reader sees it: what stands over it, what its dose says under each name, and all its words."""

    titles: tuple[str, ...]
    dose: dict[str, str]
    said: str


def dose_of(dose: Dose) -> dict[str, str]:
    """What a dose must say on paper: each name with its value, both without white space."""
    rows = {
        wording.START: dose.start,
        wording.GOAL: dose.goal,
        wording.DAYS: dose.days,
        wording.HOLD: dose.hold,
        wording.TEMPO: dose.tempo,
        wording.REST: dose.rest,
    }
    return {squeezed(name): squeezed(value) for name, value in rows.items() if value}


NAMES = set(dose_of(Dose("1", "1", "1", "1", "1", "1")))


def titled(place: int | None, exercise: PrescribedExercise, practice: str) -> tuple[str, ...]:
    """What may stand as the title of an exercise: its number and name alone, then with what else may stand there."""
    title = f"{place}{exercise.name}" if place else f"{practice}: {exercise.name}"
    needs = wording.EQUIPMENT.format(things=exercise.equipment)
    more = ("", needs, exercise.side_rule, needs + exercise.side_rule)
    return tuple(squeezed(title + each) for each in more)


def cards(page: Sketch, titles: Sequence[tuple[str, ...]]) -> list[Card]:
    """Every strip of a dose with the smallest ground around it that has a title, in drawing order."""
    return [card for path in _paths((page,)) for card in _card(path, titles)]


def _paths(path: tuple[Sketch, ...]) -> Iterator[tuple[Sketch, ...]]:
    """Every ground with those around it, the page first."""
    yield path
    for mark in path[-1].marks:
        if isinstance(mark, Placed | Turned):
            yield from _paths((*path, mark.sketch))


def _card(path: tuple[Sketch, ...], titles: Sequence[tuple[str, ...]]) -> Iterator[Card]:
    values = _values(path[-1])
    if not values:
        return
    for ground in reversed(path[:-1]):
        heads = {squeezed("".join(lines_of(inner))) for inner in grounds(ground)}
        found = tuple(title[0] for title in titles if heads & set(title))
        if found:
            yield Card(found, values, said(ground))
            return


def _values(strip: Sketch) -> dict[str, str]:
    """The values of a strip by the names under them; nothing for what is no strip of a dose."""
    cells = [lines_of(mark.sketch) for mark in strip.marks if isinstance(mark, Placed)]
    cells = [cell for cell in cells if len(cell) > 1 and squeezed(cell[-1]) in NAMES]
    return {squeezed(cell[-1]): squeezed("".join(cell[:-1])) for cell in cells}


class WeekRow(NamedTuple):
    """One week as its row reads from left to right."""

    week: int
    runs: tuple[str, ...]
    total: str


def week_rows(pages: Sequence[Sketch]) -> list[WeekRow]:
    """The rows of the run weeks in the order in which they are drawn."""
    return [row for page in pages for ground in grounds(page) for row in _week_row(ground)]


def _week_row(ground: Sketch) -> Iterator[WeekRow]:
    marks = sorted((mark for mark in ground.marks if isinstance(mark, Words)), key=lambda mark: mark.x)
    words = ["".join(run.text for run in mark.line.runs) for mark in marks]
    if len(words) > 2 and words[-1].startswith("= "):
        runs = tuple(word for word in words[1:-1] if TENTHS.fullmatch(word))
        yield WeekRow(int(words[0]), runs, words[-1].removeprefix("= "))


class Drawn(NamedTuple):
    """A sign, and where its middle lies in its sketch."""

    sign: Sign
    x: float
    y: float


def signs(sketch: Sketch) -> list[Drawn]:
    """The signs that stand in a sketch itself, known by the shape of their strokes and not by their color."""
    return [drawn for _place, drawn in _signs(sketch)]


def _signs(sketch: Sketch) -> Iterator[tuple[int, Drawn]]:
    for place, mark in enumerate(sketch.marks):
        if isinstance(mark, Disc):
            strokes = tuple(takewhile(partial(_is_inside, mark), sketch.marks[place + 1 :]))
            if strokes:
                yield place, Drawn(_shape([stroke.points for stroke in strokes]), mark.x, mark.y)


def _is_inside(disc: Disc, mark) -> bool:
    if not isinstance(mark, Stroke):
        return False
    return all(hypot(x - disc.x, y - disc.y) <= disc.radius for x, y in mark.points)


def _shape(strokes: list[tuple[tuple[float, float], ...]]) -> Sign:
    """A tick is one stroke with its lowest point in the middle, a cross two strokes that slope opposite ways."""
    match strokes:
        case [((ax, ay), (bx, by), (cx, cy))] if ax < bx < cx and by > ay > cy:
            return "tick"
        case [((ax, ay), (bx, by)), ((cx, cy), (dx, dy))] if (by - ay) * (bx - ax) * (dy - cy) * (dx - cx) < 0:
            return "cross"
        case [((_, ay), (_, by))] if ay == by:
            return "bar"
    raise AssertionError(f"no sign of ours: {strokes}")


class Signed(NamedTuple):
    """A picture with the signs that are drawn for it: after it and before the next one."""

    art: Art
    signs: tuple[Drawn, ...]
    nearest: tuple[Art, ...]
    """For each sign the picture that is nearest to it."""


def signed_pictures(page: Sketch) -> Iterator[Signed]:
    """Every picture of a page with its signs."""
    for ground in grounds(page):
        places = [place for place, mark in enumerate(ground.marks) if isinstance(mark, Art)]
        arts = [ground.marks[place] for place in places]
        for art, start, end in zip(arts, places, [*places[1:], len(ground.marks)], strict=False):
            own = tuple(drawn for place, drawn in _signs(ground) if start < place < end)
            nearest = tuple(min(arts, key=partial(_distance, one)) for one in own)
            yield Signed(art, own, nearest)


def _distance(sign: Drawn, art: Art) -> float:
    across = max(art.x - sign.x, 0.0, sign.x - art.x - art.width)
    down = max(art.y - sign.y, 0.0, sign.y - art.y - art.height)
    return hypot(across, down)


def signed_lines(page: Sketch) -> Iterator[tuple[Sign, str]]:
    """Every sign with the line of text that begins right of it at its height, in the same sketch."""
    for ground in grounds(page):
        words = [mark for mark in ground.marks if isinstance(mark, Words)]
        for sign in signs(ground):
            beside = [mark for mark in words if mark.x > sign.x and 0 <= mark.y - sign.y < mark.style.size]
            if beside:
                nearest = min(beside, key=lambda mark: mark.x)
                yield sign.sign, "".join(run.text for run in nearest.line.runs)
