"""What a decision was in particular, in words: the legs as rated, what changed in the plan, what a call came to."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic.review.words import HELD_WORDS, OUTCOME_WORDS, SAFETY_WORDS, SIDE_WORDS, SIGN_WORDS, SOON_WORDS
from programs.models import Decision

Detail = Mapping[str, Any]
Kind = Decision.Kind


def details_of(decision: Decision) -> Iterator[str]:
    """Each particular on a line of its own; none for a kind of decision that has none."""
    yield from SAYERS.get(Kind(decision.kind), _nothing)(decision.detail)


def _nothing(_detail: Detail) -> Iterator[str]:
    yield from ()


def _rated(detail: Detail) -> Iterator[str]:
    for side, rating in detail.items():
        yield _("%(leg)s: hip %(hip)s, knee %(knee)s") % {
            "leg": _(SIDE_WORDS[side]).capitalize(),
            "hip": _(SIGN_WORDS[rating["hip_drop"]]),
            "knee": _(SIGN_WORDS[rating["knee_cave"]]),
        }


def _outcome(detail: Detail) -> Iterator[str]:
    outcome = str(detail.get("outcome", ""))
    if outcome:
        yield _(OUTCOME_WORDS.get(outcome, outcome))


def _claimed(detail: Detail) -> Iterator[str]:
    if detail.get("from"):
        yield _("Taken over from %(name)s") % {"name": detail["from"]}


def _changed(detail: Detail) -> Iterator[str]:
    """What is different in the plan: what, how it was, how it is."""
    for what, was, now in detail.get("changes", ()):
        parts = {"what": what, "was": was, "now": now}
        yield _("%(what)s: %(now)s; was: %(was)s") % parts if was and now else ": ".join(filter(None, (what, was, now)))
    if detail.get("runs_as_much_already"):
        yield _("The runner already runs about as much.")


def _accepted(detail: Detail) -> Iterator[str]:
    if detail.get("source") == "rated":
        yield _("The plan from the clinic’s rating")
    yield from _changed(detail)


def _released(detail: Detail) -> Iterator[str]:
    for what in detail.get("released", ()):
        yield _(HELD_WORDS.get(what, what))


def _referred(detail: Detail) -> Iterator[str]:
    soon = str(detail.get("soon", ""))
    if soon:
        yield _(SOON_WORDS.get(soon, soon))


def _unlocked(detail: Detail) -> Iterator[str]:
    if detail.get("name") and detail.get("examined_on"):
        day = date_format(date.fromisoformat(detail["examined_on"]), "M j, Y")
        yield _("Examined by %(name)s on %(day)s") % {"name": detail["name"], "day": day}


def _made(detail: Detail) -> Iterator[str]:
    safety = str(detail.get("safety", ""))
    if safety:
        yield _(SAFETY_WORDS.get(safety, safety))
    if detail.get("template"):
        yield _("From the template %(name)s") % {"name": detail["template"]}


def _typed_in(detail: Detail) -> Iterator[str]:
    if detail.get("repeats"):
        yield _("Repeats check %(code)s") % {"code": detail["repeats"]}
    if detail.get("no_to_all"):
        yield _("Said no to all of these at once: %(keys)s") % {"keys": ", ".join(detail["no_to_all"])}


SAYERS: Final[Mapping[str, Callable[[Detail], Iterator[str]]]] = {
    Kind.RERATED: _rated,
    Kind.CALLED: _outcome,
    Kind.CAME_IN: _outcome,
    Kind.CLAIMED: _claimed,
    Kind.CHANGED: _changed,
    Kind.ACCEPTED: _accepted,
    Kind.RELEASED: _released,
    Kind.REFERRED: _referred,
    Kind.UNLOCKED: _unlocked,
    Kind.MADE: _made,
    Kind.TYPED_IN: _typed_in,
}
