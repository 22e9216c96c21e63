"""The clinic's letterhead from its details; its logo is decoded, capped and written anew. See threats T6 to T8."""

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
KEPT_BYTES, KEPT_COLORS = 60_000, 256
KEPT_BOXES = ((600, 200), (450, 150), (300, 100))


MOST_LINES = 4
"""Lines of an address: with more, the head of a sheet in large print would leave its body no room."""
MOST_LETTERS = {"name": 60, "address": 50, "phone": 25, "email": 80, "web": 80, "hours": 80}
"""The most letters of a detail; of an address, of each line."""
DETAILS = ("name", "address", "phone", "email", "web", "hours")


class LetterheadError(ValueError):
    """A detail of the clinic does not fit its sheets; the message names the setting and says how long it may be."""


class LogoError(ValueError):
    """The file can not be a logo; the message says why and what to do."""


def clinic_letterhead(clinic: Mapping[str, str]) -> Letterhead:
    """The letterhead of the settings' CLINIC_* values.

    Raises LetterheadError for a detail that is too long for a sheet, LogoError for an unusable logo.
    """
    address = tuple(line.strip() for line in clinic["address"].split("|"))
    _refuse_long(clinic, address)
    return Letterhead(
        name=clinic["name"],
        address=address,
        phone=clinic["phone"],
        email=clinic["email"],
        web=clinic["web"],
        hours=clinic["hours"],
        logo=_logo(clinic["logo"]) if clinic["logo"] else None,
    )


def _refuse_long(clinic: Mapping[str, str], address: tuple[str, ...]) -> None:
    """A server calls this when it starts, so that no sheet can fail later."""
    if len(address) > MOST_LINES:
        raise LetterheadError(f"CLINIC_ADDRESS has {len(address)} lines. Write it in {MOST_LINES} at most.")
    for name, most in MOST_LETTERS.items():
        if max(map(len, address if name == "address" else (clinic[name],))) > most:
            of_each = " in a line" if name == "address" else ""
            raise LetterheadError(f"CLINIC_{name.upper()} is too long. Write it in {most} letters at most{of_each}.")


@cache
def _logo(path: str) -> bytes:
    file = Path(path)
    if not file.is_file():
        raise LogoError("CLINIC_LOGO names no file.")
    if file.stat().st_size > MOST_BYTES:
        raise LogoError(f"The logo is larger than {MOST_BYTES // 1024 // 1024} MB. Save a smaller one.")
    return clean_picture(file.read_bytes())


def kept_logo(content: bytes) -> bytes:
    """As `clean_picture`, at most 60 KB: small enough to be carried by a form, sharp enough for 24 mm on paper."""
    for box in KEPT_BOXES:
        with Image.open(BytesIO(clean_picture(content))) as picture:
            picture.thumbnail(box)
            for version in (picture, picture.quantize(KEPT_COLORS, Image.Quantize.FASTOCTREE)):
                held = BytesIO()
                version.save(held, "PNG", optimize=True)
                if len(held.getvalue()) <= KEPT_BYTES:
                    return held.getvalue()
    raise LogoError("The picture can not be made small enough. Save a simpler one.")


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
