"""A dose as staff type it, read kindly and written as the sheets print it: "3x12" becomes "3 x 12".

Nothing else is ever printed: a text is one that the library itself uses in that place, or is put together here from
numbers within bounds. The bounds keep slips of the finger out; what is right for a runner the clinician knows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any, Final

from programs.library_content import Library
from programs.plan import Dose
from screening.wording import gettext_noop

FIELDS: Final = tuple(item.name for item in fields(Dose))
LONGEST: Final = 60
Known = Mapping[str, frozenset[str]]
MOST_SETS: Final = 6
MOST_IN_ALL: Final[Mapping[str, int]] = {"sec": 300, "min": 30}
"""The same over all sets, of what is counted in time."""
MOST_HOLD: Final = 60  # seconds
MOST: Final[Mapping[str, int]] = {"": 60, "steps": 100, "sec": 300, "min": 30}
"""The highest count of repetitions, steps, seconds or minutes in a set."""
MOST_REST: Final = 300  # seconds
MOST_COUNTS: Final = 20  # of one part of a repetition

SAY_AMOUNT: Final = gettext_noop("Type sets and reps, such as 3 x 12, 3 x 30 sec or 10 each side.")
SAY_HOLD: Final = gettext_noop("Type seconds, such as 5 or 15 to 30, or leave it empty.")
SAY_TEMPO: Final = gettext_noop("Type counts, such as 3 down, 1 hold, 2 up, or 3-1-2.")
SAY_REST: Final = gettext_noop("Type seconds, such as 60 or 60 to 90.")
SAY_DAYS: Final = gettext_noop("Type days a week, such as 3, or 3 to 5.")
SAY_TOO_LONG: Final = gettext_noop("This is too long in all: at most 300 seconds, or 30 minutes.")
SAY_LONG_HOLD: Final = gettext_noop("This hold is longer than a set.")
SAY_SAME_KIND: Final = gettext_noop("Count this the same way as the start: both in reps, steps or time.")
SAY_NO_LESS: Final = gettext_noop("This is less than the start.")

_RANGE: Final = r"(\d{1,3})(?:\s*(?:-|\u2013|to)\s*(\d{1,3}))?"
_UNITS: Final = r"(sec|secs|seconds?|s|min|mins|minutes?|steps?|reps?|times)?"
_SIDES: Final = r"(each side|each leg|each way)?"
_SETS: Final = re.compile(rf"(?:(\d)\s*(?:x|\u00d7|\*|sets? of)\s*)?{_RANGE}\s*{_UNITS}\s*{_SIDES}")
_SECONDS: Final = re.compile(rf"{_RANGE}\s*(?:s|sec|secs|seconds?)?")
_DAYS: Final = re.compile(rf"{_RANGE}\s*(?:x|times|days?)?\s*(?:(?:a|per|/)?\s*(?:week|wk))?(, not back to back)?")
_PART: Final = rf"{_RANGE}\s*(up|down|hold|open|close)"
_COUNTED: Final = re.compile(_PART)
_TEMPO: Final = re.compile(rf"{_PART}(?:[,\s]+{_PART}){{0,2}}")
_COUNTS: Final = re.compile(r"\d{1,2}(?:\s*-\s*\d{1,2}){1,2}")
_PARTS: Final = ("up", "hold", "down")


class DoseError(ValueError):
    """What was typed is no dose. `problems` maps a field of the dose to what may stand there."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(", ".join(problems))
        self.problems = dict(problems)


def read_dose(typed: Mapping[str, str], usual: Dose, known: Known) -> Dose:
    """The dose as typed, field by field; one left out stays as in `usual`. Raises DoseError naming each wrong one.

    `known` are the texts that may stand there as they are, as `known_texts` finds them.
    """
    given = asdict(usual) | {name: " ".join(typed[name].split())[:LONGEST] for name in FIELDS if name in typed}
    values, problems = {}, {}
    for name, value in given.items():
        read = value if value == getattr(usual, name) or value in known[name] else _READERS[name](value.lower(), usual)
        if read is None:
            problems[name] = _SAY[name]
        values[name] = read or ""
    dose = Dose(**values)
    if problems := problems or ({} if dose == usual else dict(_against_sense(dose))):
        raise DoseError(problems)
    return dose


