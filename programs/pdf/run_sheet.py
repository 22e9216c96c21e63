"""The return-to-run sheet."""

from programs.pdf import wording
from programs.pdf.flow import pages_of
from programs.pdf.job import Job
from programs.pdf.leaf import Leaf, leaves
from programs.pdf.page import body_height
from programs.pdf.panels import help_panel
from programs.pdf.run_weeks import run_blocks
from programs.sheets.order import Item, Kind, SheetError


def run_leaves(job: Job, item: Item) -> list[Leaf]:
    """The run weeks. Raises SheetError where none are planned or staff have yet to release them.

    When to get help stands here too, unless a stage's sheet of the same order already says it.
    """
    if job.plan.run is None or not job.plan.run_is_released:
        raise SheetError("no run weeks to hand out")
    blocks = run_blocks(job.plan.run, job.plan, job)
    if not any(other.kind in (Kind.STAGE, Kind.PLAN) for other in (*job.contents, item)):
        blocks.append(help_panel(job))
    subtitle = job.say(wording.RUN_SUBTITLE[job.plan.unit])
    return leaves(job, job.say(wording.RUN_TITLE), subtitle, pages_of(blocks, body_height(job), job.width))
