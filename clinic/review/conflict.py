"""When two people decide at once: the second sees what the first decided beside what they typed, and loses nothing."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from clinic.review.decisions import line_of
from clinic.review.finding import UNKNOWN_VERSION, version_in
from clinic.review.plan_page import changes_of
from clinic.review.plan_sources import STANDING, desk_for
from programs.deciding import Stale, name_of
from programs.models import Decision, IssuedPlan
from programs.views import today
from screening.models import Screening

MOST_SHOWN: Final = 10
SHOWN_UNKNOWN: Final = 3
"""How many decisions are shown where nobody knows which version a form was made from."""
OURS: Final = ("csrfmiddlewaretoken", "version", "take_over")


def conflict(
    request: HttpRequest, stale: Stale, *, kept: Mapping[str, object], undone: Sequence[tuple[str, str, str]] = ()
) -> HttpResponse:
    """The page that shows both, 409. `kept` is what was typed, by its label; a list is shown line by line.

    `undone` is what of theirs would be otherwise if what was sent went on top: what, how they have it, how it would be.
    What was sent stands in the page once more: one button sends it again, on top of what is there now.
    """
    screening = stale.now
    theirs, holder = _since(screening, version_in(request)), screening.claimed_by
    context = {
        "check": screening,
        "theirs": [line_of(decision) for decision in theirs],
        "plan_changes": _plan_changes(screening, theirs),
        "holder": name_of(holder) if holder and _takes_over(request, screening) else "",
        "mine": [(_worded(name), list(_lines(value))) for name, value in kept.items() if value not in ("", None, [])],
        "undone": undone,
        "again": list(_again(request, screening)),
        "room": "queue",
    }
    return render(request, "clinic/review/conflict.html", context, status=409)


def _since(screening: Screening, version: int) -> list[Decision]:
    """The decisions after the version that the form was made from, newest first."""
    count = SHOWN_UNKNOWN if version == UNKNOWN_VERSION else screening.version - version
    return list(screening.decisions.order_by("-at", "-id")[: max(0, min(count, MOST_SHOWN))])


def _plan_changes(screening: Screening, theirs: Iterable[Decision]) -> list[tuple[str, str, str]]:
    """What they changed in the plan, in words."""
    versions = [decision.plan_version for decision in theirs if decision.plan_version]
    if not versions:
        return []
    plans = {each.version: each for each in IssuedPlan.objects.filter(screening=screening)}
    before, after = plans.get(min(versions) - 1), plans.get(max(versions))
    if before is None or after is None:
        return []
    return changes_of(before.read(), after.read(), desk_for(screening, STANDING, today()))


def _takes_over(request: HttpRequest, screening: Screening) -> bool:
    match = request.resolver_match
    return match is not None and match.url_name == "claim" and screening.claimed_by_id is not None


def _again(request: HttpRequest, screening: Screening) -> Iterable[tuple[str, str]]:
    """The fields to send once more, with the version that stands now."""
    for name, values in request.POST.lists():
        if name not in OURS:
            yield from ((name, str(value)) for value in values)
    yield "version", str(screening.version)
    if _takes_over(request, screening):
        yield "take_over", str(screening.claimed_by_id)


def _worded(name: Any) -> str:
    """A label, or the name of a field as words."""
    return _(str(name).replace("_", " "))


def _lines(value: object) -> Iterable[str]:
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return str(value).split("\n")
