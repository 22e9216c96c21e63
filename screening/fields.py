"""Reads the fields of one JSON-like object and collects every problem, so that all are told at once.

A problem is one line, `<path>: must be ...`. After a problem a method returns some value of the right
type, so that reading goes on; whoever reads must look at `problems` before using anything.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from typing import Final, TypeVar

T = TypeVar("T")

_MISSING: Final = object()
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Fields:
    """One object's fields; `path` is what stands before their names ("left." in `left.hip_drop`)."""

    raw: Mapping[str, object]
    path: str = ""
    problems: list[str] = field(default_factory=list)

    def choice(self, name: str, options: tuple[T, ...], **default: T) -> T:
        """One of `options`, of exactly that type (true is not 1); `default=` makes the field optional."""
        if "default" in default and name not in self.raw:
            return default["default"]
        value = self.raw.get(name, _MISSING)
        for option in options:
            if type(value) is type(option) and value == option:
                return option
        self._refuse(name, _one_of(options))
        return options[0]

    def whole(self, name: str, lowest: int, highest: int, **default: int) -> int:
        """A whole number from `lowest` to `highest`; `default=` makes the field optional."""
        if "default" in default and name not in self.raw:
            return default["default"]
        value = self.raw.get(name, _MISSING)
        if type(value) is int and lowest <= value <= highest:
            return value
        self._refuse(name, f"a whole number from {lowest} to {highest}")
        return lowest

    def tenths(self, name: str, lowest: str, highest: str) -> int:
        """A number with at most one decimal, as whole tenths."""
        value = _number(self.raw.get(name, _MISSING))
        if value is None or not _within(value, lowest, highest) or value != value.quantize(Decimal("0.1")):
            self._refuse(name, f"a number from {lowest} to {highest} with at most one decimal")
            return 0
        return int(value * 10)

    def hundredths(self, name: str, lowest: str, highest: str) -> int:
        """A number as whole hundredths, rounded down."""
        value = _number(self.raw.get(name, _MISSING))
        if value is None or not _within(value, lowest, highest):
            self._refuse(name, f"a number from {lowest} to {highest}")
            return 0
        return _hundredths(value)

    def hundredths_or_null(self, name: str, lowest: str, highest: str) -> int | None:
        """A number as whole hundredths, rounded down; null is an answer, a missing field is not."""
        given = self.raw.get(name, _MISSING)
        if given is None:
            return None
        value = _number(given)
        if value is None or not _within(value, lowest, highest):
            self._refuse(name, f"a number from {lowest} to {highest}, or null")
            return None
        return _hundredths(value)

    def nested(self, name: str) -> "Fields | None":
        """The object in a field, its problems kept with these; None and a problem if it is no object."""
        value = self.raw.get(name, _MISSING)
        if isinstance(value, Mapping):
            return Fields(value, f"{self.path}{name}.", self.problems)
        self._refuse(name, "an object")
        return None

    def items(self, name: str, most: int) -> tuple["Fields", ...]:
        """The objects of a list of at most `most`; their paths count from 1 (`log.3.done`)."""
        value = self.raw.get(name, _MISSING)
        if not isinstance(value, list) or len(value) > most or not all(isinstance(v, Mapping) for v in value):
            self._refuse(name, f"a list of at most {most} objects")
            return ()
        return tuple(
            Fields(item, f"{self.path}{name}.{place}.", self.problems) for place, item in enumerate(value, start=1)
        )

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Name every field that nobody asked for."""
        expected = frozenset(known)
        for name in self.raw:
            if name not in expected:
                self.problems.append(f"{self.path}{_printable(name)}: unknown field")

    def is_good(self, name: str) -> bool:
        """Whether no problem has been found with this very field."""
        return not any(problem.startswith(f"{self.path}{name}:") for problem in self.problems)

    def _refuse(self, name: str, allowed: str) -> None:
        self.problems.append(f"{self.path}{name}: must be {allowed}")


def _number(value: object) -> Decimal | None:
    # A float is taken as it prints: 2.2 is two and two tenths, not its nearest binary neighbor.
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    number = Decimal(str(value)) if isinstance(value, float) else Decimal(value)
    return number if number.is_finite() else None


def _within(value: Decimal, lowest: str, highest: str) -> bool:
    return Decimal(lowest) <= value <= Decimal(highest)


def _hundredths(value: Decimal) -> int:
    return int((value.quantize(Decimal("0.01"), rounding=ROUND_FLOOR)) * 100)


def _one_of(options: tuple[object, ...]) -> str:
    words = [option if isinstance(option, str) else json.dumps(option) for option in options]
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _printable(name: str) -> str:
    # A problem is one line whatever the file holds: control characters are escaped, long names cut.
    return json.dumps(str(name))[1:-1][:_LONGEST_NAME]
