"""One round about sheets in a fresh process: `python -m bench.sheets_child warm`; prints its figures as JSON."""

import importlib
import json
import sys
import zlib
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import process_time
from typing import Any

from bench import sarah
from bench.bare_canvas import draw_script, script_of
from bench.measure import in_turn, seconds_of
from bench.web_sheet import document, stylesheet
from programs.pdf.pack import warm_up
from programs.pdf.qr import modules
from programs.sheets.paper import Paper

SHEETS = 20
WEB_SHEETS = 1


def web_engine() -> Callable[[int], bytes]:
    """The web engine with its style sheet and fonts read; returns how it makes one sheet."""
    engine: Any = importlib.import_module("weasyprint")
    fonts = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    style = engine.CSS(string=stylesheet(), font_config=fonts)

    def make(number: int) -> bytes:
        page = engine.HTML(string=document(sarah.job(number)))
        made: bytes = page.write_pdf(stylesheets=[style], font_config=fonts)
        return made

    return make


def warm() -> dict[str, float]:
    """Ours, the bare canvas and the web engine, each after one sheet of its own."""
    numbers = count()
    warm_up()
    sarah.ours(next(numbers))
    scripts = iter([script_of(sarah.pages(next(numbers))) for _ in range(SHEETS + 1)])

    def bare() -> bytes:
        # Every runner's code is another one: whoever draws it works it out. Ours does so while placing.
        modules.__wrapped__(sarah.link(next(numbers)).address)
        return draw_script(Paper.LETTER.size, next(scripts))

    bare()
    taken = in_turn({"ours": lambda: sarah.ours(next(numbers)), "bare": bare}, SHEETS, process_time)
    try:
        make = web_engine()
    except (ImportError, OSError):
        return taken
    make(next(numbers))
    both = {"ours again": lambda: sarah.ours(next(numbers)), "web": lambda: make(next(numbers))}
    return taken | in_turn(both, WEB_SHEETS, process_time)


def first() -> dict[str, float]:
    """The first sheet after the hook that a worker calls when it starts."""
    sarah.plan()
    warm_up()
    return {"warm": seconds_of(lambda: sarah.ours(0))}


def first_cold() -> dict[str, float]:
    """The first sheet without it."""
    sarah.plan()
    return {"cold": seconds_of(lambda: sarah.ours(0))}


def in_one_file(make: Callable[[range], bytes], sheets: int) -> dict[str, float]:
    """So many in one file after one alone: seconds, and how far the peak rises above a warm process."""
    make(range(1))
    before = _peak_mib()
    seconds = seconds_of(lambda: make(range(1, sheets + 1)))
    return {"seconds": seconds, "mib": _peak_mib() - before}


def twenty_ours() -> dict[str, float]:
    """Twenty plans, after the hook."""
    warm_up()
    return in_one_file(sarah.pack_of, 20)


def twenty_web() -> dict[str, float]:
    """The same with the web engine: each laid out by itself, then all pages written as one file."""
    engine: Any = importlib.import_module("weasyprint")
    fonts = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    style = engine.CSS(string=stylesheet(), font_config=fonts)

    def make(numbers: range) -> bytes:
        laid_out = [
            engine.HTML(string=document(sarah.job(number))).render(stylesheets=[style], font_config=fonts)
            for number in numbers
        ]
        made: bytes = laid_out[0].copy([page for each in laid_out for page in each.pages]).write_pdf()
        return made

    return in_one_file(make, 20)


def hundred() -> dict[str, float]:
    """A hundred one-page sheets, each for someone else."""
    warm_up()
    return in_one_file(sarah.one_pagers, 100)


def digest() -> dict[str, float]:
    """A number that stands for the bytes of one sheet."""
    data = sarah.ours(0)
    return {"digest": zlib.crc32(data) * 10_000_000 + len(data)}


def _peak_mib() -> float:
    """The most memory this process itself ever held; a count that children inherit would start too high."""
    status = Path("/proc/self/status").read_text()
    kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(kib) / 1024


ROUNDS_BY_NAME: dict[str, Callable[[], dict[str, float]]] = {
    "warm": warm,
    "first": first,
    "first-cold": first_cold,
    "twenty": twenty_ours,
    "twenty-web": twenty_web,
    "hundred": hundred,
    "digest": digest,
}

if __name__ == "__main__":
    print(json.dumps(ROUNDS_BY_NAME[sys.argv[1]]()))
