"""What every runner is told beside the exercises: how much pain is all right, when to stop, when to get help.

Room for notes stands here too.
"""

from collections.abc import Sequence
from typing import Literal

from programs import library_content
from programs.sheets import wording
from programs.sheets.text import Blanks, Light, Lights, Listing, Prose, Section
from programs.sheets.voice import Voice

Level = Literal[2, 3]
LINES_TO_WRITE = 3


def lights_section(title: str, lights: Sequence[library_content.Light], voice: Voice, level: Level = 2) -> Section:
    """A traffic light of pain under its title."""
    shown = tuple(Light(light.color, voice.say(light.pain), voice.say(light.sentence)) for light in lights)
    return Section(voice.say(title), (Lights(shown),), level=level)


def pain_section(voice: Voice, level: Level = 2) -> Section:
    """How much pain is all right while exercising."""
    return lights_section(wording.PAIN_TITLE, voice.library.sheet.pain_rule, voice, level)


def stop_section(voice: Voice, level: Level = 2, *, with_form: bool = True) -> Section:
    """When to stop one exercise; a card says nothing of form here, for its cues do."""
    words = voice.library.sheet
    sentences = voice.all((*words.stop_rule.sentences, *([words.form_rule] if with_form else [])))
    return Section(voice.say(wording.STOP_TITLE), (Listing(sentences),), level=level)


def help_section(voice: Voice) -> Section:
    """What ends the plan for now: 911 first, then the list, then whom to ask."""
    words = voice.library.sheet
    parts = (
        Prose(voice.say(words.urgent), "stop"),
        Listing(voice.all(words.get_help)),
        Prose(voice.say(words.contact), "call"),
    )
    return Section(voice.say(words.get_help_title), parts)


def notes_section(voice: Voice) -> Section:
    """Room for what the runner wants to ask."""
    return Section(voice.say(wording.NOTES), (Blanks(("",) * LINES_TO_WRITE),), filler=True)
