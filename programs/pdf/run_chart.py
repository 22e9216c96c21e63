"""The run weeks as bars: one bar a week, and the usual week as a dashed line that nothing is written on."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import AXIS, INK_2, LABEL, ORANGE, TEAL
from programs.plan import Plan
from programs.rules.mileage import RunWeek
from programs.run_chart import tenths

HEIGHT = 92.0
TOP = 28.0
"""Room above the line of the usual week: for its name, and for the total of the bar that reaches it."""
BOTTOM = 12.0
MOST_WIDTH = 20.0
EVERY = 3
TOTAL_ROOM = 10.5
"""How far above its bar a total begins."""


def chart(weeks: tuple[RunWeek, ...], plan: Plan, job: Job) -> Sketch:
    """Bars from left to right; heights are exact, from zero, so that twice as far is twice as high."""
    sketch = Sketch(job.width, HEIGHT)
    most = max(week.total for week in weeks)
    floor, room = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    _heading(sketch, plan, job, tenths(weeks[-1].total))
    step = job.width / len(weeks)
    wide = min(MOST_WIDTH, step * 0.66)
    sketch.add(Stroke(((0, floor - room), (job.width, floor - room)), ORANGE, 0.8, dash=3))
    for place, week in enumerate(weeks):
        middle, high = (place + 0.5) * step, room * week.total / most
        sketch.add(Box(middle - wide / 2, floor - high, wide, high, 1.5, fill=TEAL))
        sketch.text(middle, floor + 1.5, str(week.week), AXIS, "center")
        if _is_named(place, len(weeks), room - high):
            sketch.text(middle, floor - high - TOTAL_ROOM, tenths(week.total), AXIS, "center")
    sketch.add(Stroke(((0, floor), (job.width, floor)), INK_2, 0.7))
    return sketch


def _heading(sketch: Sketch, plan: Plan, job: Job, usual: str) -> None:
    """What is counted, and at the right what the dashed line means."""
    sketch.text(0, 0, job.say(wording.CHART[plan.unit]), LABEL)
    sketch.text(job.width, 0, job.say(wording.USUAL, total=usual), LABEL, "right")


def _is_named(place: int, weeks: int, below_line: float) -> bool:
    """The first, the last and every third bar between carry their totals, unless it would touch the line."""
    if place == weeks - 1:
        return True
    return place % EVERY == 0 and place < weeks - 2 and below_line > TOTAL_ROOM + 1
