"""The plans that were issued: immutable snapshots, the newest version stands."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from programs.plan import Plan
from programs.plan_storage import plan_from_dict
from screening.models import Screening


class IssuedPlan(models.Model):
    """One version of a self-check's plan, whole as it was issued. A change is the next version; nothing is edited."""

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="plans")
    version = models.PositiveSmallIntegerField(default=1)
    rule = models.CharField(max_length=10)
    rule_set = models.CharField(max_length=20)
    content_version = models.CharField(max_length=20)
    snapshot = models.JSONField()
    issued_at = models.DateTimeField(default=timezone.now)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    issued_by_name = models.CharField(max_length=150, blank=True, help_text='"" for the rules themselves.')

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["screening", "version"], name="one_plan_a_version"),
        ]
        ordering = ["screening", "-version"]

    def __str__(self) -> str:
        return f"{self.rule} version {self.version}"

    def read(self) -> Plan:
        """The plan itself. Raises PlanFormatError when the snapshot is not one."""
        return plan_from_dict(self.snapshot)


class Decision(models.Model):
    """What a member of staff decided on a self-check, who and when. Rows are added, never changed.

    `reason` is for the clinic's record alone. `note` is what the runner reads. `plan_version` is the version that the
    decision issued, None where the plan stays.
    """

    class Kind(models.TextChoices):
        """What may be decided."""

        CLAIMED = "claimed"
        LET_GO = "let_go"
        RERATED = "rerated"
        ACCEPTED = "accepted"
        CHANGED = "changed"
        RELEASED = "released"
        NOTED = "noted"
        REFERRED = "referred"
        CAME_IN = "came_in"
        CALLED = "called"
        UNLOCKED = "unlocked"
        TYPED_IN = "typed_in"
        MADE = "made"
        SET_ASIDE = "set_aside"
        TAKEN_BACK = "taken_back"

    screening = models.ForeignKey(Screening, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=12, choices=Kind)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)
    reason = models.TextField(blank=True)
    note = models.TextField(blank=True)
    detail = models.JSONField(default=dict)
    plan_version = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["kind", "at"], name="decisions_by_kind"),
            models.Index(fields=["at", "id"], name="notes_in_order", condition=~models.Q(note="")),
        ]
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} by {self.by_name}"


class NoteSeen(models.Model):
    """When the runner first had a note of the clinic on the screen."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="seen")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"note {self.decision_id} seen"


class Photo(models.Model):
    """A picture of the clinic's own exercise: re-encoded by us, a JPEG without metadata. Never changed."""

    slug = models.CharField(max_length=40, unique=True)
    data = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.slug


class LetterheadVersion(models.Model):
    """The clinic's details as a manager set them; the newest row stands, without one the settings do."""

    name = models.CharField(max_length=80)
    address = models.CharField(max_length=200, help_text="Lines parted by |.")
    phone = models.CharField(max_length=40)
    email = models.CharField(max_length=254)
    web = models.CharField(max_length=100, blank=True)
    hours = models.CharField(max_length=120, blank=True)
    logo = models.BinaryField(null=True, blank=True)
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    set_by_name = models.CharField(max_length=150)
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.name} from {self.set_at}"
