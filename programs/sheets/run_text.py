"""The return to running as text: rules, lights, run-walk steps, every week."""

from collections.abc import Iterator

from programs.library_content import RunWalkStep
from programs.plan import Plan
from programs.rules.mileage import RunPlan, RunWeek
from programs.run_chart import tenths
from programs.schedule import START, week_begins
from programs.sheets import wording
from programs.sheets.order import Item, Kind, SheetError
from programs.sheets.rules_text import help_section, lights_section, notes_section
from programs.sheets.run_dates import earliest_days, steps_to_do
from programs.sheets.text import Listing, Log, LogRow, Prose, Section, SheetText
from programs.sheets.voice import Voice


def run_text(voice: Voice, _item: Item) -> SheetText:
    """The run weeks. Raises SheetError where none are planned or staff have yet to release them."""
    title = voice.say(wording.RUN_TITLE)
    first, *others = run_sections(voice)
    opening = Section("", first.parts)
    subtitle = voice.say(wording.RUN_SUBTITLE[voice.plan.unit])
    return SheetText(
        Kind.RUN, title, subtitle, voice.leg, (opening, *others, help_section(voice), notes_section(voice)), title
    )


def run_sections(voice: Voice) -> list[Section]:
    """What the weeks are, how to run them, the steps if they come first, the weeks."""
    run = voice.plan.run
    if run is None or not voice.plan.run_is_released:
        raise SheetError("no run weeks to hand out")
    return list(_sections(run, voice))


def _sections(run: RunPlan, voice: Voice) -> Iterator[Section]:
    steps, running, say = steps_to_do(run, voice.library), voice.library.running, voice.say
    opening = Prose(say(wording.RUN_INTRO if run.weeks else wording.RUN_WALK_INTRO), "strong")
    yield Section(say(wording.RUN_TITLE), (opening, Prose(earliest_days(voice, len(steps)))))
    counts = {len(week.runs) for week in run.weeks}
    title = wording.RUN_RULES_TITLE if run.weeks else wording.STEP_RULES_TITLE
    yield Section(say(title), (Listing(voice.all(running.rules(counts))),))
    yield lights_section(wording.RUN_PAIN_TITLE, running.lights_for(counts), voice)
    if steps:
        yield _ladder(steps, voice)
    if run.weeks:
        yield _weeks(run, voice.plan, voice)
    yield Section(say(wording.RUN_CUES_TITLE), (Listing(voice.all(running.cues.sentences)),))


def _ladder(steps: list[tuple[int, RunWalkStep]], voice: Voice) -> Section:
    """The run-walk steps with a box for each time they are done."""
    say = voice.say
    rules = Listing(voice.all(voice.library.running.run_walk_rules.sentences))
    rows = tuple(_step(place, step, voice) for place, step in steps)
    head = (say(wording.COLUMN_STEP), say(wording.COLUMN_TO_DO), say(wording.COLUMN_TIMES), say(wording.COLUMN_MINUTES))
    fill = (say(wording.COLUMN_DONE), say(wording.COLUMN_MINUTES), say(wording.COLUMN_PAIN))
    log = Log(say(wording.LADDER_TITLE), head, rows, fill)
    return Section(say(wording.LADDER_TITLE), (rules, Prose(say(wording.LADDER_KEY), "strong"), log), together=False)


def _step(place: int, step: RunWalkStep, voice: Voice) -> LogRow:
    minutes = (step.run_minutes + step.walk_minutes) * step.times
    name = voice.say(wording.STEP, step=place)
    return LogRow(name, voice.all(wording.TIMES), voice.say(step.sentence), str(minutes))


def _weeks(run: RunPlan, plan: Plan, voice: Voice) -> Section:
    """Every week with its earliest day, its runs and their sum, and boxes for each run."""
    say, dated = voice.say, START not in plan.needs_staff
    rows = tuple(_week(week, plan, voice, dated=dated) for week in run.weeks)
    since = say(wording.COLUMN_FROM) if dated else ""
    head = (say(wording.COLUMN_WEEK), since, say(wording.COLUMN_RUNS), say(wording.COLUMN_TOTAL))
    fill = (say(wording.COLUMN_DONE), say(wording.COLUMN_RAN), say(wording.COLUMN_PAIN))
    caption = say(wording.WEEKS_CAPTION[plan.unit])
    usual = Prose(say(wording.USUAL, total=tenths(run.weeks[-1].total)), "strong")
    return Section(
        caption, (Prose(say(wording.RUN_KEY[plan.unit])), usual, Log(caption, head, rows, fill)), together=False
    )


def _week(week: RunWeek, plan: Plan, voice: Voice, *, dated: bool) -> LogRow:
    name = f"{voice.say(wording.COLUMN_WEEK)} {week.week}"
    begins = voice.day(week_begins(plan, week.week)) if dated else ""
    return LogRow(name, tuple(map(tenths, week.runs)), begins, tenths(week.total))
