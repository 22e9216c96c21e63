"""Both legs of a self-check as small true pictures, for lists and beside a review: the runner's own answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from django.utils.translation import gettext as _

from programs.own_answers import SeenLeg, Sign, seen_leg
from screening.models import Screening
from screening.questions import LEGS, load_questions
from screening.rules.single_leg_squat import LegState
from screening.wording import gettext_noop

STATE_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        LegState.CLEAR: gettext_noop("Clear"),
        LegState.POSSIBLE: gettext_noop("Possible"),
        LegState.NONE: gettext_noop("None seen"),
        LegState.RETEST: gettext_noop("Look again"),
    }
)


@dataclass(frozen=True, slots=True)
class SmallSign:
    """One sign: `part` is hip or knee, `figure` the chosen picture, "" where the runner could not tell."""

    part: str
    figure: str


@dataclass(frozen=True, slots=True)
class SmallLeg:
    """One stance leg. Pictures are drawn for the left; `flip` turns them for the right. `alt` says all of it."""

    leg: str
    title: str
    flip: bool
    signs: tuple[SmallSign, ...]
    state: str
    words: str
    alt: str


def small_legs(screening: Screening) -> tuple[SmallLeg, ...]:
    """The left and then the right stance leg; none where no mirror check was done."""
    if screening.assessment is None or not screening.has_findings:
        return ()
    assessment, questions = screening.read_assessment(), load_questions()
    findings = {"left": assessment.left, "right": assessment.right}
    return tuple(
        _small(seen_leg(questions, screening.answers, leg, finding)) for leg in LEGS if (finding := findings[leg])
    )


def _small(seen: SeenLeg) -> SmallLeg:
    words = _(STATE_WORDS[seen.state])
    return SmallLeg(
        leg=seen.leg,
        title=_("Left") if seen.leg == "left" else _("Right"),
        flip=seen.flip,
        signs=tuple(SmallSign(part, sign.figure) for part, sign in zip(("hip", "knee"), seen.signs, strict=True)),
        state=seen.state,
        words=words,
        alt=f"{seen.title}: {', '.join(_said(sign) for sign in seen.signs)}. {words}.",
    )


def _said(sign: Sign) -> str:
    return f"{sign.name} {sign.answer.lower()}" if sign.figure else f"{sign.name} {_('can’t tell')}"
