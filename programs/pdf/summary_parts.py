"""The parts of the one-page summary, each at a given degree of detail."""

from collections.abc import Sequence

from programs.pdf.job import Job
from programs.pdf.panels import PAD as PANEL_PAD
from programs.pdf.panels import side_by_side
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import AMBER, BAND, FIELD, INK, RED, SAND, STRONG, WHITE, Style
from programs.pdf.summary_type import (
    GAP,
    HEAD,
    PAD,
    TINY,
    TINY_INK,
    TINY_STRONG,
    Detail,
    in_columns,
    run_on,
)
from programs.pdf.text import one_line
from programs.sheets import wording
from programs.sheets.moment import moment
from programs.sheets.record import FiredRule, LegRecord, RaisedFlag, Record

LEVEL = Style("bold", 10.5, 13, WHITE)
FLAG = Style("bold", 8.2, 9.5, RED)
WRITE_LINE = 21.0
MOST_LINES = 9
DECISION_SHARES = (0.56, 0.27, 0.17)


def found_part(job: Job, record: Record) -> Sketch:
    """The level in a box of its own, the class beside it, then what the reader must know first."""
    sketch = Sketch(job.width, 0)
    tag = one_line(record.level, LEVEL)
    fill = RED if record.locked else INK
    sketch.add(Box(0, 0, tag.width + 20, 18, 5, fill=fill))
    sketch.lines(10, 2.5, (tag,), LEVEL)
    x = tag.width + 30
    y = sketch.paragraph(x, 2.8, job.width - x, record.pattern, STRONG) if record.pattern else 18.0
    y = max(y, 19.0)
    for note in record.notes:
        y = sketch.paragraph(0, y + 1, job.width, note, STRONG if record.locked else TINY_STRONG)
    sketch.height = y
    return sketch


def flags_part(job: Job, record: Record, detail: Detail) -> Sketch:
    """Raised flags with level, reason and source; then what the runner was told to do."""
    inner = job.width - 2 * PAD
    column = (inner - GAP) / 2
    sketch = Sketch(job.width, 0)
    y = sketch.text(PAD, PAD - 3, job.say(wording.SUMMARY_FLAGS), HEAD)
    y = in_columns(sketch, y, [_flag(flag, column, detail) for flag in record.flags], column)
    if record.told:
        told = [(job.say(wording.SUMMARY_TOLD) + ":", TINY_STRONG), ("  ·  ".join(record.told), TINY_INK)]
        y = run_on(sketch, (PAD, y + 2), told, inner)
    sketch.height = y + PAD - 3
    color = RED if record.locked else AMBER
    sketch.marks[:0] = [
        Box(0, 0, job.width, sketch.height, 5, fill=WHITE, stroke=color, line=0.9),
        Box(0, 0, 4, sketch.height, 2, fill=color),
    ]
    return sketch


def _flag(flag: RaisedFlag, width: float, detail: Detail) -> Sketch:
    sketch = Sketch(width, 0)
    parts = [(f"{flag.rule}  {flag.level}:", FLAG), (flag.sentence, TINY_INK), *_source(flag.source, detail)]
    sketch.height = sketch.run_on(0, 0, width, parts)
    return sketch


def _source(source: str, detail: Detail) -> list[tuple[str, Style]]:
    """The source as `detail` wants it."""
    kept = {"whole": source, "first": source.partition(";")[0]}.get(detail.sources, "")
    return [(f"({kept})", TINY)] if kept else []


def legs_part(job: Job, legs: Sequence[LegRecord]) -> Sketch:
    """The stance legs side by side, the left one at the left: state, score, rule, sentence."""
    width = (job.width - GAP) / 2
    cards = [_leg(job, leg, width) for leg in legs]
    sketch = Sketch(job.width, max(card.height for card in cards))
    for place, card in enumerate(cards):
        x = place * (width + GAP)
        sketch.add(Box(x, 0, width, sketch.height, 5, fill=WHITE, stroke=FIELD))
        sketch.place(card, x, 0)
    return sketch


def _leg(job: Job, leg: LegRecord, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    score = job.say(wording.SUMMARY_SCORE, score=leg.score) if leg.score is not None else ""
    rating = ", ".join(filter(None, (leg.state, score, leg.rule)))
    y = sketch.run_on(PAD, PAD - 3, width - 2 * PAD, [(f"{leg.leg}:", BAND), (rating, STRONG)])
    sketch.height = sketch.paragraph(PAD, y, width - 2 * PAD, leg.sentence, TINY_INK) + PAD - 3
    return sketch


def plan_part(job: Job, record: Record, detail: Detail) -> Sketch:
    """The plan that was given at the left, the rules that fired at the right."""
    left_width = job.width * 0.34 - 2 * PANEL_PAD
    left = Sketch(left_width, 0)
    y = left.text(0, 0, job.say(wording.SUMMARY_PLAN), HEAD)
    for line in record.plan:
        y = left.paragraph(0, y, left_width, line, TINY_INK)
    for line in record.held:
        y = left.paragraph(0, y, left_width, line, TINY_STRONG)
    left.height = y
    right = Sketch(job.width - left_width - 5 * PANEL_PAD, 0)
    y = right.text(0, 0, job.say(wording.SUMMARY_RULES), HEAD)
    if not detail.reasons:
        y = right.paragraph(0, y, right.width, ", ".join(rule.rule for rule in record.rules), TINY_STRONG)
    for rule in record.rules if detail.reasons else ():
        y = right.run_on(0, y, right.width, _rule(rule, detail))
    right.height = y
    return side_by_side(left, right, job, grounds=(SAND, None))


def _rule(rule: FiredRule, detail: Detail) -> list[tuple[str, Style]]:
    sentence = [(rule.sentence, TINY_INK)] if rule.sentence else []
    return [(rule.rule, TINY_STRONG), *sentence, *_source(rule.source, detail)]


def decisions_part(job: Job, record: Record, lines: int) -> Sketch:
    """What was decided, by whom and when; then so many lines to write the next decisions on."""
    sketch = Sketch(job.width, 0)
    y = sketch.text(0, 0, job.say(wording.SUMMARY_DECISIONS), HEAD)
    if record.earlier:
        y = sketch.paragraph(0, y, job.width, job.say(wording.SUMMARY_EARLIER, count=record.earlier), TINY) + 1
    for one in record.decisions:
        parts = [(f"{moment(job, one.at)}, {one.who}:", TINY_STRONG), (one.what, TINY_INK)]
        y = sketch.run_on(0, y, job.width, parts) + 1
    labels = wording.SUMMARY_LINE
    for _ in range(lines):
        x = 0.0
        for label, share in zip(labels, DECISION_SHARES, strict=True):
            wide = job.width * share - GAP
            sketch.add(Stroke(((x, y + 11), (x + wide, y + 11)), FIELD, 0.8))
            sketch.text(x, y + 11, job.say(label), TINY)
            x += job.width * share
        y += WRITE_LINE
    sketch.height = y
    return sketch
