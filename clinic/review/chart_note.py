"""What of a review goes into the clinic's own chart."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic.review.copy import ChartNote, NotePart, text_of
from clinic.review.decisions import DecisionLine
from clinic.review.legs import Look, ReviewLeg
from clinic.review.page import Review
from clinic.review.plans import ShownPlan
from screening.models import Screening


def chart_note(review: Review) -> str:
    """The note of one review as text."""
    parts = (
        NotePart(_("Runner"), tuple(_runner(review))),
        NotePart(_("Red flags"), tuple(f"{rule} {level}: {why}" for rule, level, _tag, why in review.summary.flags)),
        NotePart(_("Complaint"), tuple(_complaint(review))),
        NotePart(_("Mirror check, by the leg stood on"), tuple(line for leg in review.legs for line in _leg(leg))),
        NotePart(_("Finding"), tuple(_finding(review))),
        NotePart(_("Plan"), tuple(_plan(review.standing)) if review.standing else ()),
        NotePart(_("Decisions"), tuple(_decision(line) for line in reversed(review.decisions))),
    )
    return text_of(ChartNote(_heading(review.screening), parts))


def _heading(screening: Screening) -> str:
    words = {
        Screening.Source.OWN: _("Self-check %(code)s, sent %(at)s"),
        Screening.Source.PAPER: _("Self-check on paper %(code)s, typed in %(at)s"),
        Screening.Source.WALK_IN: _("Walk-in plan %(code)s, made %(at)s"),
    }[Screening.Source(screening.source)]
    return words % {"code": screening.code, "at": _when(screening.submitted_at or screening.created_at)}


def _when(at: datetime) -> str:
    return date_format(timezone.localtime(at), "M j, Y, g:i A")


def _runner(review: Review) -> Iterator[str]:
    name = review.summary.name or _("No name given")
    yield _("%(name)s, %(age)s years") % {"name": name, "age": review.summary.age} if review.summary.age else name
    if review.typed_by:
        yield _("By %(name)s") % {"name": review.typed_by}


def _complaint(review: Review) -> Iterator[str]:
    if review.pain is None:
        return
    yield review.pain.place
    if review.pain.weeks is not None:
        yield _("For %(weeks)s weeks") % {"weeks": review.pain.weeks}
    levels = [f"{level.name} {level.level}" for level in review.pain.levels if level.level is not None]
    if levels:
        yield _("Pain, 0 to 10: %(levels)s") % {"levels": ", ".join(levels)}


def _leg(leg: ReviewLeg) -> Iterator[str]:
    if leg.own:
        yield _("%(leg)s, runner: %(seen)s") % {"leg": leg.title, "seen": _seen(leg.own)}
    if leg.staff and leg.at:
        words = _("%(leg)s, %(name)s on %(at)s: %(seen)s")
        yield words % {"leg": leg.title, "name": leg.by, "at": _when(leg.at), "seen": _seen(leg.staff)}
    for line in leg.differences:
        yield f"{leg.title}: {line.words} ({line.rule})"


def _seen(look: Look) -> str:
    """Both signs, what else was out of the ordinary, and what the rules call it."""
    told = [(sign.name.lower(), sign.answer.lower() if sign.figure else _("can’t tell")) for sign in look.signs]
    signs = ", ".join([*map(" ".join, told), *(fact for fact, notable in look.facts if notable)])
    score = "" if look.score is None else _(", score %(score)s of 4") % {"score": look.score}
    return f"{signs}; {look.state.lower()} ({look.rule}{score})"


def _finding(review: Review) -> Iterator[str]:
    if review.summary.pattern:
        yield _("By the runner's answers: %(pattern)s") % {"pattern": review.summary.pattern}
    if review.rated_words:
        yield _("By the clinic's ratings: %(pattern)s") % {"pattern": review.rated_words}
    yield review.summary.why
    if review.unclear:
        yield _("Not told: %(what)s") % {"what": "; ".join(f"{line.label}: {line.answer}" for line in review.unclear)}


def _plan(shown: ShownPlan) -> Iterator[str]:
    words = _("%(rule)s, version %(version)s, %(at)s")
    yield words % {"rule": shown.plan.rule, "version": shown.version.number, "at": _when(shown.version.at)}
    for stage in shown.stages:
        yield _("Stage %(number)s: %(name)s") % {"number": stage.number, "name": _(stage.name)}
        for exercise in stage.exercises:
            yield f"- {_(exercise.name)}, {_(exercise.dose)}"
    yield from shown.runs
    yield from shown.held


def _decision(line: DecisionLine) -> str:
    parts = [f"{_when(line.at)}, {line.who}: {line.what}", *line.details]
    if line.version:
        parts.append(_("plan version %(version)s") % {"version": line.version})
    if line.reason:
        parts.append(_("reason: %(reason)s") % {"reason": line.reason})
    if line.note:
        parts.append(_("note to the runner: %(note)s") % {"note": line.note})
    return "; ".join(parts)
