"""Figures as vector drawing."""

import re
import zlib

import pytest

from programs.pdf.figures import FOLDER, figure

SLUG = "side-lying-hip-abduction-finish"


def operators(slug: str) -> list[str]:
    return zlib.decompress(figure(slug).content).decode().split()


@pytest.mark.parametrize("slug", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_exercise_figure_can_be_drawn(slug):
    drawn = figure(slug)

    assert min(drawn.width, drawn.height) > 0
    assert operators(slug).count("q") == operators(slug).count("Q") > 5


def test_a_figure_is_read_once():
    assert figure(SLUG) is figure(SLUG)


def test_a_figure_has_the_proportions_of_its_file():
    box = re.search(r'viewBox="\S+ \S+ (\S+) (\S+)"', (FOLDER / f"{SLUG}.svg").read_text())

    assert (figure(SLUG).width, figure(SLUG).height) == tuple(map(float, box.groups()))


@pytest.mark.parametrize("slug", ["../secret", "/etc/passwd", "a/b", "", "A", "a..b", "a\x00"])
def test_a_slug_that_is_no_plain_name_is_refused(slug):
    with pytest.raises(ValueError, match="not a figure"):
        figure(slug)
