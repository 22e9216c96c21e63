"""The home exercise program as text: one stage, or every stage that may be handed out."""

from collections.abc import Callable, Iterator

from programs.library_content import Library
from programs.plan import Plan, PrescribedExercise, Stage
from programs.sheets import wording
from programs.sheets.exercise_text import drill_section, exercise_section
from programs.sheets.order import Item, Kind, released_stages, stage_of
from programs.sheets.rules_text import Level, help_section, notes_section, pain_section, stop_section
from programs.sheets.run_text import run_sections
from programs.sheets.stage_title import stage_short, stage_title
from programs.sheets.text import Listing, Log, LogRow, Prose, Section, SheetText
from programs.sheets.voice import Voice

Say = Callable[..., str]
"""A sentence of ours into the reader's language, with its values filled in."""
WEEKS_TO_TICK = 4
DAYS = 7


def stage_text(voice: Voice, item: Item) -> SheetText:
    """One stage whole. Raises SheetError where the plan has no such stage or staff have not released it."""
    stage = stage_of(voice.plan, item.stage)
    sections = (
        _aim(stage, voice),
        pain_section(voice),
        stop_section(voice),
        help_section(voice),
        *_exercises(stage, voice),
        *_way_on(stage, voice),
        notes_section(voice),
    )
    title = voice.say(voice.library.sheet.title)
    short = ", ".join((title, stage_short(stage, voice.plan, voice)))
    subtitle = "  ·  ".join(filter(None, (stage_name(stage, voice), voice.say(stage.lasts))))
    return SheetText(Kind.STAGE, title, subtitle, voice.leg, sections, short)


def plan_text(voice: Voice, _item: Item) -> SheetText:
    """Every released stage, what waits for the clinic, then the run weeks; the rules once for all of them."""
    sections = [pain_section(voice), stop_section(voice), help_section(voice)]
    told: dict[tuple[PrescribedExercise, ...], int] = {}
    for stage in released_stages(voice.plan):
        lasts = (Prose(voice.say(stage.lasts), "strong"),) if stage.lasts else ()
        sections.append(Section(stage_name(stage, voice), (*lasts, *_aim(stage, voice).parts)))
        sections += [*_exercises(stage, voice, 3, told.get(drills(stage, voice.library), 0)), *_way_on(stage, voice, 3)]
        told.setdefault(drills(stage, voice.library), stage.number)
    sections += _waiting(voice)
    if voice.plan.run_is_released:
        sections += run_sections(voice)
    title = voice.say(voice.library.sheet.title)
    return SheetText(
        Kind.PLAN, title, voice.say(wording.WHOLE_PLAN), voice.leg, (*sections, notes_section(voice)), title
    )


def stage_name(stage: Stage, voice: Voice) -> str:
    """Such as "Stage 1 of 4: Wake up the hip"."""
    return stage_title(stage, voice.plan, voice)


def _last(voice: Voice) -> int:
    return max(planned.number for planned in voice.plan.stages)


def _aim(stage: Stage, voice: Voice) -> Section:
    """What the stage is for, and which leg starts."""
    legs = (Prose(voice.say(voice.plan.both_legs), "strong"),) if voice.plan.both_legs else ()
    return Section("", (Prose(voice.say(stage.aim)), *legs))


def drills(stage: Stage, library: Library) -> tuple[PrescribedExercise, ...]:
    """The warm-up before a run, without what is practiced before the exercises."""
    practice = library.stages[stage.number].practice
    return tuple(drill for drill in stage.warm_up if drill.key not in practice)


def _exercises(stage: Stage, voice: Voice, level: Level = 2, told: int = 0) -> Iterator[Section]:
    """Practice first, then the numbered exercises, then the warm-up; `told` is the stage that has the same one."""
    before_run = drills(stage, voice.library)
    for exercise in stage.warm_up:
        if exercise not in before_run:
            yield exercise_section(exercise, voice, level=level)
    for place, exercise in enumerate(stage.exercises, 1):
        yield exercise_section(exercise, voice, number=place, level=level)
    if before_run:
        words = voice.library.sheet
        same = (Prose(voice.say(wording.SAME_WARM_UP, number=told)),) if told else ()
        lead = (Prose(voice.say(words.warm_up_help)), *same)
        yield Section(voice.say(words.warm_up_title), lead, level=level)
        yield from () if told else (drill_section(drill, voice) for drill in before_run)


def _way_on(stage: Stage, voice: Voice, level: Level = 2) -> Iterator[Section]:
    """What must be true before the next stage, then the sessions to tick."""
    words = voice.library.sheet
    if stage.gate and stage.number < _last(voice):
        gate = Listing(voice.all(stage.gate), "box", voice.say(words.gate_help))
        yield Section(voice.say(words.gate_title), (gate, Prose(voice.say(words.review))), level=level)
    elif stage.gate:
        yield Section(voice.say(words.upkeep_title), (Listing(voice.all(stage.gate), "box"),), level=level)
    yield log_section(voice, level)


def log_section(voice: Voice, level: Level = 2) -> Section:
    """A box to tick for each day, and one to write the pain in."""
    words, say = voice.library.sheet, voice.say
    rows = tuple(LogRow(f"{say(words.log_week)} {week}", ("",) * DAYS) for week in range(1, WEEKS_TO_TICK + 1))
    head = (say(words.log_week), "", say(wording.COLUMN_DAYS), "")
    log = Log(say(words.log_title), head, rows, (say(wording.COLUMN_DONE), say(words.log_pain)))
    help_text = Prose(f"{say(words.log_help)} {say(words.log_bring)}")
    return Section(say(words.log_title), (help_text, log), level=level)


def waiting(plan: Plan, say: Say) -> tuple[str, ...]:
    """The stages and run weeks that staff have yet to release, one sentence for each, in the reader's language."""
    held = plan.stages[len(released_stages(plan)) :]
    waits = [say(wording.STAGE_WAITS, number=stage.number) for stage in held]
    if plan.run is not None and not plan.run_is_released:
        waits.append(say(wording.RUN_WAITS))
    return tuple(waits)


def _waiting(voice: Voice) -> Iterator[Section]:
    if waits := waiting(voice.plan, voice.say):
        yield Section(voice.say(wording.WAITS_TITLE), (Listing(waits),))
