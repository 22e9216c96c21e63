"""BP-01: the order of a session's exercises by body position, so that the runner lies down once.

Lying, kneeling and standing each come in one piece, kneeling between the other two. Which end comes first is left
to the exercise that would come first: activation before loading (clinic's article), practice before both.
Source: clinical reasoning, a clinic setting that needs sign-off; each time up and down is a reason to skip a drill.
"""

from collections.abc import Sequence
from typing import Final, Literal

Position = Literal["standing", "kneeling", "side", "back", "front"]

FLOOR: Final = 0
KNEES: Final = 1
FEET: Final = 2
LEVELS: Final[dict[Position, int]] = {
    "side": FLOOR,
    "back": FLOOR,
    "front": FLOOR,
    "kneeling": KNEES,
    "standing": FEET,
}
"""BP-01: how far the body is from the floor."""


def lying_once(positions: Sequence[Position], before: Sequence[Position] = ()) -> tuple[int, ...]:
    """Return the places of `positions` in the order to do them; exercises of one position keep their order.

    `before` are the positions of what is done first in any case. The session begins on the floor if the first of
    all that is not kneeling lies there, else standing; of the ways to lie, the one met first comes first.
    """
    levels = [LEVELS[position] for position in (*before, *positions)]
    up = next((level for level in levels if level != KNEES), FEET) == FLOOR
    met = list(dict.fromkeys(positions))

    def when(place: int) -> tuple[int, int]:
        level = LEVELS[positions[place]]
        return (level if up else -level, met.index(positions[place]))

    return tuple(sorted(range(len(positions)), key=when))
