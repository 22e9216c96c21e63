"""What stands around the run weeks: when they can begin, how much pain is all right, rest days, form cues."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.panels import PAD, even_columns, pain_band, side_by_side
from programs.pdf.run_dates import earliest_days
from programs.pdf.sketch import Box, Disc, Sketch
from programs.pdf.styles import BODY, PANEL, SAND, STRONG, TEAL, TEAL_0
from programs.rules.mileage import RunPlan

RULES_SHARES = (0.44, 0.46, 0.48, 0.5, 0.52, 0.54, 0.56)
"""The shares of the width the rules may take beside the pain band; the one that comes out lowest is taken."""


def opening(run: RunPlan, steps: int, job: Job) -> Sketch:
    """What the weeks are, and the earliest days they can happen."""
    sketch = Sketch(job.width, 0)
    words = job.say(wording.RUN_INTRO if run.weeks else wording.RUN_WALK_INTRO)
    sketch.height = sketch.run_on(0, 0, job.width, [(words, STRONG), (earliest_days(job, steps), BODY)])
    return sketch


def rules(run: RunPlan, job: Job) -> Sketch:
    """How to climb the steps, rest days and what to leave for later, beside the pain rule for running."""
    return min((_beside(run, share, job) for share in RULES_SHARES), key=lambda sketch: sketch.height)


def _beside(run: RunPlan, share: float, job: Job) -> Sketch:
    """The sentences in their share of the width, the pain band in the rest."""
    width, running, counts = job.width * share, job.library.running, {len(week.runs) for week in run.weeks}
    climb, title = (
        ((), wording.RUN_RULES_TITLE) if run.weeks else (running.run_walk_rules.sentences, wording.STEP_RULES_TITLE)
    )
    text = Sketch(width - 2 * PAD, 0)
    y = text.paragraph(0, 0, text.width, job.say(title), PANEL) + 2
    for sentence in (*climb, *running.rules(counts)):
        y = text.place(_dotted(job.say(sentence), text.width), 0, y)
    text.height = y - 1.5
    band = pain_band(job, job.width - width - 3 * PAD, wording.RUN_PAIN_TITLE, running.lights_for(counts))
    return side_by_side(text, band, job, grounds=(SAND, None))


def cues_in_a_row(job: Job) -> Sketch:
    """What to think of while running, in a few lines, where the panel takes too much room."""
    sketch, sentences = Sketch(job.width, 0), job.library.running.cues.sentences
    title = (f"{job.say(wording.RUN_CUES_TITLE)}:", STRONG)
    sketch.height = sketch.run_on(0, 0, job.width, [title, *((job.say(sentence), BODY) for sentence in sentences)])
    return sketch


def cues(job: Job) -> Sketch:
    """What to think of while running, in two columns."""
    sketch, column = Sketch(job.width, 0), (job.width - 3 * PAD) / 2
    y = sketch.text(PAD, PAD - 2, job.say(wording.RUN_CUES_TITLE), PANEL) + 1
    items = [_dotted(job.say(sentence), column) for sentence in job.library.running.cues.sentences]
    stacks = even_columns(items, column)
    for place, stack in enumerate(stacks):
        sketch.place(stack, PAD + place * (column + PAD), y)
    sketch.height = y + max(stack.height for stack in stacks) + PAD - 3
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=TEAL_0))
    return sketch


def _dotted(sentence: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.add(Disc(2, 6, 1.7, TEAL))
    sketch.height = sketch.paragraph(9, 0, width - 9, sentence, BODY) + 1.5
    return sketch
