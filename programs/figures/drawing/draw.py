"""From an entry of the catalog to the text of its file."""

from typing import Any, NamedTuple

from programs.figures.drawing.cards import card_svg
from programs.figures.drawing.chart import chart_svg, tappable
from programs.figures.drawing.figure import painted, posed, weight
from programs.figures.drawing.marks import felt, over, under
from programs.figures.drawing.paint import Paint, extent
from programs.figures.drawing.palette import PALETTE, WORN
from programs.figures.drawing.scene import LEG_OBJECT
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
        *ghost(picture),
        *painted(shot, picture.person, weight(shot)),
        *felt(shot, picture.feel),
        *over(shot, picture.marks),
    ]
    return svg(paint, extent(paint), PALETTE | WORN[picture.person])


def ghost(picture: Picture) -> list[Paint]:
    """The dashed outline of another pose."""
    if picture.ghost is None:
        return []
    shot = posed(picture.person, picture.ghost.pose, picture.view)
    mask = shot.seen.layer > 0
    if picture.ghost.only == "left leg":
        mask &= shot.seen.which == LEG_OBJECT + 1
    return [Paint(shot.outline.region(mask, 2, 0.1), None, "guide", 0.8, dash=(2.2, 1.8))]
