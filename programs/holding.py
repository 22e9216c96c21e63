"""What of a runner's plan waits for staff, whatever was made of the plan since: only a recorded release ends it.

Source: clinical rules 7.5 (who must look first; PL-04, PL-05, RF-13, RF-14, RF-23).
"""

from collections.abc import Iterable
from typing import Final

from programs.rules.assignment import STAFF_BEFORE_STAGE_3, assign
from screening.assessment import Assessment
from screening.case import Case

STAGE_3: Final = "stage_3"
Held = tuple[str, ...]


def held_by_rule(case: Case, assessment: Assessment) -> Held:
    """What the rules hold in a plan for these answers: "start", "stage_3", whichever stages they planned.

    Nothing where a red flag ended the check: who clears that has examined the runner.
    """
    if assessment.pattern is None:
        return ()
    flagged = (STAGE_3,) if STAFF_BEFORE_STAGE_3 & assessment.triage.ids else ()
    return tuple(dict.fromkeys((*assign(case, assessment).needs_staff, *flagged)))


def due(by_rule: Held, versions: Iterable[tuple[Held, Held]]) -> Held:
    """What waits now. `versions`, oldest first, are what each version held and what was released when it was issued.

    What is held in a stage that was taken out waits for that stage to come back.
    """
    waits = by_rule
    for held, released in versions:
        waits = tuple(dict.fromkeys((*(what for what in waits if what not in released), *held)))
    return waits
