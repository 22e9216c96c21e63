"""Eight panels on one side of a portrait sheet, so that folds and one cut make a little book of them.

Seen lying, the sheet has two rows of four. The lower row is upright, the upper one stands on its head: walked around
once, from the second panel of the lower row, the panels are pages 1 to 8. How it is folded: in half along the
middle, cut from the first fold to the third, ends pushed in until the cut opens to a cross, then laid together with
page 1 in front. The whole is printed turned by a quarter.
"""

from collections.abc import Sequence

from programs.pdf.sketch import Disc, Sketch, Stroke, Turned
from programs.pdf.styles import AXIS, FIELD, INK, WHITE
from programs.sheets.paper import Paper

ACROSS, DOWN = 4, 2
PANELS = ACROSS * DOWN
LOWER = (8, 1, 2, 3)
UPPER = (7, 6, 5, 4)
"""Page numbers from left to right, the sheet lying; the upper row is upside down."""
EDGE = 18.0
"""White at the paper's edges: what an office printer cuts off."""
TOP, SIDES = 14.0, 29.0
"""White over a panel's content, and on both sides together: 18 at the paper's edge, the rest at the fold."""
DASH = 3.0


def panel_size(paper: Paper) -> tuple[float, float]:
    """Width and height of a panel's content, in points."""
    wide, high = paper.size
    return high / ACROSS - SIDES, wide / DOWN - TOP - EDGE


def booklet(panels: Sequence[Sketch], paper: Paper) -> Sketch:
    """The eight contents, page 1 first, each with its number, on one sheet with its folds and its cut."""
    width, height = paper.size
    lying = Sketch(height, width)
    across, down = height / ACROSS, width / DOWN
    for column in range(ACROSS):
        left = _left(column)
        lying.place(_page(panels, LOWER[column]), column * across + left, down)
        turned = Sketch(across, down)
        turned.place(_page(panels, UPPER[column]), SIDES - left, 0)
        lying.add(Turned(column * across, 0, turned, 2))
    _folds(lying, across, down)
    sheet = Sketch(width, height)
    sheet.add(Turned(0, 0, lying, 3))
    return sheet


def _page(panels: Sequence[Sketch], number: int) -> Sketch:
    """A content with its page number in the white above it, at the right; the cover has none."""
    content = panels[number - 1]
    page = Sketch(content.width, TOP + content.height)
    if number > 1:
        page.text(content.width, TOP - AXIS.lead - 1, str(number), AXIS, "right")
    page.place(content, 0, TOP)
    return page


def _left(column: int) -> float:
    """How far from a panel's left edge its content begins, as the sheet lies: more at the paper's own edge."""
    return {0: EDGE, ACROSS - 1: SIDES - EDGE}.get(column, SIDES / 2)


def _folds(lying: Sketch, across: float, down: float) -> None:
    """Dashes where it is folded, a whole line where it is cut."""
    for column in range(1, ACROSS):
        lying.add(Stroke(((column * across, 0), (column * across, 2 * down)), FIELD, 0.5, dash=DASH))
    for start in (0, ACROSS - 1):
        lying.add(Stroke(((start * across, down), ((start + 1) * across, down)), FIELD, 0.5, dash=DASH))
    lying.add(Stroke(((across, down), ((ACROSS - 1) * across, down)), INK, 1.1))
    _scissors(lying, across, down)


def _scissors(lying: Sketch, x: float, y: float) -> None:
    """Two blades that open toward the cut, and two rings."""
    for side in (-1, 1):
        lying.add(Disc(x + 2, y + side * 3.2, 2.6, WHITE, stroke=INK, line=1.0))
        lying.add(Stroke(((x + 4.2, y + side * 2.0), (x + 16, y - side * 3.6)), INK, 1.1))
