"""What is filled in by hand, in large print: logs, questions with answers, lines to write on."""

from collections.abc import Iterator, Sequence

from programs.pdf.flow import Block
from programs.pdf.large_pictures import drawing, figure_name
from programs.pdf.large_styles import BODY, GAP, PAD, SIGN, STRONG, TICK, WRITE, WRITE_HEIGHT
from programs.pdf.marks import empty_box
from programs.pdf.panels import fixed
from programs.pdf.sketch import Art, Box, Sketch, Stroke
from programs.pdf.styles import FIELD, HAIR, TEAL_0
from programs.pdf.text import one_line
from programs.sheets.text import Answer, Blanks, Choices, Log, LogRow

ROW_GAP = 3.0
LEAST_CELL_GAP, CELL_GAP = 10.0, 16.0
INNER = 6.0
ANSWER_PICTURE = (72.0, 86.0)
LINE = 36.0
LEAST_LINES, MOST_LINES = 2, 10


def log_key(log: Log, width: float) -> Block:
    """What the boxes are for: it stands on every page that has some."""
    if not any(row.detail or row.total or any(row.boxes) for row in log.rows):
        return fixed(_bare_key(log, width))
    sketch, x, y = Sketch(width, 0), 0.0, 0.0
    if log.head[2]:
        x = one_line(f"{log.head[2]}:", STRONG).width + CELL_GAP
        sketch.text(0, 3, f"{log.head[2]}:", STRONG)
    for place, name in enumerate(log.fill):
        wide = one_line(name, BODY).width + INNER + (TICK if place == 0 else WRITE)
        if x and x + wide > width:
            x, y = 0.0, y + WRITE_HEIGHT + 4
        sketch.text(x, y + 3, name, BODY)
        _box(sketch, x + wide, y, tick=place == 0)
        x += wide + CELL_GAP
    sketch.height = y + WRITE_HEIGHT + 4
    return fixed(sketch)


def _bare_key(log: Log, width: float) -> Sketch:
    """In words where a box stands beside each name."""
    sketch = Sketch(width, 0)
    words = f"{log.head[2]}: {', '.join(log.fill)}" if log.head[2] else ", ".join(log.fill)
    sketch.height = sketch.paragraph(0, 0, width, words, BODY)
    return sketch


def _box(sketch: Sketch, right: float, y: float, *, tick: bool) -> None:
    """A box that ends at `right`: a square to tick, or a wide one to write in."""
    if tick:
        empty_box(sketch, right - TICK, y + (WRITE_HEIGHT - TICK) / 2, TICK)
    else:
        empty_box(sketch, right - WRITE, y, WRITE, WRITE_HEIGHT)


def log_rows(log: Log, width: float) -> Iterator[Block]:
    """Each row by itself, so that a long log may go on with the next page."""
    for row in log.rows:
        yield fixed(_log_row(log, row, width))


