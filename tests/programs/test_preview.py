"""The preview is page 1 of the very file: same words, same place, in bounds."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from threading import Barrier, BrokenBarrierError

import pytest
from PIL import Image
from pypdfium2 import PdfDocument, PdfiumError

from programs.printing import preview as module
from programs.printing.preview import first_page, page_count
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


@pytest.mark.parametrize(("asked", "given"), [(1, 64), (0, 64), (-5, 64), (63, 64), (1_601, 1_600), (99_999, 1_600)])
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
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: first_page(pdf, 100).png, range(8)))) == 1


class Seen:
    """A lock that knows whether it is held."""

    held = False

    def __enter__(self):
        self.held = True

    def __exit__(self, *_):
        self.held = False


class Guarded:
    """Something of PDFium's, every use of which asks whether the lock is held."""

    def __init__(self, real, lock, told):
        self._of = real, lock, told

    def _guarded(self, result):
        ours = type(result).__module__.startswith("pypdfium2")
        return Guarded(result, *self._of[1:]) if ours else result

    def __getattr__(self, name):
        real, lock, told = self._of
        told.append((name, lock.held))
        found = getattr(real, name)
        return (lambda *args, **kwargs: self._guarded(found(*args, **kwargs))) if callable(found) else found

    def __getitem__(self, place):
        return self.__getattr__("__getitem__")(place)

    def __len__(self):
        return self.__getattr__("__len__")()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.__getattr__("close")()


@pytest.mark.parametrize("use", [lambda pdf: first_page(pdf, 64), page_count], ids=["first_page", "page_count"])
def test_whatever_is_asked_of_pdfium_is_asked_under_the_lock(monkeypatch, pdf, use):
    lock, told = Seen(), []
    monkeypatch.setattr(module, "_one_at_a_time", lock)
    monkeypatch.setattr(module, "PdfDocument", lambda data: Guarded(opened(data, lock, told), lock, told))
    use(pdf)

    assert {name for name, _held in told} >= {"open", "__len__", "close"}
    assert [name for name, held in told if not held] == []


def opened(data, lock, told):
    told.append(("open", lock.held))
    return PdfDocument(data)


@pytest.mark.parametrize("use", [lambda pdf: first_page(pdf, 64), page_count], ids=["first_page", "page_count"])
def test_two_at_once_are_never_both_in_pdfium(monkeypatch, pdf, use):
    both = Barrier(2)

    def entered(data):
        # Whoever is alone waits in vain; two who are inside together meet.
        with suppress(BrokenBarrierError):
            both.wait(timeout=0.2)
            raise AssertionError("two threads are in PDFium")
        return PdfDocument(data)

    monkeypatch.setattr(module, "PdfDocument", entered)
    with ThreadPoolExecutor(2) as pool:
        assert len(list(pool.map(use, [pdf, pdf]))) == 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"not a file"])
def test_what_is_no_pdf_is_refused(content):
    with pytest.raises(PdfiumError):
        first_page(content, 100)
