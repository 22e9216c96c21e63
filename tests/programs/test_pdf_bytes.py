"""Same input, same bytes: in one process, in another, and with many at work."""

import hashlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from programs.sheets.order import Who
from tests.programs.plans import sheet, text

ROOT = Path(__file__).parents[2]
ELSEWHERE = "import hashlib; from tests.programs.plans import sheet; print(hashlib.sha256(sheet(stage=2)).hexdigest())"
UNTOUCHED = "import programs.pdf.pack; from reportlab.pdfbase import pdfmetrics; print(*pdfmetrics._fonts)"


def run(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def test_the_same_order_gives_the_same_bytes():
    assert sheet() == sheet()


def test_another_process_gives_the_same_bytes():
    assert run(ELSEWHERE) == hashlib.sha256(sheet(stage=2)).hexdigest()


def test_importing_the_sheets_parses_no_font():
    assert "itbcare" not in run(UNTOUCHED)


def test_sheets_drawn_side_by_side_do_not_mix():
    people = [Who(f"Runner {number}", f"ITB-{number}") for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        files = list(pool.map(lambda who: sheet(who=who), people))

    assert files == [sheet(who=who) for who in people]
    assert all(who.name in text(data) for who, data in zip(people, files, strict=True))


def test_a_picture_is_kept_once_however_often_it_is_drawn():
    pages = PdfReader(BytesIO(sheet(stage=3))).pages
    forms = [ref.idnum for page in pages for ref in page["/Resources"].get("/XObject", {}).values()]

    assert len(set(forms)) <= len(forms)


def test_a_file_stays_small():
    assert len(sheet()) < 300_000
