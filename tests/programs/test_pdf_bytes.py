"""Same input, same bytes: in one process, in another, and with many at work."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from programs.pdf.pack import pack
from programs.sheets.order import Item, Kind, Layout, Look, Order, Who, choices_for
from tests.programs.plans import sheet, text
from tests.programs.press_room import Sheet, data, press, subject

ROOT = Path(__file__).parents[2]
ELSEWHERE = "from tests.programs.test_pdf_bytes import digests; print(digests())"
UNTOUCHED = "import programs.pdf.pack; from reportlab.pdfbase import pdfmetrics; print(*pdfmetrics._fonts)"


def run(program: str, seed: str = "0") -> str:
    command, env = [sys.executable, "-c", program], os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.strip()


def digests() -> str:
    """What every kind of sheet, one in each layout and in large print, and a pack of two runners come to."""
    kinds = {item.kind: item for item in choices_for(subject())}
    looks = [Look(layout=layout) for layout in Layout] + [Look(large=True)]
    files = [data(Sheet(item, Look(), "left")) for item in kinds.values() if item.kind != Kind.PLAN]
    files += [data(Sheet(Item(Kind.STAGE, 1), look, "left")) for look in looks]
    two = [Order(subject(leg=leg), (Item(Kind.COVER), Item(Kind.RUN))) for leg in ("left", "right")]
    files.append(pack(two, press(Look(duplex=True))))
    return " ".join(hashlib.sha256(file).hexdigest()[:16] for file in files)


def test_the_same_order_gives_the_same_bytes():
    assert sheet() == sheet()


@pytest.fixture(scope="module")
def elsewhere() -> list[str]:
    """The digests of two other processes, whose sets and dictionaries are laid out differently."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda seed: run(ELSEWHERE, seed), ("1", "2")))


def test_other_processes_give_the_same_bytes_for_every_kind_and_a_pack(elsewhere):
    assert elsewhere == [digests()] * 2


def test_every_file_is_another_one():
    found = digests().split()

    assert len(found) == len(Kind) - 1 + len(Layout) + 2
    assert len(set(found)) == len(found)


def test_importing_the_sheets_parses_no_font():
    assert "itbcare" not in run(UNTOUCHED)


def test_sheets_drawn_side_by_side_do_not_mix():
    people = [Who(f"Runner {number}", f"ITB-{number}") for number in range(6)]
    with ThreadPoolExecutor(3) as pool:
        files = list(pool.map(lambda who: sheet(who=who), people))

    assert files == [sheet(who=who) for who in people]
    assert all(who.name in text(data) for who, data in zip(people, files, strict=True))


def test_two_sheets_are_never_saved_at_once(monkeypatch):
    """A font of the library has one reading position: saving reads in it."""
    both, met = Barrier(2), []
    plain = Canvas.save

    def save(canvas):
        with suppress(BrokenBarrierError):
            both.wait(timeout=0.3)
            met.append(canvas)
        plain(canvas)

    monkeypatch.setattr(Canvas, "save", save)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda number: sheet(who=Who(f"Runner {number}", f"ITB-{number}")), range(2)))

    assert met == []


def test_a_picture_is_kept_once_however_often_it_is_drawn():
    both = (Item(Kind.STAGE, 2), Item(Kind.STAGE, 3))  # with the same warm-up before a run
    pages = PdfReader(BytesIO(sheet(items=both))).pages
    drawn = [(name, ref.idnum) for page in pages for name, ref in page["/Resources"].get("/XObject", {}).items()]
    kept = dict(drawn)

    assert set(drawn) == set(kept.items())
    assert len(set(kept.values())) == len(kept) < len(drawn)


def test_a_file_stays_small():
    assert len(sheet()) < 300_000
