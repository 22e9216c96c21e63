"""The clinic's own exercises and plan templates. Every save is a new version; no version is ever changed."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class OwnExercise(models.Model):
    """An exercise of the clinic's own; its words stand in its versions, its key in plans is "OWN-<number>".

    `version` is the newest version's number: it stands. An archived one is offered nowhere, but keeps its key.
    """

    version = models.PositiveIntegerField(default=0)
    is_archived = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"OWN-{self.pk}"


class Saved(models.Model):
    """What every version knows: its number, from 1, who saved it and when."""

    version = models.PositiveIntegerField()
    content = models.JSONField(default=dict)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_by_name = models.CharField(max_length=150, blank=True, help_text='"" for what came with the site.')
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True


class ExerciseVersion(Saved):
    """An exercise as it was saved once. Archiving and taking back are versions too, with the words they had."""

    exercise = models.ForeignKey(OwnExercise, on_delete=models.CASCADE, related_name="versions")
    archived = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["exercise", "version"], name="one_exercise_a_version")]
        ordering = ["exercise", "-version"]

    def __str__(self) -> str:
        return f"OWN-{self.exercise_id} version {self.version}"


class PlanTemplate(models.Model):
    """A plan to start from, shared in the clinic. `starter` names one that came with the site, else None."""

    version = models.PositiveIntegerField(default=0)
    is_archived = models.BooleanField(default=False)
    starter = models.CharField(max_length=20, unique=True, null=True, blank=True)

    def __str__(self) -> str:
        return f"template {self.pk}"


class TemplateVersion(Saved):
    """A template as it was saved once; `content` is read by `clinic.shelf.plans.read_outline`."""

    template = models.ForeignKey(PlanTemplate, on_delete=models.CASCADE, related_name="versions")
    name = models.CharField(max_length=60)
    description = models.CharField(max_length=300, blank=True)
    archived = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["template", "version"], name="one_template_a_version")]
        ordering = ["template", "-version"]

    def __str__(self) -> str:
        return self.name


class Favorite(models.Model):
    """A member of staff's starred exercise, by its key in the library."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=20)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="one_star_an_exercise")]

    def __str__(self) -> str:
        return self.key
