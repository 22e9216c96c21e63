"""T8: what is no photo is refused with clear words and never stored, and what is shown is ours, by our own name."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from programs.models import Photo
from programs.photos import PhotoError, clean_photo
from tests.clinic.shelf import a_photo, make, upload, with_photo
from tests.security.pictures import photo
from tests.security.test_t8_false_pictures import FALSE, KINDS, SCRIPT
from tests.staff import FRONT_DESK, sign_in

LARGE = (480, 320)
SECOND = [SCRIPT, FALSE["zip"], FALSE["pdf"], FALSE["html"]]
FROM_PHONES = [b"heic", b"heix", b"mif1", b"avif"]


@pytest.mark.parametrize("name", FALSE)
def test_what_is_no_photo_is_refused_with_clear_words(name):
    with pytest.raises(PhotoError, match=r"This is not a JPEG, PNG or WebP photo that can be read\."):
        clean_photo(FALSE[name])


@pytest.mark.parametrize("brand", FROM_PHONES)
def test_a_phone_that_takes_heic_is_told_what_to_do(brand):
    with pytest.raises(PhotoError, match="save it as JPEG"):
        clean_photo(b"\x00\x00\x00\x18ftyp" + brand + bytes(200))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("second", SECOND, ids=range(4))
def test_a_second_content_behind_a_photo_is_gone(kind, second):
    clean = clean_photo(photo(kind, size=LARGE) + second).jpeg

    assert second not in clean
    assert clean == clean_photo(photo(kind, size=LARGE)).jpeg


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@given(st.sampled_from(KINDS), st.data())
def test_a_damaged_photo_is_read_or_refused_and_nothing_else(kind, data):
    content = bytearray(photo(kind, size=LARGE))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        clean = clean_photo(bytes(content))
    except PhotoError:
        return
    assert clean.jpeg.startswith(b"\xff\xd8\xff")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["svg", "pdf", "html", "gif-script"])
def test_nothing_false_is_stored_whatever_it_is_called(name):
    fields = with_photo()
    fields["photo_start"] = upload(FALSE[name], "photo.jpg")

    assert make(**fields).status_code == 422
    assert not Photo.objects.exists()


@pytest.mark.django_db
def test_a_photo_is_served_as_a_picture_and_nothing_else():
    make(**with_photo(data=a_photo() + SCRIPT))
    answer = sign_in(FRONT_DESK).get(reverse("clinic:photo", args=[Photo.objects.get().slug]))

    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert SCRIPT not in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["photo-" + "0" * 32, "glute-bridge-start", "photo-x"])
def test_a_photo_that_is_none_is_not_found(slug):
    assert sign_in(FRONT_DESK).get(reverse("clinic:photo", args=[slug])).status_code == 404
