"""Colors, text styles and measures of the sheets: a table of numbers, in points (1/72 inch)."""

from dataclasses import dataclass
from typing import Literal

Weight = Literal["regular", "semibold", "bold"]
Color = tuple[float, float, float]


def _rgb(value: str) -> Color:
    red, green, blue = (int(value[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


WHITE = _rgb("#ffffff")
INK = _rgb("#12222b")
INK_2 = _rgb("#43545e")
FIELD = _rgb("#6b7b85")
HAIR = _rgb("#c9d1d4")
TEAL = _rgb("#0e6168")
TEAL_0 = _rgb("#eef6f5")
SAND = _rgb("#f6f2ea")
ORANGE = _rgb("#b93e0b")
ORANGE_1 = _rgb("#ffb48a")
GREEN = _rgb("#15703a")
GREEN_1 = _rgb("#e2f5e8")
AMBER = _rgb("#7a4306")
AMBER_1 = _rgb("#f9dc94")
RED = _rgb("#b3201f")
RED_1 = _rgb("#eea5a2")


MARGIN = 26.0
"""White on all four sides: more than any office printer cuts off (about 18)."""


@dataclass(frozen=True, slots=True)
class Style:
    """A named way to set text: weight, size and leading in points, color."""

    weight: Weight
    size: float
    lead: float
    color: Color = INK

    @property
    def rise(self) -> float:
        """How far the baseline lies below the top of the line box."""
        return (self.lead - self.size) / 2 + self.size * 0.77


TITLE = Style("bold", 17, 20)
SUBTITLE = Style("regular", 10.5, 13, INK_2)
CLINIC = Style("bold", 11.5, 13.5)
SMALL = Style("regular", 8.4, 10.3, INK_2)
SMALL_STRONG = Style("semibold", 8.4, 10.3, INK)
PILL = Style("bold", 10.5, 13, WHITE)
PANEL = Style("bold", 11, 14)
BODY = Style("regular", 9.8, 11.4)
STRONG = Style("semibold", 9.8, 11.4)
NUMBER = Style("bold", 9.8, 11.4, TEAL)
EXERCISE = Style("bold", 13, 15)
BADGE = Style("bold", 10.5, 13, WHITE)
PICTURE = Style("semibold", 8.6, 11, INK_2)
FAULT = Style("regular", 9.2, 11)
DOSE = Style("bold", 10.8, 12)
LABEL = Style("regular", 8.2, 9.2, INK_2)
BAND = Style("bold", 9.4, 11.6)
NAMES = (Style("bold", 12, 14.5), Style("bold", 10, 12), Style("bold", 8.2, 9))
"""The runner's name: the first of these sizes in which it fits its box."""
TABLE = Style("regular", 9.8, 12.1)
TABLE_STRONG = Style("bold", 9.8, 12.1)
AXIS = Style("regular", 8, 9.6, INK_2)