def _log_row(log: Log, row: LogRow, width: float) -> Sketch:
    """The name of the row with its detail and sum, then its boxes; all beside each other where the name says all."""
    if not row.detail and not row.total and not any(row.boxes):
        return _bare_row(log, row, width)
    sketch, cell = Sketch(width, 0), _cell_width(log, row)
    y = _row_words(sketch, log, row)
    columns = max(1, int((width + CELL_GAP) / (cell + CELL_GAP)))
    columns = -(-len(row.boxes) // -(-len(row.boxes) // columns)) if row.boxes else 1
    for place, words in enumerate(row.boxes):
        line, column = divmod(place, columns)
        _cell(sketch, column * (cell + CELL_GAP), y + line * (WRITE_HEIGHT + 5), log, words)
    y += -(-len(row.boxes) // columns) * (WRITE_HEIGHT + 5)
    sketch.add(Stroke(((0, y + 2), (width, y + 2)), HAIR, 1))
    sketch.height = y + 4
    return sketch


def _bare_row(log: Log, row: LogRow, width: float) -> Sketch:
    """A box for each day beside the row's name, and below each one to write in."""
    sketch = Sketch(width, len(log.fill) * WRITE_HEIGHT + ROW_GAP)
    left = max(one_line(each.name, STRONG).width for each in log.rows) + INNER
    left = max(left, *(one_line(words, BODY).width + INNER for words in log.fill))
    cell = (width - left) / len(row.boxes)
    sketch.text(0, 3, row.name, STRONG)
    for line, words in enumerate(log.fill):
        if line:
            sketch.text(0, line * WRITE_HEIGHT + 3, words, BODY)
        for place in range(len(row.boxes)):
            empty_box(sketch, left + place * cell, line * WRITE_HEIGHT, cell - INNER, WRITE_HEIGHT - 3)
    return sketch


def _row_words(sketch: Sketch, log: Log, row: LogRow) -> float:
    """Name, detail and sum on one line, or the detail on lines of its own; returns the y below."""
    detail = f"{log.head[1]}: {row.detail}" if row.detail else ""
    total = f"{log.head[3]}: {row.total}" if row.total else ""
    left = one_line(row.name, STRONG).width + CELL_GAP
    right = sketch.width - one_line(total, STRONG).width
    sketch.text(0, 0, row.name, STRONG)
    sketch.text(sketch.width, 0, total, STRONG, "right")
    if left + one_line(detail, BODY).width + CELL_GAP <= right:
        return sketch.text(left, 0, detail, BODY) + 3
    return sketch.paragraph(0, STRONG.lead, sketch.width, detail, BODY) + 3


def _words_width(row: LogRow) -> float:
    return max((one_line(words, BODY).width + INNER if words else 0.0 for words in row.boxes), default=0.0)


def _cell_width(log: Log, row: LogRow) -> float:
    """The width of one box with its words: the tick, then a place to write for each other thing."""
    return _words_width(row) + TICK + (len(log.fill) - 1) * (WRITE + INNER)


def _cell(sketch: Sketch, x: float, y: float, log: Log, words: str) -> None:
    if words:
        sketch.text(x, y + 3, words, BODY)
        x += one_line(words, BODY).width + INNER
    _box(sketch, x + TICK, y, tick=True)
    x += TICK
    for _ in log.fill[1:]:
        x += INNER + WRITE
        _box(sketch, x, y, tick=False)


def choice_blocks(choices: Choices, width: float) -> Iterator[Block]:
    """The question with its first answer, then the other answers, each with a box to tick and its picture."""
    lead = Sketch(width, 0)
    lead.height = lead.paragraph(0, 0, width, choices.question, STRONG)
    if choices.help:
        lead.height = lead.paragraph(0, lead.height + 2, width, choices.help, BODY)
    if choices.in_a_row:
        yield fixed(_below(lead, _in_a_row(choices.answers, width)))
        return
    first, *others = [_answer(answer, width) for answer in choices.answers]
    yield fixed(_below(lead, first))
    yield from map(fixed, others)


def _below(upper: Sketch, lower: Sketch) -> Sketch:
    sketch = Sketch(upper.width, upper.height + GAP + lower.height)
    sketch.place(upper, 0, 0)
    sketch.place(lower, 0, upper.height + GAP)
    return sketch


def _in_a_row(answers: Sequence[Answer], width: float) -> Sketch:
    """Short answers side by side; the eleven of a scale just fit."""
    wide = [TICK + INNER + one_line(answer.words, STRONG).width for answer in answers]
    gap = max(LEAST_CELL_GAP, min(CELL_GAP, (width - sum(wide)) / max(1, len(wide) - 1)))
    sketch, x, y = Sketch(width, 0), 0.0, 0.0
    for answer, taken in zip(answers, wide, strict=True):
        if x and x + taken > width + 0.01:
            x, y = 0.0, y + WRITE_HEIGHT + 4
        empty_box(sketch, x, y, TICK)
        sketch.text(x + TICK + INNER, y, answer.words, STRONG)
        x += taken + gap
    sketch.height = y + WRITE_HEIGHT
    return sketch


def _answer(answer: Answer, width: float) -> Sketch:
    """A box, the answer and what it means, beside its picture."""
    sketch, left = Sketch(width, 0), 0.0
    if answer.shown:
        drawn = drawing(answer.shown)
        scale = min(ANSWER_PICTURE[0] / drawn.width, ANSWER_PICTURE[1] / drawn.height)
        wide, high = drawn.width * scale, drawn.height * scale
        sketch.add(Box(0, 0, ANSWER_PICTURE[0] + 2 * PAD, ANSWER_PICTURE[1], 8, fill=TEAL_0))
        x, y = PAD + (ANSWER_PICTURE[0] - wide) / 2, (ANSWER_PICTURE[1] - high) / 2
        sketch.add(Art(x, y, wide, high, figure_name(answer.shown), answer.shown.flipped))
        left = ANSWER_PICTURE[0] + 3 * PAD
    words = Sketch(width - left, 0)
    empty_box(words, 1, 0, TICK)
    y = words.paragraph(SIGN + 4, 0, words.width - SIGN - 4, answer.words, STRONG)
    if answer.hint:
        y = words.paragraph(SIGN + 4, y, words.width - SIGN - 4, answer.hint, BODY)
    words.height = max(y, TICK + 2)
    sketch.height = max(words.height, ANSWER_PICTURE[1] if answer.shown else 0.0)
    sketch.place(words, left, (sketch.height - words.height) / 2)
    return sketch


def room_to_write(width: float) -> Block:
    """Ruled lines: two, or as many as there is room for."""

    def build(height: float) -> Sketch:
        sketch = Sketch(width, height)
        for line in range(1, int(height / LINE) + 1):
            sketch.add(Stroke(((0, line * LINE - 5), (width, line * LINE - 5)), FIELD, 1.2))
        return sketch

    return Block(LEAST_LINES * LINE, build, most=MOST_LINES * LINE)


def blank_blocks(blanks: Blanks, width: float) -> Iterator[Block]:
    """A ruled line after each label."""
    for label in blanks.labels:
        sketch = Sketch(width, LINE)
        left = one_line(label, STRONG).width + INNER if label else 0.0
        sketch.text(0, LINE - STRONG.lead - 2, label, STRONG)
        sketch.add(Stroke(((left, LINE - 5), (width, LINE - 5)), FIELD, 1.2))
        yield fixed(sketch)
