"""What a runner said about each leg, as pictures and words for the result: the runner's own answers, nothing added."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from programs.behind import legs_of
from programs.ratings import Ratings
from screening.assessment import Assessment
from screening.questions import QuestionSet, load_questions
from screening.rules.single_leg_squat import LegFinding, rate
from screening.wizard import Answers


@dataclass(frozen=True, slots=True)
class Sign:
    """One answer of the mirror check: `figure` is the chosen card, "" for "I can't tell"."""

    name: str
    figure: str
    answer: str
    alt: str


@dataclass(frozen=True, slots=True)
class StaffLook:
    """What a clinician saw of the same leg, and on which day: what the rules say of it, and its state."""

    on: date
    sentence: str
    state: str


@dataclass(frozen=True, slots=True)
class SeenLeg:
    """One stance leg: its two signs and what the rules say of them. `flip` turns the pictures, drawn for the left.

    `lean` is the answer on the upper body, "" where it was not given; `rule` is what rated the leg (SC-01 to SC-06).
    `looked` is what a clinician saw, where the plan follows it.
    """

    leg: str
    title: str
    flip: bool
    signs: tuple[Sign, ...]
    lean: str
    sentence: str
    state: str
    rule: str
    looked: StaffLook | None = None


def seen_legs(answers: Answers, own: Assessment, ratings: Ratings) -> tuple[SeenLeg, ...]:
    """The runner's own answers, leg by leg, each with what the clinician saw where that decided the plan."""
    questions = load_questions()
    seen = (seen_leg(questions, answers, leg, finding) for leg, finding in legs_of(own).items())
    return tuple(replace(leg, looked=_staff_look(ratings, leg.leg)) for leg in seen)


def seen_leg(questions: QuestionSet, answers: Answers, leg: str, finding: LegFinding) -> SeenLeg:
    """What was seen standing on `leg` ("left" or "right")."""
    return SeenLeg(
        leg=leg,
        title=_("Left leg") if leg == "left" else _("Right leg"),
        flip=leg == "right",
        signs=(
            _sign(questions, answers, f"{leg}_hip_drop", _("Hip")),
            _sign(questions, answers, f"{leg}_knee_cave", _("Knee")),
        ),
        lean=_lean(answers.get(f"{leg}_trunk_lean", "")),
        sentence=_(finding.reason.sentence),
        state=str(finding.state),
        rule=finding.reason.rule,
    )


def _staff_look(ratings: Ratings, leg: str) -> StaffLook | None:
    """What the clinician saw standing on `leg`; None where they rated the other leg alone."""
    for side, rating in ratings.items():
        if side == leg:
            finding = rate(rating.leg)
            return StaffLook(timezone.localdate(rating.at), _(finding.reason.sentence), str(finding.state))
    return None


def _lean(given: str) -> str:
    words = {"0": _("Did not lean"), "1": _("Leaned a little"), "2": _("Leaned a lot")}
    return words.get(given, "")


def _sign(questions: QuestionSet, answers: Answers, key: str, name: str) -> Sign:
    """The last look stands: the second where one was taken."""
    given = answers.get(f"{key}_again") or answers.get(key, "")
    question = questions.question(key)
    choice = next((c for c in question.choices if c.value == given), None) if question else None
    if choice is None:
        return Sign(name, "", _("Not provided"), "")
    return Sign(name, choice.figure, _(choice.label), _(choice.alt) if choice.alt else "")
