"""One self-check as text for the clinic's record; its words are in the reader's language already."""

from collections.abc import Iterator

from programs.sheets import wording
from programs.sheets.moment import Speaker, moment
from programs.sheets.order import NAMES, Item, Kind, SheetError
from programs.sheets.record import LegRecord, Record
from programs.sheets.text import Blanks, Facts, Listing, Prose, Section, SheetText, Table
from programs.sheets.voice import Voice

LINES_TO_WRITE = 1


def summary_text(voice: Voice, _item: Item) -> SheetText:
    """Answers, both legs, what fired and why, and what was decided. Raises SheetError without a record."""
    record = voice.subject.record
    if record is None:
        raise SheetError("there is no record")
    title = voice.say(NAMES[Kind.SUMMARY])
    subtitle = when_made(record, voice)
    return SheetText(Kind.SUMMARY, title, subtitle, voice.leg, tuple(_sections(record, voice)), title)


def when_made(record: Record, speaker: Speaker) -> str:
    """When the self-check was sent, or the plan made without one."""
    words = wording.SUMMARY_MADE if record.made_here else wording.SUMMARY_SENT
    return speaker.say(words, at=moment(speaker, record.sent_at))


def _sections(record: Record, voice: Voice) -> Iterator[Section]:
    say = voice.say
    found = ((say(wording.SUMMARY_LEVEL), record.level), (say(wording.SUMMARY_PATTERN), record.pattern))
    yield Section("", (Facts(tuple(row for row in found if row[1])), *_listed(record.notes)))
    rule, why, source = (say(name) for name in (wording.SUMMARY_RULE, wording.SUMMARY_WHY, wording.SUMMARY_SOURCE))
    flags = tuple((flag.rule, f"{flag.level}. {flag.sentence}", flag.source) for flag in record.flags)
    yield from _table(say(wording.SUMMARY_FLAGS), (rule, why, source), flags)
    yield from _list(say(wording.SUMMARY_TOLD), record.told)
    yield from _list(say(wording.SUMMARY_PLAN), (*record.plan, *record.held))
    legs = tuple(_leg(leg, voice) for leg in record.legs)
    yield from _table(
        say(wording.SUMMARY_LEGS), (say(wording.SUMMARY_LEG), say(wording.SUMMARY_FOUND), rule, why), legs
    )
    fired = tuple((one.rule, one.sentence, one.source) for one in record.rules)
    yield from _table(say(wording.SUMMARY_RULES), (rule, why, source), fired)
    before = (say(wording.SUMMARY_EARLIER, count=record.earlier),) if record.earlier else ()
    decided = (*before, *(f"{moment(voice, one.at)}, {one.who}: {one.what}" for one in record.decisions))
    lines = Blanks(voice.all(wording.SUMMARY_LINE) * LINES_TO_WRITE)
    yield Section(say(wording.SUMMARY_DECISIONS), (Listing(decided), lines) if decided else (lines,), together=False)
    yield Section(say(wording.SUMMARY_ANSWERS), ())
    for group in record.answers:
        yield Section(group.title, (Facts(group.rows),), together=False, level=3)
    versions = say(wording.RULES, rules=record.rule_set, content=record.content_version)
    yield Section("", (Prose(versions, "small"),))


def _listed(notes: tuple[str, ...]) -> tuple[Listing, ...]:
    return (Listing(notes),) if notes else ()


def _list(title: str, items: tuple[str, ...]) -> Iterator[Section]:
    if items:
        yield Section(title, (Listing(items),), together=False)


def _table(title: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Iterator[Section]:
    if rows:
        yield Section(title, (Table(title, head, rows),), together=False)


def _leg(leg: LegRecord, voice: Voice) -> tuple[str, ...]:
    score = voice.say(wording.SUMMARY_SCORE, score=leg.score) if leg.score is not None else ""
    return leg.leg, ", ".join(filter(None, (leg.state, score))), leg.rule, leg.sentence
