"""The plan from the clinic's rating as it is looked at before anyone accepts it: what is in it, and what changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from clinic.review.plan_page import changes_of
from clinic.review.plan_sources import Desk, desk_for
from clinic.review.plan_work import chosen_start
from clinic.review.plans import held_lines, run_lines
from clinic.review.rating import RATED
from clinic.review.revision_words import concern_words
from clinic.review.words import SIDE_WORDS
from programs.arranging import first_leg_of
from programs.plan import Plan
from programs.plan_changes import concerns
from screening.models import Screening


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan that waits for a yes: its rule, what is in it line by line, what of it is held, what changes, and what
    of that needs a reason for the record.
    """

    desk: Desk
    lines: tuple[str, ...]
    held: tuple[str, ...]
    changes: tuple[tuple[str, str, str], ...]
    concerns: tuple[str, ...]

    @property
    def plan(self) -> Plan:
        """The plan as it would be issued."""
        return self.desk.base


def proposal_of(screening: Screening, today: date) -> Proposal | None:
    """The plan from the clinic's latest ratings; None where nobody rated, or no plan may follow."""
    desk = desk_for(screening, RATED, today)
    if desk.source != RATED:
        return None
    plan, means = desk.base, desk.means
    asked = concerns(desk.before, plan, means, chosen_start(plan, desk))
    return Proposal(
        desk=desk,
        lines=tuple(_lines(plan, desk)),
        held=tuple(held_lines(plan)),
        changes=tuple(changes_of(desk.stood, plan, desk)),
        concerns=tuple(concern_words(each, means.library) for each in asked),
    )


def _lines(plan: Plan, desk: Desk) -> Iterator[str]:
    """Where it starts, which leg goes first, and when it runs."""
    stage = plan.current_stage
    if stage is None:
        yield _("No exercises are planned.")
        return
    yield _("Starts at Stage %(number)s: %(name)s") % {"number": stage.number, "name": _(stage.name)}
    yield _("First leg: %(leg)s") % {"leg": _(SIDE_WORDS[first_leg_of(plan, desk.means)])}
    yield from run_lines(plan) if plan.run else (_("No run weeks."),)
