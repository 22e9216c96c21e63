"""The clinic's side of the site."""

from django.apps import AppConfig


class ClinicConfig(AppConfig):
    """Sign-in, queue, review, packs, reports."""

    name = "clinic"
