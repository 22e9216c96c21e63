"""T8: what is no picture is refused with clear words, and a second content behind a picture does not survive."""

from io import BytesIO

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from programs.letterhead import LogoError, clean_picture, clinic_letterhead
from tests.security.pictures import photo

SCRIPT = b"<script>alert(1)</script>"
KINDS = ("JPEG", "PNG", "WEBP")


def saved(kind):
    held = BytesIO()
    Image.new("RGB", (32, 32)).save(held, kind)
    return held.getvalue()


def cut(content, tenth):
    """The first tenths of a file, as a broken upload leaves it."""
    return content[: len(content) * tenth // 10]


FALSE = {
    "empty": b"",
    "text": b"not a picture",
    "html": b"<!doctype html>" + SCRIPT,
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "svg-with-header": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    "pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run",
    "zip": b"PK\x03\x04" + bytes(60),
    "gif-script": b"GIF89a=1;" + SCRIPT,
    "png-name-only": b"\x89PNG\r\n\x1a\n" + SCRIPT,
    "jpeg-name-only": b"\xff\xd8\xff\xe0" + SCRIPT,
    "webp-name-only": b"RIFF\x20\x00\x00\x00WEBPVP8 " + SCRIPT,
    **{f"{kind.lower()}-not-taken": saved(kind) for kind in ("GIF", "BMP", "TIFF", "ICO", "PPM")},
    **{f"{kind.lower()}-cut-{tenth}": cut(photo(kind), tenth) for kind in KINDS for tenth in (1, 5, 9)},
}  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
def test_what_is_no_picture_is_refused_with_clear_words(name):
    with pytest.raises(LogoError, match=r"This is not a JPEG, PNG or WebP picture that can be read\."):
        clean_picture(FALSE[name])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("second", [SCRIPT, FALSE["zip"], FALSE["pdf"], FALSE["html"]], ids=range(4))
def test_a_second_content_behind_a_picture_is_gone(kind, second):
    clean = clean_picture(photo(kind) + second)

    assert second not in clean
    assert clean == clean_picture(photo(kind))


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@given(st.sampled_from(KINDS), st.data())
def test_a_damaged_picture_is_read_or_refused_and_nothing_else(kind, data):
    content = bytearray(photo(kind))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        clean = clean_picture(bytes(content))
    except LogoError:
        return
    assert clean.startswith(b"\x89PNG")


def test_a_name_that_lies_about_the_file_helps_nobody(tmp_path):
    path = tmp_path / "logo.png"
    path.write_bytes(FALSE["svg"])
    with pytest.raises(LogoError):
        clinic_letterhead(settings.CLINIC | {"logo": str(path)})


def test_a_logo_that_is_not_there_is_told(tmp_path):
    with pytest.raises(LogoError, match="names no file"):
        clinic_letterhead(settings.CLINIC | {"logo": str(tmp_path)})
