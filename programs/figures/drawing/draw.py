"""From an entry of the catalog to the text of its file."""

from typing import Any, NamedTuple

from programs.figures.drawing.cards import card_svg
from programs.figures.drawing.chart import chart_svg, tappable
from programs.figures.drawing.edges import edges
from programs.figures.drawing.figure import painted, posed, weight
from programs.figures.drawing.ghosts import ghost
from programs.figures.drawing.marks import felt, over, under
from programs.figures.drawing.paint import extent
from programs.figures.drawing.palette import PALETTE, WORN
from programs.figures.drawing.sprite import sprite_svg
from programs.figures.drawing.svg import svg
from programs.figures.picture import Card, ChartView, Figure, Picture, Sprite


class Drawn(NamedTuple):
    """The text of a file, and for a view of the body chart its places to tap."""

    svg: str
    regions: dict[str, Any] | None = None


def drawn(figure: Figure) -> Drawn:
    """A figure of the catalog, drawn."""
    match figure:
        case Picture():
            return Drawn(picture_svg(figure))
        case Card():
            return Drawn(card_svg(figure))
        case Sprite():
            return Drawn(sprite_svg(figure))
        case ChartView():
            text, shot = chart_svg(figure)
            return Drawn(text, tappable(figure, shot))
    raise TypeError(f"no way to draw {figure.file}")


def picture_svg(picture: Picture) -> str:
    """A person in a pose with all marks."""
    shot = posed(picture.person, picture.pose, picture.view, picture.things)
    paint = [
        *under(picture.marks),
        *painted(shot, picture.person, weight(shot)),
        *edges(shot, picture.things),
        *felt(shot, picture.feel),
        *ghost(picture, shot),
        *over(shot, picture.marks),
    ]
    return svg(paint, extent(paint), PALETTE | WORN[picture.person])
