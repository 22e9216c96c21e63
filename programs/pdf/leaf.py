"""A leaf: one page that is measured and laid out, and still waits for its number."""

from collections.abc import Callable, Sequence
from functools import partial

from programs.pdf.job import Job
from programs.pdf.page import page
from programs.pdf.sketch import Sketch

Place = tuple[int, int]
"""The number of a page and how many pages its sheet has; both from 1."""

Leaf = Callable[[Place], Sketch]


def leaves(job: Job, title: str, subtitle: str, bodies: Sequence[Sketch]) -> list[Leaf]:
    """Bodies in the furniture that every page carries."""
    return [partial(page, job, title, subtitle, body) for body in bodies]
