"""What a plan promises, as texts that must be found on its sheets."""

from collections.abc import Iterator

from programs.library import load_library
from programs.plan import Plan, PrescribedExercise, Stage
from programs.run_chart import tenths
from programs.sheets.order import Item, Kind, Layout, Look, released_stages, stage_of, warm_up_stage


def promised(plan: Plan, item: Item, look: Look) -> list[str]:
    """Every dose, cue and week that the sheet must carry; a fridge page is doses alone, by what it is."""
    return [text for text in _promised(plan, item, cues=look.layout != Layout.FRIDGE or look.large) if text]


def _promised(plan: Plan, item: Item, *, cues: bool) -> Iterator[str]:
    if item.kind in (Kind.STAGE, Kind.UPKEEP):
        yield from _of_stage(stage_of(plan, item.stage or 4), cues=cues)
    if item.kind == Kind.PLAN:
        for stage in released_stages(plan):
            yield from _of_stage(stage, cues=cues)
    if item.kind == Kind.WARM_UP:
        stage = warm_up_stage(plan)
        for drill in stage.warm_up if stage else ():
            yield from _of_exercise(drill, cues=cues)
    if item.kind in (Kind.RUN, Kind.PLAN) and plan.run_is_released:
        yield from _weeks(plan)
        yield from load_library().running.cues.sentences


def _of_stage(stage: Stage, *, cues: bool) -> Iterator[str]:
    for exercise in (*stage.exercises, *stage.warm_up):
        yield from _of_exercise(exercise, cues=cues)


def _of_exercise(exercise: PrescribedExercise, *, cues: bool) -> Iterator[str]:
    yield exercise.name
    yield exercise.side_rule
    dose = exercise.dose
    yield from (dose.start, dose.goal)
    if exercise.kind != "warm_up":
        yield from (dose.days, dose.hold, dose.tempo, dose.rest)
    if cues:
        yield from exercise.cues


def _weeks(plan: Plan) -> Iterator[str]:
    """Each week as its number, and its total."""
    for week in plan.run.weeks if plan.run else ():
        yield from (str(week.week), tenths(week.total), *map(tenths, week.runs))
