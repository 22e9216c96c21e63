"""The clinic's note on a sheet: before everything else, in a box of its own."""

from programs.sheets import wording
from programs.sheets.moment import Speaker
from programs.sheets.note import Note
from programs.sheets.order import Kind
from programs.sheets.text import Prose, Section
from programs.sheets.voice import Voice

CARRIES_NOTE = frozenset({Kind.COVER, Kind.SEEN, Kind.STAGE, Kind.PLAN, Kind.RUN})
"""The sheets that say what to do: the first page of each carries the note."""


def note_sections(voice: Voice, kind: Kind) -> tuple[Section, ...]:
    """The note as a section; none on other sheets, and where the clinic wrote nothing."""
    note = voice.subject.note
    if note is None or kind not in CARRIES_NOTE:
        return ()
    return (Section(voice.say(wording.FROM_CLINIC), (Prose(note.text, "note"), Prose(signed(voice, note), "small"))),)


def signed(speaker: Speaker, note: Note) -> str:
    """Who wrote it and when, such as "Kim Sato, Nov 22, 2026"."""
    return ", ".join(filter(None, (note.who, speaker.day(note.on))))
