"""Each kind of sheet as text."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from programs.library_content import Library
from programs.sheets.cards_text import upkeep_text, warm_up_text
from programs.sheets.cover_text import cover_text
from programs.sheets.mirror_text import mirror_text
from programs.sheets.note_text import note_sections
from programs.sheets.order import Item, Kind, Subject, Translate
from programs.sheets.run_text import run_text
from programs.sheets.seen_text import seen_text
from programs.sheets.stage_text import plan_text, stage_text
from programs.sheets.summary_text import summary_text
from programs.sheets.text import SheetText
from programs.sheets.voice import Voice

WRITERS: Mapping[Kind, Callable[[Voice, Item], SheetText]] = {
    Kind.COVER: cover_text,
    Kind.SEEN: seen_text,
    Kind.STAGE: stage_text,
    Kind.PLAN: plan_text,
    Kind.WARM_UP: warm_up_text,
    Kind.RUN: run_text,
    Kind.UPKEEP: upkeep_text,
    Kind.MIRROR: mirror_text,
    Kind.SUMMARY: summary_text,
}


def text_of(
    item: Item, subject: Subject, library: Library, translate: Translate, contents: tuple[Item, ...] = ()
) -> SheetText:
    """The text of one sheet; `contents` are the sheets of the order, for its cover.

    The clinic's note comes first. Raises SheetError where this runner has no such sheet.
    """
    voice = Voice(subject, library, translate, contents)
    text = WRITERS[item.kind](voice, item)
    return replace(text, sections=(*note_sections(voice, item.kind), *text.sections))
