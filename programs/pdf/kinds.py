"""Which maker draws which kind of sheet."""

from collections.abc import Callable, Mapping

from programs.pdf.cover_page import cover_leaves
from programs.pdf.job import Job
from programs.pdf.large_print import large_leaves
from programs.pdf.leaf import Leaf
from programs.pdf.mirror_page import mirror_leaves
from programs.pdf.program import program_leaves, whole_plan_leaves
from programs.pdf.run_sheet import run_leaves
from programs.pdf.seen_page import seen_leaves
from programs.pdf.summary_page import summary_leaves
from programs.pdf.upkeep_card import upkeep_leaves
from programs.pdf.warm_up_card import warm_up_leaves
from programs.sheets.order import Item, Kind, SheetError
from programs.sheets.texts import text_of

Maker = Callable[[Job, Item], list[Leaf]]

MAKERS: Mapping[Kind, Maker] = {
    Kind.COVER: cover_leaves,
    Kind.SEEN: seen_leaves,
    Kind.STAGE: program_leaves,
    Kind.PLAN: whole_plan_leaves,
    Kind.WARM_UP: warm_up_leaves,
    Kind.RUN: run_leaves,
    Kind.UPKEEP: upkeep_leaves,
    Kind.MIRROR: mirror_leaves,
    Kind.SUMMARY: summary_leaves,
}


def leaves_of(job: Job, item: Item) -> list[Leaf]:
    """The pages of one sheet. Raises SheetError where this runner has no such sheet."""
    if job.look.large:
        return large_leaves(job, text_of(item, job.subject, job.library, job.translate, job.contents))
    if item.kind not in MAKERS:
        raise SheetError(f"no such sheet: {item.kind}")
    return MAKERS[item.kind](job, item)
