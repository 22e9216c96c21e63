"""The warm-up card and the keep-it card as text."""

from collections.abc import Iterator

from programs.library_content import Library
from programs.plan import Plan, PrescribedExercise
from programs.sheets import wording
from programs.sheets.exercise_text import drill_section, exercise_section, warm_up_card
from programs.sheets.order import UPKEEP_STAGE, Item, Kind, SheetError, released_stages, stage_of
from programs.sheets.rules_text import help_section, pain_section, stop_section
from programs.sheets.text import Answer, Blanks, Choices, Listing, Log, LogRow, Prose, Section, SheetText
from programs.sheets.voice import Voice

WEEKS = (4, 4, 5) * 4
"""Weeks in each month: 52 in the year."""
SESSIONS = 2
"""MT-01: drills twice a week."""
MIRROR_MONTHS = frozenset({1, 2, 3, 6, 9, 12})
"""MT-01: once a month for 3 months, then every 3 months."""


def warm_up_text(voice: Voice, _item: Item) -> SheetText:
    """Every drill. Raises SheetError where no released stage has a warm-up."""
    words, say, drills = voice.library.sheet, voice.say, drills_of(voice.plan, voice.library)
    if not drills:
        raise SheetError("no warm-up to hand out")
    opening = Section("", (Prose(say(words.warm_up_help), "strong"),))
    cards = (warm_up_card(drill, voice, place) for place, drill in enumerate(drills, 1))
    days = "  ·  ".join(dict.fromkeys(say(drill.dose.days) for drill in drills if drill.dose.days))
    end = (stop_section(voice), help_section(voice))
    title = say(wording.WARM_UP_TITLE)
    return SheetText(Kind.WARM_UP, title, days, voice.leg, (opening, *cards, *end), title)


def drills_of(plan: Plan, library: Library) -> tuple[PrescribedExercise, ...]:
    """The drills before a run, from the first released stage that has any; practice of Stage 2 is none."""
    for stage in released_stages(plan):
        practice = library.stages[stage.number].practice
        if drills := tuple(drill for drill in stage.warm_up if drill.key not in practice):
            return drills
    return ()


def upkeep_text(voice: Voice, _item: Item) -> SheetText:
    """The last stage as a card for a year. Raises SheetError where it is not planned or not released."""
    stage, say, words = stage_of(voice.plan, UPKEEP_STAGE), voice.say, voice.library.sheet
    rhythm = voice.all((*stage.gate, *filter(None, (voice.plan.both_legs,))))
    sections = (
        Section("", (Listing(rhythm),)),
        *(exercise_section(exercise, voice, number=place) for place, exercise in enumerate(stage.exercises, 1)),
        *_year(voice),
        Section(say(words.warm_up_title), (Prose(say(words.warm_up_help)),)),
        *(drill_section(drill, voice) for drill in stage.warm_up),
        pain_section(voice),
        stop_section(voice),
        help_section(voice),
    )
    title = say(wording.UPKEEP_TITLE)
    return SheetText(Kind.UPKEEP, title, say(stage.aim), voice.leg, sections, title)


def _year(voice: Voice) -> Iterator[Section]:
    """A box for each session of twelve months, and one for each mirror check."""
    say = voice.say
    names = [say(wording.UPKEEP_MONTH, month=month) for month in range(1, len(WEEKS) + 1)]
    rows = tuple(LogRow(name, ("",) * weeks * SESSIONS) for name, weeks in zip(names, WEEKS, strict=True))
    head = (say(wording.COLUMN_MONTH), "", say(wording.COLUMN_SESSIONS), "")
    log = Log(say(wording.UPKEEP_RHYTHM), head, rows, (say(wording.COLUMN_DONE),))
    began = Blanks((say(wording.UPKEEP_BEGAN),))
    yield Section(say(wording.UPKEEP_RHYTHM), (Prose(say(wording.UPKEEP_KEY)), began, log), together=False)
    checks = tuple(Answer(name) for month, name in enumerate(names, 1) if month in MIRROR_MONTHS)
    yield Section("", (Choices(say(wording.MIRROR_TITLE), checks, in_a_row=True),))
