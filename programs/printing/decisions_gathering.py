"""What staff decided on a check, as lines for the clinic's record: what, who, when and why; the latest of them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from programs.models import Decision
from programs.sheets import record
from screening.answered_case import case_of
from screening.case import CaseError, Leg, parse_case
from screening.models import Screening
from screening.wording import gettext_noop

MOST = 6
"""So many, of so many letters each, have room on one page beside all answers."""
LONGEST, LONGEST_NAME = 200, 40
MORE = "…"
LEFT_OUT = (Decision.Kind.CLAIMED, Decision.Kind.LET_GO)
KINDS: Final[Mapping[str, str]] = {
    Decision.Kind.RERATED: gettext_noop("Rated"),
    Decision.Kind.ACCEPTED: gettext_noop("Plan accepted"),
    Decision.Kind.CHANGED: gettext_noop("Plan changed"),
    Decision.Kind.RELEASED: gettext_noop("Plan released"),
    Decision.Kind.NOTED: gettext_noop("Note to the runner"),
    Decision.Kind.REFERRED: gettext_noop("Asked to come in"),
    Decision.Kind.CAME_IN: gettext_noop("Outcome of the visit"),
    Decision.Kind.CALLED: gettext_noop("Called"),
    Decision.Kind.UNLOCKED: gettext_noop("Red flag cleared"),
    Decision.Kind.TYPED_IN: gettext_noop("Typed in from paper"),
    Decision.Kind.MADE: gettext_noop("Plan made"),
    Decision.Kind.SET_ASIDE: gettext_noop("Set aside"),
    Decision.Kind.TAKEN_BACK: gettext_noop("Taken back into the queue"),
}
OUTCOMES: Final[Mapping[str, str]] = {
    "reached_care": gettext_noop("reached, goes to urgent care"),
    "reached_visit": gettext_noop("reached, visit arranged"),
    "message": gettext_noop("left a message"),
    "no_answer": gettext_noop("no answer"),
    "came": gettext_noop("came in"),
    "did_not_come": gettext_noop("did not come"),
    "seen_elsewhere": gettext_noop("seen elsewhere"),
}
LEGS: Final[Mapping[str, str]] = {"left": gettext_noop("Left leg"), "right": gettext_noop("Right leg")}
SIGNS: Final[Mapping[str, str]] = {
    "hip_drop": gettext_noop("hip"),
    "knee_cave": gettext_noop("knee"),
    "trunk_lean": gettext_noop("upper body"),
}
RATINGS: Final[Mapping[object, str]] = {
    0: gettext_noop("none"),
    1: gettext_noop("slight"),
    2: gettext_noop("marked"),
    None: gettext_noop("can not tell"),
}


def decided_on(screening: Screening) -> tuple[tuple[record.Decision, ...], int]:
    """The latest decisions in the order in which they were made, and how many there are before them.

    Who took a check over is none.
    """
    rows = [row for row in screening.decisions.all() if row.kind not in LEFT_OUT]
    lines = [line for row in rows for line in _lines(row, screening)]
    return tuple(lines[-MOST:]), max(0, len(lines) - MOST)


def _lines(row: Decision, screening: Screening) -> Iterator[record.Decision]:
    """One line; for a rating one for each leg."""
    at, who = timezone.localtime(row.at), _cut(row.by_name, LONGEST_NAME)
    if row.kind != Decision.Kind.RERATED:
        yield record.Decision(_cut(_what(row), LONGEST), who, at)
        return
    for side, rating in row.detail.items():
        if side in LEGS and isinstance(rating, dict):
            yield record.Decision(_cut(_rating(side, rating, own_leg(screening, side)), LONGEST), who, at)


def _what(row: Decision) -> str:
    version = _("version %(version)s") % {"version": row.plan_version} if row.plan_version else ""
    outcome = row.detail.get("outcome")
    told = _(OUTCOMES[outcome]) if outcome in OUTCOMES else ""
    head = ", ".join(filter(None, (_(KINDS.get(row.kind, row.kind)), version, told)))
    why = _("Reason: %(reason)s") % {"reason": row.reason} if row.reason else ""
    note = _("Note: %(note)s") % {"note": row.note} if row.note else ""
    return " ".join(filter(None, (f"{head}.", why, note)))


def _rating(side: str, rating: Mapping[str, Any], own: Leg | None) -> str:
    """A leg as staff rated it, each sign with the runner's own answer where that is another."""
    signs = [
        _sign(name, rating.get(name), getattr(own, name) if own else rating.get(name))
        for name in SIGNS
        if name in rating
    ]
    return f"{_(LEGS[side])}: {', '.join(signs)}"


def _sign(name: str, rated: object, own: object) -> str:
    words = f"{_(SIGNS[name])} {_said(rated)}"
    return words if rated == own else f"{words} ({_('runner: %(own)s') % {'own': _said(own)}})"


def _said(rating: object) -> str:
    return _(RATINGS[rating]) if rating in RATINGS else str(rating)


def own_leg(screening: Screening, side: str) -> Leg | None:
    """A leg as the runner answered it; None where none was seen, or the answers are to an older question set."""
    if not screening.has_findings:
        return None
    try:
        case = parse_case(case_of(screening.answers))
    except (KeyError, CaseError):
        return None
    return case.left if side == "left" else case.right


def _cut(text: str, longest: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + MORE
