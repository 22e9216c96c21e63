"""T6: a photo of an exercise is kept, shown and printed without where, when and by what it was taken."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from programs.models import Photo
from programs.pdf.photos import paper_photo
from programs.photos import clean_photo
from tests.clinic.shelf import make, with_photo
from tests.security.pictures import SECRET, photo
from tests.security.test_t6_picture_metadata import CORNERS, KINDS, red_corner
from tests.staff import FRONT_DESK, sign_in

LARGE = (960, 480)
# The parts of a JPEG that hold a picture: its size, tables, pixels, and the plain JFIF head.
PARTS = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA}


def opened(content):
    return Image.open(BytesIO(content))


def parts_of(jpeg):
    """The markers of a JPEG up to its pixels, and what stands behind its end."""
    found, at = [], 2
    while not found or found[-1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found, jpeg[jpeg.rindex(b"\xff\xd9") + 2 :]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_pixels_is_kept(kind):
    clean = clean_photo(photo(kind, size=LARGE)).jpeg

    assert SECRET not in clean
    assert set(parts_of(clean)[0]) <= PARTS
    assert parts_of(clean)[1] == b""
    assert dict(opened(clean).getexif()) == {}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", CORNERS)
def test_a_photo_stands_the_right_way_up(kind, orientation):
    clean = clean_photo(photo(kind, orientation, LARGE))

    assert (clean.width, clean.height) == (LARGE if orientation < 5 else LARGE[::-1])
    assert red_corner(opened(clean.jpeg)) == CORNERS[orientation]


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_photo_is_made_small_and_still_turned(orientation):
    clean = clean_photo(photo("JPEG", orientation, (4000, 2000)))

    assert max(clean.width, clean.height) == 1600
    assert red_corner(opened(clean.jpeg)) == CORNERS[orientation]


@pytest.mark.django_db
def test_nothing_of_the_camera_is_stored_served_or_printed():
    make(**with_photo(data=photo("JPEG", 6, LARGE)))
    kept = Photo.objects.get()
    served = sign_in(FRONT_DESK).get(reverse("clinic:photo", args=[kept.slug])).content

    assert SECRET not in bytes(kept.data)
    assert SECRET not in served
    assert SECRET not in paper_photo(kept.slug).jpeg


@pytest.mark.django_db
def test_the_name_of_the_file_is_not_kept():
    fields = with_photo()
    fields["photo_start"].name = "Sarah Miller at home.jpg"
    make(**fields)

    assert "Sarah" not in Photo.objects.get().slug
