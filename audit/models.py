"""The trail: what was done, by whom, when. Rows are only ever added; triggers in the database hold that (T21)."""

from django.db import models


class Kind(models.TextChoices):
    """What the trail records."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_FAILED = "sign_in_failed"
    SECOND_FACTOR = "second_factor"
    REFUSED = "refused"
    LISTED = "listed"
    VIEWED = "viewed"
    PRINTED = "printed"
    EXPORTED = "exported"
    CHANGED = "changed"
    ERASED = "erased"
    PEOPLE = "people"
    LIBRARY = "library"


class AuditEvent(models.Model):
    """One thing that happened. `digest` covers the row and the digest before it, so that no row can change or go.

    `by` and `by_name` are the member of staff, None and "" for the runner or the site itself; the row outlives them.
    `about` is the code of the self-check, "" where it is about none. `detail` never holds health data.
    """

    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=20, choices=Kind)
    by = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=150, blank=True)
    about = models.CharField(max_length=11, blank=True)
    detail = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=["about", "number"], name="trail_of_a_check"),
            models.Index(fields=["by", "number"], name="trail_of_a_person"),
            models.Index(fields=["kind", "at"], name="trail_by_kind"),
            models.Index(fields=["by_name", "number"], name="trail_by_name"),
            models.Index(fields=["at", "kind", "by_name", "about"], name="trail_of_a_month"),
        ]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.kind}"


class AuditHead(models.Model):
    """Where the trail ends: how many rows, and the digest of the last; one row, locked while the next is added."""

    last_number = models.BigIntegerField(default=0)
    last_digest = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"trail up to {self.last_number}"
