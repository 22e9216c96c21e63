"""Every picture that the workshop draws, by its file."""

from itertools import chain
from typing import Final

from programs.figures.album import (
    body_chart,
    bridge,
    front_of_hip,
    mirror_check,
    plank,
    runner,
    side_lying,
    standing,
    strength_from_side,
    warm_up_in_place,
    warm_up_on_the_move,
)
from programs.figures.picture import Figure

ALBUM: Final = (
    side_lying, bridge, standing, plank, strength_from_side, front_of_hip, warm_up_on_the_move, warm_up_in_place,
    mirror_check, runner, body_chart,
)  # fmt: skip

CATALOG: Final[dict[str, Figure]] = {
    figure.file: figure for figure in chain.from_iterable(page.PICTURES for page in ALBUM)
}
