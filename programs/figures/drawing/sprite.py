"""A movement as frames side by side: a style sheet shows one at a time. In-between poses are in-between numbers."""

from typing import Final

from programs.figures.drawing.figure import painted, posed, weight
from programs.figures.drawing.paint import Paint, extent
from programs.figures.drawing.palette import PALETTE, WORN
from programs.figures.drawing.svg import HEAD, ROUND, UNITS, element
from programs.figures.picture import Sprite
from programs.figures.pose import between

SHOWN: Final = 2  # pixels in a centimeter at the file's own size
ROOM: Final = 2


def sprite_svg(sprite: Sprite) -> str:
    """All frames in one file, each in a box of the same size."""
    frames = [frame(sprite, i / (sprite.frames - 1)) for i in range(sprite.frames)]
    boxes = [extent(paint) for paint in frames]
    left, bottom = min(box[0] for box in boxes) - ROOM, min(box[2] for box in boxes) - ROOM
    right, top = max(box[1] for box in boxes) + ROOM, max(box[3] for box in boxes) + ROOM
    wide, high = right - left, top - bottom
    palette = PALETTE | WORN[sprite.person]
    size = f'width="{wide * UNITS:.0f}" height="{high * UNITS:.0f}"'
    view = f'viewBox="{left * UNITS:.0f} {-top * UNITS:.0f} {wide * UNITS:.0f} {high * UNITS:.0f}"'
    inner = "".join(
        f'<svg x="{i * wide * UNITS:.0f}" {size} {view}>{"".join(element(p, palette) for p in paint)}</svg>'
        for i, paint in enumerate(frames)
    )
    n = sprite.frames
    shown = f'width="{n * wide * SHOWN:.0f}" height="{high * SHOWN:.0f}"'
    return f'{HEAD} viewBox="0 0 {n * wide * UNITS:.0f} {high * UNITS:.0f}" {shown} {ROUND}>{inner}</svg>'


def frame(sprite: Sprite, part: float) -> list[Paint]:
    """The figure `part` of the way, slower at both ends."""
    eased = part * part * (3 - 2 * part)
    shot = posed(sprite.person, between(sprite.start, sprite.end, eased), sprite.view)
    return painted(shot, sprite.person, weight(shot))
