"""Whose sheet it is, at the head of every page: name, code and dates."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.sketch import Sketch
from programs.pdf.styles import NAMES, SMALL, Style
from programs.pdf.text import NAME_LONGEST, Line, clipped, fits, one_line, wrap

NAME_WIDTH = 0.45
"""The share of the page's width that belongs to the runner's name where no link stands beside it."""
NAME_HEIGHT = 27.1
NAME_LEAST = 228.0
"""Room for a name of 80 letters as wide as they are high, beside the link."""
CLINIC_LEAST = 150.0
"""What is left to the clinic in any case."""
BETWEEN = "  ·  "
"""Between facts that share a line."""


def runner_share(job: Job, room: float) -> float:
    """How much of the head's width is the runner's: beside the link, no more than is drawn there."""
    if job.subject.link is None:
        return room * NAME_WIDTH
    if _is_short(job):
        name = one_line(_name(job), NAMES[0]).width
        return max(name, *(one_line(fact, SMALL).width for fact in _facts(job))) + 1
    [dates] = _facts(job)
    return min(max(NAME_LEAST, one_line(dates, SMALL).width + 1), room - CLINIC_LEAST)


def _name(job: Job) -> str:
    return job.who.name or job.who.code


def _is_short(job: Job) -> bool:
    """Whether the name leaves room for two lines below it."""
    return fits(_name(job), NAMES[0], NAME_LEAST)


def _facts(job: Job) -> list[str]:
    """The code beside a name, and the dates; beside the link the last one has a line of its own."""
    facts = [job.who.code] if job.who.name else []
    if made := made_on(job):
        facts.append(made)
    printed = job.say(wording.PRINTED, day=job.day(job.today))
    lines = [facts, [printed]] if job.subject.link and _is_short(job) else [[*facts, printed]]
    return [BETWEEN.join(line) for line in lines if line]


def made_on(job: Job) -> str:
    """The day of the self-check, or on which the clinic made the plan; "" where there is none."""
    if job.subject.screened_on is None:
        return ""
    words = wording.MADE_HERE if job.subject.made_here else wording.SCREENED
    return job.say(words, day=job.day(job.subject.screened_on))


def draw_runner(sketch: Sketch, job: Job, right: float, width: float) -> None:
    """Name, code and dates, flush right in a room of their own, so that no name moves the page."""
    style, lines = _name_lines(_name(job), width)
    y = (16 if len(lines) == 1 else NAME_HEIGHT - 1) - len(lines) * style.lead
    for line in lines:
        sketch.lines(right - line.width, y, (line,), style)
        y += style.lead
    y = max(y + 1, 17)
    for fact in _facts(job):
        line = clipped(fact, SMALL, width)
        y = sketch.lines(right - line.width, y, (line,), SMALL)


def _name_lines(name: str, width: float) -> tuple[Style, tuple[Line, ...]]:
    """The name at the first size at which it fits its room; the smallest takes any name of 80 letters."""
    for style in NAMES:
        lines = wrap(name, style, width, NAME_LONGEST)
        if len(lines) * style.lead <= NAME_HEIGHT:
            return style, lines
    return NAMES[-1], lines[: int(NAME_HEIGHT / NAMES[-1].lead)]
