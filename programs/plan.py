"""A plan as the runner holds it: what was prescribed, for which leg, and why. An immutable snapshot."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from programs.rules.body_position import Position
from programs.rules.mileage import RunPlan
from screening.rules.reason import Reason

Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure of `static/figures/exercises/<slug>.svg`.

    `drawn_side` is the leg that works in the drawing; "none" means the picture serves both sides as it is.
    """

    slug: str
    label: str
    alt: str
    drawn_side: Literal["left", "right", "none"]
    mark: Literal["", "right", "wrong"] = ""

    def flipped_for(self, leg: Side) -> bool:
        """Whether the drawing must be mirrored so that `leg` is the one that works."""
        return self.drawn_side != "none" and leg != "both" and self.drawn_side != leg


@dataclass(frozen=True, slots=True)
class Dose:
    """How much and how often, ready to print: `start` such as "2 x 10", `goal` such as "3 x 15" or ""."""

    start: str
    goal: str
    hold: str
    tempo: str
    rest: str
    days: str


@dataclass(frozen=True, slots=True)
class PrescribedExercise:
    """One exercise of one stage with its dose; `leg` is the leg to train first (both legs are trained).

    `position` is how the body lies or stands; "" in plans stored before it was kept. `side_rule` says that only one
    side is trained and why; "" where both are.
    """

    key: str
    name: str
    kind: Literal["strength", "mobility", "warm_up"]
    leg: Side
    dose: Dose
    set_up: str
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[str, ...]
    easier: str
    harder: str
    equipment: str
    stop: str
    note: str
    pictures: tuple[Picture, ...]
    position: Literal[Position, ""] = ""
    side_rule: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: its exercises, its warm-up, and what must be true before the next (`gate`, sentences)."""

    number: int
    name: str
    aim: str
    lasts: str
    exercises: tuple[PrescribedExercise, ...]
    warm_up: tuple[PrescribedExercise, ...]
    gate: tuple[str, ...]
    needs_staff: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole plan. `leg` is the stance leg named by the mirror check, None where no side was named.

    `both_legs` is the sheet's sentence on training both legs and which one starts; "" without stages.
    """

    rule: str
    leg: Side | None
    unit: Literal["mi", "km"]
    stages: tuple[Stage, ...]
    run: RunPlan | None
    needs_staff: tuple[str, ...]
    leave_out: tuple[str, ...]
    reasons: tuple[Reason, ...]
    rule_set: str
    content_version: str
    issued_on: date
    both_legs: str = ""

    @property
    def run_is_released(self) -> bool:
        """Whether the run weeks may be handed out: they are planned, and staff need not look at anything first."""
        return self.run is not None and not self.needs_staff

    @property
    def current_stage(self) -> Stage | None:
        """The first stage, where the runner starts; None where no stage is planned."""
        return self.stages[0] if self.stages else None
