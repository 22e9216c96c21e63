"""Numbers as people type them: "25", "25 km", "3,1", "about 5". Read leniently, never guessed."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal

NUMBER: Final = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?|[.,]\d{1,4}")
# A point or comma that leans on a word or on another point may belong to either: "about,5".
LOOSE_POINT: Final = re.compile(r"[^\s\d~≈(][.,]\d")
# "1,000" is a thousand to one runner and 1 to another.
THOUSANDS: Final = re.compile(r",\d{3}(?!\d)")
# "3o" is thirty with a slip of the finger, not three.
MISTYPED: Final = re.compile(r"\d[oOlI]|\b[oOlI]\d")
# What the runner means beside the digits: 5' is five minutes or five feet, "2 and a half" is no 2.
BESIDE: Final = re.compile(r"\d\s*['’′\"”″%]|\b(?:minus|half|quarter|thirds?|dozen|hundred|thousand)\b", re.IGNORECASE)
MINUS: Final = "−⁻₋"


def _measure(words: str, letters: str = "") -> re.Pattern[str]:
    # A single letter counts only straight after a digit, so that "I'd say 5" stays 5.
    after_digit = rf"|\d\s*[{letters}](?![a-z])" if letters else ""
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z]){after_digit}", re.IGNORECASE)


WORDS_OF_UNIT: Final[Mapping[str, re.Pattern[str]]] = {
    "mi": _measure("mi|miles?|mpw"),
    "km": _measure("k|kms?|kilometers?|kilometres?|kpw"),
}
LENGTHS: Final = (_measure("meters?|metres?|yds?|yards?|ft|feet|foot|laps?|blocks?|steps?|marathons?", "m"),)
TIMES: Final = (_measure("secs?|seconds?|mins?|minutes?|hrs?|hours?", "sh"),)
DAYS: Final = (_measure("days?|daily", "d"),)
WEEKS: Final = (_measure("wks?|weeks?|weekly", "w"),)
MONTHS_AND_YEARS: Final = (_measure("mos?|months?|monthly|yrs?|years?|yearly", "y"),)
DISTANCES: Final = (*WORDS_OF_UNIT.values(), *LENGTHS)
DISTANCE: Final = "distance"
# Minutes are no miles, and months no weeks: a number of something else is asked for again. The names are the words
# that stand beside the box. "4 days a week" is a number of days, "4 weeks" is none.
OTHER_MEASURES: Final[Mapping[str, tuple[re.Pattern[str], ...]]] = {
    DISTANCE: (*LENGTHS, *TIMES, *DAYS, *MONTHS_AND_YEARS),
    "weeks": (*DISTANCES, *TIMES, *DAYS, *MONTHS_AND_YEARS),
    "days a week": (*DISTANCES, *TIMES, *MONTHS_AND_YEARS, re.compile(r"\d\s*w", re.IGNORECASE)),
    "years": (*DISTANCES, *TIMES, *DAYS, *WEEKS, _measure("mos?|months?")),
}


class Unreadable(ValueError):
    """No single number could be read; `why` is "none", "many", "other_unit" or "other_measure"."""

    def __init__(self, why: Literal["none", "many", "other_unit", "other_measure"]) -> None:
        super().__init__(why)
        self.why = why


def read_number(typed: str) -> Decimal:
    """The one number in what was typed; a comma is a decimal comma. Raises Unreadable."""
    if any(_is_dash_or_fraction(char) for char in typed):
        raise Unreadable("many")
    if any(unclear.search(typed) for unclear in (MISTYPED, LOOSE_POINT, THOUSANDS, BESIDE)):
        raise Unreadable("none")
    found = NUMBER.findall(typed)
    if len(found) != 1:
        raise Unreadable("many" if found else "none")
    return Decimal(found[0].replace(",", "."))


def read_whole(typed: str, measure: str = "") -> int:
    """The one whole number in what was typed. Raises Unreadable, also for 3.5.

    `measure` is what is counted: "weeks", "days a week" or "years"; a number of something else is refused. With any
    other word, or none, no measure is looked for.
    """
    _refuse_other_measure(typed, measure)
    number = read_number(typed)
    if number != number.to_integral_value():
        raise Unreadable("none")
    return int(number)


def read_distance(typed: str, unit: str) -> Decimal:
    """A distance in `unit` ("mi" or "km"), cut to tenths. Raises Unreadable when it names another measure."""
    other = "km" if unit == "mi" else "mi"
    if WORDS_OF_UNIT[other].search(typed):
        raise Unreadable("other_unit")
    _refuse_other_measure(typed, DISTANCE)
    return read_number(typed).quantize(Decimal("0.1"), rounding="ROUND_DOWN")


def plain(number: Decimal) -> str:
    """A number without needless zeros: 25, 3.1."""
    return f"{number.normalize():f}"


def _refuse_other_measure(typed: str, measure: str) -> None:
    if any(other.search(typed) for other in OTHER_MEASURES.get(measure, ())):
        raise Unreadable("other_measure")


def _is_dash_or_fraction(char: str) -> bool:
    if char in MINUS or unicodedata.category(char) == "Pd":
        return True
    return char.isnumeric() and not char.isdecimal()
