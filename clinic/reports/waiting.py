"""What waits for somebody, beside the queue: short lists, oldest first, that name a few and count the rest.

Each list is a function in LISTS; a further one, such as runners gone silent, is one more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.queue.script import OUTCOMES, REACHED
from clinic.reports.held import reasons_to_hold
from clinic.review.decide_forms import SOON
from programs.models import Decision, IssuedPlan
from screening.models import LINK_LIVES, PrivateLink, Screening

SHOWN: Final = 5
COUNTED: Final = 500
"""Where more than this wait besides those shown, the page says "500 or more"."""
LINK_ENDS_WITHIN: Final = timedelta(days=14)
NOTE_UNSEEN_FOR: Final = timedelta(days=3)
SORTED: Final = 2_000
"""So many open referrals, the most urgent, are put in order of when they were asked for."""
# A call that came to nothing asks nobody in.
ASKED_IN: Final = Q(kind=Decision.Kind.REFERRED) | Q(kind=Decision.Kind.CALLED, detail__outcome__in=REACHED)
SOON_WORDS: Final = dict(SOON)
# Where the plan stands or will stand: nothing of a check that was set aside or replaced waits for anybody.
STANDS: Final = (Screening.State.WAITING, Screening.State.REFERRED, Screening.State.DONE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One runner in a list: since when, what it is, and why or what to do."""

    screening: Screening
    since: datetime
    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class WaitingList:
    """One list; `when` heads the column of dates, `more` counts those not shown, at most COUNTED.

    `action` names what can be done for each row: "review", "outcome" or "print".
    """

    slug: str
    title: str
    help: str
    none: str
    when: str
    action: str
    entries: tuple[Entry, ...]
    more: int

    @property
    def size(self) -> int:
        """How many wait, as far as they were counted."""
        return len(self.entries) + self.more

    @property
    def more_than_counted(self) -> bool:
        """Whether there may be more than were counted."""
        return self.more == COUNTED


def waiting_lists(now: datetime) -> tuple[WaitingList, ...]:
    """All lists as they stand now."""
    return tuple(made(now) for made in LISTS)


def held_plans(now: datetime) -> WaitingList:
    """Plans of which staff must release something first: the start, or running in Stage 3."""
    plans = IssuedPlan.objects.order_by("screening", "-version")
    found = (
        Screening.objects.filter(held=True, state__in=STANDS, submitted_at__isnull=False)
        .filter(Q(unlocked_at__isnull=False) | ~Q(level__in=[Screening.Level.CLINICIAN_FIRST, Screening.Level.URGENT]))
        .order_by("submitted_at", "id")
    )
    shown, more = _first(found.prefetch_related(Prefetch("plans", plans)), found)
    return WaitingList(
        "held",
        _("Held plans"),
        _("The runner sees that the clinic looks at this part first."),
        _("No plan is held."),
        _("Since"),
        "review",
        tuple(map(_held, shown)),
        more,
    )


def _held(screening: Screening) -> Entry:
    sent = screening.submitted_at or screening.created_at
    versions = list(screening.plans.all())
    if not versions:
        return Entry(screening, sent, "")
    plan = versions[0].read()
    what = _("The start") if "start" in plan.needs_staff else _("Running (Stage 3)")
    return Entry(screening, sent, what, " ".join(map(_, reasons_to_hold(plan))))


def open_referrals(now: datetime) -> WaitingList:
    """Runners who were asked to come in, without a word yet on whether they did."""
    asked = Decision.objects.filter(ASKED_IN, screening=OuterRef("pk")).order_by("-at", "-id")
    found = Screening.objects.filter(state=Screening.State.REFERRED)
    since = Coalesce(Subquery(asked.values("at")[:1]), "reviewed_at", "submitted_at")
    urgent_first = found.order_by("rank", "submitted_at", "id").values("pk")[:SORTED]
    dated = found.filter(pk__in=urgent_first).annotate(asked_at=since, asked_for=Subquery(asked.values("detail")[:1]))
    shown, more = _first(dated.order_by("asked_at", "id"), found)
    return WaitingList(
        "referred",
        _("Asked to come in, no outcome yet"),
        _("Call, or record what came of it."),
        _("Every referral has an outcome."),
        _("Asked"),
        "outcome",
        tuple(_referred(screening) for screening in shown),
        more,
    )


def _referred(screening: Any) -> Entry:
    return Entry(screening, screening.asked_at, how_soon(screening.asked_for or {}))


def how_soon(detail: dict[str, Any]) -> str:
    """How soon a runner was asked to come, or what the call came to, in words; "" where nobody said."""
    if outcome := detail.get("outcome"):
        return _(OUTCOMES[outcome])
    return str(SOON_WORDS.get(detail.get("soon", ""), ""))


def ending_links(now: datetime) -> WaitingList:
    """Runners whose plan stands and whose last private link ends within two weeks."""
    live = PrivateLink.objects.filter(revoked_at=None, screening=OuterRef("screening"))
    lasts = Q(expires_at__gt=OuterRef("expires_at")) | Q(expires_at=OuterRef("expires_at"), pk__gt=OuterRef("pk"))
    later = Screening.objects.filter(repeat_of=OuterRef("screening"), submitted_at__isnull=False)
    found = (
        PrivateLink.objects.filter(revoked_at=None, expires_at__gt=now, expires_at__lte=now + LINK_ENDS_WITHIN)
        .filter(screening__state__in=STANDS)
        .filter(Exists(IssuedPlan.objects.filter(screening=OuterRef("screening"))))
        .exclude(Exists(live.filter(lasts)))
        .exclude(Exists(later))
        .order_by("expires_at", "id")
    )
    shown, more = _first(found.select_related("screening"), found)
    return WaitingList(
        "links",
        _("Links about to end"),
        _("Then the runner's page closes. Tell the runner, or print a sheet: its new link lasts a year."),
        _("No link ends within two weeks."),
        _("Ends"),
        "print",
        tuple(Entry(link.screening, link.expires_at, _days_left(link.expires_at - now)) for link in shown),
        more,
    )


def _days_left(left: timedelta) -> str:
    return ngettext("%(days)s day left", "%(days)s days left", left.days) % {"days": left.days}


def unseen_notes(now: datetime) -> WaitingList:
    """Notes of the clinic that the runner has not had on the screen after three days."""
    # Before the life of a link nobody can see a note any more: what is older is not looked through.
    since = now - LINK_LIVES
    found = Decision.objects.filter(
        at__gte=since, at__lte=now - NOTE_UNSEEN_FOR, seen=None, screening__state__in=STANDS
    ).exclude(note="")
    shown, more = _first(found.select_related("screening").order_by("at", "id"), found)
    return WaitingList(
        "notes",
        _("Notes not seen"),
        _("The runner has not opened the page since. Call if it matters."),
        _("Every note of the last weeks was seen, or is younger than three days."),
        _("Written"),
        "review",
        tuple(Entry(note.screening, note.at, _("Note by %(name)s") % {"name": note.by_name}) for note in shown),
        more,
    )


def _first(rows: QuerySet[Any], alike: QuerySet[Any]) -> tuple[Sequence[Any], int]:
    """The rows to show, and how many there are besides, counted no further than COUNTED."""
    shown = list(rows[:SHOWN])
    if len(shown) < SHOWN:
        return shown, 0
    return shown, alike[: SHOWN + COUNTED].count() - SHOWN


LISTS: Final[tuple[Callable[[datetime], WaitingList], ...]] = (held_plans, open_referrals, ending_links, unseen_notes)
