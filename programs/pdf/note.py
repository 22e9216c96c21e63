"""The clinic's note to this runner, boxed, before everything else on the first page of a sheet."""

from dataclasses import replace

from programs.pdf import wording
from programs.pdf.flow import GAP, Block
from programs.pdf.job import Job
from programs.pdf.panels import fixed
from programs.pdf.sketch import Box, Sketch
from programs.pdf.styles import PANEL, SMALL, TEAL, TEAL_0, Style
from programs.sheets.note import Note
from programs.sheets.note_text import signed, until_visit

PAD, BETWEEN = 8.0, 3.0
TEXT = Style("semibold", 10.6, 13.2)


def without_note(job: Job) -> Job:
    """The same job for what follows: a file of several stages carries the note on its first page alone."""
    return replace(job, subject=replace(job.subject, note=None))


def note_blocks(job: Job) -> list[Block]:
    """The note as a block of its own; none where the clinic wrote nothing."""
    return [fixed(_box(job, job.subject.note))] if job.subject.note else []


def under_note(job: Job, block: Block) -> Block:
    """The block with the note above it, in one piece; the block as it is where the clinic wrote nothing."""
    if job.subject.note is None:
        return block
    box = _box(job, job.subject.note)
    above = box.height + GAP

    def build(height: float) -> Sketch:
        sketch = Sketch(job.width, height)
        sketch.place(box, 0, 0)
        sketch.place(block.build(height - above), 0, above)
        return sketch

    return Block(block.height + above, build, most=block.most + above if block.most else 0.0)


def _box(job: Job, note: Note) -> Sketch:
    """Framed, so that it stands out in gray too."""
    sketch, inner = Sketch(job.width, 0), job.width - 2 * PAD
    y = sketch.run_on(PAD, PAD - 2, inner, [(job.say(wording.FROM_CLINIC), PANEL), (signed(job, note), SMALL)]) + 1
    for words in filter(None, (note.text, until_visit(job) if note.until_visit else "")):
        y = sketch.paragraph(PAD, y, inner, words, TEXT) + BETWEEN
    sketch.height = y - BETWEEN + PAD - 3
    sketch.marks.insert(0, Box(0, 0, job.width, sketch.height, 6, fill=TEAL_0, stroke=TEAL, line=1.4))
    return sketch
