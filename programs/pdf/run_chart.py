"""The run weeks as bars: one bar a week, and the usual week as a dashed line."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import AXIS, HAIR, INK_2, LABEL, ORANGE, TEAL, WHITE
from programs.plan import Plan
from programs.rules.mileage import RunWeek

HEIGHT = 96.0
TOP = 24.0
BOTTOM = 12.0
MOST_WIDTH = 20.0
NAMED_FROM = 22.0
"""Bars that stand closer than this share room: every second one carries its total, and always the last."""


def tenths(value: int) -> str:
    """A distance kept in whole tenths, as people write it: 66 -> "6.6"."""
    return f"{value // 10}.{value % 10}"


def chart(weeks: tuple[RunWeek, ...], plan: Plan, job: Job) -> Sketch:
    """Bars from left to right; heights are exact, from zero, so that twice as far is twice as high."""
    sketch = Sketch(job.width, HEIGHT)
    most = max(week.total for week in weeks)
    floor, room = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP - 10
    sketch.text(0, 0, job.say(wording.CHART[plan.unit]), LABEL)
    usual = job.say(wording.USUAL, total=tenths(weeks[-1].total))
    sketch.text(job.width, 0, usual, LABEL, "right")
    step = job.width / len(weeks)
    wide = min(MOST_WIDTH, step * 0.66)
    for place, week in enumerate(weeks):
        middle, high = (place + 0.5) * step, room * week.total / most
        sketch.add(Box(middle - wide / 2, floor - high, wide, high, 1.5, fill=TEAL))
        sketch.text(middle, floor + 1.5, str(week.week), AXIS, "center")
        if step >= NAMED_FROM or (len(weeks) - 1 - place) % 2 == 0:
            sketch.add(Box(middle - wide / 2, floor - high - 9.5, wide, 8.5, fill=WHITE))
            sketch.text(middle, floor - high - 10.5, tenths(week.total), AXIS, "center")
    sketch.add(Stroke(((0, floor), (job.width, floor)), INK_2, 0.7))
    top = floor - room
    sketch.marks.insert(0, Stroke(((0, top), (job.width, top)), ORANGE, 0.8, dash=3))
    sketch.marks.insert(0, Stroke(((0, floor - room / 2), (job.width, floor - room / 2)), HAIR, 0.5))
    return sketch
