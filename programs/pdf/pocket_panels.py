"""The panels of the pocket card beside the exercises: the warm-up, when to get help, boxes to tick, notes."""

from collections.abc import Sequence
from dataclasses import replace

from programs.pdf import wording
from programs.pdf.figures import figure
from programs.pdf.job import Job
from programs.pdf.marks import empty_box
from programs.pdf.panels import call_line
from programs.pdf.sketch import Art, Box, Disc, Sketch, Stroke
from programs.pdf.styles import HAIR, INK_2, RED, TEAL, TEAL_0, Style
from programs.pdf.tick_grid import tick_grid
from programs.plan import PrescribedExercise, Stage
from programs.sheets.note import Note
from programs.sheets.note_text import signed, until_visit

Size = tuple[float, float]
"""Width and height of a panel's content, in points."""

HEAD = Style("bold", 11, 13)
RED_HEAD = Style("bold", 11, 13, RED)
TEXT = Style("regular", 8.4, 10)
STRONG = Style("semibold", 8.4, 10)
FAINT = Style("regular", 8, 9.4, INK_2)
DRILL = (28.0, 34.0)
"""The room of a drill's picture."""
BULLET = 8.0
CHECK = 13.0
NOTE_LINE = 22.0
NOTE_PAD = 5.0
BETWEEN = 12.0
"""Between two things that share a panel, with a line in its middle."""


def about_panels(sentences: Sequence[str], job: Job, size: Size) -> list[Sketch]:
    """What of the stage the cover has no room for."""
    return [_run_on(job.say(wording.ABOUT_TITLE), sentences, TEXT, size)] if sentences else []


