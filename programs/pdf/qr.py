"""The private link as a square of black and white modules, with the code to type instead under it.

One mask is used for every code: trying all eight, as the standard's own score asks, costs twenty times as long and
makes no code easier to read whose data are as random as a secret's.
"""

import hashlib
from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel, QRMaskPattern

from programs.pdf.job import Job
from programs.pdf.sketch import Modules, Run, Sketch
from programs.pdf.styles import Style
from programs.pdf.text import one_line, wrap
from programs.pdf.wording import TYPE_CODE
from programs.sheets.order import PaperLink

LEVEL = QRErrorCorrectLevel.M
"""Fifteen parts in a hundred may be creased or stained (ISO/IEC 18004)."""
MASK = QRMaskPattern.PATTERN011
QUIET = 4
"""How many modules of white a reader needs on every side (ISO/IEC 18004)."""
REMEMBERED = 32
"""Codes kept: the pages of a sheet share one."""
CODE = Style("bold", 9, 11)
"""The typed code under the square."""


@lru_cache(maxsize=REMEMBERED)
def modules(address: str) -> tuple[int, tuple[Run, ...]]:
    """How many modules a side has, and the dark ones as runs along their rows, without the quiet zone."""
    code = QRCode(None, LEVEL)
    code.addData(QR8bitByte(address))
    code.version = code.calculate_version()
    code.makeImpl(False, MASK)
    return code.getModuleCount(), tuple(_runs(code.modules))


def _runs(rows: list[list[bool]]) -> list[Run]:
    found: list[Run] = []
    for row, cells in enumerate(rows):
        column = 0
        for dark, same in groupby(cells):
            length = len(list(same))
            if dark:
                found.append((column, row, length))
            column += length
    return found


def quiet_zone(address: str, size: float) -> float:
    """How wide the white is on each side of a square of `size` points that holds its quiet zone."""
    return size * QUIET / (modules(address)[0] + 2 * QUIET)


def qr_square(address: str, size: float) -> Sketch:
    """The code alone, `size` points square with its quiet zone: nothing else may be drawn there."""
    quiet, (count, runs) = quiet_zone(address, size), modules(address)
    sketch = Sketch(size, size)
    name = f"qr-{hashlib.sha256(address.encode()).hexdigest()[:16]}"
    sketch.add(Modules(quiet, quiet, size - 2 * quiet, count, runs, name))
    return sketch


def qr_block(link: PaperLink, job: Job, size: float, style: Style = CODE, where: Style | None = None) -> Sketch:
    """The code in `size` points square, its quiet zone with it, and the typed code under it in `style`.

    With `where`, where to type it stands under that in this style, broken to the block's width. The block is as
    wide as the wider of square and code; everything stands in its middle.
    """
    code = one_line(link.code, style)
    width = max(size, code.width)
    told = wrap(type_code(link, job), where, width) if where else ()
    sketch = Sketch(width, size + style.lead + (len(told) * where.lead if where else 0))
    sketch.place(qr_square(link.address, size), (width - size) / 2, 0)
    y = sketch.lines((width - code.width) / 2, size, (code,), style)
    for line in told:
        y = sketch.lines((width - line.width) / 2, y, (line,), where or style)
    return sketch


def type_code(link: PaperLink, job: Job) -> str:
    """The sentence for whoever has no camera: which code to type, and where."""
    return job.say(TYPE_CODE, code=link.code, place=link.typed_at)
