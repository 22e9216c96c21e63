"""The clinic's note on a sheet: before everything else, in a box of its own."""

from programs.sheets import wording
from programs.sheets.moment import Speaker
from programs.sheets.note import Note
from programs.sheets.order import Kind
from programs.sheets.text import Prose, Section
from programs.sheets.voice import Voice

UNTIL_VISIT = (wording.UNTIL_VISIT, wording.UNTIL_VISIT_FINE, wording.UNTIL_VISIT_ELSE)
CARRIES_NOTE = frozenset({Kind.COVER, Kind.SEEN, Kind.STAGE, Kind.PLAN, Kind.RUN})
"""The sheets that say what to do: the first page of each carries the note."""


def note_sections(voice: Voice, kind: Kind) -> tuple[Section, ...]:
    """The note as a section; none on other sheets, and where the clinic wrote nothing."""
    note = voice.subject.note
    if note is None or kind not in CARRIES_NOTE:
        return ()
    words = (Prose(note.text, "note"),) if note.text else ()
    caution = (Prose(until_visit(voice), "strong"),) if note.until_visit else ()
    return (Section(voice.say(wording.FROM_CLINIC), (*words, *caution, Prose(signed(voice, note), "small"))),)


def until_visit(speaker: Speaker) -> str:
    """What a runner who is asked to come in leaves out until then."""
    return " ".join(speaker.say(words) for words in UNTIL_VISIT)


def signed(speaker: Speaker, note: Note) -> str:
    """Who wrote it and when, such as "Kim Sato, Nov 22, 2026"."""
    return ", ".join(filter(None, (note.who, speaker.day(note.on))))
