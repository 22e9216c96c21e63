"""The tappable places of the body chart, drawn for the right leg, one view at a time; the outer side comes first."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from screening.wording import gettext_noop

REGIONS = Path(__file__).resolve().parent.parent / "static" / "figures" / "body" / "regions.json"
VIEWS = {
    "outer": gettext_noop("Outer side"),
    "front": gettext_noop("Front"),
    "back": gettext_noop("Back"),
}


@dataclass(frozen=True, slots=True)
class Region:
    """One place: the answer it stands for and its outline as path data."""

    spot: str
    outline: str


@dataclass(frozen=True, slots=True)
class BodyView:
    """One picture of the leg with its places; `view_box` as the picture's own."""

    slug: str
    title: str
    view_box: str
    width: int
    height: int
    regions: tuple[Region, ...]


@cache
def body_views() -> tuple[BodyView, ...]:
    """The three views, outer side first: there the outer knee is large enough for a thumb."""
    data = json.loads(REGIONS.read_text())
    return tuple(_view(slug, title, data[slug]) for slug, title in VIEWS.items())


def _view(slug: str, title: str, raw: dict[str, Any]) -> BodyView:
    view_box = raw["viewBox"]
    _left, _top, width, height = (round(float(number)) for number in view_box.split())
    regions = tuple(Region(item["spot"], item["d"]) for item in raw["regions"])
    return BodyView(slug, title, view_box, width, height, regions)