def _against_sense(dose: Dose) -> Iterator[tuple[str, str]]:
    """Each field that does not go with the others, and why."""
    start, goal, hold = _SETS.fullmatch(dose.start), _SETS.fullmatch(dose.goal), _SECONDS.fullmatch(dose.hold)
    for name, found in (("start", start), ("goal", goal)):
        if found and _in_all(found) > MOST_IN_ALL.get(_unit(found[4] or ""), _in_all(found)):
            yield name, SAY_TOO_LONG
    timed = [_most(found) for found in (start, goal) if found and _unit(found[4] or "") == "sec"]
    if hold and timed and _most(hold, 1) > max(timed):
        yield "hold", SAY_LONG_HOLD
    if start and goal and _unit(start[4] or "") != _unit(goal[4] or ""):
        yield "goal", SAY_SAME_KIND
    elif start and goal and _in_all(goal) < _in_all(start):
        yield "goal", SAY_NO_LESS


def _most(found: re.Match[str], low: int = 2) -> int:
    """The higher end of a range whose lower end is this group."""
    return int(found[low + 1] or found[low])


def _in_all(found: re.Match[str]) -> int:
    """The most of an amount over all its sets."""
    return int(found[1] or 1) * _most(found)


def known_texts(library: Library) -> Known:
    """What the library prints in each field of a dose; a text that only one of its fields uses is not another's."""
    doses = [dose for exercise in library.exercises.values() for dose in exercise.doses.values()]
    found = {name: frozenset(getattr(dose, name) for dose in doses) for name in FIELDS}
    stage_days = {stage.days for stage in library.stages.values()}
    return {**found, "start": (found["start"] | found["goal"]) - {""}, "days": (found["days"] | stage_days) - {""}}


def _range(low: str, high: str | None, most: int) -> str | None:
    """ "5", or "3 to 5"; None where it is out of bounds."""
    numbers = [int(low), int(high or low)]
    if not 1 <= numbers[0] <= numbers[1] <= most:
        return None
    return str(numbers[0]) if numbers[0] == numbers[1] else f"{numbers[0]} to {numbers[1]}"


def _amount(value: str, usual: Dose) -> str | None:
    found = _SETS.fullmatch(value)
    if not found:
        return None
    sets, low, high, word, sides = found.groups()
    unit = _unit(word or "")
    count = _range(low, high, MOST[unit])
    if count is None or (sets and not 1 <= int(sets) <= MOST_SETS):
        return None
    return " ".join(part for part in (f"{sets} x" if sets else "", count, unit, sides or "") if part)


def _unit(word: str) -> str:
    """The unit as the sheets write it; repetitions have none."""
    if word.startswith("step"):
        return "steps"
    return {"s": "sec", "m": "min"}.get(word[:1], "")


def _goal(value: str, usual: Dose) -> str | None:
    return _amount(value, usual) if value else ""


def _hold(value: str, usual: Dose) -> str | None:
    return _seconds(value, MOST_HOLD) if value else ""


def _rest(value: str, usual: Dose) -> str | None:
    return _seconds(value, MOST_REST) if value else ""


def _seconds(value: str, most: int) -> str | None:
    found = _SECONDS.fullmatch(value)
    count = _range(found[1], found[2], most) if found else None
    return count and f"{count} second{'' if count == '1' else 's'}"


def _tempo(value: str, usual: Dose) -> str | None:
    """Counts with their words, in the order typed; bare numbers take the words of the usual tempo in its order."""
    if not value:
        return ""
    if _COUNTS.fullmatch(value):
        words = [found[3] for found in _COUNTED.finditer(usual.tempo)] or _PARTS
        counts = value.split("-")
        return _written(zip(counts, [""] * len(counts), words, strict=False)) if len(counts) == len(words) else None
    parts = [found.groups() for found in _COUNTED.finditer(value)]
    twice = len({part[-1] for part in parts}) < len(parts)
    return _written(parts) if _TEMPO.fullmatch(value) and not twice else None


def _written(parts: Iterable[tuple[str | Any, ...]]) -> str | None:
    """Each count with its word, such as "3 down, 1 hold"; None where one is out of bounds."""
    counts = [(_range(low, high, MOST_COUNTS), word) for low, high, word in parts]
    return None if any(count is None for count, _word in counts) else ", ".join(f"{c} {word}" for c, word in counts)


def _days(value: str, usual: Dose) -> str | None:
    found = _DAYS.fullmatch(value)
    count = _range(found[1], found[2], 7) if found else None
    return count and f"{count} day{'' if count == '1' else 's'} a week{(found and found[3]) or ''}"


_READERS: Final = {"start": _amount, "goal": _goal, "hold": _hold, "tempo": _tempo, "rest": _rest, "days": _days}
_SAY: Final[Mapping[str, str]] = {
    "start": SAY_AMOUNT,
    "goal": SAY_AMOUNT,
    "hold": SAY_HOLD,
    "tempo": SAY_TEMPO,
    "rest": SAY_REST,
    "days": SAY_DAYS,
}
