"""The cover of a pack as text: what is in it, what to do with each sheet, and the next steps."""

from collections.abc import Iterator, Sequence

from programs.plan import Plan
from programs.schedule import START, week_begins
from programs.sheets.handout_words import cover_words
from programs.sheets.order import NAMES, Item, Kind, choices_for
from programs.sheets.stage_text import stage_name
from programs.sheets.text import Facts, Listing, Prose, Section, SheetText
from programs.sheets.voice import Voice


def cover_text(voice: Voice, _item: Item) -> SheetText:
    """Whose pack it is and all that is in it: the sheets of this order, or all there are where none are named."""
    words, who = cover_words(), voice.subject.who
    items = _others(voice.contents) or _others(choices_for(voice.subject))
    lead = words.lead if voice.subject.plan or voice.subject.seen else words.lead_no_check
    name = who.name or who.code
    title = voice.say(words.title)
    sections = (
        Section("", (Prose(voice.say(lead)),)),
        Section(voice.say(words.contents_title), (Facts(tuple(_contents(items, voice))),)),
        Section(voice.say(words.next_title), (Listing(tuple(_steps(items, voice)), "number"),)),
        *_legs(voice),
        _clinic(voice),
    )
    subtitle = voice.say(words.for_whom, name=name) if name else ""
    return SheetText(Kind.COVER, title, subtitle, voice.leg, sections, title)


def _others(items: Sequence[Item]) -> list[Item]:
    """What the runner takes home: the clinic's record stays at the clinic."""
    return [item for item in items if item.kind not in (Kind.COVER, Kind.SUMMARY)]


def item_name(item: Item, voice: Voice) -> str:
    """What a sheet is called: a stage by its own name, any other by its kind."""
    plan = voice.subject.plan
    stage = next((each for each in plan.stages if each.number == item.stage), None) if plan and item.stage else None
    return stage_name(stage, voice) if stage else voice.say(NAMES[item.kind])


def _contents(items: Sequence[Item], voice: Voice) -> Iterator[tuple[str, str]]:
    use = cover_words().use
    for item in items:
        yield item_name(item, voice), voice.say(use.get(str(item.kind), ""))


def _steps(items: Sequence[Item], voice: Voice) -> Iterator[str]:
    """What to do now, in order."""
    words, say, plan = cover_words(), voice.say, voice.subject.plan
    read = any(item.kind == Kind.SEEN for item in items)
    if read:
        yield say(words.read_first, sheet=say(NAMES[Kind.SEEN]))
    if plan is not None:
        yield from _of_plan(plan, voice, first=not read)
    else:
        yield say(words.mirror)
    yield say(words.pain)
    yield say(words.bring)


def _of_plan(plan: Plan, voice: Voice, *, first: bool) -> Iterator[str]:
    words, stage = cover_words(), plan.current_stage
    if START in plan.needs_staff:
        yield voice.say(words.held_start)
        return
    if stage is not None:
        yield voice.say(words.start_stage_alone if first else words.start_stage, number=stage.number)
    elif not first:
        yield voice.say(words.no_stage, sheet=voice.say(NAMES[Kind.SEEN]))
    if plan.run is not None and not plan.run_is_released:
        yield voice.say(words.held_run)
    elif plan.run is not None:
        sentence = words.first_run if plan.run.weeks else words.first_turn
        yield voice.say(sentence, day=voice.day(week_begins(plan, 1)))


def _legs(voice: Voice) -> Iterator[Section]:
    plan = voice.subject.plan
    if plan is not None and plan.both_legs:
        yield Section(voice.say(cover_words().leg_title), (Prose(voice.say(plan.both_legs)),))


def _clinic(voice: Voice) -> Section:
    parts = (Prose(voice.say(voice.library.sheet.contact), "call"), Prose(voice.say(cover_words().no_diagnosis)))
    return Section(voice.say(cover_words().clinic_title), parts)
