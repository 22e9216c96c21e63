"""A figure as vector drawing: the project's own SVG subset (flat paths of M, L, C, Z) as PDF operators.

Every file is read once in the life of a process and kept, compressed, as the content of a form; a document
then only refers to it, so the same picture twice costs a few bytes. A photo of the clinic's is told by its name.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from programs.pdf.photos import LONGEST, is_photo, paper_photo

FIGURES = Path(__file__).resolve().parents[2] / "static" / "figures"
FOLDER = FIGURES / "exercises"
OTHER_FOLDERS = ("mirror", "body")
READY = ("mirror/squat-start", "body/run")
"""Figures beside the exercises and the mirror check's cards that a sheet may show."""
PATH = "{http://www.w3.org/2000/svg}path"
TOKEN = re.compile(r"[MmLlCcZz]|-?\d*\.?\d+")
NUMBERS = {"m": 2, "l": 2, "c": 6}
OPERATOR = {"M": "m", "L": "l", "C": "c"}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its size in its own units, its operators compressed, and the opacities it uses.

    Of a photo, `content` is the JPEG and `pixels` its size; a drawing has none.
    """

    slug: str
    width: float
    height: float
    content: bytes
    opacities: tuple[str, ...] = ()
    pixels: tuple[int, int] | None = None


def figure(slug: str) -> Figure:
    """Read a figure: a plain slug is an exercise's, "mirror/hip-none" and "body/run" lie in folders of their own.

    A photo that is gone leaves its place empty. Raises ValueError for a slug that is no plain name, or whose folder
    is none of ours.
    """
    return _photo(slug) if is_photo(slug) else drawing(slug)


def _photo(slug: str) -> Figure:
    try:
        kept = paper_photo(slug)
    except LookupError:
        return Figure(slug, LONGEST, LONGEST * 3 / 4, zlib.compress(b""))
    return Figure(slug, *kept.units, kept.jpeg, pixels=kept.pixels)


@cache
def drawing(slug: str) -> Figure:
    """Read a drawing, once in the life of a process; for names as in `figure`."""
    # The file is the project's own, named by a checked slug: no stranger's XML is ever read here.
    root = ET.parse(_file(slug)).getroot()  # noqa: S314
    left, top, width, height = (float(value) for value in root.attrib["viewBox"].split())
    paths = [element.attrib for element in root.iter(PATH)]
    opacities = tuple(sorted({path["fill-opacity"] for path in paths if "fill-opacity" in path}))
    move = f"1 0 0 -1 {_number(-left)} {_number(top + height)} cm 1 j"
    operators = "\n".join([move, *(_draw(path) for path in paths)])
    return Figure(slug, width, height, zlib.compress(operators.encode("ascii"), 9), opacities)


def _file(slug: str) -> Path:
    folder, _slash, name = slug.rpartition("/")
    if not SLUG.fullmatch(name) or slug.startswith("/") or folder not in ("", *OTHER_FOLDERS):
        raise ValueError(f"not a figure's name: {slug!r}")
    return (FIGURES / folder if folder else FOLDER) / f"{name}.svg"


def load_figures() -> None:
    """Read every figure that a sheet may show now, so that no runner waits for it."""
    for path in sorted(FOLDER.glob("*.svg")):
        figure(path.stem)
    for path in (*sorted((FIGURES / "mirror").glob("hip-*.svg")), *sorted((FIGURES / "mirror").glob("knee-*.svg"))):
        figure(f"mirror/{path.stem}")
    for slug in READY:
        figure(slug)


def draw_figure(canvas: Canvas, slug: str, corner: tuple[float, float], width: float, *, flipped: bool) -> None:
    """Draw a figure `width` points wide with its lower left corner at `corner`, mirrored where `flipped`."""
    drawn, name = figure(slug), form_name(slug)
    if not canvas.hasForm(name):
        canvas._doc.Reference(_image(drawn) if drawn.pixels else _form(drawn), pdfdoc.xObjectName(name))
    scale = width / drawn.width
    # A form is drawn in its own units, an image always one by one.
    across, up = (width, scale * drawn.height) if drawn.pixels else (scale, scale)
    canvas.saveState()
    canvas.translate(corner[0] + (width if flipped else 0), corner[1])
    canvas.scale(-across if flipped else across, up)
    canvas.doForm(name)
    canvas.restoreState()


def form_name(slug: str) -> str:
    """What a figure is called inside a PDF file, where a name may hold no slash."""
    return slug.replace("/", ".")


def _form(drawn: Figure) -> pdfdoc.PDFStream:
    """The figure as a form of one document."""
    states = {_state(value): pdfdoc.PDFDictionary({"ca": float(value)}) for value in drawn.opacities}
    resources = {"ExtGState": pdfdoc.PDFDictionary(states)} if states else {}
    header = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Form"),
        "FormType": 1,
        "BBox": pdfdoc.PDFArray([0, 0, drawn.width, drawn.height]),
        "Resources": pdfdoc.PDFDictionary(resources),
        "Filter": pdfdoc.PDFName("FlateDecode"),
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(header), drawn.content)


def _image(photo: Figure) -> pdfdoc.PDFStream:
    """The photo as an image of one document: the JPEG as it is, so that the same photo gives the same bytes."""
    width, height = photo.pixels or (0, 0)
    header = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": width,
        "Height": height,
        "ColorSpace": pdfdoc.PDFName("DeviceRGB"),
        "BitsPerComponent": 8,
        "Filter": pdfdoc.PDFName("DCTDecode"),
    }
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(header), photo.content)


def _draw(path: dict[str, str]) -> str:
    """One SVG path as PDF operators, wrapped in its own graphics state."""
    fill, stroke = path.get("fill", "none"), path.get("stroke", "none")
    parts = ["q", "0 J" if path.get("stroke-linecap") == "butt" else "1 J"]
    if "fill-opacity" in path:
        parts.append(f"/{_state(path['fill-opacity'])} gs")
    if fill != "none":
        parts.append(f"{_color(fill)} rg")
    if stroke != "none":
        parts.append(f"{_color(stroke)} RG {_number(float(path['stroke-width']))} w")
        parts.append(f"[{path.get('stroke-dasharray', '')}] 0 d")
    parts += [*_outline(path["d"]), _paint(fill != "none", stroke != "none", path.get("fill-rule")), "Q"]
    return " ".join(parts)


def _paint(fill: bool, stroke: bool, rule: str | None) -> str:
    if not fill:
        return "S" if stroke else "n"
    return ("B" if stroke else "f") + ("*" if rule == "evenodd" else "")


def _outline(data: str) -> Iterator[str]:
    """The commands of one path; relative ones are made absolute, as PDF knows no others."""
    tokens = iter(TOKEN.findall(data))
    command, here, start = "", (0.0, 0.0), (0.0, 0.0)
    for part in tokens:
        if part in "Zz":
            here = start
            yield "h"
            continue
        first = [] if part.isalpha() else [part]
        command = part if part.isalpha() else {"M": "L", "m": "l"}.get(command, command)
        missing = NUMBERS[command.lower()] - len(first)
        values = [float(value) for value in (*first, *(next(tokens) for _ in range(missing)))]
        if command.islower():
            values = [value + here[index % 2] for index, value in enumerate(values)]
        here = (values[-2], values[-1])
        start = here if command in "Mm" else start
        yield f"{' '.join(map(_number, values))} {OPERATOR[command.upper()]}"


def _state(opacity: str) -> str:
    return "o" + opacity.replace(".", "")


def _color(value: str) -> str:
    return " ".join(_number(int(value[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"
