"""The clinic whose name stands on every page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a clinic prints at the head of its sheets.

    `address` is one line each; `logo` is the bytes of a PNG or JPEG that was decoded, capped and written anew
    before it got here, or None for the project's own mark.
    """

    name: str
    address: tuple[str, ...]
    phone: str
    email: str
    web: str
    hours: str
    logo: bytes | None
