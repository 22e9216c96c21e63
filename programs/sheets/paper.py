"""The papers."""

from enum import StrEnum


class Paper(StrEnum):
    """The two papers a clinic's printer holds."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return (612.0, 792.0) if self is Paper.LETTER else (595.28, 841.89)
