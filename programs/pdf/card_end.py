"""What ends a card: when to stop one exercise, when to get help, whom to ask; in as few lines as can be."""

from programs.pdf import wording
from programs.pdf.job import Job
from programs.pdf.panels import call_line
from programs.pdf.sketch import Sketch
from programs.pdf.styles import RED, SMALL, SMALL_STRONG, Style

STOP = Style("semibold", 9.2, 11, RED)


def card_end(job: Job) -> Sketch:
    """When to stop, what ends the plan for now, and the clinic's number, in one paragraph."""
    sketch, words = Sketch(job.width, 0), job.library.sheet
    stop = " ".join(job.say(sentence) for sentence in words.stop_rule.sentences)
    listed = "; ".join(job.say(item) for item in words.get_help)
    parts = [
        (f"{job.say(wording.STOP_TITLE)}:", SMALL_STRONG),
        (stop, STOP),
        (f"{job.say(words.get_help_title)}:", SMALL_STRONG),
        (f"{listed}.", SMALL),
        (call_line(job), SMALL_STRONG),
    ]
    sketch.height = sketch.run_on(0, 0, job.width, parts)
    return sketch
