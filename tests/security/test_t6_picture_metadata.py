"""T6: a picture is kept without where, when and by what it was taken, and the right way up."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from programs.letterhead import LOGO_BOX, clean_picture
from tests.security.pictures import SECRET, photo

KINDS = ("JPEG", "PNG", "WEBP")
# Where the stored top left corner must be seen, for each way a camera can be held (EXIF 0x0112).
CORNERS = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}


def opened(content):
    return Image.open(BytesIO(content))


def chunks_of(content):
    """The names of a PNG's chunks, and what comes after the last."""
    names, at = [], 8
    while not names or names[-1] != b"IEND":
        length, name = struct.unpack(">I4s", content[at : at + 8])
        names.append(name)
        at += 12 + length
    return names, content[at:]


def red_corner(picture):
    """The corner, as (right, bottom), where the mark is."""
    far = picture.width - 2, picture.height - 2
    at = {(x, y): picture.getpixel((far[0] * x or 1, far[1] * y or 1)) for x in (0, 1) for y in (0, 1)}
    return max(at, key=lambda corner: at[corner][0] - at[corner][2])


@pytest.mark.parametrize("kind", KINDS)
def test_the_camera_did_write_its_secrets(kind):
    assert photo(kind).count(SECRET) >= 2
    assert opened(photo(kind)).getexif().get_ifd(0x8825)[1] == "N"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_pixels_is_kept(kind):
    clean = clean_picture(photo(kind))

    assert SECRET not in clean
    assert set(chunks_of(clean)[0]) == {b"IHDR", b"IDAT", b"IEND"}
    assert opened(clean).info == {}
    assert dict(opened(clean).getexif()) == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", CORNERS)
def test_a_picture_stands_the_right_way_up(kind, orientation):
    upright = opened(clean_picture(photo(kind, orientation)))

    assert upright.size == ((64, 32) if orientation < 5 else (32, 64))
    assert red_corner(upright) == CORNERS[orientation]


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_picture_is_made_small_and_still_turned(kind):
    upright = opened(clean_picture(photo(kind, 6, (2400, 800))))

    assert upright.height > upright.width
    assert max(upright.size) <= max(LOGO_BOX)
    assert red_corner(upright) == CORNERS[6]


def test_the_same_picture_gives_the_same_bytes():
    assert clean_picture(photo("JPEG")) == clean_picture(photo("JPEG"))
