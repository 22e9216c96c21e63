"""Answer cards of the mirror check: one color, the same crop, the same lines on every card of a question.

Hip: the belt line, a dashed level line, and how far the hand on the lifted side is below it. Knee: hip, kneecap and
second toe, and a dashed plumb line from the kneecap to the floor.
"""

from programs.figures.drawing.figure import painted, posed
from programs.figures.drawing.marks import belt, dot, leg_line, line
from programs.figures.drawing.paint import Paint
from programs.figures.drawing.palette import CARD, PALETTE
from programs.figures.drawing.shot import Shot
from programs.figures.drawing.svg import svg
from programs.figures.picture import Card


def card_svg(card: Card) -> str:
    """One card, cropped."""
    shot = posed(card.person, card.pose, card.view)
    lines = hip_lines(shot) if card.lines == "hip" else knee_lines(shot)
    return svg([*painted(shot, card.person), *lines], card.crop, PALETTE | CARD, pad=0)


def hip_lines(shot: Shot) -> list[Paint]:
    """Belt line, level line, and the gap between them where there is one."""
    c, along = belt(shot)
    low, high = c - along * 26, c + along * 26
    middle = (low[0] + high[0]) / 2
    paint = line((middle - 33, c[1]), (middle + 33, c[1]), "guide", 1.1, (2.6, 2.0))
    paint += line(low, high, "good", 2.0)
    if high[1] - c[1] > 1:
        paint += line((high[0], c[1]), high, "good", 1.3)
    return paint + dot(low, 1.7) + dot(high, 1.7)


def knee_lines(shot: Shot) -> list[Paint]:
    """Plumb line, hip to kneecap to toe, and a tick on the floor below the kneecap."""
    hip, knee, toe = leg_line(shot)
    floor = shot.spot("right foot", (0, -7.5, 17))[1] + 0.6
    paint = line((knee[0], knee[1]), (knee[0], floor), "guide", 1.2, (2.4, 1.8))
    paint += line(hip, knee, "good", 2.0) + line(knee, toe, "good", 2.0) + dot(toe, 1.7) + dot(knee, 3.0)
    return paint + line((knee[0] - 3.2, floor), (knee[0] + 3.2, floor), "guide", 1.4)
