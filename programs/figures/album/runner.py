"""The runner of the front page and of the clinic's pages."""

from typing import Final

from programs.figures.album.warm_up_on_the_move import RUNNER_GROUND, RUNNER_VIEW, RUNNING
from programs.figures.picture import Figure, Picture

PICTURES: Final[tuple[Figure, ...]] = (
    Picture(
        folder="body",
        slug="hero",
        side="right",
        alt="A runner with a dot on the outer side of one knee.",
        shows="runner, dot at the outer side of the right knee",
        person="woman",
        view=RUNNER_VIEW,
        pose=RUNNING,
        feel=(("right shin", (-6, 1, 0)),),
        marks=(RUNNER_GROUND,),
    ),
    Picture(
        folder="body",
        slug="run",
        side="none",
        alt="A runner.",
        shows="runner",
        person="woman",
        view=RUNNER_VIEW,
        pose=RUNNING,
        marks=(RUNNER_GROUND,),
    ),
)
