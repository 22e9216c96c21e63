"""The first page of a PDF file as a picture, drawn from the very bytes that would be downloaded."""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from PIL import Image
from pypdfium2 import PdfDocument

NARROWEST, WIDEST = 64, 1600
COLORS = 128
"""Flat art and text on white need few: the picture is a third of its full size, and no color is seen to move."""

_one_at_a_time = Lock()
"""PDFium keeps its state in globals: two threads in it at once end the process."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture as PNG, its size in pixels, and how many pages its file has."""

    png: bytes
    width: int
    height: int
    pages: int


def first_page(pdf: bytes, width: int) -> Preview:
    """The first page, `width` pixels wide, 64 at least and 1600 at most.

    Raises pypdfium2.PdfiumError for what is no PDF file.
    """
    width = min(max(width, NARROWEST), WIDEST)
    picture, pages = _rendered(pdf, width)
    held = BytesIO()
    picture.quantize(COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(held, "PNG")
    return Preview(held.getvalue(), picture.width, picture.height, pages)


def page_count(pdf: bytes) -> int:
    """How many pages a file has. Raises pypdfium2.PdfiumError for what is no PDF file."""
    with _one_at_a_time, PdfDocument(pdf) as document:
        return len(document)


def _rendered(pdf: bytes, width: int) -> tuple[Image.Image, int]:
    with _one_at_a_time, PdfDocument(pdf) as document:
        page = document[0]
        bitmap = page.render(scale=width / page.get_width())
        # Copied: the bitmap's memory goes with the document.
        picture = bitmap.to_pil().convert("RGB").copy()
        bitmap.close()
        return picture, len(document)
