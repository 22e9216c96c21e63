"""What one row of the queue shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clinic.legs import SmallLeg, small_legs
from clinic.queue.flag_words import TAGS, Flag, flag_of
from clinic.queue.waiting import waiting_words
from clinic.words import LEVEL_WORDS
from programs.deciding import name_of
from programs.models import Decision
from screening.family import Holder, holders_of
from screening.models import Screening
from screening.queueing import URGENCY
from screening.rules.red_flags import Level
from screening.wording import gettext_noop

SPOTS: Mapping[str, str] = {
    "outer_knee": gettext_noop("Outer knee"),
    "front_knee": gettext_noop("Front of knee"),
    "inner_knee": gettext_noop("Inner knee"),
    "back_knee": gettext_noop("Back of knee"),
    "below_outer_knee": gettext_noop("Below outer knee"),
    "outer_hip": gettext_noop("Outer hip"),
    "groin": gettext_noop("Groin, front of hip"),
    "buttock_back": gettext_noop("Buttock, low back"),
    "shin": gettext_noop("Shin"),
    "calf": gettext_noop("Calf"),
    "other": gettext_noop("Other spot"),
}
SIDES: Mapping[str, str] = {
    "left": gettext_noop("left"),
    "right": gettext_noop("right"),
    "both": gettext_noop("both legs"),
}
TOP_PAIN = 10


@dataclass(frozen=True, slots=True)
class Tries:
    """Calls so far: how many, and when the last was made and by whom."""

    count: int
    last_at: datetime
    last_by: str


@dataclass(frozen=True, slots=True)
class Row:
    """One check as the queue shows it. `bar` holds ten times whether that point of pain is reached."""

    check: Screening
    age: str
    where: str
    legs: tuple[SmallLeg, ...]
    bar: tuple[bool, ...]
    level: str
    level_tag: str
    flags: tuple[Flag, ...]
    waiting: str
    claimed_by: str
    claimed_for: str
    marks: tuple[str, ...]
    tries: Tries | None

    @property
    def calls_first(self) -> bool:
        """Whether a human has to call before anything else."""
        return self.check.is_locked and self.check.state == Screening.State.WAITING

    @property
    def comes_first(self) -> bool:
        """Whether a red flag puts it before all others: its own, or one of an earlier check that nobody cleared."""
        holder = self.check.holder
        return self.check.was_stopped or (holder is not None and not holder.later)

    @property
    def may_print(self) -> bool:
        """Whether there may be sheets to hand out."""
        return not (self.check.is_locked or self.check.is_on_hold or self.check.state == Screening.State.ASIDE)


def rows_of(screenings: Sequence[Screening], now: datetime) -> tuple[Row, ...]:
    """Each check as a row, in their order. Reads the calls of all of them at once, and what holds them."""
    holders = holders_of(each.pk for each in screenings)
    for each in screenings:
        each.known_holders = holders
    tries = tries_of(each.pk for each in screenings if each.was_stopped)
    return tuple(_row(each, now, tries.get(each.pk)) for each in screenings)


def tries_of(ids: Iterable[int]) -> dict[int, Tries]:
    """The calls made to these runners."""
    found: dict[int, Tries] = {}
    calls = Decision.objects.filter(screening__in=list(ids), kind=Decision.Kind.CALLED).order_by("at", "id")
    for call in calls.only("screening_id", "at", "by_name"):
        before = found.get(call.screening_id)
        found[call.screening_id] = Tries(before.count + 1 if before else 1, call.at, call.by_name)
    return found


def _row(screening: Screening, now: datetime, tries: Tries | None) -> Row:
    age = str(screening.answers.get("age", ""))
    claimed = screening.claimed_by
    return Row(
        check=screening,
        age=age,
        where=where_of(screening.answers),
        legs=small_legs(screening),
        bar=tuple(point < (screening.pain or 0) for point in range(TOP_PAIN)),
        level=_(LEVEL_WORDS[Level(screening.level)]) if screening.level else "",
        level_tag=TAGS[Level(screening.level)] if screening.level else "",
        flags=(*_holding(screening.holder), *flags_of(screening)),
        waiting=waiting_words(screening.submitted_at, now) if screening.submitted_at else "",
        claimed_by=name_of(claimed) if claimed else "",
        claimed_for=waiting_words(screening.claimed_at, now) if claimed and screening.claimed_at else "",
        marks=tuple(marks_of(screening)),
        tries=tries,
    )


def where_of(answers: Mapping[str, Any]) -> str:
    """The main spot and its side, such as `Outer knee, left`; "" where it was not asked, or there is no pain."""
    spot, side = answers.get("pain_spot"), answers.get("pain_side")
    words = (_(SPOTS[str(spot)]) if spot in SPOTS else "", _(SIDES[str(side)]) if side in SIDES else "")
    return ", ".join(word for word in words if word)


def flags_of(screening: Screening) -> tuple[Flag, ...]:
    """What was raised, most urgent first; nothing for a walk-in."""
    if screening.assessment is None:
        return ()
    raised = screening.read_assessment().triage.raised
    return tuple(flag_of(each, screening.answers) for each in raised)


def _holding(holder: Holder | None) -> Iterator[Flag]:
    """That another check of the same runner met a red flag, which no clinician has cleared."""
    if holder:
        yield Flag(_("Red flag since") if holder.later else _("Red flag before"), TAGS[URGENCY[holder.rank]])


def marks_of(screening: Screening) -> Iterable[str]:
    """What sets this check apart from a plain one, in a word or two."""
    if screening.source == Screening.Source.PAPER:
        yield _("Paper check")
    if screening.source == Screening.Source.WALK_IN:
        yield _("Walk-in")
    if screening.repeat_of_id:
        yield _("Repeat")
    if screening.held:
        yield _("Plan on hold")
    if screening.was_stopped and screening.unlocked_at:
        yield _("Unlocked")
    if screening.suspected:
        yield _("Very fast")
    if screening.state == Screening.State.REPLACED:
        yield _("Replaced by a later one")
