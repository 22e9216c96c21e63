"""Large print: every letter 18 points or more, one column, nothing beside anything that must be read."""

from programs.pdf.job import Job
from programs.pdf.leaf import Leaf
from programs.sheets.text import SheetText


def large_leaves(job: Job, text: SheetText) -> list[Leaf]:
    """The pages of one sheet in large print."""
    raise NotImplementedError(job, text)
