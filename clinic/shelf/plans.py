"""From a template to a plan: everything is copied, so that a plan never changes when its template does."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext

from clinic.shelf.models import PlanTemplate, TemplateVersion
from clinic.shelf.outline import Outline, StageRows, outline_from_dict, outline_to_dict
from clinic.shelf.starters import STARTERS, Starter, starter_outline
from programs.building import aim_of
from programs.library import load_library
from programs.library_content import Library, StageContent
from programs.plan import Dose, Plan, PrescribedExercise, Side, Stage
from programs.prescribing import Facts, gate_of, prescribe
from programs.rules.assignment import RETURN_TO_RUN
from programs.rules.mileage import RunPlan
from screening.assessment import RULE_SET
from screening.case import LegSide, Unit

STAFF: Final = "STAFF"
FIRST_STEP: Final = "RW1"  # RR-05: with nothing known of earlier weeks, the first rung


def standing_templates() -> QuerySet[TemplateVersion]:
    """The newest version of every template that is not archived; on day one, the three that come along.

    Those that begin with an early stage come first, then by name.
    """
    if not PlanTemplate.objects.exists():
        _put_starters()
    standing = TemplateVersion.objects.filter(version=F("template__version"), template__is_archived=False)
    return standing.select_related("template").order_by("content__stages__0__number", "name", "template_id")


def read_outline(version: TemplateVersion) -> Outline:
    """What a version holds. Raises OutlineError where the stored data is no template."""
    return outline_from_dict(version.content)


def plan_of(version: TemplateVersion, *, leg: Side | None, unit: Unit, today: date, library: Library) -> Plan:
    """A plan of one's own from a template, by rule STAFF; without a `leg` both are trained, left first.

    An exercise that was archived since is not in it: `Outline.missing_from` names it. Raises OutlineError.
    """
    outline, first = read_outline(version), leg if leg == "right" else "left"
    numbers = tuple(rows.number for rows in outline.stages)
    stages = tuple(_stage(rows, numbers, first, library) for rows in outline.stages if rows.number in library.stages)
    return Plan(
        rule=STAFF,
        leg=leg,
        unit=unit,
        stages=stages,
        run=_run(outline, stages),
        needs_staff=(),
        leave_out=(),
        reasons=(),
        rule_set=RULE_SET,
        content_version=library.version,
        issued_on=today,
        both_legs=_both_legs(leg, stages, library),
    )


def _both_legs(leg: Side | None, stages: tuple[Stage, ...], library: Library) -> str:
    if not stages:
        return ""
    if leg == "both":
        return library.sheet.either_leg
    return library.sheet.both_legs.format(leg=leg) if leg else library.sheet.no_leg


def _run(outline: Outline, stages: tuple[Stage, ...]) -> RunPlan | None:
    if outline.run and any(stage.number == RETURN_TO_RUN for stage in stages):
        return RunPlan("run_walk", FIRST_STEP, (), ())
    return None


def _stage(rows: StageRows, numbers: Collection[int], leg: LegSide, library: Library) -> Stage:
    content = library.stages[rows.number]
    exercises = tuple(_exercises(rows, content, leg, library))
    return Stage(
        number=content.number,
        name=content.name,
        # Nothing is known of this runner's pain: no runs until running comes back, unless a clinician says so.
        aim=aim_of(content, numbers, library, beside=False),
        lasts=content.lasts,
        exercises=exercises,
        warm_up=tuple(_warm_up(content, leg, library)) if rows.warm_up else (),
        gate=gate_of(content, Facts(leg), keys={exercise.key for exercise in exercises}, stages=numbers),
        needs_staff=False,
    )


def _exercises(rows: StageRows, content: StageContent, leg: LegSide, library: Library) -> Iterator[PrescribedExercise]:
    for row in rows.rows:
        if row.key in library.exercises:
            dose = row.dose if row.dose.days else replace(row.dose, days=content.days)
            yield prescribe(library.exercises[row.key], dose, leg=leg, uses=(str(content.number),))


def _warm_up(content: StageContent, leg: LegSide, library: Library) -> Iterator[PrescribedExercise]:
    """The practice of the stage, then its drills before a run, each with the content's dose."""
    uses = [(key, f"{content.number}-practice") for key in content.practice]
    for key, use in (*uses, *((key, str(content.number)) for key in content.warm_up)):
        exercise = library.exercises[key]
        drill = prescribe(exercise, _with_days(exercise.doses[use], content), leg=leg, uses=(use,))
        yield replace(drill, kind="warm_up")


def _with_days(dose: Dose, content: StageContent) -> Dose:
    return dose if dose.days else replace(dose, days=content.days)


def _put_starters() -> None:
    library = load_library()
    with transaction.atomic():
        for starter in STARTERS:
            _put(starter, starter_outline(starter, library))


def _put(starter: Starter, outline: Outline) -> None:
    """Once, whoever comes first: a second worker finds the row of the first."""
    template, new = PlanTemplate.objects.get_or_create(starter=starter.id, defaults={"version": 1})
    if new:
        TemplateVersion.objects.create(
            template=template,
            version=1,
            name=gettext(starter.name),
            description=gettext(starter.description),
            content=outline_to_dict(outline),
        )
