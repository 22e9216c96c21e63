"""A short hash of everything that decides how a picture looks: its numbers, and which generator draws it."""

import json
from dataclasses import MISSING, fields, is_dataclass
from hashlib import sha256
from typing import Any, Final

from programs.figures.picture import Figure

GENERATOR: Final = 2  # raise it when `drawing/` draws the same numbers differently
WORDS: Final = frozenset({"folder", "slug", "side", "alt", "shows"})  # these change no line
DECIMALS: Final = 6  # beyond these, processors may round differently


def fingerprint(figure: Figure) -> str:
    """16 letters that change when a number of the figure or the generator changes, and only then."""
    numbers = {name: value for name, value in plain(figure).items() if name not in WORDS}
    text = json.dumps([GENERATOR, numbers], sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()[:16]


def plain(value: Any) -> Any:
    """Dataclasses as dictionaries without what is as it always is, so that a new field changes no old picture."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: getattr(value, field.name) for field in fields(value)}
        usual = {field.name: field.default for field in fields(value) if field.default is not MISSING}
        kept = {name: plain(held) for name, held in told.items() if name not in usual or usual[name] != held}
        return {"is": type(value).__name__, **kept}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return round(float(value), DECIMALS) + 0.0  # the sum turns -0.0 into 0.0
    return value
