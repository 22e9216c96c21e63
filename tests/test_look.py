"""The look keeps its promises: colors that can be read, nothing inline, and pages that stay light."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = Path(settings.BASE_DIR)
SITE_CSS = (ROOT / "static/css/site.css").read_text()
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
DARK_AT = SITE_CSS.index("@media screen and (prefers-color-scheme: dark)")

Scheme = dict[str, str]


def tokens(css: str) -> Scheme:
    """The color tokens of the first `:root` rule in the given text."""
    rule = css[css.index(":root {") : css.index("}", css.index(":root {"))]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6})", rule))


LIGHT = tokens(SITE_CSS[:DARK_AT])
DARK = LIGHT | tokens(SITE_CSS[DARK_AT:])

TEXT_PAIRS = [
    *[(text, ground) for text in ("ink", "ink-2") for ground in ("paper", "card", "sand", "teal-0")],
    *[("teal-7", ground) for ground in ("paper", "card", "sand", "teal-0")],
    *[("ink", f"{hue}-1") for hue in ("red", "amber", "green", "orange", "teal")],
    ("red-7", "paper"), ("red-7", "card"), ("red-7", "red-1"), ("card", "red-7"),
    ("amber-8", "amber-1"), ("green-7", "green-1"), ("orange-7", "orange-1"), ("teal-9", "teal-1"),
    ("on-action", "action"), ("on-action", "action-hover"), ("on-bar", "bar"), ("on-bar-2", "bar"),
    ("picture-ink", "picture"), ("picture-mark", "glow"), ("picture-mark", "picture"),
]  # fmt: skip
CONTROL_PAIRS = [
    *[("field", ground) for ground in ("paper", "card", "teal-0")],
    *[("orange-7", ground) for ground in ("paper", "card", "sand", "red-1")],
    ("teal-7", "card"), ("green-7", "card"),
]  # fmt: skip


def luminance(color: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def zipped(path: Path) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(path.read_bytes()))


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(scheme: Scheme, text: str, ground: str) -> None:
    assert contrast(scheme[text], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), CONTROL_PAIRS)
def test_controls_stand_out_from_their_ground(scheme: Scheme, line: str, ground: str) -> None:
    assert contrast(scheme[line], scheme[ground]) >= 3


def test_pictures_keep_a_light_ground_in_the_dark() -> None:
    assert luminance(DARK["picture"]) > 0.7


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_a_template_holds_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*\ssrc=)|javascript:", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: p.name)
def test_every_static_file_a_template_names_exists(path: Path) -> None:
    names = re.findall(r"""\{% static ["']([^"'{]+)["'] %\}""", path.read_text())
    assert [name for name in names if not (ROOT / "static" / name).exists()] == []


def test_every_file_the_stylesheets_name_exists() -> None:
    folder = ROOT / "static/css"
    found = re.findall(r'url\("(?!data:)([^"]+)"\)', "".join(p.read_text() for p in folder.glob("*.css")))
    assert [name for name in found if not (folder / name).exists()] == []


def test_a_walk_page_leaves_room_for_its_own_words() -> None:
    static = ROOT / "static"
    fonts = sum((static / f"fonts/atkinson-{weight}.woff2").stat().st_size for weight in (400, 700))
    own = zipped(static / "css/site.css") + zipped(static / "js/site.js")
    assert fonts + own <= 36 * 1024


def test_the_page_for_our_own_failure_asks_nothing_of_the_code() -> None:
    page = get_template("500.html").render()
    assert "Something went wrong on our side" in page
