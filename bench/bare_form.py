"""The yardstick for submissions: one row of the same content, checked and written by a plain Django form."""

from typing import Any

from django import forms
from django.db import connection, models

from programs.models import IssuedPlan
from screening.models import Screening

COPIED = ("question_set", "consent_version", "consented_at", "created_at", "saved_at", "submitted_at")


class BareSubmission(models.Model):
    """What a sent self-check and its plan hold, in one row."""

    code = models.CharField(max_length=11, unique=True)
    question_set = models.CharField(max_length=20)
    answers = models.JSONField()
    consent_version = models.CharField(max_length=20)
    consented_at = models.DateTimeField()
    created_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField()
    assessment = models.JSONField()
    rule_set = models.CharField(max_length=20)
    level = models.CharField(max_length=20, db_index=True)
    pattern = models.CharField(max_length=30, blank=True)
    name = models.CharField(max_length=80, blank=True)
    email = models.CharField(max_length=254, blank=True)
    plan = models.JSONField()

    class Meta:
        app_label = "bench"

    def __str__(self) -> str:
        return self.code


FIELDS = ("code", "answers", "level", "pattern", "rule_set", "name", "email")
"""What a runner would send; the rest is given."""
BareForm = forms.modelform_factory(BareSubmission, fields=FIELDS)


def make_table() -> None:
    """Make its table in the database of ours."""
    with connection.schema_editor() as editor:
        editor.create_model(BareSubmission)


class BareWriter:
    """Writes the content of one sent self-check again and again, each time under a new code."""

    def __init__(self, screening: Screening, issued: IssuedPlan) -> None:
        self.given: dict[str, Any] = {name: getattr(screening, name) for name in COPIED}
        self.given |= {"assessment": screening.assessment, "plan": issued.snapshot}
        self.data = {
            "answers": BareSubmission._meta.get_field("answers").formfield().prepare_value(screening.answers),
            "level": screening.level,
            "pattern": screening.pattern,
            "rule_set": screening.rule_set,
            "name": screening.name,
            "email": screening.email,
        }

    def write(self, number: int) -> BareSubmission:
        """Check and save one row."""
        form = BareForm(self.data | {"code": f"BARE-{number:06d}"}, instance=BareSubmission(**self.given))
        if not form.is_valid():
            raise ValueError(form.errors.as_text())
        row: BareSubmission = form.save()
        return row
