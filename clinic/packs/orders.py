"""What a pack holds for each runner, and who goes without which sheet and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from programs.plan import Plan
from programs.sheets.order import Item, Kind, Order, Subject, choices_for
from screening.wording import gettext_noop

LOCKED = gettext_noop("A red flag ended the check, so only the summary for the record is printed.")
ON_HOLD = gettext_noop("A later check met a red flag, so only the summary for the record is printed.")
HELD_BEFORE = gettext_noop("An earlier check met a red flag, so only the summary for the record is printed.")
NO_PLAN = gettext_noop("This result has no plan to hand out.")
WAITS = gettext_noop("A clinician has to look first.")
NOT_PLANNED = gettext_noop("This plan has none.")
ALONE = gettext_noop("There is nothing to put it on.")
WHEN_HELD = (Kind.SUMMARY,)


@dataclass(frozen=True, slots=True)
class Missing:
    """One sheet that a runner goes without; `why` is a sentence."""

    kind: Kind
    why: str


def allowed(subject: Subject, held: str = "") -> tuple[Item, ...]:
    """Every sheet that staff may print for this runner. While `held` says why not, the clinic's own summary alone."""
    return tuple(item for item in choices_for(subject) if not held or item.kind in WHEN_HELD)


def order_for(subject: Subject, kinds: Iterable[Kind], held: str = "") -> tuple[Order, tuple[Missing, ...]]:
    """The sheets of these kinds that this runner may be handed, in the order given, and those that they may not.

    `Kind.STAGE` is the stage to do now. `held` says why nothing is handed out: then only the clinic's own summary.
    """
    there = allowed(subject, held)
    items: list[Item] = []
    missing: list[Missing] = []
    for kind in kinds:
        item = _item(kind, subject.plan)
        if item in there:
            items.append(item)
        else:
            held_back = held and kind not in WHEN_HELD
            missing.append(Missing(kind, held if held_back else _why(kind, subject.plan)))
    if missing and [item.kind for item in items] == [Kind.COVER]:
        return Order(subject, ()), (Missing(Kind.COVER, ALONE), *missing)
    return Order(subject, tuple(items)), tuple(missing)


def _item(kind: Kind, plan: Plan | None) -> Item:
    current = plan.current_stage if plan else None
    return Item(kind, current.number if current and kind == Kind.STAGE else 0)


def _why(kind: Kind, plan: Plan | None) -> str:
    if plan is None or not plan.stages:
        return NO_PLAN
    waits = any(stage.needs_staff for stage in plan.stages) or bool(plan.needs_staff)
    planned = plan.run is not None or kind != Kind.RUN
    return WAITS if waits and planned else NOT_PLANNED
