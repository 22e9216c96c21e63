"""Many figures at once, one to a core, and a sheet to look at them all."""

import io
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import cairosvg
from numba import set_num_threads
from PIL import Image, ImageDraw

from programs.figures.catalog import CATALOG
from programs.figures.drawing.draw import Drawn, drawn
from programs.figures.manifest import REGIONS
from programs.figures.picture import ChartView, Figure

HEIGHT: Final = 300  # of a picture on the contact sheet, in pixels
WIDEST: Final = 700
SHEET: Final = 2300
GAP: Final = 16
CAPTION: Final = 18
GRAY: Final = (90, 90, 90)
VIEWS: Final = [figure.slug for figure in CATALOG.values() if isinstance(figure, ChartView)]


def draw_all(figures: Mapping[str, Figure], folder: Path) -> Iterator[str]:
    """Draw figures into a folder; gives each file as soon as it is written."""
    workers = min(os.cpu_count() or 1, len(figures))
    if workers < 2:
        for file, figure in figures.items():
            write(figure, drawn(figure), folder)
            yield file
        return
    # Fresh processes: a fork would share the threads that compiled code has started.
    with ProcessPoolExecutor(workers, get_context("spawn"), set_num_threads, (1,)) as pool:
        waiting = {pool.submit(drawn, figure): figure for figure in figures.values()}
        for done in as_completed(waiting):
            write(waiting[done], done.result(), folder)
            yield waiting[done].file


def write(figure: Figure, result: Drawn, folder: Path) -> None:
    """Write a figure's file, and its places to tap where it has any."""
    path = folder / figure.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(result.svg)
    if result.regions is not None:
        path = folder / REGIONS
        views = json.loads(path.read_text()) if path.is_file() else {}
        views[figure.slug] = result.regions
        path.write_text(json.dumps(dict(sorted(views.items(), key=lambda view: VIEWS.index(view[0]))), indent=1))


def contact_sheet(paths: Sequence[Path], sheet: Path) -> None:
    """All pictures on one, each with its name."""
    rows: list[list[tuple[str, Any]]] = [[]]
    across = 0
    for path in paths:
        picture = thumbnail(path)
        if across + picture.width > SHEET and rows[-1]:
            rows.append([])
            across = 0
        rows[-1].append((path.stem, picture))
        across += picture.width + GAP
    sheet.parent.mkdir(parents=True, exist_ok=True)
    laid_out(rows).save(sheet)


def thumbnail(path: Path) -> Any:
    """A picture in pixels."""
    png = cairosvg.svg2png(url=str(path), output_height=HEIGHT, background_color="white")
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    if picture.width <= WIDEST:
        return picture
    return picture.resize((WIDEST, picture.height * WIDEST // picture.width))


def laid_out(rows: list[list[tuple[str, Any]]]) -> Any:
    """Rows of pictures on white paper, standing on one line."""
    heights = [max((picture.height for _, picture in row), default=0) + CAPTION for row in rows]
    paper = Image.new("RGB", (SHEET, sum(heights)), "white")
    pen = ImageDraw.Draw(paper)
    y = 0
    for row, height in zip(rows, heights, strict=True):
        x = 0
        for name, picture in row:
            paper.paste(picture, (x, y + height - picture.height))
            pen.text((x + 3, y + 2), name, fill=GRAY)
            x += picture.width + GAP
        y += height
    return paper
