"""Writes to the shelf: each save is a new version with who and when, and a row of the trail."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from audit import trail
from audit.models import Kind
from clinic.shelf.library import own_key
from clinic.shelf.models import ExerciseVersion, Favorite, OwnExercise, PlanTemplate, TemplateVersion
from clinic.shelf.outline import Outline, outline_from_dict, outline_to_dict
from clinic.shelf.own import OwnExercise as Told
from programs.deciding import name_of
from programs.models import Photo

ORPHAN_AFTER = timedelta(days=2)
MOST_STARS = 200


class Stale(Exception):
    """Someone else saved since the page was opened; nothing was written. `now` is the version that stands."""

    def __init__(self, now: ExerciseVersion | TemplateVersion) -> None:
        super().__init__(f"{now} is at version {now.version}")
        self.now = now


class InUse(Exception):
    """The exercise stands in these templates, so it can not be archived."""

    def __init__(self, templates: list[TemplateVersion]) -> None:
        super().__init__(", ".join(template.name for template in templates))
        self.templates = templates


def save_exercise(told: Told, *, number: int | None, version: int, by: Any) -> ExerciseVersion:
    """A new exercise where `number` is None, else the next version of one. `version` is what the page was made from.

    Raises Stale, OwnExercise.DoesNotExist.
    """
    with transaction.atomic():
        if number is None:
            exercise = OwnExercise.objects.create()
        else:
            exercise = OwnExercise.objects.select_for_update().get(pk=number)
            _refuse_stale(exercise, version)
        saved = _next_exercise(exercise, told.to_dict(), archived=exercise.is_archived, by=by)
        _note("exercise", "made" if number is None else "changed", own_key(exercise.pk), saved.version, by)
        _forget_orphans()
        return saved


def archive_exercise(number: int, *, version: int, archived: bool, by: Any) -> ExerciseVersion:
    """Offer an exercise no more, or again; plans that hold it keep it. Raises Stale, InUse."""
    with transaction.atomic():
        exercise = OwnExercise.objects.select_for_update().get(pk=number)
        now = _refuse_stale(exercise, version)
        if archived and (used := templates_with(own_key(number))):
            raise InUse(used)
        OwnExercise.objects.filter(pk=number).update(is_archived=archived)
        saved = _next_exercise(exercise, now.content, archived=archived, by=by)
        _note("exercise", "archived" if archived else "taken_back", own_key(number), saved.version, by)
        return saved


def templates_with(key: str) -> list[TemplateVersion]:
    """The templates in use that hold an exercise, by name."""
    standing = TemplateVersion.objects.filter(template__is_archived=False, version=F("template__version"))
    return [
        version
        for version in standing.order_by("name")
        if key in {row.key for row in outline_from_dict(version.content).rows()}
    ]


def save_template(
    outline: Outline, name: str, description: str, *, template_id: int | None, version: int, by: Any
) -> TemplateVersion:
    """A new template where `template_id` is None, else the next version of one. Raises Stale, DoesNotExist."""
    with transaction.atomic():
        if template_id is None:
            template = PlanTemplate.objects.create()
        else:
            template = PlanTemplate.objects.select_for_update().get(pk=template_id)
            _refuse_stale_template(template, version)
        saved = _next_template(template, name, description, outline_to_dict(outline), by=by)
        _note("template", "made" if template_id is None else "changed", str(template), saved.version, by)
        return saved


def archive_template(template_id: int, *, version: int, archived: bool, by: Any) -> TemplateVersion:
    """Offer a template no more, or again. Raises Stale."""
    with transaction.atomic():
        template = PlanTemplate.objects.select_for_update().get(pk=template_id)
        now = _refuse_stale_template(template, version)
        PlanTemplate.objects.filter(pk=template_id).update(is_archived=archived)
        saved = _next_template(template, now.name, now.description, now.content, archived=archived, by=by)
        _note("template", "archived" if archived else "taken_back", str(template), saved.version, by)
        return saved


def restore_template(template_id: int, old: int, *, version: int, by: Any) -> TemplateVersion:
    """An older version's content as the newest version. Raises Stale, TemplateVersion.DoesNotExist."""
    with transaction.atomic():
        template = PlanTemplate.objects.select_for_update().get(pk=template_id)
        _refuse_stale_template(template, version)
        kept = TemplateVersion.objects.get(template=template, version=old)
        saved = _next_template(template, kept.name, kept.description, kept.content, by=by)
        _note("template", "restored", str(template), saved.version, by)
        return saved


def star(key: str, *, on: bool, by: Any) -> None:
    """Set or take back a star; more than a list can use are not kept."""
    if not on:
        Favorite.objects.filter(user=by, key=key).delete()
    elif Favorite.objects.filter(user=by).count() < MOST_STARS:
        Favorite.objects.get_or_create(user=by, key=key)


def _refuse_stale(exercise: OwnExercise, version: int) -> ExerciseVersion:
    now = ExerciseVersion.objects.get(exercise=exercise, version=exercise.version)
    if exercise.version != version:
        raise Stale(now)
    return now


def _refuse_stale_template(template: PlanTemplate, version: int) -> TemplateVersion:
    now = TemplateVersion.objects.get(template=template, version=template.version)
    if template.version != version:
        raise Stale(now)
    return now


def _next_exercise(exercise: OwnExercise, content: dict[str, Any], *, archived: bool, by: Any) -> ExerciseVersion:
    number = exercise.version + 1
    OwnExercise.objects.filter(pk=exercise.pk).update(version=number)
    return ExerciseVersion.objects.create(
        exercise=exercise, version=number, content=content, archived=archived, made_by=by, made_by_name=name_of(by)
    )


def _next_template(
    template: PlanTemplate, name: str, description: str, content: Any, *, by: Any, archived: bool | None = None
) -> TemplateVersion:
    number = template.version + 1
    PlanTemplate.objects.filter(pk=template.pk).update(version=number)
    return TemplateVersion.objects.create(
        template=template,
        version=number,
        name=name,
        description=description,
        content=content,
        archived=template.is_archived if archived is None else archived,
        made_by=by,
        made_by_name=name_of(by),
    )


def _note(what: str, done: str, which: str, version: int, by: Any) -> None:
    trail.note(Kind.LIBRARY, by=by, what=what, done=done, which=which, version=version)


def _forget_orphans() -> None:
    """Photos of forms that were never saved. A plan only ever shows what stood in a saved exercise."""
    kept = ExerciseVersion.objects.values_list("content", flat=True)
    slugs = {photo["slug"] for content in kept.iterator() for photo in content["photos"]}
    Photo.objects.filter(made_at__lt=timezone.now() - ORPHAN_AFTER).exclude(slug__in=slugs).delete()
