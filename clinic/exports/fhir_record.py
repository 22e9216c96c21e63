"""One check as the FHIR export takes it: plain data, gathered elsewhere. No Django."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from programs.plan import Plan
from screening.case import Leg
from screening.questions import QuestionSet
from screening.rules.red_flags import Raised
from screening.rules.single_leg_squat import LegFinding

PlanStatus = Literal["active", "on-hold", "revoked"]


@dataclass(frozen=True, slots=True)
class SquatSeen:
    """One leg as somebody saw it and what the rules say of that. `by` is the member of staff, "" for the runner."""

    leg: Leg
    finding: LegFinding
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """The plan that stands. `by` is who issued it, "" where the rules did."""

    plan: Plan
    version: int
    status: PlanStatus
    by: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One check. `answers` are as stored, empty for a walk-in; `level` is "" for a walk-in, `pattern` where none is.

    `stopped` says that a red flag ended the walk; `own` that the runner answered, not staff from paper.
    """

    code: str
    sent: datetime
    own: bool
    stopped: bool
    name: str
    questions: QuestionSet
    answers: Mapping[str, str]
    level: str
    flags: tuple[Raised, ...]
    pattern: str
    squats: tuple[SquatSeen, ...]
    plan: PlanRecord | None

    @property
    def staff(self) -> tuple[str, ...]:
        """Everybody of the clinic who is named in it, once each."""
        named = [squat.by for squat in self.squats] + [self.plan.by if self.plan else ""]
        return tuple(dict.fromkeys(name for name in named if name))
