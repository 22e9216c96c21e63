"""One exercise as text: whole for practice at home, short for a drill of a warm-up."""

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
        Prose(say(wording.EQUIPMENT, things=say(exercise.equipment)) if exercise.equipment else "", "small"),
        pictures_of(exercise, voice),
        Facts(dose_rows(exercise.dose, voice)),
        Prose(say(exercise.set_up)),
        Listing(voice.all(exercise.steps), "number"),
        Listing(voice.all(exercise.cues), "tick"),
        Listing(voice.all(exercise.faults), "cross", say(wording.FAULTS_LEAD) if exercise.faults else ""),
        Prose(say(exercise.stop), "stop"),
        Prose(say(wording.EASIER, text=say(exercise.easier)) if exercise.easier else ""),
        Prose(say(wording.HARDER, text=say(exercise.harder)) if exercise.harder else ""),
        Prose(say(exercise.note)),
    )
    return Section(heading, tuple(filter(has_words, parts)), level=level, number=number)


def drill_section(drill: PrescribedExercise, voice: Voice, *, number: int = 0) -> Section:
    """A drill as its card shows it: picture, name, how many, the cues."""
    parts = (
        Pictures(pictures_of(drill, voice).shown[-1:]),
        Facts(tuple(row for row in dose_rows(drill.dose, voice)[:2] if row[1] in (drill.dose.start, drill.dose.goal))),
        Listing(voice.all(drill.cues), "tick"),
    )
    return Section(voice.say(drill.name), tuple(filter(has_words, parts)), level=3, number=number)


def warm_up_card(drill: PrescribedExercise, voice: Voice, number: int) -> Section:
    """A drill whole, as it is done standing with the card in hand."""
    parts = (
        pictures_of(drill, voice),
        Facts(tuple(row for row in dose_rows(drill.dose, voice) if row[1] != voice.say(drill.dose.days))),
        Prose(voice.say(drill.set_up)),
        Listing(voice.all(drill.steps), "number"),
        Listing(voice.all(drill.cues), "tick"),
        Listing(voice.all(drill.faults), "cross", voice.say(wording.FAULTS_LEAD) if drill.faults else ""),
        Prose(voice.say(drill.stop), "stop"),
        Prose(voice.say(drill.note)),
    )
    return Section(voice.say(drill.name), tuple(filter(has_words, parts)), number=number)


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