def note_panels(job: Job, size: Size) -> list[Sketch]:
    """What the clinic wrote to this runner, first of all inside; none where it wrote nothing."""
    note = job.subject.note
    if note is None:
        return []
    whole = _note(note, job, size[0])
    if whole.height <= size[1]:
        return [whole]
    # Only the widest letters there are come to this.
    half = note.text.rfind(" ", 0, len(note.text) // 2) + 1 or len(note.text) // 2
    halves = replace(note, text=note.text[:half], until_visit=False), replace(note, text=note.text[half:])
    return [_note(part, job, size[0]) for part in halves]


def _note(note: Note, job: Job, width: float) -> Sketch:
    sketch, inner = Sketch(width, 0), width - 2 * NOTE_PAD
    y = sketch.paragraph(NOTE_PAD, NOTE_PAD, inner, job.say(wording.FROM_CLINIC), HEAD)
    y = sketch.paragraph(NOTE_PAD, y, inner, signed(job, note), FAINT) + 2
    for words in filter(None, (note.text, until_visit(job) if note.until_visit else "")):
        y = sketch.paragraph(NOTE_PAD, y, inner, words, STRONG) + 2
    sketch.height = y - 2 + NOTE_PAD
    sketch.marks.insert(0, Box(0, 0, width, sketch.height, 6, fill=TEAL_0, stroke=TEAL, line=1.2))
    return sketch


def fold_panel(job: Job, size: Size) -> Sketch:
    """How one sheet becomes a little book."""
    return _run_on(job.say(wording.FOLD_TITLE), [job.say(wording.FOLD)], FAINT, size)


def _run_on(title: str, sentences: Sequence[str], style: Style, size: Size) -> Sketch:
    sketch = Sketch(size[0], 0)
    sketch.height = sketch.run_on(0, 0, size[0], [(title, STRONG), *((text, style) for text in sentences)])
    return sketch


def warm_up_panels(drills: Sequence[PrescribedExercise], job: Job, size: Size) -> list[Sketch]:
    """The drills on as many panels as they take, none split."""
    if not drills:
        return []
    words = job.library.sheet
    lead = _lead(job.say(words.warm_up_title), [job.say(words.warm_up_help)], size)
    return flowed(lead, [_drill(drill, job, size[0]) for drill in drills], size, evenly=False)


def _drill(drill: PrescribedExercise, job: Job, width: float) -> Sketch:
    sketch, left = Sketch(width, 0), 0.0
    for picture in drill.pictures[-1:]:
        drawn = figure(picture.slug)
        scale = min(DRILL[0] / drawn.width, DRILL[1] / drawn.height)
        wide, high = drawn.width * scale, drawn.height * scale
        x, y = (DRILL[0] - wide) / 2, (DRILL[1] - high) / 2
        sketch.add(Art(x, y, wide, high, picture.slug, picture.flipped_for(drill.leg)))
        left = DRILL[0] + 6
    y = sketch.run_on(left, 1, width - left, [(job.say(drill.name), STRONG), (job.say(drill.dose.start), TEXT)])
    y = sketch.paragraph(left, y, width - left, " ".join(map(job.say, drill.cues)), FAINT)
    sketch.height = max(y, DRILL[1]) + 3
    return sketch


def help_panels(job: Job, size: Size) -> list[Sketch]:
    """What ends the plan for now, 911 first; below it whom to ask."""
    words, width = job.library.sheet, size[0]
    lead = Sketch(width, 0)
    y = lead.paragraph(0, 0, width, job.say(words.get_help_title), RED_HEAD)
    lead.height = lead.paragraph(0, y, width, job.say(words.urgent), Style("bold", 9.4, 12)) + 2
    items = [_listed(job.say(item), width) for item in words.get_help]
    ask = Sketch(width, 0)
    ask.height = ask.paragraph(0, 3, width, call_line(job), STRONG)
    return flowed(lead, [*items, ask], size)


def _listed(text: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    sketch.add(Disc(2, 5, 1.6, RED))
    sketch.height = sketch.paragraph(BULLET, 0, width - BULLET, text, TEXT) + 2.5
    return sketch


def gate_panels(stage: Stage, last: int, job: Job, size: Size) -> list[Sketch]:
    """What must be true before the next stage, a box before each sentence."""
    words = job.library.sheet
    title = job.say(words.upkeep_title if stage.number >= last else words.gate_title)
    lead = _lead(title, [job.say(words.gate_help)] if stage.number < last else [], size)
    return flowed(lead, [_checked(job.say(sentence), size[0]) for sentence in stage.gate], size) if stage.gate else []


def _checked(text: str, width: float) -> Sketch:
    sketch = Sketch(width, 0)
    empty_box(sketch, 0.5, 1, 8)
    sketch.height = sketch.paragraph(CHECK, 0, width - CHECK, text, TEXT) + 3
    return sketch


def log_panel(job: Job, size: Size) -> Sketch:
    """Boxes to tick, as many weeks as fit."""
    words = job.library.sheet
    sketch = _lead(job.say(words.log_title), [job.say(wording.FRIDGE_KEY)], size)
    grid = tick_grid(job, size[0], size[1] - sketch.height - 4)
    sketch.place(grid, 0, sketch.height + 4)
    sketch.height = size[1]
    return sketch


def notes_panel(job: Job, size: Size) -> Sketch:
    """Lines to write on."""
    width, height = size
    sketch = Sketch(width, height)
    y = sketch.paragraph(0, 0, width, job.say(wording.NOTES), HEAD) + NOTE_LINE
    while y <= height:
        sketch.add(Stroke(((0, y), (width, y)), HAIR, 0.7))
        y += NOTE_LINE
    return sketch


def _lead(title: str, sentences: Sequence[str], size: Size) -> Sketch:
    sketch = Sketch(size[0], 0)
    y = sketch.paragraph(0, 0, size[0], title, HEAD)
    for sentence in sentences:
        y = sketch.paragraph(0, y, size[0], sentence, FAINT)
    sketch.height = y + 4
    return sketch


def flowed(lead: Sketch, items: Sequence[Sketch], size: Size, *, evenly: bool = True) -> list[Sketch]:
    """Items in order on as few panels as they take, each under the lead.

    About as many on each; not `evenly`, the last panel keeps the most room for what may follow below.
    """
    fewest = _groups(items, size[1] - lead.height, len(items))
    if not evenly:
        return [_panel(lead, group, size) for group in fewest]
    even = _groups(items, size[1] - lead.height, -(-len(items) // len(fewest)))
    return [_panel(lead, group, size) for group in (even if len(even) == len(fewest) else fewest)]


def _groups(items: Sequence[Sketch], height: float, most: int) -> list[list[Sketch]]:
    """Items in order, at most so many and at most so high together."""
    groups: list[list[Sketch]] = [[]]
    for item in items:
        if len(groups[-1]) == most or sum(other.height for other in groups[-1]) + item.height > height:
            groups.append([])
        groups[-1].append(item)
    return groups


def _panel(lead: Sketch, items: Sequence[Sketch], size: Size) -> Sketch:
    """As high as what stands on it, so that more may follow below."""
    sketch = Sketch(size[0], 0)
    y = sketch.place(lead, 0, 0)
    for item in items:
        y = sketch.place(item, 0, y)
    sketch.height = y
    return sketch


def joined(panels: Sequence[Sketch], more: Sequence[Sketch], size: Size) -> list[Sketch]:
    """With more panels after these; a single one that fits under what stands on the least filled goes there."""
    lowest = min(panels, key=lambda panel: panel.height, default=None)
    if lowest is None or len(more) != 1 or lowest.height + BETWEEN + more[0].height > size[1]:
        return [*panels, *more]
    both = Sketch(size[0], lowest.height + BETWEEN + more[0].height)
    both.place(lowest, 0, 0)
    both.add(Stroke(((0, lowest.height + BETWEEN / 2), (size[0], lowest.height + BETWEEN / 2)), HAIR, 0.7))
    both.place(more[0], 0, lowest.height + BETWEEN)
    return [both if panel is lowest else panel for panel in panels]
