"""One exercise as text: whole for practice at home, short for a drill of a warm-up."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from programs.plan import Dose, PrescribedExercise
from programs.sheets import wording
from programs.sheets.text import Facts, Listing, Part, Pictures, Prose, Section, Shown
from programs.sheets.voice import Voice

FOLDER = "exercises/"


def exercise_section(
    exercise: PrescribedExercise, voice: Voice, *, number: int = 0, level: Literal[2, 3] = 2
) -> Section:
    """Everything about one exercise; without a `number` it is practice that comes before the others."""
    say, name = voice.say, voice.say(exercise.name)
    heading = name if number else f"{say(voice.library.sheet.practice_title)}: {name}"
    parts = (
        Prose(say(exercise.side_rule), "strong"),
        Prose(say(wording.EQUIPMENT, things=say(exercise.equipment)) if exercise.equipment else "", "small"),
        pictures_of(exercise, voice),
        Facts(dose_rows(exercise.dose, voice)),
        Prose(say(exercise.set_up)),
        Listing(voice.all(exercise.steps), "number"),
        Listing(voice.all(exercise.cues), "tick"),
        Listing(voice.all(exercise.faults), "cross", say(wording.FAULTS_LEAD) if exercise.faults else ""),
        Prose(say(exercise.stop), "stop"),
        Prose(say(wording.EASIER, text=say(exercise.easier)) if exercise.easier else ""),
        Prose(say(wording.HARDER, text=say(harder_way(exercise))) if harder_way(exercise) else ""),
        Prose(say(exercise.note)),
    )
    return _section(heading, parts, level, number)


def upkeep_section(exercise: PrescribedExercise, voice: Voice, number: int) -> Section:
    """An exercise that is known by now: what goes wrong and other ways to do it stand on the sheet of its stage."""
    known = replace(
        exercise,
        pictures=tuple(picture for picture in exercise.pictures if not picture.mark),
        faults=(),
        easier="",
        harder="",
        note="",
    )
    return exercise_section(known, voice, number=number)


def harder_way(exercise: PrescribedExercise) -> str:
    """How to make it harder; "" where the dose says how far to build up, which comes first (clinical rules 5.2)."""
    return "" if exercise.dose.goal else exercise.harder


def _section(heading: str, parts: Sequence[Part], level: Literal[2, 3], number: int) -> Section:
    """The parts that say anything. At once must be seen: the pictures, the dose, the cues, when to stop."""
    said = tuple(filter(has_words, parts))
    return Section(heading, said, level=level, number=number, core=tuple(filter(_is_core, said)))


def _is_core(part: Part) -> bool:
    match part:
        case Listing(_, sign):
            return sign == "tick"
        case Prose(_, tone):
            return tone in ("stop", "strong")
    return isinstance(part, Pictures | Facts)


def drill_section(drill: PrescribedExercise, voice: Voice) -> Section:
    """A drill as its card shows it: picture, name, how many, the cues."""
    shown = tuple(replace(picture, label="") for picture in pictures_of(drill, voice).shown[-1:])
    parts = (
        Pictures(shown),
        Facts(dose_rows(replace(drill.dose, hold="", tempo="", rest="", days=""), voice)),
        Listing(voice.all(drill.cues), "tick"),
    )
    return Section(voice.say(drill.name), tuple(filter(has_words, parts)), level=3, drill=True)


def warm_up_card(drill: PrescribedExercise, voice: Voice, number: int) -> Section:
    """A drill whole, as it is done standing with the card in hand."""
    parts = (
        pictures_of(drill, voice),
        Facts(dose_rows(replace(drill.dose, days=""), voice)),
        Prose(voice.say(drill.set_up)),
        Listing(voice.all(drill.steps), "number"),
        Listing(voice.all(drill.cues), "tick"),
        Listing(voice.all(drill.faults), "cross", voice.say(wording.FAULTS_LEAD) if drill.faults else ""),
        Prose(voice.say(drill.stop), "stop"),
        Prose(voice.say(drill.note)),
    )
    return Section(voice.say(drill.name), tuple(filter(has_words, parts)), number=number, drill=True)


def has_words(part: Part) -> bool:
    """Whether a part says or shows anything."""
    match part:
        case Prose(text):
            return bool(text)
        case Listing(items) | Pictures(items) | Facts(items):
            return bool(items)
    return True


def pictures_of(exercise: PrescribedExercise, voice: Voice) -> Pictures:
    """The pictures with the side settled: mirrored where the other leg works."""
    return Pictures(
        tuple(
            Shown(
                FOLDER + picture.slug,
                voice.say(picture.label),
                voice.say(picture.alt),
                picture.flipped_for(exercise.leg),
                picture.mark,
            )
            for picture in exercise.pictures
        )
    )


def dose_rows(dose: Dose, voice: Voice) -> tuple[tuple[str, str], ...]:
    """The dose as names with values; what is not set is left out."""
    rows = (
        (wording.START, dose.start),
        (wording.GOAL, dose.goal),
        (wording.DAYS, dose.days),
        (wording.HOLD, dose.hold),
        (wording.TEMPO, dose.tempo),
        (wording.REST, dose.rest),
    )
    return tuple((voice.say(name), voice.say(value)) for name, value in rows if value)
