"""The clinic's letterhead from the settings; its logo is decoded, capped and written anew. See threats T6 to T8."""

import struct
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from programs.pdf.letterhead import Letterhead

MOST_BYTES = 8 * 1024 * 1024
MOST_PIXELS = 25_000_000
LOGO_BOX = (1200, 400)
FORMATS = ("JPEG", "PNG", "WEBP")


class LogoError(ValueError):
    """The file can not be a logo; the message says why and what to do."""


def clinic_letterhead(clinic: Mapping[str, str]) -> Letterhead:
    """The letterhead of the settings' CLINIC_* values. Raises LogoError for an unusable logo."""
    return Letterhead(
        name=clinic["name"],
        address=tuple(line.strip() for line in clinic["address"].split("|")),
        phone=clinic["phone"],
        email=clinic["email"],
        web=clinic["web"],
        hours=clinic["hours"],
        logo=_logo(clinic["logo"]) if clinic["logo"] else None,
    )


@cache
def _logo(path: str) -> bytes:
    file = Path(path)
    if not file.is_file():
        raise LogoError("CLINIC_LOGO names no file.")
    if file.stat().st_size > MOST_BYTES:
        raise LogoError(f"The logo is larger than {MOST_BYTES // 1024 // 1024} MB. Save a smaller one.")
    return clean_picture(file.read_bytes())


def clean_picture(content: bytes) -> bytes:
    """A new PNG with the picture's pixels and nothing else of the file: no metadata, comment or second content.

    The size is read from the header and refused before a pixel is decoded. Raises LogoError.
    """
    if len(content) > MOST_BYTES:
        raise LogoError(f"The picture is larger than {MOST_BYTES // 1024 // 1024} MB. Save a smaller one.")
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise LogoError("The picture has more than 25 million pixels. Save a smaller one.")
            picture.draft("RGB", LOGO_BOX)
            picture.thumbnail(LOGO_BOX)
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except LogoError:
        raise
    # Pillow tells of a broken file, or of a note that unpacks to too much, in any of these.
    except (OSError, SyntaxError, ValueError, struct.error, Image.DecompressionBombError) as error:
        raise LogoError("This is not a JPEG, PNG or WebP picture that can be read.") from error
    clean = Image.new("RGBA", upright.size)
    clean.paste(upright)
    held = BytesIO()
    clean.save(held, "PNG")
    return held.getvalue()
