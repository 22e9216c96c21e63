"""The home exercise program: one stage, or every stage that may be handed out."""

from programs.pdf import wording
from programs.pdf.cards import card
from programs.pdf.flow import Block, pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.page import body_height
from programs.pdf.panels import aim_panel, help_panel, pain_panel
from programs.pdf.run_sheet import run_leaves
from programs.pdf.warm_up import warm_up_panel
from programs.pdf.way_on import notes_panel, way_on
from programs.plan import Stage
from programs.sheets.order import Item, released_stages, stage_of


def program_leaves(job: Job, item: Item) -> list[Leaf]:
    """The sheet of one stage. Raises SheetError where the plan has no such stage or staff have not released it."""
    return stage_leaves(job, stage_of(job.plan, item.stage))


def whole_plan_leaves(job: Job, item: Item) -> list[Leaf]:
    """Every released stage, then the run weeks."""
    found: list[Leaf] = []
    for stage in released_stages(job.plan):
        found += stage_leaves(job, stage)
    return found + (run_leaves(job, item) if job.plan.run_is_released else [])


def stage_leaves(job: Job, stage: Stage) -> list[Leaf]:
    """One stage on as few pages as can be."""
    last = max(planned.number for planned in job.plan.stages)
    name = job.say(wording.STAGE_OF, number=stage.number, last=last, name=job.say(stage.name))
    subtitle = "  ·  ".join(filter(None, (name, job.say(stage.lasts))))
    bodies = pages_of(_stage_blocks(job, stage, last), body_height(job), job.width)
    return leaves(job, job.say(job.library.sheet.title), subtitle, bodies)


def _stage_blocks(job: Job, stage: Stage, last: int) -> list[Block]:
    """In reading order: the rules, when to get help, the exercises, the warm-up before a run, the way on."""
    practice = job.library.stages[stage.number].practice
    drills = tuple(drill for drill in stage.warm_up if drill.key not in practice)
    blocks = [aim_panel(stage, job), pain_panel(job), help_panel(job)]
    blocks += [card(exercise, None, job) for exercise in stage.warm_up if exercise.key in practice]
    blocks += [card(exercise, place, job) for place, exercise in enumerate(stage.exercises, 1)]
    if drills:
        blocks.append(warm_up_panel(drills, job))
    return [*blocks, *way_on(stage, last, job), notes_panel(job)]
