"""What the clinic says to a runner: its notes, the request to come in, and that the plan was changed."""

import logging
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import DatabaseError, transaction
from django.http import HttpRequest
from django.utils import timezone

from programs.models import Decision, NoteSeen
from programs.sheets.note import Note
from programs.until_visit import KEEP_RUNNING
from screening.gate import passes_of
from screening.models import Screening

logger = logging.getLogger("itbcare.note")
EARLIER_SHOWN = timedelta(days=30)
MOST_SHOWN = 10
LONGEST = 600
"""Characters of a note: what a sheet takes, large print too."""
PREFETCH_HEADERS = ("Sec-Purpose", "Purpose", "X-Moz")
MADE_ANEW = (Decision.Kind.CHANGED, Decision.Kind.ACCEPTED)
SETTLED = (*MADE_ANEW, Decision.Kind.RELEASED, Decision.Kind.MADE, Decision.Kind.UNLOCKED)
SEEN_BY_SOMEONE = ("came", "seen_elsewhere")
DAYS_TO_COME: Final[Mapping[str, int]] = {"today": 0, "within 3 days": 3, "this week": 7, "within 2 weeks": 14}
MOST_NEWS = 6
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Said:
    """All that the clinic says to one runner now, each as the decision behind it.

    `notes` newest first; `come_in` is the referral that still waits for a visit, `changed` the decision that made
    the plan that stands another than the runner had before, `opened` the one that lately released what it held.
    """

    notes: tuple[Decision, ...] = ()
    come_in: Decision | None = None
    changed: Decision | None = None
    opened: Decision | None = None

    @property
    def newest(self) -> Decision | None:
        """The note that stands on top; the one of an open referral stands in its card instead."""
        return next(iter(self._beside), None)

    @property
    def earlier(self) -> tuple[Decision, ...]:
        """The notes below it."""
        return self._beside[1:]

    @property
    def come_by(self) -> date | None:
        """The day by which to come in; None where the referral names no time. A word such as "today" would grow old."""
        days = DAYS_TO_COME.get(str(self.come_in.detail.get("soon", ""))) if self.come_in else None
        return _on_a_weekday(timezone.localdate(self.come_in.at), days) if self.come_in and days is not None else None

    @property
    def news(self) -> tuple[str, ...]:
        """What is new in the plan, in a few sentences, where the decision tells it."""
        made = self.changed or self.opened
        told = made.detail.get("new", ()) if made else ()
        listed = [told] if isinstance(told, str) else told if isinstance(told, list) else []
        untrue = KEEP_RUNNING if self.come_in else ()
        return tuple(str(sentence)[:LONGEST] for sentence in listed[:MOST_NEWS] if sentence not in untrue)

    @property
    def _beside(self) -> tuple[Decision, ...]:
        return tuple(note for note in self.notes if note != self.come_in)


def _on_a_weekday(asked: date, days: int) -> date:
    """So many days after it was asked for; a day on a weekend is the Friday before, unless that is over by then."""
    day = asked + timedelta(days=days)
    friday = day - timedelta(days=max(0, day.weekday() - FRIDAY))
    return friday if friday >= asked else day


def from_clinic(screening: Screening) -> Said:
    """What the clinic says about one check; one query."""
    decisions, now = list(screening.decisions.select_related("seen")), timezone.now()
    return Said(
        notes=_notes(decisions, now),
        come_in=_come_in(screening, decisions),
        changed=_issued_last(decisions, MADE_ANEW),
        opened=_issued_last([item for item in decisions if now - item.at < EARLIER_SHOWN], (Decision.Kind.RELEASED,)),
    )


def newest_note(screening: Screening) -> Note | None:
    """The newest note as sheets carry it; reads the check's decisions, which may have been loaded before.

    While the runner is asked to come in there is one in any case: what to leave out until then stands in it.
    """
    decisions = list(screening.decisions.all())
    come_in = _come_in(screening, decisions)
    last = next((decision for decision in reversed(decisions) if decision.note), come_in)
    if last is None:
        return None
    return Note(last.note[:LONGEST], last.by_name, timezone.localdate(last.at), until_visit=come_in is not None)


def awaits_visit(screening: Screening) -> bool:
    """Whether the runner was asked to come in, and nobody has seen them since."""
    return _come_in(screening, list(screening.decisions.all())) is not None


def _notes(decisions: Iterable[Decision], now: datetime) -> tuple[Decision, ...]:
    """The newest whatever its age, then those of the last 30 days."""
    noted = [decision for decision in decisions if decision.note][::-1]
    kept = [note for note in noted[1:MOST_SHOWN] if now - note.at < EARLIER_SHOWN]
    return (*noted[:1], *kept)


def _come_in(screening: Screening, decisions: Sequence[Decision]) -> Decision | None:
    """The referral that still waits for a visit. Who did not come is asked still."""
    for decision in reversed(decisions):
        if decision.kind == Decision.Kind.REFERRED:
            return decision
        if screening.state != Screening.State.REFERRED and _was_seen(decision):
            return None
    return None


def _was_seen(decision: Decision) -> bool:
    """Whether a clinician saw the runner, or settled after a referral what the runner is to do."""
    if decision.kind == Decision.Kind.CAME_IN:
        return decision.detail.get("outcome") in SEEN_BY_SOMEONE
    return decision.kind in SETTLED


def _issued_last(decisions: Iterable[Decision], kinds: Collection[str]) -> Decision | None:
    """The last decision that issued another plan, if it is of these kinds; a plan's first version changes nothing."""
    issued = [item for item in decisions if (item.plan_version or 0) > 1]
    return issued[-1] if issued and issued[-1].kind in kinds else None


def seen_by(request: HttpRequest, screening: Screening, notes: Iterable[Decision]) -> None:
    """Remember when the runner first had each note on the screen.

    A GET that writes, on purpose: the clinic must know that a note was read, and the reading is the display itself.
    What nobody looks at does not count: HEAD, and a page that a browser fetches ahead.
    """
    fresh = [note for note in notes if not hasattr(note, "seen")]
    if not fresh or request.method != "GET" or _is_prefetch(request) or not _counts(request, screening):
        return
    try:
        with transaction.atomic():
            NoteSeen.objects.bulk_create([NoteSeen(decision=note) for note in fresh], ignore_conflicts=True)
    except DatabaseError as error:  # the page with the note matters more than the mark
        logger.warning("note not marked as seen", extra={"reason": type(error).__name__})


def _is_prefetch(request: HttpRequest) -> bool:
    return any(request.headers.get(name, "").startswith("prefetch") for name in PREFETCH_HEADERS)


def _counts(request: HttpRequest, screening: Screening) -> bool:
    """Whether it is the runner who looks: who holds a printed sheet may be anyone.

    Where the clinic filled it in, the sheet is the only link there is: then whoever holds it counts.
    """
    passes = (found for found in passes_of(request) if found.screening.pk == screening.pk)
    return any(not found.is_on_paper or screening.source != Screening.Source.OWN for found in passes)
