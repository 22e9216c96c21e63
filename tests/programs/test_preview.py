"""The preview is page 1 of the very file: same words, same place, in bounds."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from programs.printing.preview import NARROWEST, WIDEST, first_page, page_count
from programs.sheets.paper import Paper
from tests.programs.plans import sheet


@pytest.fixture(scope="module")
def pdf():
    return sheet()


def picture_of(preview):
    return Image.open(BytesIO(preview.png)).convert("RGB")


def test_the_picture_has_the_width_asked_for_and_the_form_of_the_paper(pdf):
    preview = first_page(pdf, 840)

    assert (preview.width, picture_of(preview).size) == (840, (840, preview.height))
    assert preview.height / preview.width == pytest.approx(792 / 612, abs=0.01)


def test_a4_is_taller():
    assert first_page(sheet(paper=Paper.A4), 840).height > first_page(sheet(), 840).height


@pytest.mark.parametrize(("asked", "given"), [(1, NARROWEST), (0, NARROWEST), (-5, NARROWEST), (99_999, WIDEST)])
def test_no_width_out_of_bounds_is_drawn(pdf, asked, given):
    assert first_page(pdf, asked).width == given


def test_it_counts_the_pages_of_the_file(pdf):
    with PdfDocument(pdf) as document:
        assert first_page(pdf, 64).pages == page_count(pdf) == len(document) > 1


def test_it_is_the_first_page_and_no_other(pdf):
    with PdfDocument(pdf) as document:
        pages = [page.render(scale=200 / page.get_width()).to_pil().convert("L") for page in document]
    shown = picture_of(first_page(pdf, 200)).convert("L")

    def differs(page):
        return sum(abs(a - b) for a, b in zip(shown.tobytes(), page.tobytes(), strict=True)) / len(shown.tobytes())

    assert differs(pages[0]) < 3 < differs(pages[1])


def test_the_same_file_gives_the_same_picture(pdf):
    assert first_page(pdf, 400) == first_page(pdf, 400)


def test_many_at_once_come_out_alike(pdf):
    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(lambda _: first_page(pdf, 200).png, range(18)))) == 1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a file"])
def test_what_is_no_pdf_is_refused(content):
    with pytest.raises(PdfiumError):
        first_page(content, 100)
