"""Figures beside the exercises: the mirror check's cards and the body, from a closed set of folders."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from programs.pdf.figures import FIGURES, READY, draw_figure, drawing, figure, form_name, load_figures
from screening.questions import load_questions

CARDS = sorted({c.figure for page in load_questions().pages for q in page.questions for c in q.choices if c.figure})
SHOWN = [*(f"mirror/{card}" for card in CARDS), *READY]


def file_with(*slugs):
    held = BytesIO()
    canvas = Canvas(held, invariant=1)
    for slug in slugs:
        draw_figure(canvas, slug, (0, 0), 100, flipped=False)
    canvas.save()
    return held.getvalue()


@pytest.mark.parametrize("slug", SHOWN)
def test_every_figure_that_a_sheet_may_show_can_be_drawn(slug):
    assert min(figure(slug).width, figure(slug).height) > 0


@pytest.mark.parametrize(
    "slug",
    ["mirror/../exercises/clamshell-start", "/hip-none", "brand/need-chair", "mirror//hip-none", "x/mirror/hip-none",
     "mirror/", "mirror/Hip-none", "body/run.svg", "exercises/clamshell-start", "mirror\\hip-none"],
)  # fmt: skip
def test_no_other_folder_and_no_odd_name_is_read(slug):
    with pytest.raises(ValueError, match="not a figure"):
        figure(slug)


def test_a_plain_slug_is_an_exercise_s():
    box = re.search(r'viewBox="\S+ \S+ (\S+) \S+"', (FIGURES / "exercises" / "clamshell-start.svg").read_text())

    assert figure("clamshell-start").width == float(box[1])


def test_a_name_inside_the_file_holds_no_slash():
    (page,) = PdfReader(BytesIO(file_with("mirror/hip-none"))).pages

    assert list(page["/Resources"]["/XObject"]) == ["/FormXob.mirror.hip-none"]


def test_a_figure_is_stored_once_however_often_it_is_drawn():
    once, often = file_with("mirror/hip-none"), file_with(*["mirror/hip-none"] * 9)

    assert len(often) - len(once) < 500


def test_no_two_figures_share_a_name_in_a_file():
    slugs = [*SHOWN, *(path.stem for path in (FIGURES / "exercises").glob("*.svg"))]

    assert len({form_name(slug) for slug in slugs}) == len(slugs)


def test_warming_up_reads_every_figure_that_a_sheet_may_show():
    drawing.cache_clear()
    load_figures()
    read = drawing.cache_info().misses

    for slug in SHOWN:
        figure(slug)

    assert drawing.cache_info().misses == read
