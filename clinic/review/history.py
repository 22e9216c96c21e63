"""Earlier and later checks of the same runner, side by side, with what changed on each sign from one to the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.utils.translation import gettext as _

from clinic.review.words import LEVEL_TAGS, SIGN_NAMES, SIGN_WORDS
from clinic.words import LEVEL_WORDS, PATTERN_WORDS
from programs.models import Decision
from programs.ratings import Ratings, own_case, ratings_in
from programs.rules.rechecks import Change, changes
from screening.case import Leg, LegSide
from screening.models import Screening
from screening.rules.pattern import Pattern
from screening.rules.red_flags import Level

MOST_EACH_WAY = 5
"""Checks before and after this one that are shown: what a screen holds side by side."""


@dataclass(frozen=True, slots=True)
class SignCell:
    """What the runner saw of one sign, and what the clinic saw, "" where nobody rated it."""

    own: str
    staff: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One sign that changed since the check before: in words, for better or worse, and why it may mean nothing."""

    words: str
    better: bool
    noise: str
    rule: str


@dataclass(frozen=True, slots=True)
class PastCheck:
    """One check of the runner: `current` is the one this page is of. `signs` in the order of `SIGN_ROWS`."""

    code: str
    at: datetime
    current: bool
    level: str
    level_tag: str
    pattern: str
    pain: int | None
    signs: tuple[SignCell, ...]
    changes: tuple[ChangeLine, ...]


SIGN_ROWS: tuple[tuple[LegSide, str], ...] = (
    ("left", "hip_drop"),
    ("left", "knee_cave"),
    ("right", "hip_drop"),
    ("right", "knee_cave"),
)


def history_of(screening: Screening) -> tuple[PastCheck, ...]:
    """All checks of this runner near this one, oldest first; none where this is the only one."""
    chain = [*_before(screening), screening, *_after(screening)]
    if len(chain) == 1:
        return ()
    ratings = _ratings_of(chain)
    legs = {check.pk: _legs(check) for check in chain}
    moved = {after.pk: tuple(_changed(legs[before.pk], legs[after.pk])) for before, after in pairwise(chain)}
    return tuple(
        _past(check, check.pk == screening.pk, legs[check.pk], ratings.get(check.pk, {}), moved.get(check.pk, ()))
        for check in chain
    )


def _before(screening: Screening) -> list[Screening]:
    found: list[Screening] = []
    earlier = screening.repeat_of
    while earlier is not None and len(found) < MOST_EACH_WAY:
        if not earlier.is_draft:
            found.insert(0, earlier)
        earlier = earlier.repeat_of
    return found


def _after(screening: Screening) -> list[Screening]:
    found: list[Screening] = []
    last = [screening.pk]
    while last and len(found) < MOST_EACH_WAY:
        room = MOST_EACH_WAY - len(found)
        later = Screening.objects.filter(repeat_of__in=last, submitted_at__isnull=False)
        step = list(later.order_by("submitted_at")[:room])
        found += step
        last = [check.pk for check in step]
    return sorted(found, key=lambda check: (check.submitted_at is None, check.submitted_at))


def _ratings_of(chain: Sequence[Screening]) -> dict[int, Ratings]:
    rows: dict[int, list[Decision]] = {}
    rerated = Decision.objects.filter(screening__in=[check.pk for check in chain], kind=Decision.Kind.RERATED)
    for decision in rerated:
        rows.setdefault(decision.screening_id, []).append(decision)
    return {pk: ratings_in(decisions) for pk, decisions in rows.items()}


def _legs(check: Screening) -> dict[LegSide, Leg]:
    case = own_case(check)
    return {leg.side: leg for leg in (case.left, case.right) if leg} if case else {}


def _changed(before: dict[LegSide, Leg], after: dict[LegSide, Leg]) -> Iterator[ChangeLine]:
    for side in before.keys() & after.keys():
        yield from (_line(change) for change in changes(before[side], after[side]))


def _line(change: Change) -> ChangeLine:
    words = _("%(leg)s %(sign)s: %(before)s → %(after)s") % {
        "leg": _("Left") if change.leg == "left" else _("Right"),
        "sign": _(SIGN_NAMES[change.sign]).lower(),
        "before": _(SIGN_WORDS[change.before]),
        "after": _(SIGN_WORDS[change.after]),
    }
    noise = _(change.noise.sentence) if change.noise else ""
    return ChangeLine(words, change.better, noise, change.noise.rule if change.noise else "")


def _past(
    check: Screening, current: bool, legs: dict[LegSide, Leg], ratings: Ratings, moved: tuple[ChangeLine, ...]
) -> PastCheck:
    level = Level(check.level) if check.level else None
    return PastCheck(
        code=check.code,
        at=check.submitted_at or check.created_at,
        current=current,
        level=_(LEVEL_WORDS[level]) if level else "",
        level_tag=LEVEL_TAGS[level] if level else "",
        pattern=_(PATTERN_WORDS[Pattern(check.pattern)]) if check.pattern else "",
        pain=check.pain,
        signs=tuple(_cell(side, sign, legs, ratings) for side, sign in SIGN_ROWS),
        changes=moved,
    )


def _cell(side: LegSide, sign: str, legs: dict[LegSide, Leg], ratings: Ratings) -> SignCell:
    own, staff = legs.get(side), ratings.get(side)
    return SignCell(
        own=_(SIGN_WORDS[getattr(own, sign)]) if own else "",
        staff=_(SIGN_WORDS[getattr(staff.leg, sign)]) if staff else "",
    )
