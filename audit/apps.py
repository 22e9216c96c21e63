"""The audit app: the lowest room; everyone may add to it, and it knows nobody."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The trail."""

    name = "audit"
