"""Tells one exercise to one runner: the words with their side filled in, the dose, the leg that starts.

`building` does it for a whole plan, `revising` for what a clinician puts in its place. {leg} in the words is the leg
that works, {other} the other one. Source: clinical rules 4 and 7.5 (PL-04: nobody lies on a sore hip).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from programs.library_content import OUTER_HIP, Exercise, GateSentence, StageContent
from programs.plan import Dose, Picture, PrescribedExercise
from screening.case import LegSide

OTHER: dict[LegSide, LegSide] = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What of one runner decides how exercises and gates are told.

    `leg` is the leg to train first, `sore_hips` the sides nobody may lie on. `strength` and `hop_test` choose among
    the sentences of a gate.
    """

    leg: LegSide
    sore_hips: frozenset[LegSide] = frozenset()
    strength: Literal["clear", "possible"] = "clear"
    hop_test: Literal["allowed", "ask_clinic"] = "ask_clinic"

    def side_for(self, exercise: Exercise) -> LegSide | None:
        """The first leg, or the other if only that one spares a sore hip; None if neither does."""
        for leg in (self.leg, OTHER[self.leg]):
            if lain_on(exercise, leg) not in self.sore_hips:
                return leg
        return None

    def uses(self, use: str) -> tuple[str, ...]:
        """The use itself, and outer-hip pain over it."""
        return (use, OUTER_HIP) if self.sore_hips else (use,)


def lain_on(exercise: Exercise, leg: LegSide) -> LegSide | None:
    """The side that lies on the floor while `leg` works; None if the exercise is not done lying on a side."""
    sides: dict[str, LegSide | None] = {"": None, "leg": leg, "other": OTHER[leg]}
    return sides[exercise.underneath]


def prescribe(exercise: Exercise, dose: Dose, *, leg: LegSide, uses: tuple[str, ...] = ()) -> PrescribedExercise:
    """The exercise as one runner reads it; both legs do it in turn, and `leg` says which starts.

    `uses` name the changes of its words to lay over them, such as "2" for Stage 2 or "outer_hip".
    """
    words = exercise.words_for(*uses)

    def say(text: str) -> str:
        return text.format(leg=leg, other=OTHER[leg])

    return PrescribedExercise(
        key=exercise.key,
        name=say(words.name),
        kind=exercise.kind,
        leg=leg if exercise.sided else "both",
        dose=dose,
        set_up=say(words.set_up),
        steps=tuple(map(say, words.steps)),
        cues=tuple(map(say, words.cues)),
        faults=tuple(map(say, words.faults)),
        easier=say(words.easier),
        harder=say(words.harder),
        equipment=say(words.equipment),
        stop=say(words.stop),
        note=say(words.note),
        pictures=tuple(_picture(picture, leg) for picture in words.pictures),
        position=words.position,
        side_rule=say(words.side_rule),
    )


@cache
def _picture(picture: Picture, leg: LegSide) -> Picture:
    return replace(picture, alt=picture.alt.format(leg=leg, other=OTHER[leg]))


def gate_of(stage: StageContent, facts: Facts, *, keys: Collection[str], stages: Collection[int]) -> tuple[str, ...]:
    """The gate's sentences for this runner, whose sheet holds the exercises `keys` in a plan of these stages."""
    return tuple(item.sentence for item in stage.gate if _stands(item, facts, keys, stages))


def _stands(item: GateSentence, facts: Facts, keys: Collection[str], stages: Collection[int]) -> bool:
    """Whether a gate sentence is for this runner: every condition it names holds."""
    return (
        (not item.exercise or item.exercise in keys)
        and item.strength in ("", facts.strength)
        and item.hop_test in ("", facts.hop_test)
        and (not item.with_stage or item.with_stage in stages)
        and (not item.without_stage or item.without_stage not in stages)
    )
