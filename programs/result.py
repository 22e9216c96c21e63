"""What the result page shows: one runner's assessment and plan, gathered for the template."""

from dataclasses import dataclass
from datetime import date, timedelta

from programs.behind import behind, legs_of
from programs.cleared import standing_cautions, standing_reasons
from programs.library import load_library
from programs.library_content import Light
from programs.notes import awaits_visit
from programs.own_answers import SeenLeg, seen_legs
from programs.pdf.figures import figure
from programs.plan import Picture, Plan, PrescribedExercise, Stage
from programs.ratings import looked_on
from programs.run_chart import Chart, run_chart
from programs.run_rows import NumberedStep, WeekRow, run_walk_of, week_row
from programs.schedule import START, Schedule, before_running, schedule_of, stage_begins
from programs.until_visit import until_visit
from screening.assessment import Assessment
from screening.case import PainSide
from screening.models import Screening
from screening.questions import LEGS
from screening.rules.pattern import Pattern
from screening.rules.reason import Reason
from screening.rules.red_flags import Raised
from screening.rules.single_leg_squat import LegFinding, LegState

RETEST_AFTER = timedelta(days=2)  # PL-02
MADE = "made"
SMALL_SIGN, LEAN_ALONE = "SC-04", "SC-05"
WHICH_MISFIT = "CL-01"
TELLS_A_LEG = (LegState.CLEAR, LegState.POSSIBLE)
WITHOUT_A_PLAN = (Pattern.PAIN_DOES_NOT_FIT, Pattern.RETEST)
"""The rules give these no stages: where there are some, a clinician gave them."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture with the side already settled: `flip` turns it so that the right leg works."""

    slug: str
    label: str
    alt: str
    mark: str
    flip: bool
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ShownExercise:
    """One exercise as the page draws it."""

    it: PrescribedExercise
    pictures: tuple[ShownPicture, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """All that one result page needs; `template` is the part of the page for this class of result.

    There is no `assessment` where the clinic made the plan without a self-check. `legs` are the runner's own answers;
    where the plan follows a clinician's rating, `assessment` does, too, and `looked_on` is the day of it. Where
    `runs_wait`, the runner was asked to come in, and the plan is shown without its runs until then.
    """

    screening: Screening
    assessment: Assessment | None
    plan: Plan
    legs: tuple[SeenLeg, ...]
    reasons: tuple[Reason, ...]
    cautions: tuple[Raised, ...]
    schedule: Schedule | None
    chart: Chart | None
    weeks: tuple[WeekRow, ...]
    run_walk: tuple[NumberedStep, ...]
    run_rules: tuple[str, ...]
    run_lights: tuple[Light, ...]
    retest_on: date
    second_retest: bool
    looked_on: date | None = None
    awaits_visit: bool = False
    runs_wait: bool = False

    @property
    def template(self) -> str:
        """The template of this class: programs/classes/_<pattern>.html, or that of a plan the clinic made."""
        return f"programs/classes/_{MADE if self.is_made else self.pattern}.html"

    @property
    def pattern(self) -> Pattern | None:
        """The class that the rules found; None where a red flag ended the check, and for a walk-in."""
        return self.assessment.pattern if self.assessment else None

    @property
    def is_made(self) -> bool:
        """Whether the clinic made this plan, where the rules have none to give."""
        return self.pattern is None or (self.pattern in WITHOUT_A_PLAN and bool(self.plan.stages))

    @property
    def unclear(self) -> str:
        """Which leg must be looked at again: "left", "right", "both" or ""."""
        legs = [leg for leg, finding in self._found.items() if finding.state == LegState.RETEST]
        return "both" if len(legs) == len(LEGS) else "".join(legs)

    @property
    def side(self) -> PainSide | None:
        """The leg or legs that showed the pattern; which leg the plan trains first may be another."""
        return self.assessment.side if self.assessment else None

    @property
    def signs_seen(self) -> tuple[str, ...]:
        """What was seen on the legs that tell, as the plan follows it."""
        return tuple(found.reason.sentence for found in self._found.values() if found.state in TELLS_A_LEG)

    @property
    def small_signs(self) -> bool:
        """Whether a leg is called possible for one small sign."""
        return any(found.reason.rule == SMALL_SIGN for found in self._found.values())

    @property
    def leaned(self) -> bool:
        """Whether a leg is called possible for its lean alone."""
        return any(found.reason.rule == LEAN_ALONE for found in self._found.values())

    @property
    def _found(self) -> dict[str, LegFinding]:
        return legs_of(self.assessment) if self.assessment else {}

    @property
    def misfit(self) -> Reason | None:
        """Why the pain does not fit: its spot, or how it acts."""
        reasons = self.assessment.reasons if self.assessment else ()
        return next((reason for reason in reasons if reason.rule == WHICH_MISFIT), None)

    @property
    def first_run_day(self) -> int:
        """The day of the plan, counted from 1, on which running may begin at the earliest."""
        return before_running(self.plan).days + 1

    @property
    def held_start(self) -> bool:
        """Whether the clinic must say yes before Stage 1."""
        return START in self.plan.needs_staff

    @property
    def held_run(self) -> bool:
        """Whether the clinic must say yes before running comes back."""
        return bool(self.plan.needs_staff)

    @property
    def held_stage(self) -> Stage | None:
        """The first stage that waits for the clinic's yes."""
        return next((stage for stage in self.plan.stages if stage.needs_staff), None)

    @property
    def stage(self) -> Stage | None:
        """The stage to do now; None where none is planned or the start is held."""
        return None if self.held_start else self.plan.current_stage

    @property
    def ahead(self) -> tuple[tuple[Stage, date | None], ...]:
        """The stages that come later, with their earliest day; no day while the start is held."""
        if self.held_start:
            return tuple((stage, None) for stage in self.plan.stages)
        days = stage_begins(self.plan)
        return tuple((stage, days.get(stage.number)) for stage in self.plan.stages[1:])

    @property
    def exercises_now(self) -> tuple[ShownExercise, ...]:
        """The exercises of the stage to do now."""
        return tuple(_shown(exercise) for exercise in self.stage.exercises) if self.stage else ()

    @property
    def warm_up_now(self) -> tuple[ShownExercise, ...]:
        """The warm-up of the stage to do now."""
        return tuple(_shown(exercise) for exercise in self.stage.warm_up) if self.stage else ()


def _shown(exercise: PrescribedExercise) -> ShownExercise:
    def show(picture: Picture) -> ShownPicture:
        flip, drawn = picture.flipped_for(exercise.leg), figure(picture.slug)
        size = round(drawn.width / 10), round(drawn.height / 10)
        return ShownPicture(picture.slug, picture.label, picture.alt, picture.mark, flip, *size)

    return ShownExercise(exercise, tuple(show(picture) for picture in exercise.pictures))


def result_of(screening: Screening, issued: Plan) -> Result:
    """Gather one runner's result. The screening must have been sent and not be locked; a walk-in has no assessment.

    While the runner is asked to come in, the plan is shown without its runs.
    """
    own = screening.read_assessment() if screening.assessment else None
    basis = behind(screening, issued) if own else None
    assessment, ratings = (basis.assessment, basis.ratings) if basis else (None, {})
    awaited = awaits_visit(screening)
    plan = until_visit(issued, load_library()) if awaited else issued
    run_weeks, reviewed = plan.run.weeks if plan.run else (), screening.reviewed_at is not None
    run_walk, running = run_walk_of(plan), load_library().running
    counts = {len(week.runs) for week in run_weeks}
    return Result(
        screening=screening,
        assessment=assessment,
        plan=plan,
        legs=seen_legs(screening.answers, own, ratings) if own else (),
        reasons=tuple(standing_reasons(plan)),
        cautions=tuple(standing_cautions(own, plan, reviewed=reviewed)) if own else (),
        schedule=schedule_of(plan, len(run_walk)),
        chart=run_chart(run_weeks) if run_weeks else None,
        weeks=tuple(week_row(plan, week) for week in run_weeks),
        run_walk=run_walk,
        run_rules=running.rules(counts),
        run_lights=running.lights_for(counts),
        retest_on=plan.issued_on + RETEST_AFTER,
        second_retest=_is_second_retest(screening, assessment),
        looked_on=looked_on(ratings),
        awaits_visit=awaited,
        runs_wait=awaited and issued.run is not None,
    )


def _is_second_retest(screening: Screening, found: Assessment | None) -> bool:
    """PL-02: after a second unclear mirror check, a visit."""
    earlier = screening.repeat_of
    found_again = found is not None and found.pattern == Pattern.RETEST
    return found_again and earlier is not None and earlier.pattern == Pattern.RETEST
