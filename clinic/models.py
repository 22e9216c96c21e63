"""Who works at the clinic."""

from django.conf import settings
from django.db import models

from clinic.roles import ROLE_NAMES, May, Role, may


class StaffMember(models.Model):
    """One person of the clinic's staff and their role. A sign-in without this row opens nothing."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff")
    role = models.CharField(max_length=20, choices=[(role, name) for role, name in ROLE_NAMES.items()])

    class Meta:
        constraints = [models.CheckConstraint(name="known_role", condition=models.Q(role__in=[*Role]))]

    def __str__(self) -> str:
        return f"{self.user} ({self.role})"

    def may(self, what: May) -> bool:
        """Whether this member may do this now; nobody who was switched off may do anything."""
        return self.user.is_active and may(self.role, what)
