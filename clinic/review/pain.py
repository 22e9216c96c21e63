"""The pain as the runner described it: its place on the body chart, on the true side, and how much it hurts when."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from screening.body_chart import BodyView, body_views
from screening.models import Screening
from screening.questions import load_questions
from screening.summary import words_of
from screening.wizard import Walk

ANYWHERE = "other"
STEPS = range(1, 11)


@dataclass(frozen=True, slots=True)
class Chart:
    """One leg of the body chart with the place marked. Drawn for the right leg: `flip` turns it into a left one."""

    title: str
    slug: str
    view_box: str
    width: int
    height: int
    outlines: tuple[str, ...]
    flip: bool


@dataclass(frozen=True, slots=True)
class PainLevel:
    """Pain at one thing, NPRS 0-10; `steps` are ten truths, one for each box of the bar. None where not given."""

    name: str
    level: int | None
    steps: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class PainPicture:
    """Where, on which side, since when, how much, and how it behaves, in words.

    `charts` is empty where the place is not on the chart.
    """

    place: str
    weeks: int | None
    charts: tuple[Chart, ...]
    levels: tuple[PainLevel, ...]
    facts: tuple[tuple[str, str], ...]


def pain_of(screening: Screening) -> PainPicture | None:
    """The pain picture; None without pain, and where the check ended before it was asked for."""
    answers = screening.answers
    if answers.get("pain") != "yes" or "pain_spot" not in answers:
        return None
    side, spot = answers.get("pain_side", ""), answers["pain_spot"]
    weeks = answers.get("pain_weeks", "")
    return PainPicture(
        place=_place(spot, side),
        weeks=int(weeks) if weeks.isdigit() else None,
        charts=tuple(_charts(spot, side)),
        levels=tuple(_levels(screening)),
        facts=tuple(_facts(screening)),
    )


def _place(spot: str, side: str) -> str:
    question = load_questions().question("pain_spot")
    where = _(question.label_of(spot)) if question else spot
    which = {"left": _("left"), "right": _("right"), "both": _("both sides")}.get(side, "")
    return ", ".join(filter(None, (where, which)))


def _charts(spot: str, side: str) -> Iterator[Chart]:
    view = _view_of(spot)
    if view is None:
        return
    for leg in ("left", "right"):
        if side in (leg, "both"):
            outlines = tuple(region.outline for region in view.regions if region.spot == spot)
            title = _("Left leg") if leg == "left" else _("Right leg")
            yield Chart(title, view.slug, view.view_box, view.width, view.height, outlines, leg == "left")


def _view_of(spot: str) -> BodyView | None:
    """The first view that shows the place; none shows "somewhere else"."""
    if spot == ANYWHERE:
        return None
    return next((view for view in body_views() if any(region.spot == spot for region in view.regions)), None)


def _levels(screening: Screening) -> Iterator[PainLevel]:
    names = {
        "pain_running": _("Running"),
        "pain_stairs": _("Stairs"),
        "pain_walking": _("Walking"),
        "pain_rest": _("At rest"),
    }
    for key, name in names.items():
        given = screening.answers.get(key, "")
        level = int(given) if given.isdigit() else None
        yield PainLevel(name, level, tuple(level is not None and step <= level for step in STEPS))


def _facts(screening: Screening) -> Iterator[tuple[str, str]]:
    """How it began and behaves, and how much the runner ran: what the fit is made of, and the load."""
    names = {
        "began": _("Began"),
        "onset_distance": _("Starts after"),
        "same_distance": _("Same distance"),
        "downhill_or_stairs": _("Worse downhill"),
        "eases": _("Eases"),
        "usual_week": _("Usual week"),
        "last_week": _("Last 7 days"),
    }
    walk = Walk(load_questions(), screening.answers)
    for key, name in names.items():
        question = load_questions().question(key)
        if question and screening.answers.get(key):
            yield name, words_of(question, walk)
