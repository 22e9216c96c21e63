"""The one-page summary for the clinic's record: exactly one page, whatever the answers."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.page import body_height
from programs.pdf.sketch import Sketch
from programs.pdf.summary_answers import answers_part
from programs.pdf.summary_parts import (
    MOST_LINES,
    WRITE_LINE,
    decisions_part,
    flags_part,
    found_part,
    legs_part,
    plan_part,
)
from programs.pdf.summary_type import Detail
from programs.sheets.order import NAMES, Item, Kind, SheetError
from programs.sheets.record import Record
from programs.sheets.summary_text import when_made

LEAST_GAP, MOST_GAP = 5.0, 12.0
LEAST_LINES = 2
IN_ORDER = (
    Detail(),
    Detail("first"),
    Detail("none"),
    Detail("none", one_by_one=False),
    Detail("none", one_by_one=False, rows=False),
    Detail("none", one_by_one=False, rows=False, reasons=False),
)
"""What is given up first when room is short: the sources, then a row for each answer, then the rules' sentences.

Then the earlier decisions; an answer is the last thing to go. Neither goes unseen: the page says how many there are.
"""


def summary_leaves(job: Job, _item: Item) -> list[Leaf]:
    """The summary. Raises SheetError where there is no record, as for every runner."""
    record = job.subject.record
    if record is None:
        raise SheetError("there is no record")
    return leaves(job, job.say(NAMES[Kind.SUMMARY]), when_made(record, job), [_body(job, record)])


def _body(job: Job, record: Record) -> Sketch:
    """The parts with most detail that fit, spread evenly; what is left goes to lines for decisions."""
    height = body_height(job)
    told = ((one, _parts(job, one, detail)) for one, detail in _details(record))
    record, parts = next((one, parts) for one, parts in told if _needs(parts) <= height)
    spare = height - _needs(parts)
    lines = LEAST_LINES + min(MOST_LINES - LEAST_LINES, int(spare / WRITE_LINE))
    parts[-1] = decisions_part(job, record, lines)
    gap = min(MOST_GAP, LEAST_GAP + (height - _needs(parts)) / (len(parts) - 1))
    body, y = Sketch(job.width, height), 0.0
    for part in parts[:-1]:
        y = body.place(part, 0, y) + gap
    body.place(parts[-1], 0, height - parts[-1].height)
    return body


def _details(record: Record) -> Iterator[tuple[Record, Detail]]:
    """Less and less detail, then fewer and fewer decisions, and at the very end fewer and fewer answers."""
    count, least = sum(len(group.rows) for group in record.answers), IN_ORDER[-1]
    fewer = (Detail(least.sources, least.rows, least.one_by_one, least.reasons, most) for most in range(count, -1, -1))
    last = _latest(record, 1)
    return chain(
        ((record, detail) for detail in IN_ORDER),
        ((_latest(record, kept), least) for kept in range(len(record.decisions) - 1, 0, -1)),
        ((last, detail) for detail in fewer),
    )


def _latest(record: Record, kept: int) -> Record:
    """The record with so many of its latest decisions; the others are counted."""
    left_out = max(0, len(record.decisions) - kept)
    return replace(record, decisions=record.decisions[left_out:], earlier=record.earlier + left_out)


def _parts(job: Job, record: Record, detail: Detail) -> list[Sketch]:
    parts = [found_part(job, record)]
    parts += [flags_part(job, record, detail)] if record.flags else []
    parts += [legs_part(job, record.legs)] if record.legs else []
    parts += [plan_part(job, record, detail)] if record.plan or record.rules else []
    parts += [answers_part(job, record.answers, detail)] if record.answers else []
    return [*parts, decisions_part(job, record, LEAST_LINES)]


def _needs(parts: list[Sketch]) -> float:
    return sum(part.height for part in parts) + LEAST_GAP * (len(parts) - 1)
