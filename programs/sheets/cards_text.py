"""The warm-up card and the keep-it card as text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import mode
from typing import NamedTuple

from programs.plan import Plan, PrescribedExercise
from programs.sheets import wording
from programs.sheets.exercise_text import drill_section, upkeep_section, warm_up_card
from programs.sheets.order import UPKEEP_STAGE, Item, Kind, SheetError, Translate, stage_of, warm_up_stage
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
    words, say, drills = voice.library.sheet, voice.say, drills_of(voice.plan)
    usual = usual_of(drills)
    opening = Section("", (Prose(say(words.warm_up_help), "strong"),))
    cards = (warm_up_card(own_of(drill, usual), voice, place) for place, drill in enumerate(drills, 1))
    end = (stop_section(voice, with_form=False), help_section(voice))
    title = say(wording.WARM_UP_TITLE)
    subtitle = usual_words(usual, voice.translate)
    return SheetText(Kind.WARM_UP, title, subtitle, voice.leg, (opening, *cards, *end), title)


class Usual(NamedTuple):
    """What most drills have in common: it stands once at the top, and a drill shows only what differs."""

    days: str
    hold: str
    rest: str
    stop: str


def drills_of(plan: Plan) -> tuple[PrescribedExercise, ...]:
    """The drills before a run. Raises SheetError where no released stage has any."""
    stage = warm_up_stage(plan)
    if stage is None:
        raise SheetError("no warm-up to hand out")
    return stage.warm_up


def usual_of(drills: Sequence[PrescribedExercise]) -> Usual:
    """What most of the drills say."""
    facts = zip(*((drill.dose.days, drill.dose.hold, drill.dose.rest, drill.stop) for drill in drills), strict=True)
    return Usual(*(mode(values) for values in facts))


def own_of(drill: PrescribedExercise, usual: Usual) -> PrescribedExercise:
    """The drill without what is usual."""
    dose = drill.dose
    own = replace(
        dose,
        days="" if dose.days == usual.days else dose.days,
        hold="" if dose.hold == usual.hold else dose.hold,
        rest="" if dose.rest == usual.rest else dose.rest,
    )
    return replace(drill, dose=own, stop="" if drill.stop == usual.stop else drill.stop)


def usual_words(usual: Usual, translate: Translate) -> str:
    """What is usual of the dose, in the reader's language; of when to stop the top of the card says as much."""
    return "  ·  ".join(translate(words) for words in (usual.days, usual.hold, usual.rest) if words)


def upkeep_text(voice: Voice, _item: Item) -> SheetText:
    """The last stage as a card for a year. Raises SheetError where it is not planned or not released."""
    stage, say, words = stage_of(voice.plan, UPKEEP_STAGE), voice.say, voice.library.sheet
    rhythm = voice.all((*stage.gate, *filter(None, (voice.plan.both_legs,))))
    sections = (
        Section("", (Listing(rhythm),)),
        pain_section(voice),
        *(upkeep_section(exercise, voice, place) for place, exercise in enumerate(stage.exercises, 1)),
        *_year(voice),
        Section(say(words.warm_up_title), (Prose(say(words.warm_up_help)),)),
        *(drill_section(drill, voice) for drill in stage.warm_up),
        stop_section(voice, with_form=False),
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
