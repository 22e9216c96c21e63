"""What a runner saw in the mirror, as words and pictures for the page "What we saw"."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class SeenSign:
    """One sign of one leg: its name, the chosen answer in words, and the answer card's figure.

    `figure` is a slug of `static/figures/mirror/`, drawn for the left leg; "" where the runner could not tell.
    """

    name: str
    answer: str
    figure: str
    alt: str


@dataclass(frozen=True, slots=True)
class SeenLeg:
    """One stance leg: its signs, other answers as (name, answer), and what the rules say of it in words.

    `title` names the leg; `tag` says in two or three words what was found, `state` as the rules call it. `looked` says
    what a clinician saw and when, where the plan follows it.
    """

    leg: Literal["left", "right"]
    signs: tuple[SeenSign, ...]
    facts: tuple[tuple[str, str], ...]
    sentence: str
    title: str = ""
    state: str = ""
    tag: str = ""
    looked: str = ""

    @property
    def flipped(self) -> bool:
        """Whether its pictures must be mirrored: they are drawn for the left leg."""
        return self.leg == "right"


@dataclass(frozen=True, slots=True)
class Seen:
    """All of one page, in the words a runner reads, in the runner's language.

    `title` and `lead` say what the pattern is called and what it may mean; `pain` are (name, answer) pairs;
    `reasons` are the sentences of the rules under their own title; `cautions` what to mind; `next_steps` what to
    do now, `until_then` what is fine until then.
    """

    title: str
    lead: tuple[str, ...]
    legs: tuple[SeenLeg, ...]
    pain: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...]
    cautions: tuple[str, ...]
    next_steps: tuple[str, ...]
    until_then: tuple[str, ...] = ()
    reasons_title: str = ""
