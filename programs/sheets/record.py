"""One self-check as a clinic keeps it: answers, both legs, rules that fired with their reasons, decisions."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """One part of the walk: (question in short, answer) pairs."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LegRecord:
    """One stance leg as rated: the state in the rules' words, the score (None where not rated), the rule."""

    leg: str
    state: str
    score: int | None
    rule: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A rule that fired: its id, what it says, and its source."""

    rule: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class RaisedFlag:
    """A red flag that was raised: its id, its level in words, why, and its source."""

    rule: str
    level: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a clinician decided, who and when."""

    what: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """All of the one-page summary.

    `level` and `pattern` are in words, `pattern` "" where there is none; `locked` is whether a red flag ended the
    check, `made_here` whether there was none and the clinic made the plan; `notes` say what the reader must know of it,
    such as answers that were not asked for. `told` is what the runner was told to do. Raised flags stand in `flags`,
    the other rules in `rules`, those of a leg in `legs`. `held` says why staff must look first. `sent_at` is in the
    clinic's time. `earlier` is how many decisions were made before those listed.
    """

    sent_at: datetime
    level: str
    pattern: str
    plan: tuple[str, ...]
    answers: tuple[AnswerGroup, ...]
    legs: tuple[LegRecord, ...]
    flags: tuple[RaisedFlag, ...]
    rules: tuple[FiredRule, ...]
    held: tuple[str, ...]
    decisions: tuple[Decision, ...]
    rule_set: str
    content_version: str
    locked: bool = False
    made_here: bool = False
    notes: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    earlier: int = 0
