"""What a runner saw in the mirror, as text; its words are in the reader's language already."""

from collections.abc import Iterator

from programs.sheets.handout_words import seen_words
from programs.sheets.order import NAMES, Item, Kind, SheetError
from programs.sheets.rules_text import help_section
from programs.sheets.seen import Seen, SeenLeg
from programs.sheets.text import Facts, Listing, Part, Pictures, Prose, Section, SheetText, Shown
from programs.sheets.voice import Voice

FOLDER = "mirror/"


def seen_text(voice: Voice, _item: Item) -> SheetText:
    """Both legs with pictures, what it is called, why, and what to do now. Raises SheetError without a mirror check."""
    seen = voice.subject.seen
    if seen is None:
        raise SheetError("nothing was seen yet")
    title = voice.say(NAMES[Kind.SEEN])
    sections = (*_sections(seen, voice), help_section(voice))
    return SheetText(Kind.SEEN, title, seen.title, voice.leg, sections, title)


def _sections(seen: Seen, voice: Voice) -> Iterator[Section]:
    words, say = seen_words(), voice.say
    yield Section("", tuple(Prose(sentence) for sentence in seen.lead))
    yield Section(say(words.title), (Prose(say(words.own_answers)),))
    for leg in seen.legs:
        yield Section(leg.title or say(words.legs[leg.leg]), tuple(_leg(leg)), level=3)
    if seen.pain:
        yield Section(say(words.pain_title), (Facts(seen.pain),))
    for title, items in (
        (seen.reasons_title or say(words.why_title), seen.reasons),
        (say(words.care_title), seen.cautions),
        (say(words.next_title), seen.next_steps),
        (say(words.until_title), seen.until_then),
    ):
        if items:
            yield Section(title, (Listing(items),))


def _leg(leg: SeenLeg) -> Iterator[Part]:
    """What was found, the pictures chosen, every answer, and what the rules say of it."""
    if leg.tag:
        yield Prose(leg.tag, "strong")
    signs = [sign for sign in leg.signs if sign.figure]
    if signs:
        label = "{0.name}: {0.answer}"
        shown = (Shown(FOLDER + sign.figure, label.format(sign), sign.alt, leg.flipped) for sign in signs)
        yield Pictures(tuple(shown))
    unseen = tuple((sign.name, sign.answer) for sign in leg.signs if not sign.figure)
    if unseen or leg.facts:
        yield Facts((*unseen, *leg.facts))
    yield Prose(leg.sentence)
    if leg.looked:
        yield Prose(leg.looked, "strong")
