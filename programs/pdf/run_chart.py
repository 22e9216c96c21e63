"""The run weeks as bars: one bar a week, and the usual week as a dashed line that nothing is written on."""

from math import ceil

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import AXIS, INK_2, LABEL, ORANGE, STRONG, TEAL
from programs.pdf.text import one_line
from programs.plan import Plan
from programs.rules.mileage import RunWeek
from programs.run_chart import tenths

HEIGHT, HIGHEST = 75.0, 190.0
"""The lowest chart in which weeks can be told apart, and the highest that gains by growing."""
TOP = 25.0
"""Room above the line of the usual week: for its name, and for the total of the bar that reaches it."""
BOTTOM = 12.0
MOST_WIDTH = 20.0
EVERY = 3
KEY_GAP, KEY_LINE = 16.0, 18.0
"""How far behind the name of the chart its key stands, and how long the piece of dashed line in it is."""
NUMBER_ROOM = 12.0
"""What the number of a week takes; where bars stand closer, only every other one, or third, carries its own."""
TOTAL_ROOM = 10.5
"""How far above its bar a total begins."""


def chart(weeks: tuple[RunWeek, ...], plan: Plan, job: Job, height: float = HEIGHT) -> Sketch:
    """Bars from left to right; heights are exact, from zero, so that twice as far is twice as high."""
    sketch = Sketch(job.width, height)
    most = max(week.total for week in weeks)
    floor, room = height - BOTTOM, height - BOTTOM - TOP
    _heading(sketch, plan, job, tenths(weeks[-1].total))
    step = job.width / len(weeks)
    wide, apart = min(MOST_WIDTH, step * 0.66), ceil(NUMBER_ROOM / step)
    sketch.add(Stroke(((0, floor - room), (job.width, floor - room)), ORANGE, 0.8, dash=3))
    for place, week in enumerate(weeks):
        middle, high = (place + 0.5) * step, room * week.total / most
        sketch.add(Box(middle - wide / 2, floor - high, wide, high, 1.5, fill=TEAL))
        if (len(weeks) - 1 - place) % apart == 0:
            sketch.text(middle, floor + 1.5, str(week.week), AXIS, "center")
        if _is_named(place, len(weeks), room - high):
            _total(sketch, (middle, floor - high - TOTAL_ROOM), (step, wide), tenths(week.total))
    sketch.add(Stroke(((0, floor), (job.width, floor)), INK_2, 0.7))
    return sketch


def _total(sketch: Sketch, place: tuple[float, float], bar: tuple[float, float], total: str) -> None:
    """A total over the middle of its bar; where bars are closer than it is wide, it ends with its own.

    So it stays clear of the higher bar after it. `bar` is how far bars are apart, and how wide one is.
    """
    (middle, y), (step, wide), width = place, bar, one_line(total, AXIS).width
    left = middle - width / 2 if width <= step else middle + wide / 2 - width
    sketch.text(min(max(left, 0.0), sketch.width - width), y, total, AXIS)


def _heading(sketch: Sketch, plan: Plan, job: Job, usual: str) -> None:
    """What is counted, and behind it what the dashed line means, away from the code in the corner of a page."""
    counted = one_line(job.say(wording.CHART[plan.unit]), STRONG)
    x, middle = counted.width + KEY_GAP, STRONG.lead / 2 + 1
    sketch.lines(0, 0, (counted,), STRONG)
    sketch.add(Stroke(((x, middle), (x + KEY_LINE, middle)), ORANGE, 0.8, dash=3))
    sketch.text(x + KEY_LINE + 4, (STRONG.lead - LABEL.lead) / 2, job.say(wording.USUAL, total=usual), LABEL)


def _is_named(place: int, weeks: int, below_line: float) -> bool:
    """The first, the last and every third bar between carry their totals, unless it would touch the line."""
    if place == weeks - 1:
        return True
    return place % EVERY == 0 and place < weeks - 2 and below_line > TOTAL_ROOM + 1
