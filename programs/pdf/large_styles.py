"""The styles and measures of large print, in points: nothing here is under 18."""

from programs.pdf.styles import AMBER, INK, RED, TEAL, WHITE, Style

LEAST = 18.0
TITLE = Style("bold", 27, 31)
SUBTITLE = Style("semibold", 18, 22.5)
HEADING = {2: Style("bold", 23, 28), 3: Style("bold", 20, 25)}
BODY = Style("regular", 18, 22.5)
STRONG = Style("bold", 18, 22.5)
STOP = Style("bold", 18, 22.5, RED)
CAUTION = Style("bold", 18, 22.5, AMBER)
NUMBER = Style("bold", 18, 22.5, TEAL)
BADGE = Style("bold", 18, 22, WHITE)
PICTURE = Style("bold", 18, 22)
LINE = Style("regular", 18, 20.5, INK)
LINE_STRONG = Style("bold", 18, 20.5)
PILL = Style("bold", 18, 20.5, WHITE)

PAD = 8.0
SIGN = 28.0
"""Room for the sign before a line: dot, number, tick, cross or box."""
TICK = 22.0
WRITE = 50.0
WRITE_HEIGHT = 28.0
GAP = 8.0
"""Between parts of one section; between sections it is twice that."""
