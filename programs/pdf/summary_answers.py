"""The answers on the one-page summary: a row for each, or all of a part in running text."""

from collections.abc import Sequence

from programs.pdf.job import Job
from programs.pdf.panels import stacked
from programs.pdf.sketch import Sketch, Stroke
from programs.pdf.styles import BAND, HAIR
from programs.pdf.summary_type import GAP, HEAD, TINY, TINY_STRONG, Detail, in_columns, run_on
from programs.sheets.record import AnswerGroup
from screening.wording import gettext_noop

SAME_ANSWER = 4
"""From this many rows of one group with one answer on, they may share it."""
MORE = gettext_noop("{count} more answers are not on this page. They stand in the stored check.")


def answers_part(job: Job, groups: Sequence[AnswerGroup], detail: Detail) -> Sketch:
    """Every answer: a row for each in two columns, or all of a part in running text.

    Where `detail` bounds them, the page says how many it leaves out.
    """
    kept, left_out = _bounded(groups, detail.most)
    sketch = Sketch(job.width, 0)
    y = _in_rows(sketch, kept, detail) if detail.rows else _in_text(sketch, kept)
    if left_out:
        y = sketch.paragraph(0, y + 1, job.width, job.say(MORE, count=left_out), TINY_STRONG)
    sketch.height = y
    return sketch


def _in_rows(sketch: Sketch, groups: Sequence[AnswerGroup], detail: Detail) -> float:
    column, middle = sketch.width / 2 - GAP, sketch.width / 2
    items = [item for group in groups for item in _group(group, column, detail)]
    y = in_columns(sketch, 0, items, column, edge=0.0, gap=2 * GAP)
    sketch.add(Stroke(((middle, 2), (middle, y - 2)), HAIR, 0.6))
    return y


def _in_text(sketch: Sketch, groups: Sequence[AnswerGroup]) -> float:
    y = 0.0
    for group in groups:
        rows = [((f"{name}:", TINY), (f"{answer};", TINY_STRONG)) for name, answer in _shared(group)]
        parts = [(group.title, BAND), *(part for row in rows for part in row)]
        y = run_on(sketch, (0, y), parts, sketch.width) + 1
    return y


def _bounded(groups: Sequence[AnswerGroup], most: int | None) -> tuple[list[AnswerGroup], int]:
    count = sum(len(group.rows) for group in groups)
    room = count if most is None else most
    kept: list[AnswerGroup] = []
    for group in groups:
        rows = group.rows[:room]
        room -= len(rows)
        kept += [AnswerGroup(group.title, rows)] if rows else []
    return kept, count - sum(len(group.rows) for group in kept)


def _group(group: AnswerGroup, width: float, detail: Detail) -> list[Sketch]:
    """One part of the walk; its title stays with the first row."""
    rows = list(group.rows) if detail.one_by_one else _shared(group)
    drawn = [_answer(name, answer, width) for name, answer in rows]
    head = Sketch(width, HEAD.lead + 2)
    head.text(0, 1.5, group.title, HEAD)
    return [stacked([head, drawn[0]], width), *drawn[1:]]


def _shared(group: AnswerGroup) -> list[tuple[str, str]]:
    """The rows, with many of the same answer as one: the names, then the answer that is true of all."""
    answers = [answer for _name, answer in group.rows]
    common = max(answers, key=answers.count)
    if answers.count(common) < SAME_ANSWER:
        return list(group.rows)
    names = "; ".join(name for name, answer in group.rows if answer == common)
    return [*((name, answer) for name, answer in group.rows if answer != common), (names, common)]


def _answer(name: str, answer: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.height = run_on(sketch, (0, 0), [(f"{name}:", TINY), (answer, TINY_STRONG)], width)
    return sketch
