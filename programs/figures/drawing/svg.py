"""Painted paths as an SVG file: paths with M, l, c and z only, in whole numbers, so that files stay small."""

from collections.abc import Iterable
from typing import Final

from programs.figures.drawing.paint import Paint, Path
from programs.figures.picture import Role

UNITS: Final = 20  # of the file in a centimeter
SHOWN: Final = 3  # pixels in a centimeter at the file's own size
HEAD: Final = '<svg xmlns="http://www.w3.org/2000/svg"'
ROUND: Final = 'stroke-linecap="round" stroke-linejoin="round"'

Box = tuple[float, float, float, float]


def whole(value: float) -> int:
    """Centimeters in whole units of the file."""
    return round(value * UNITS)


def listed(numbers: Iterable[int]) -> str:
    """Numbers with a space only where no minus parts them."""
    text = ""
    for number in numbers:
        text += str(number) if number < 0 or not text else f" {number}"
    return text


def path_data(path: Path) -> str:
    """The `d` of a path: absolute to begin with, then relative."""
    out = []
    x = y = start_x = start_y = 0
    last = ""
    for letter, *numbers in path:
        v = [whole(float(number)) for number in numbers]
        if letter == "M":
            start_x, start_y = x, y = v[0], v[1]
            out.append("M" + listed(v))
        elif letter == "L":
            out.append("l" + listed((v[0] - x, v[1] - y)))
            x, y = v
        elif letter == "C":
            text = listed((v[0] - x, v[1] - y, v[2] - x, v[3] - y, v[4] - x, v[5] - y))
            out.append(("c" if last != "C" else "" if text[0] == "-" else " ") + text)
            x, y = v[4], v[5]
        else:
            out.append("z")
            x, y = start_x, start_y
        last = letter
    return "".join(out)


def even_odd(paint: Paint) -> str:
    """What a fill needs in which a path lies within another."""
    return ' fill-rule="evenodd"' if paint.fill and paint.path.count(("Z",)) > 1 else ""


def element(paint: Paint, palette: dict[Role, str]) -> str:
    """One `path` element."""
    text = f'<path d="{path_data(paint.path)}" fill="{palette[paint.fill] if paint.fill else "none"}"'
    text += even_odd(paint)
    if paint.strength != 1:
        text += f' fill-opacity="{paint.strength:g}"'
    if paint.stroke:
        text += f' stroke="{palette[paint.stroke]}" stroke-width="{paint.width * UNITS:g}"'
        text += f' stroke-linecap="{paint.cap}"' if paint.cap != "round" else ""
    if paint.dash:
        text += ' stroke-dasharray="{:g} {:g}"'.format(*(length * UNITS for length in paint.dash))
    return text + "/>"


def svg(paints: Iterable[Paint], box: Box, palette: dict[Role, str], pad: float = 2, shown: float = SHOWN) -> str:
    """A whole file that shows `box` (left, right, bottom, top) with `pad` around, all in cm."""
    left, right, _, top = box
    width, height = right - left + 2 * pad, top - box[2] + 2 * pad
    view = f"{(left - pad) * UNITS:.0f} {(-top - pad) * UNITS:.0f} {width * UNITS:.0f} {height * UNITS:.0f}"
    size = f'width="{width * shown:.0f}" height="{height * shown:.0f}"'
    body = "".join(element(paint, palette) for paint in paints)
    return f'{HEAD} {size} viewBox="{view}" {ROUND} aria-hidden="true">{body}</svg>'
