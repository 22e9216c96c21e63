"""The clinic's photos on paper. A photo's name is made from its content, so a name always means the same pixels.

Where photos are kept is none of this package's business: the site says once how to read one, `photos_from`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image

Source = Callable[[str], bytes | None]
SLUG: Final = re.compile(r"photo-[0-9a-f]{32}")
LONGEST: Final = 4400
"""Units of the longer side, in those of the drawings: about as high as someone standing with an arm raised."""
PRINTED: Final = 800
"""Pixels of the longer side on paper: 300 dpi at 68 mm; the whole photo would make a file five times as large."""
QUALITY: Final = 80
MOST_KEPT: Final = 64
"""Photos held ready by one process, of about 80 kB each."""


@dataclass(frozen=True, slots=True)
class PaperPhoto:
    """A JPEG as it is printed: its size in pixels, and in the units of the drawings."""

    jpeg: bytes
    pixels: tuple[int, int]

    @property
    def units(self) -> tuple[float, float]:
        """Its width and height in the units of the drawings."""
        scale = LONGEST / max(self.pixels)
        return self.pixels[0] * scale, self.pixels[1] * scale


class _Shelf:
    """Where photos are read from; nothing is there until the site says so."""

    source: Source = staticmethod(lambda _slug: None)


def photos_from(source: Source) -> None:
    """Read photos with this from now on: it takes a slug, and gives a JPEG or None."""
    _Shelf.source = staticmethod(source)


def is_photo(slug: str) -> bool:
    """Whether a picture is a photo of the clinic's, and no drawing."""
    return SLUG.fullmatch(slug) is not None


@lru_cache(maxsize=MOST_KEPT)
def paper_photo(slug: str) -> PaperPhoto:
    """A photo as it is printed. Raises LookupError where it is gone."""
    data = _Shelf.source(slug)
    if data is None:
        raise LookupError(slug)
    with Image.open(BytesIO(data), formats=("JPEG",)) as picture:
        picture.draft("RGB", _box(picture.size))
        picture.thumbnail(_box(picture.size), reducing_gap=None)
        held = BytesIO()
        picture.convert("RGB").save(held, "JPEG", quality=QUALITY)
        return PaperPhoto(held.getvalue(), picture.size)


def _box(size: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, PRINTED / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
