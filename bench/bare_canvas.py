"""The yardstick for drawing: the same marks on the library's canvas, from a list of calls written beforehand.

This is the least that any sheet of this content can cost: places, line breaks and pages are given, not found. Only
the QR code, another for every runner, is worked out on both sides.
"""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from programs.pdf.figures import draw_figure
from programs.pdf.pen import put
from programs.pdf.sketch import Art, Box, Disc, Mark, Modules, Placed, Sketch, Stroke, Words

Call = tuple[Any, ...]
"""A canvas method's name, or a function that takes the canvas, and its arguments."""


def script_of(pages: list[Sketch]) -> list[list[Call]]:
    """The calls that draw each page; made before the clock starts."""
    return [list(_calls(page, 0.0, page.height)) for page in pages]


def draw_script(size: tuple[float, float], script: list[list[Call]]) -> bytes:
    """Run the calls: the work that is measured."""
    held = BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle("Sheet")
    for calls in script:
        for call, *arguments in calls:
            if isinstance(call, str):
                getattr(canvas, call)(*arguments)
            else:
                call(canvas, *arguments)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def _calls(sketch: Sketch, left: float, top: float) -> Iterator[Call]:
    for mark in sketch.marks:
        if isinstance(mark, Placed):
            yield from _calls(mark.sketch, left + mark.x, top - mark.y)
        else:
            yield from WRITERS[type(mark)](mark, left, top)


def _words(mark: Words, left: float, top: float) -> Iterator[Call]:
    yield "setFillColorRGB", *mark.color
    x = left + mark.x
    for run in mark.line.runs:
        yield "setFont", run.face, mark.style.size
        yield "drawString", x, top - mark.y, run.text
        x += run.width * mark.style.size


def _box(mark: Box, left: float, top: float) -> Iterator[Call]:
    yield from _ink(mark)
    corner = (left + mark.x, top - mark.y - mark.height, mark.width, mark.height)
    paint = (int(mark.stroke is not None), int(mark.fill is not None))
    yield ("roundRect", *corner, mark.radius, *paint) if mark.radius else ("rect", *corner, *paint)


def _disc(mark: Disc, left: float, top: float) -> Iterator[Call]:
    yield from _ink(mark)
    yield "circle", left + mark.x, top - mark.y, mark.radius, int(bool(mark.stroke)), 1


def _ink(mark: Box | Disc) -> Iterator[Call]:
    if mark.fill:
        yield "setFillColorRGB", *mark.fill
    if mark.stroke:
        yield "setStrokeColorRGB", *mark.stroke
        yield "setLineWidth", mark.line


def _stroke(mark: Stroke, left: float, top: float) -> Iterator[Call]:
    yield ("saveState",)
    yield "setStrokeColorRGB", *mark.color
    yield "setLineWidth", mark.line
    yield "setLineCap", 1
    yield "setLineJoin", 1
    if mark.dash:
        yield "setDash", mark.dash, mark.dash
    points = [(left + x, top - y) for x, y in mark.points]
    yield (partial(_draw_path, points=points),)
    yield ("restoreState",)


def _draw_path(canvas: Canvas, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    canvas.drawPath(path)


def _art(mark: Art, left: float, top: float) -> Iterator[Call]:
    corner = (left + mark.x, top - mark.y - mark.height)
    yield partial(draw_figure, flipped=mark.flipped), mark.slug, corner, mark.width


def _modules(mark: Modules, left: float, top: float) -> Iterator[Call]:
    yield (lambda canvas: put(mark, canvas, (left, top)),)


WRITERS: dict[type[Mark], Any] = {
    Words: _words,
    Box: _box,
    Disc: _disc,
    Stroke: _stroke,
    Art: _art,
    Modules: _modules,
}
