"""Both legs side by side: what the runner saw, what the clinician saw, and where the two differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.review.words import LEG_TAGS, LEG_WORDS, SIGN_NAMES, SIGN_WORDS
from programs.own_answers import Sign, seen_leg
from programs.ratings import Ratings, own_case
from programs.rules.second_look import Difference, differences
from screening.assessment import Assessment
from screening.case import Leg, LegSide
from screening.models import Screening
from screening.questions import load_questions
from screening.rules.single_leg_squat import LegFinding, rate

SIDES: tuple[LegSide, ...] = ("left", "right")
MOST_SCORE = 4


@dataclass(frozen=True, slots=True)
class Look:
    """One rating of one leg: its pictures, its state in words with the tag's look, and the rule that rated it.

    `score` is hip plus knee, 0-4, for staff and trend alone (SC-07); None where one could not be told. `facts` are
    the other answers: in words, and whether it is out of the ordinary.
    """

    signs: tuple[Sign, ...]
    state: str
    tag: str
    score: int | None
    rule: str
    sentence: str
    source: str
    facts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """One sign that the two rated differently, in words."""

    words: str
    flagged: bool
    rule: str
    sentence: str
    source: str


@dataclass(frozen=True, slots=True)
class ReviewLeg:
    """One stance leg. `flip` turns the pictures, which are drawn for the left. `own` or `staff` is None without one."""

    leg: str
    title: str
    flip: bool
    own: Look | None
    staff: Look | None
    by: str
    at: datetime | None
    differences: tuple[DifferenceLine, ...]

    @property
    def flagged(self) -> bool:
        """Whether a sign was rated two apart (SC-08)."""
        return any(line.flagged for line in self.differences)


def legs_of(screening: Screening, assessment: Assessment | None, ratings: Ratings) -> tuple[ReviewLeg, ...]:
    """Both legs, left first; none where nobody has rated one."""
    findings = {"left": assessment.left, "right": assessment.right} if assessment else {}
    if not ratings and not any(findings.values()):
        return ()
    return tuple(_leg(screening, side, findings.get(side), ratings) for side in SIDES)


def _leg(screening: Screening, side: LegSide, finding: LegFinding | None, ratings: Ratings) -> ReviewLeg:
    rating = ratings.get(side)
    return ReviewLeg(
        leg=side,
        title=_("Left leg") if side == "left" else _("Right leg"),
        flip=side == "right",
        own=_look(screening.answers, side, finding) if finding else None,
        staff=_staff_look(rating.leg) if rating else None,
        by=rating.by if rating else "",
        at=rating.at if rating else None,
        differences=_differences(screening, side, rating.leg) if rating else (),
    )


def _look(answers: Mapping[str, str], side: LegSide, finding: LegFinding) -> Look:
    seen = seen_leg(load_questions(), answers, side, finding)
    return Look(
        signs=seen.signs,
        state=_(LEG_WORDS[finding.state]),
        tag=LEG_TAGS[finding.state],
        score=finding.score,
        rule=finding.reason.rule,
        sentence=_(finding.reason.sentence),
        source=finding.reason.source,
        facts=tuple(_facts(answers, side)),
    )


def _staff_look(leg: Leg) -> Look:
    """The clinician's rating through the same words and pictures as the runner's."""
    typed = {
        f"{leg.side}_hip_drop": _typed(leg.hip_drop),
        f"{leg.side}_knee_cave": _typed(leg.knee_cave),
        f"{leg.side}_trunk_lean": str(leg.trunk_lean),
        f"{leg.side}_balance": str(leg.balance),
        f"{leg.side}_reps": str(leg.reps),
        f"{leg.side}_squat_pain": str(leg.pain),
    }
    look = _look(typed, leg.side, rate(leg))
    signs = (sign if sign.figure else replace(sign, answer=_("Can’t tell")) for sign in look.signs)
    return replace(look, signs=tuple(signs))


def _typed(sign: int | None) -> str:
    return "cant_tell" if sign is None else str(sign)


def _facts(answers: Mapping[str, str], side: str) -> Iterator[tuple[str, bool]]:
    """The other answers on this leg, as far as there are any, and whether each is out of the ordinary."""
    for key, words, calm in _spoken():
        given = answers.get(f"{side}_{key}", "")
        if given in words:
            yield words[given], given not in calm


def _spoken() -> tuple[tuple[str, Mapping[str, str], tuple[str, ...]], ...]:
    """Of each further question: what every answer is called here, and which answers nobody need look at."""
    return (
        ("reps", {str(n): ngettext("%(n)s bend", "%(n)s bends", n) % {"n": n} for n in range(6)}, ("5",)),
        ("balance", {"0": _("steady"), "1": _("wobbled or touched once"), "2": _("lost balance before 5")}, ("0",)),
        ("squat_pain", {str(n): _("pain %(n)s in the bend") % {"n": n} for n in range(11)}, ("0",)),
        ("trunk_lean", {"0": _("no lean"), "1": _("leaned a little"), "2": _("leaned a lot")}, ("0",)),
        ("support", {"yes": _("held on all the time")}, ()),
        ("sure", {"sure": _("sure"), "not_sure": _("not sure")}, ("sure",)),
    )


def _differences(screening: Screening, side: LegSide, staff: Leg) -> tuple[DifferenceLine, ...]:
    case = own_case(screening)
    own = (case.left if side == "left" else case.right) if case else None
    return tuple(map(_line, differences(own, staff))) if own else ()


def _line(found: Difference) -> DifferenceLine:
    words = _("%(sign)s: runner %(own)s, clinic %(staff)s") % {
        "sign": _(SIGN_NAMES[found.sign]),
        "own": _(SIGN_WORDS[found.own]),
        "staff": _(SIGN_WORDS[found.staff]),
    }
    return DifferenceLine(words, found.flagged, found.reason.rule, _(found.reason.sentence), found.reason.source)
