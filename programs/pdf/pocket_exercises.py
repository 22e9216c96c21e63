"""The panels of the pocket card that hold an exercise: one, or two for one that takes many words."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from programs.pdf.exercise import Setting
from programs.pdf.grid import Numbered
from programs.pdf.job import Job
from programs.pdf.layouts import EVERYTHING, POCKET, Part
from programs.pdf.pictures import full_height, lying, picture_panel
from programs.pdf.pocket_panels import Size
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import HAIR, TEAL_0

PICTURES = 64.0
LYING = 50.0
"""The least height of the room for pictures, and for those of someone lying, who is low."""
GAP = 4.0
TO_KEEP = (EVERYTHING, frozenset({Part.FAULTS}), frozenset[Part]())
"""What stands with the pictures where an exercise takes two panels; the rest stands with how to do it."""


def exercise_panels(exercises: Iterable[Numbered], job: Job, size: Size) -> Iterator[list[Sketch]]:
    """One panel for each exercise, practice first; two for one that needs more words than a panel holds."""
    for place, exercise in exercises:
        settings = (Setting(exercise, job, size[0], type) for type in POCKET)
        panel = next(filter(None, (_whole(setting, place, size) for setting in settings)), None)
        yield [panel] if panel else _apart(Setting(exercise, job, size[0], POCKET[0]), place, size)


def _whole(setting: Setting, place: int | None, size: Size) -> Sketch | None:
    """Name, pictures, how to do it, cues, the exercise's own stop rule, dose; None where these do not fit."""
    free = _free(setting, place, size)
    least = LYING if lying(setting.exercise.pictures) else PICTURES
    if setting.words(frozenset()).height + least > free:
        return None
    return _panel_of(setting, place, setting.words(setting.kept(free - least)), size)


def _apart(setting: Setting, place: int | None, size: Size) -> list[Sketch]:
    """How to do it on a second panel; the first has the pictures, what to think of, when to stop, and how much."""
    for kept in TO_KEEP:
        beside = EVERYTHING - kept
        manner, how = setting.manner(kept, elsewhere=beside), _how(setting, place, beside)
        if manner.height + PICTURES <= _free(setting, place, size) and how.height <= size[1]:
            return [_panel_of(setting, place, manner, size), how]
    small = replace(setting, type=POCKET[1])
    words = small.words(small.kept(size[1] - small.title(place).height - GAP))
    return [_panel_of(setting, place, Sketch(size[0], 0), size), _under(small.title(place), words)]


def _how(setting: Setting, place: int | None, beside: Collection[Part]) -> Sketch:
    how = setting.how()
    how.height = how.place(setting.aside(beside), 0, how.height)
    return _under(setting.title(place), how)


def _under(title: Sketch, words: Sketch) -> Sketch:
    """As high as it must be: what follows may stand below it."""
    title.height = title.place(words, 0, title.height + GAP)
    return title


def _free(setting: Setting, place: int | None, size: Size) -> float:
    """The room that name and dose leave for the pictures and the words."""
    return size[1] - setting.title(place).height - setting.dose().height - 3 * GAP - 2


def _panel_of(setting: Setting, place: int | None, words: Sketch, size: Size) -> Sketch:
    """Name, pictures as large as the words leave room, the words, and the dose at the foot."""
    (width, height), style = size, setting.type.picture
    sketch, dose = Sketch(width, height), setting.dose()
    most = full_height(setting.exercise.pictures, width, style)
    shown = min(_free(setting, place, size) - words.height, max(PICTURES, most))
    y = sketch.place(setting.title(place), 0, 0) + GAP - 1
    sketch.add(Box(0, y, width, shown, 5, fill=TEAL_0))
    y = sketch.place(picture_panel(setting.exercise, setting.job, width, shown, style), 0, y) + GAP
    sketch.place(words, 0, y)
    top = height - dose.height
    sketch.add(Stroke(((0, top - 2), (width, top - 2)), HAIR, 0.7))
    sketch.place(dose, 0, top)
    return sketch
