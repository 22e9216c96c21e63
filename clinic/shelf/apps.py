"""The clinic's own exercises and plan templates."""

from django.apps import AppConfig


class ShelfConfig(AppConfig):
    """A room with tables of its own."""

    name = "clinic.shelf"
    label = "shelf"
