"""Numbers as people type them: "25", "25 km", "3,1", "about 5". Read leniently, never guessed."""

import re
from decimal import Decimal
from typing import Literal

NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?")
# "3o" is thirty with a slip of the finger, not three.
MISTYPED = re.compile(r"\d[oOlI]|\b[oOlI]\d")
WORDS_OF_UNIT = {
    "mi": re.compile(r"\b(?:mi|mile|miles)\b|(?<=\d)(?:mi|mile|miles)\b", re.IGNORECASE),
    "km": re.compile(r"\b(?:k|km|kms|kilometers?|kilometres?)\b|(?<=\d)(?:k|km|kms)\b", re.IGNORECASE),
}


class Unreadable(ValueError):
    """No single number could be read; `why` is "none", "many" or "other_unit"."""

    def __init__(self, why: Literal["none", "many", "other_unit"]) -> None:
        super().__init__(why)
        self.why = why


def read_number(typed: str) -> Decimal:
    """The one number in what was typed; a comma is a decimal comma. Raises Unreadable."""
    if "-" in typed.replace("–", "-"):
        raise Unreadable("many")
    found = [] if MISTYPED.search(typed) else NUMBER.findall(typed)
    if len(found) != 1:
        raise Unreadable("many" if found else "none")
    return Decimal(found[0].replace(",", "."))


def read_whole(typed: str) -> int:
    """The one whole number in what was typed. Raises Unreadable, also for 3.5."""
    number = read_number(typed)
    if number != number.to_integral_value():
        raise Unreadable("none")
    return int(number)


def read_distance(typed: str, unit: str) -> Decimal:
    """A distance in `unit` ("mi" or "km"), cut to tenths. Raises Unreadable when it names the other unit."""
    other = "km" if unit == "mi" else "mi"
    if WORDS_OF_UNIT[other].search(typed):
        raise Unreadable("other_unit")
    return read_number(typed).quantize(Decimal("0.1"), rounding="ROUND_DOWN")


def plain(number: Decimal) -> str:
    """A number without needless zeros: 25, 3.1."""
    return f"{number.normalize():f}"
