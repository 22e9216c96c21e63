"""The plans that were issued: immutable snapshots, the newest version stands."""

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
