"""All that the page of one review shows, gathered with a bounded number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from clinic.review.answers import AnswerLine, AnswerPart, answers_of, unclear_of
from clinic.review.decisions import DecisionLine, decisions_on, line_of
from clinic.review.history import PastCheck, history_of
from clinic.review.legs import ReviewLeg, legs_of
from clinic.review.pain import PainPicture, pain_of
from clinic.review.plans import ShownPlan, Version, plan_in, shown_plan, versions_of
from clinic.review.rating import Rated, rated
from clinic.review.rules import RuleLine, rules_of
from clinic.review.words import (
    FIT_WORDS,
    LEVEL_TAGS,
    SIDE_WORDS,
    STATE_WORDS,
    WHY,
    WHY_IN_PART,
    WHY_LOCKED,
    WHY_UNLOCKED,
    WHY_WALK_IN,
)
from clinic.words import LEVEL_WORDS, PATTERN_WORDS
from programs.models import Decision
from programs.plan import Plan
from programs.ratings import ratings_in
from screening.assessment import Assessment
from screening.models import Screening
from screening.rules.pattern import SIDE_MISMATCH, Fit
from screening.rules.red_flags import Level


@dataclass(frozen=True, slots=True)
class Summary:
    """The first lines of a review; `level` is "" for a walk-in, `pattern` and `stage` "" where there is none."""

    name: str
    age: str
    level: str
    level_tag: str
    state: str
    pattern: str
    why: str
    stage: str
    mismatch: bool
    flags: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Review:
    """One check as staff read it; `standing` is the plan that counts, `shown` the version that is looked at."""

    screening: Screening
    summary: Summary
    unclear: tuple[AnswerLine, ...]
    pain: PainPicture | None
    legs: tuple[ReviewLeg, ...]
    rated: Rated | None
    rated_words: str
    answers: tuple[AnswerPart, ...]
    history: tuple[PastCheck, ...]
    decisions: tuple[DecisionLine, ...]
    standing: ShownPlan | None
    shown: ShownPlan | None
    versions: tuple[Version, ...]
    rules: tuple[RuleLine, ...]
    typed_by: str
    unlocked: DecisionLine | None
    replaced_by: str

    @property
    def rated_legs(self) -> bool:
        """Whether the clinic rated a leg: then all pictures are small, so that both legs can be compared."""
        return any(leg.staff for leg in self.legs)

    @property
    def flagged(self) -> bool:
        """Whether the runner and the clinic rated a sign two apart (SC-08)."""
        return any(leg.flagged for leg in self.legs)


def review_of(screening: Screening, *, version: int | None, today: date) -> Review:
    """Gather one review; `version` is the plan's version to look at, None for the one that stands."""
    assessment = screening.read_assessment() if screening.assessment else None
    decisions = decisions_on(screening)
    ratings = ratings_in(decisions)
    versions = versions_of(screening, version)
    shown, standing = _plans(screening, versions)
    from_ratings = rated(screening, ratings, today)
    history = history_of(screening)
    lines = tuple(line_of(decision) for decision in decisions)
    return Review(
        screening=screening,
        summary=summary_of(screening, assessment, standing.plan if standing else None),
        unclear=unclear_of(screening),
        pain=pain_of(screening),
        legs=legs_of(screening, assessment, ratings),
        rated=from_ratings,
        rated_words=pattern_words(from_ratings.assessment) if from_ratings else "",
        answers=answers_of(screening, assessment),
        history=history,
        decisions=lines[::-1],
        standing=standing,
        shown=shown,
        versions=versions,
        rules=rules_of(assessment, shown.plan if shown else None),
        typed_by=_by(decisions, Decision.Kind.TYPED_IN, Decision.Kind.MADE),
        unlocked=_latest(decisions, lines, Decision.Kind.UNLOCKED) if screening.unlocked_at else None,
        replaced_by=_later_code(history) if screening.state == Screening.State.REPLACED else "",
    )


def _plans(screening: Screening, versions: tuple[Version, ...]) -> tuple[ShownPlan | None, ShownPlan | None]:
    """The version that is looked at, and the plan that stands."""
    looked_at = next((version for version in versions if version.shown), None)
    if looked_at is None:
        return None, None
    shown = shown_plan(plan_in(screening, looked_at), looked_at)
    newest = versions[0]
    return shown, shown if looked_at.stands else shown_plan(plan_in(screening, newest), newest)


def summary_of(screening: Screening, assessment: Assessment | None, plan: Plan | None) -> Summary:
    """The first lines: who, how urgent, what was found, and why."""
    level = Level(screening.level) if screening.level else None
    stage = plan.current_stage if plan else None
    return Summary(
        name=screening.name or screening.answers.get("name", ""),
        age=screening.answers.get("age", ""),
        level=_(LEVEL_WORDS[level]) if level else "",
        level_tag=LEVEL_TAGS[level] if level else "",
        state=_(STATE_WORDS[screening.state]),
        pattern=pattern_words(assessment),
        why=_(_why(screening, assessment)),
        stage=_("Stage %(number)s: %(name)s") % {"number": stage.number, "name": _(stage.name)} if stage else "",
        mismatch=bool(assessment) and SIDE_MISMATCH in assessment.notes if assessment else False,
        flags=tuple(_flags(assessment)) if assessment else (),
    )


def _flags(assessment: Assessment) -> Iterator[tuple[str, str, str, str]]:
    """Each raised flag: id, level in words, the look of its tag, why."""
    for flag in assessment.triage.raised:
        yield flag.id, _(LEVEL_WORDS[flag.level]), LEVEL_TAGS[flag.level], _(flag.reason.sentence)


def pattern_words(assessment: Assessment | None) -> str:
    """The class, its side and strength, and how the pain fits; "" where there is none."""
    if assessment is None or assessment.pattern is None:
        return ""
    parts = [_(PATTERN_WORDS[assessment.pattern])]
    if assessment.side:
        parts.append(_(SIDE_WORDS[assessment.side]))
    if assessment.strength:
        parts.append(_(assessment.strength))
    if assessment.fit and assessment.fit not in (Fit.NO_PAIN, Fit.NO_FIT):
        parts.append(_(FIT_WORDS[assessment.fit]))
    return ", ".join(parts)


def _why(screening: Screening, assessment: Assessment | None) -> str:
    if assessment is None:
        return WHY_WALK_IN
    if assessment.pattern is None:
        return WHY_LOCKED if screening.is_locked else WHY_UNLOCKED
    in_part = assessment.fit == Fit.PARTLY and assessment.side is not None
    return WHY_IN_PART if in_part else WHY[assessment.pattern]


def _by(decisions: list[Decision], *kinds: str) -> str:
    return next((decision.by_name for decision in decisions if decision.kind in kinds), "")


def _latest(decisions: list[Decision], lines: tuple[DecisionLine, ...], kind: str) -> DecisionLine | None:
    found = [line for decision, line in zip(decisions, lines, strict=True) if decision.kind == kind]
    return found[-1] if found else None


def _later_code(history: tuple[PastCheck, ...]) -> str:
    """The code of the check that came next, where this one was repeated; "" where the same answers came twice."""
    place = next((place for place, check in enumerate(history) if check.current), len(history))
    return history[place + 1].code if place + 1 < len(history) else ""
