"""Puts a sketch on paper: the only module that speaks to the drawing library's canvas."""

from functools import singledispatch
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from programs.pdf.figures import draw_figure
from programs.pdf.sketch import Art, Box, Disc, Mark, Modules, Photo, Placed, Sketch, Stroke, Turned, Words

Origin = tuple[float, float]


def draw(canvas: Canvas, sketch: Sketch, origin: Origin) -> None:
    """Draw every mark; `origin` is the sketch's top left corner in the canvas's own upward coordinates."""
    for mark in sketch.marks:
        put(mark, canvas, origin)


@singledispatch
def put(mark: Mark, canvas: Canvas, origin: Origin) -> None:
    """Draw one mark, whatever its kind."""
    raise TypeError(f"no way to draw {mark!r}")


@put.register
def _(mark: Placed, canvas: Canvas, origin: Origin) -> None:
    draw(canvas, mark.sketch, (origin[0] + mark.x, origin[1] - mark.y))


@put.register
def _(mark: Turned, canvas: Canvas, origin: Origin) -> None:
    x, y = mark.moved(0, 0)
    canvas.saveState()
    canvas.translate(origin[0] + x, origin[1] - y)
    canvas.rotate(-90 * mark.quarters)
    draw(canvas, mark.sketch, (0, 0))
    canvas.restoreState()


@put.register
def _(mark: Words, canvas: Canvas, origin: Origin) -> None:
    canvas.setFillColorRGB(*mark.color)
    x = origin[0] + mark.x
    for run in mark.line.runs:
        canvas.setFont(run.face, mark.style.size)
        canvas.drawString(x, origin[1] - mark.y, run.text)
        x += run.width * mark.style.size


@put.register
def _(mark: Box, canvas: Canvas, origin: Origin) -> None:
    if mark.fill:
        canvas.setFillColorRGB(*mark.fill)
    if mark.stroke:
        canvas.setStrokeColorRGB(*mark.stroke)
        canvas.setLineWidth(mark.line)
    corner = (origin[0] + mark.x, origin[1] - mark.y - mark.height, mark.width, mark.height)
    paint = {"stroke": int(mark.stroke is not None), "fill": int(mark.fill is not None)}
    if mark.radius:
        canvas.roundRect(*corner, mark.radius, **paint)
    else:
        canvas.rect(*corner, **paint)


@put.register
def _(mark: Disc, canvas: Canvas, origin: Origin) -> None:
    canvas.setFillColorRGB(*mark.fill)
    if mark.stroke:
        canvas.setStrokeColorRGB(*mark.stroke)
        canvas.setLineWidth(mark.line)
    canvas.circle(origin[0] + mark.x, origin[1] - mark.y, mark.radius, stroke=int(bool(mark.stroke)), fill=1)


@put.register
def _(mark: Stroke, canvas: Canvas, origin: Origin) -> None:
    canvas.saveState()
    canvas.setStrokeColorRGB(*mark.color)
    canvas.setLineWidth(mark.line)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    if mark.dash:
        canvas.setDash(mark.dash, mark.dash)
    path = canvas.beginPath()
    for step, (x, y) in enumerate(mark.points):
        (path.lineTo if step else path.moveTo)(origin[0] + x, origin[1] - y)
    canvas.drawPath(path)
    canvas.restoreState()


@put.register
def _(mark: Art, canvas: Canvas, origin: Origin) -> None:
    corner = (origin[0] + mark.x, origin[1] - mark.y - mark.height)
    draw_figure(canvas, mark.slug, corner, mark.width, flipped=mark.flipped)


@put.register
def _(mark: Photo, canvas: Canvas, origin: Origin) -> None:
    corner = (origin[0] + mark.x, origin[1] - mark.y - mark.height)
    canvas.drawImage(ImageReader(BytesIO(mark.data)), *corner, mark.width, mark.height, mask="auto")


@put.register
def _(mark: Modules, canvas: Canvas, origin: Origin) -> None:
    if not canvas.hasForm(mark.name):
        _keep_modules(canvas, mark)
    scale = mark.side / mark.count
    canvas.saveState()
    canvas.translate(origin[0] + mark.x, origin[1] - mark.y - mark.side)
    canvas.scale(scale, scale)
    canvas.doForm(mark.name)
    canvas.restoreState()


def _keep_modules(canvas: Canvas, mark: Modules) -> None:
    """Once in a file, a module one unit wide. All runs are one path, so that no seam shows between two rows."""
    canvas.beginForm(mark.name, 0, 0, mark.count, mark.count)
    canvas.setFillGray(0)
    path = canvas.beginPath()
    for column, row, length in mark.runs:
        path.rect(column, mark.count - row - 1, length, 1)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.endForm()
