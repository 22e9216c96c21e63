"""Case and assessment -> which plan, what staff must release first, what is left out (PL-00 to PL-08).

Stage order from the clinic article, McKay 2020 (J Orthop Surg Res) and Willy & Davis 2011 (JOSPT); who
needs staff and what is left out are clinic settings that need sign-off.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from screening.assessment import Assessment
from screening.case import Case
from screening.rules.pattern import Fit, Pattern
from screening.rules.reason import Reason
from screening.wording import gettext_noop

ALL_STAGES: Final = (1, 2, 3, 4)
RETURN_TO_RUN: Final = 3
REST_FROM_RUNNING: Final = 3  # PL-08: running pain 0-10 from which runs wait; Esculier 2017 sets the green line at 2
STAFF_BEFORE_STAGE_3: Final = frozenset({"RF-13", "RF-14", "RF-23"})
ROLLER: Final = "MB-01"
SIDE_STRETCH: Final = "MB-03"

_SETTING: Final = "clinic setting, needs sign-off"

STAGES: Final[Mapping[str, tuple[int, ...]]] = {
    "PL-00": (),
    "PL-01": (),
    "PL-02": (),
    "PL-03": ALL_STAGES,
    "PL-04": ALL_STAGES,
    "PL-05": ALL_STAGES,
    "PL-06": (1, 2, 4),
    "PL-07": (4,),
}

SENTENCES: Final[Mapping[str, str]] = {
    "PL-00": gettext_noop("Your answers need a clinician's look before any plan can start."),
    "PL-01": gettext_noop("This plan is not made for your kind of pain, so please book a visit."),
    "PL-02": gettext_noop(
        "Please do the mirror check again in 2 days, with your fingertips on a wall. "
        "If it does not work then, book a visit."
    ),
    "PL-03": gettext_noop("You start at Stage 1 and train both legs, the named leg first."),
    "PL-04": gettext_noop("Your pain fits this plan in part, so the clinic will look before you run again."),
    "PL-05": gettext_noop("The clinic will look at your answers before you start Stage 1."),
    "PL-06": gettext_noop("You can train beside your normal runs. Add no more than 10% in a week."),
    "PL-07": gettext_noop("You can go straight to upkeep: a few drills, twice a week."),
}

BOTH_NAMED: Final = gettext_noop("You start at Stage 1 and train both legs, for both showed the pattern.")

SOURCES: Final[Mapping[str, str]] = {
    "PL-00": f"Triage table; {_SETTING}",
    "PL-01": f"BMJ Best Practice; Brukner & Khan; {_SETTING}",
    "PL-02": f"Clinical reasoning; {_SETTING}",
    "PL-03": f"Clinic article; McKay 2020 (J Orthop Surg Res); Willy & Davis 2011 (JOSPT); {_SETTING}",
    "PL-04": f"Clinic article; clinical reasoning; {_SETTING}",
    "PL-05": f"Clinical reasoning; {_SETTING}",
    "PL-06": f"Clinic article; Leppanen 2024 (Br J Sports Med); {_SETTING}",
    "PL-07": f"Clinic article; Leppanen 2024 (Br J Sports Med); {_SETTING}",
}

STAFF_FLAG: Final = gettext_noop("One of your answers means the clinic will look before you run again.")
NO_ROLLER: Final = Reason(
    "RF-22",
    gettext_noop("Due to your answer about bruises and bleeding, your plan has no roller or ball."),
    f"Bartsch 2021 (J Clin Med); {_SETTING}",
)
NO_SIDE_STRETCH: Final = Reason(
    "PL-04",
    gettext_noop("Your outer hip is sore, so your plan leaves out the stretch that leans away."),
    f"Clinical reasoning on outer-hip pain; {_SETTING}",
)
NO_RUNS_YET: Final = Reason(
    "PL-08",
    gettext_noop("Running hurts 3 or more out of 10, so runs wait until Stage 3."),
    f"Clinic article; Esculier 2017 (Br J Sports Med); {_SETTING}",
)

_RULES: Final[Mapping[Pattern, str]] = {
    Pattern.PAIN_DOES_NOT_FIT: "PL-01",
    Pattern.RETEST: "PL-02",
    Pattern.PAIN_WITHOUT_PATTERN: "PL-05",
    Pattern.PATTERN_NO_PAIN: "PL-06",
    Pattern.NO_PATTERN_NO_PAIN: "PL-07",
}


@dataclass(frozen=True, slots=True)
class Assignment:
    """A plan's rule, its stages in order, `needs_staff` ("start", "stage_3"), exercise ids to leave out."""

    rule: str
    stages: tuple[int, ...]
    needs_staff: tuple[str, ...]
    leave_out: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def has_run(self) -> bool:
        """Whether running comes back in this plan, and with it the run weeks."""
        return RETURN_TO_RUN in self.stages


def assign(case: Case, assessment: Assessment) -> Assignment:
    """Return the plan that an assessment gets; a locked one gets PL-00, without stages."""
    rule = _rule_of(assessment)
    stages = STAGES[rule]
    leave_out = _left_out(case, assessment) if stages else {}
    flags = sorted(STAFF_BEFORE_STAGE_3 & assessment.triage.ids) if RETURN_TO_RUN in stages else []
    return Assignment(
        rule=rule,
        stages=stages,
        needs_staff=tuple(_held_by_staff(rule, flags)),
        leave_out=tuple(leave_out),
        reasons=(
            Reason(rule, _sentence_of(rule, assessment), SOURCES[rule]),
            *_pain_reasons(case, assessment),
            *(Reason(flag, STAFF_FLAG, f"Triage table; {_SETTING}") for flag in flags),
            *leave_out.values(),
        ),
    )


def _rule_of(assessment: Assessment) -> str:
    if assessment.pattern is None:
        return "PL-00"
    if assessment.pattern == Pattern.HIP_CONTROL:
        return "PL-03" if assessment.fit == Fit.FITS else "PL-04"
    return _RULES[assessment.pattern]


def _sentence_of(rule: str, assessment: Assessment) -> str:
    """Where both legs are named, none of them is "the named leg"."""
    return BOTH_NAMED if rule == "PL-03" and assessment.side == "both" else SENTENCES[rule]


def _held_by_staff(rule: str, flags: list[str]) -> Iterator[str]:
    if rule == "PL-05":
        yield "start"
    if rule == "PL-04" or flags:
        yield "stage_3"


def _pain_reasons(case: Case, assessment: Assessment) -> Iterator[Reason]:
    hurts = case.pain is not None and case.pain.running >= REST_FROM_RUNNING
    if assessment.pattern == Pattern.HIP_CONTROL and hurts:
        yield NO_RUNS_YET


def _left_out(case: Case, assessment: Assessment) -> dict[str, Reason]:
    left_out = {}
    if "RF-22" in assessment.triage.ids:
        left_out[ROLLER] = NO_ROLLER
    if case.pain is not None and case.pain.spot == "outer_hip":
        left_out[SIDE_STRETCH] = NO_SIDE_STRETCH
    return left_out
