"""The clinic's photos: read with care, written anew, kept by their content. Threats T6 to T8.

A phone writes where, when and by what a photo was taken; a stranger writes files that are larger than they look, or no
pictures at all. What is kept is a new JPEG with pixels and nothing else.
"""

import hashlib
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image, ImageCms, ImageOps

from programs.models import Photo
from screening.wording import gettext_noop

MOST_BYTES: Final = 8 * 1024 * 1024
MOST_PIXELS: Final = 25_000_000
LONGEST: Final = 1600
"""Pixels of the longer side that are kept: 136 mm at 300 dpi."""
SHORTEST: Final = 240
"""Pixels of the shorter side that are needed: 30 mm at 200 dpi."""
QUALITY: Final = 82
FORMATS: Final = ("JPEG", "PNG", "WEBP")
MOST_PROFILE: Final = 1_000_000
PREFIX: Final = "photo-"
WHITE: Final = (255, 255, 255)
PHONES: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")

TOO_LARGE: Final = gettext_noop("This photo is larger than 8 MB. Please send a smaller copy.")
TOO_MANY_PIXELS: Final = gettext_noop("This photo has more than 25 million pixels. Please send a smaller copy.")
TOO_SMALL: Final = gettext_noop("This photo is too small or too narrow to print. Each side needs 240 pixels or more.")
NOT_READ: Final = gettext_noop("This is not a JPEG, PNG or WebP photo that can be read.")
FROM_A_PHONE: Final = gettext_noop(
    "This is a HEIC or AVIF photo, as some phones take them. Please save it as JPEG first. On an iPhone, look in "
    "Settings under Camera and Formats."
)


class PhotoError(ValueError):
    """The file can not be a photo; the message, marked for translation, says why and what to do."""


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A new JPEG without metadata, at most 1600 pixels on its longer side; the size is in pixels."""

    jpeg: bytes
    width: int
    height: int

    @property
    def slug(self) -> str:
        """The name it is kept under; the same pixels have the same name."""
        return PREFIX + hashlib.sha256(self.jpeg).hexdigest()[:32]


def clean_photo(data: bytes) -> CleanPhoto:
    """A photo with its pixels, upright and in sRGB, and nothing else of the file.

    The size is read from the header and refused before a pixel is decoded. The same bytes give the same bytes.
    Raises PhotoError.
    """
    if len(data) > MOST_BYTES:
        raise PhotoError(TOO_LARGE)
    if data[4:8] == b"ftyp" and data[8:12] in PHONES:
        raise PhotoError(FROM_A_PHONE)
    try:
        upright = _upright(data)
    except PhotoError:
        raise
    # Pillow tells of a broken file, or of a note that unpacks to too much, in any of these.
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as error:
        raise PhotoError(NOT_READ) from error
    if min(upright.size) < SHORTEST:
        raise PhotoError(TOO_SMALL)
    return CleanPhoto(_encoded(upright), *upright.size)


def _upright(data: bytes) -> Image.Image:
    """The photo small, then turned, then in sRGB: each step on as few pixels as can be."""
    with Image.open(BytesIO(data), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise PhotoError(TOO_MANY_PIXELS)
        box = _box(picture.size)
        profile = picture.info.get("icc_profile")
        # The decoder itself halves a JPEG as often as the true box allows; for the rest Hamming is as sharp as the
        # usual filter to the eye, in two thirds of its time.
        picture.draft("RGB", box)
        picture.thumbnail(box, Image.Resampling.HAMMING, reducing_gap=None)
        ImageOps.exif_transpose(picture, in_place=True)
        return _in_srgb(picture, profile)


def _box(size: tuple[int, int]) -> tuple[int, int]:
    """The size that is kept; nothing is made larger."""
    scale = min(1.0, LONGEST / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colors as every screen and printer takes them; a profile that can not be read is as good as none."""
    if picture.mode == "RGB" and profile and len(profile) <= MOST_PROFILE:
        try:
            taken = ImageCms.ImageCmsProfile(BytesIO(profile))
            done = ImageCms.profileToProfile(picture, taken, ImageCms.createProfile("sRGB"))
        except (ImageCms.PyCMSError, OSError):
            return picture
        return done or picture
    return picture


def _encoded(picture: Image.Image) -> bytes:
    """The pixels in a new image, on white where they let light through: a mere copy would keep what the file said."""
    clean = Image.new("RGB", picture.size, WHITE)
    if picture.has_transparency_data:
        through = picture.convert("RGBA")
        clean.paste(through, mask=through.getchannel("A"))
    else:
        clean.paste(picture if picture.mode == "RGB" else picture.convert("RGB"))
    held = BytesIO()
    clean.save(held, "JPEG", quality=QUALITY, progressive=False)
    return held.getvalue()


def keep_photo(photo: CleanPhoto) -> Photo:
    """Store a photo, once for the same pixels."""
    size = {"width": photo.width, "height": photo.height}
    return Photo.objects.get_or_create(slug=photo.slug, defaults={"data": photo.jpeg, **size})[0]


def photos_of(slugs: Iterable[str]) -> Mapping[str, bytes]:
    """The JPEG of each slug that is a photo's; drawings and photos that are gone are left out."""
    wanted = {slug for slug in slugs if slug.startswith(PREFIX)}
    if not wanted:
        return {}
    found = Photo.objects.filter(slug__in=wanted).values_list("slug", "data")
    return {slug: bytes(data) for slug, data in found}
