"""The plan of a runner who is asked to come in: until the visit there are no runs in it, on the page or on paper."""

from dataclasses import replace
from typing import Final

from programs.library_content import Library
from programs.plan import Plan
from programs.rules.assignment import SENTENCES
from screening.wording import gettext_noop

KEEP_RUNNING: Final = (SENTENCES["PL-06"], gettext_noop("Your clinician says that you can keep your normal runs."))
"""What a plan's reasons say of runs that go on beside it, by the rules and by a clinician."""


def until_visit(plan: Plan, library: Library) -> Plan:
    """The plan as it is shown meanwhile: without run weeks, and without a word that the runner may go on running."""
    stages = (replace(stage, aim=stage.aim.replace(library.beside_running, library.no_runs)) for stage in plan.stages)
    reasons = tuple(reason for reason in plan.reasons if reason.sentence not in KEEP_RUNNING)
    return replace(plan, run=None, stages=tuple(stages), reasons=reasons)
