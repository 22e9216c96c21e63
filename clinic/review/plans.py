"""The plan as a clinician reads it: its stages with small pictures and doses, its run weeks, and its versions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from programs.library import load_library
from programs.models import IssuedPlan
from programs.plan import Picture, Plan, PrescribedExercise
from programs.run_chart import tenths
from programs.run_rows import in_words
from programs.schedule import START, stage_begins, week_begins
from screening.models import Screening

MOST_VERSIONS = 50
STAFF_STAGE = "stage_3"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the plan, without the plan itself: `by` is "" for the rules, `stands` says it is the newest."""

    number: int
    at: datetime
    by: str
    rule: str
    stands: bool
    shown: bool


@dataclass(frozen=True, slots=True)
class SmallExercise:
    """One exercise in a line: its first picture, the right way round, its name, its dose, what leg comes first."""

    key: str
    name: str
    dose: str
    days: str
    picture: Picture | None
    flip: bool
    note: str


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage: `begins` is None where nobody can know the day yet; `held` is whether staff must open it."""

    number: int
    name: str
    lasts: str
    begins: date | None
    held: bool
    exercises: tuple[SmallExercise, ...]
    warm_up: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """The plan that is looked at: `version` is what it is, `standing` whether it is the one that counts."""

    plan: Plan
    version: Version
    stages: tuple[StageLine, ...]
    runs: tuple[str, ...]
    held: tuple[str, ...]
    left_out: tuple[str, ...]


def versions_of(screening: Screening, asked: int | None) -> tuple[Version, ...]:
    """Every version, the newest first; the one asked for is shown, the newest where there is no such."""
    rows = IssuedPlan.objects.filter(screening=screening).defer("snapshot").order_by("-version")[:MOST_VERSIONS]
    numbers = [row.version for row in rows]
    shown = asked if asked in numbers else next(iter(numbers), None)
    return tuple(
        Version(
            row.version, row.issued_at, row.issued_by_name, row.rule, row.version == numbers[0], row.version == shown
        )
        for row in rows
    )


def plan_in(screening: Screening, version: Version) -> Plan:
    """The plan of a version. Raises IssuedPlan.DoesNotExist where it was erased meanwhile."""
    return IssuedPlan.objects.get(screening=screening, version=version.number).read()


def shown_plan(plan: Plan, version: Version) -> ShownPlan:
    """A plan with what the page says of it."""
    days = {} if START in plan.needs_staff else stage_begins(plan)
    stages = (
        StageLine(
            number=stage.number,
            name=stage.name,
            lasts=stage.lasts,
            begins=days.get(stage.number),
            held=stage.needs_staff,
            exercises=tuple(_small(exercise) for exercise in stage.exercises),
            warm_up=tuple(_(exercise.name) for exercise in stage.warm_up),
        )
        for stage in plan.stages
    )
    return ShownPlan(plan, version, tuple(stages), tuple(run_lines(plan)), tuple(held_lines(plan)), _left_out(plan))


def _left_out(plan: Plan) -> tuple[str, ...]:
    """Key and name of each exercise that the rules leave out for this runner."""
    known = load_library().exercises
    return tuple(f"{key} {_(known[key].words.name)}" if key in known else key for key in plan.leave_out)


def _small(exercise: PrescribedExercise) -> SmallExercise:
    picture = next(iter(exercise.pictures), None)
    return SmallExercise(
        key=exercise.key,
        name=exercise.name,
        dose=exercise.dose.start,
        days=exercise.dose.days,
        picture=picture,
        flip=bool(picture and picture.flipped_for(exercise.leg)),
        note=exercise.side_rule,
    )


def run_lines(plan: Plan) -> Iterator[str]:
    """When and how it runs; nothing where no running is planned."""
    if plan.run is None:
        return
    if START in plan.needs_staff:
        yield _("No day is known before staff open the start.")
    else:
        yield _("First run %(day)s at the earliest.") % {"day": date_format(week_begins(plan, 1), "M j, Y")}
    if plan.run.start:
        yield _("Run and walk first, from step %(step)s.") % {"step": plan.run.start}
    if plan.run.weeks:
        first, last = plan.run.weeks[0], plan.run.weeks[-1]
        yield _("Week 1: %(runs)s, %(total)s %(unit)s. Week %(last)s: %(usual)s %(unit)s.") % {
            "runs": in_words(first.runs),
            "total": tenths(first.total),
            "unit": plan.unit,
            "last": len(plan.run.weeks),
            "usual": tenths(last.total),
        }


def held_lines(plan: Plan) -> Iterator[str]:
    """What of it waits for staff."""
    if START in plan.needs_staff:
        yield _("Held: staff open the start.")
    if STAFF_STAGE in plan.needs_staff:
        yield _("Held: staff open Stage 3.")
