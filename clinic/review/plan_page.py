"""What the plan's page shows: every stage with small pictures, the fields of the open one, and what changes."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from clinic.review.plan_form import Edited, dose_field, held_in
from clinic.review.plan_sources import STANDING, TEMPLATE, Desk, templates
from clinic.review.plan_work import chosen_start, means_for, packed, run_starts
from clinic.review.rating import RATED, rated_plan
from clinic.review.revision_words import about_runs_words, concern_words, difference_words, held_words, start_words
from programs.arranging import BESIDE, NO_RUNS, about_runs
from programs.plan import Picture, Plan, PrescribedExercise, Stage
from programs.plan_changes import concerns, differences
from programs.rules.assignment import RETURN_TO_RUN
from screening.wording import gettext_noop

FIELD_NAMES: Final[Mapping[str, str]] = {
    "start": gettext_noop("Start with"),
    "goal": gettext_noop("Build up to"),
    "hold": gettext_noop("Hold"),
    "rest": gettext_noop("Rest"),
    "tempo": gettext_noop("Count"),
    "days": gettext_noop("Days"),
}
KINDS: Final[Mapping[str, str]] = {
    "strength": gettext_noop("Strength"),
    "mobility": gettext_noop("Mobility"),
    "warm_up": gettext_noop("Warm-up"),
}
OWN: Final = "OWN-"


@dataclass(frozen=True, slots=True)
class DoseField:
    """One part of a dose as a field: `part` is which, `error` why what was typed can not be read, or ""."""

    name: str
    part: str
    label: str
    value: str
    error: str


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise on the page. `fields` are empty while its stage is closed; `error` is why it can not be swapped."""

    place: int
    part: str
    it: PrescribedExercise
    picture: Picture | None
    flip: bool
    fields: tuple[DoseField, ...]
    first: bool
    last: bool
    error: str

    @property
    def above(self) -> int:
        """The place before it."""
        return max(self.place - 1, 0)

    @property
    def below(self) -> int:
        """The place after it."""
        return self.place + 1

    @property
    def place_text(self) -> str:
        """The place as text, for the names of fields."""
        return str(self.place)


@dataclass(frozen=True, slots=True)
class StageRows:
    """One stage on the page."""

    stage: Stage
    open: bool
    rows: tuple[Row, ...]
    warm_up: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its value, its words, and whether it is chosen."""

    value: str
    words: str
    chosen: bool = False


def page_of(edited: Edited, desk: Desk, favorites: Collection[str]) -> dict[str, Any]:
    """The context of the page; `favorites` are the keys of the exercises that stand first in the lists."""
    plan, start = edited.plan, chosen_start(edited.plan, desk)
    means = means_for(edited.work, desk)
    library = means.library
    return {
        "edited": edited,
        "work": packed(edited.work),
        "source": desk.source,
        "sources": tuple(_sources(desk)),
        "stages": tuple(_stage_rows(stage, edited) for stage in plan.stages),
        "missing": [content for number, content in library.stages.items() if number not in _numbers(plan)],
        "firsts": [Choice(str(number), "", number == plan.stages[0].number) for number in library.stages]
        if plan.stages
        else [],
        "starts": _starts(edited, desk),
        "far": bool(start and start.far),
        "held": [Choice(held, held_words(held), held in edited.work.released) for held in held_in(plan, desk)],
        "besides": _besides(edited, desk),
        "outs": _outs(edited, desk),
        "groups": _groups(edited, desk, ("strength", "mobility"), favorites),
        "drills": _groups(edited, desk, ("warm_up",), favorites),
        "concerns": [concern_words(each, library) for each in concerns(desk.before, plan, means, start)],
        "changes": changes_of(desk.stood, plan, desk),
        "next_version": desk.version + 1,
        "problems": edited.problems,
        "add_errors": (_error(edited, "id_add_x"), _error(edited, "id_add_w")),
    }


def changes_of(before: Plan, after: Plan, desk: Desk) -> list[tuple[str, str, str]]:
    """What is different, in words: what, how it was, how it is."""
    library = desk.means.library
    return [difference_words(each, library, after.unit) for each in differences(before, after, desk.means)]


def _numbers(plan: Plan) -> list[int]:
    return [stage.number for stage in plan.stages]


def _sources(desk: Desk) -> Iterator[Choice]:
    """What a plan can be begun from."""
    yield Choice(STANDING, _("The plan that stands"), desk.source == STANDING)
    if desk.source == RATED or rated_plan(desk.screening, desk.today):
        yield Choice(RATED, _("The plan from the clinic's rating"), desk.source == RATED)
    for version in templates():
        value = f"{TEMPLATE}{version.pk}"
        yield Choice(value, _("Template: %(name)s") % {"name": version.name}, desk.source == value)


def _stage_rows(stage: Stage, edited: Edited) -> StageRows:
    opened = stage.number == edited.open
    return StageRows(
        stage,
        opened,
        tuple(_rows(stage.exercises, "x", edited, tuple(FIELD_NAMES) if opened else ())),
        tuple(_rows(stage.warm_up, "w", edited, ("start",) if opened else ())),
    )


def _rows(
    exercises: tuple[PrescribedExercise, ...], part: str, edited: Edited, names: tuple[str, ...]
) -> Iterator[Row]:
    for place, each in enumerate(exercises):
        picture = next(iter(each.pictures), None)
        flip = bool(picture and picture.flipped_for(each.leg))
        fields = tuple(_field(each, part, place, name, edited) for name in names)
        error = _error(edited, f"row-{part}-{place}") if names else ""
        yield Row(place, part, each, picture, flip, fields, place == 0, place == len(exercises) - 1, error)


def _field(exercise: PrescribedExercise, part: str, place: int, name: str, edited: Edited) -> DoseField:
    posted = dose_field(part, place, name)
    value = edited.typed.get(posted, getattr(exercise.dose, name))
    return DoseField(posted, name, _(FIELD_NAMES[name]), value, _error(edited, posted))


def _error(edited: Edited, target: str) -> str:
    """What is wrong at this place; "" for nothing."""
    return next((problem.message for problem in edited.problems if problem.target == target), "")


def _starts(edited: Edited, desk: Desk) -> list[Choice]:
    found = []
    for start in run_starts(edited.plan, desk):
        words = start_words(start.value, edited.plan.unit)
        if start.above:
            words = _("%(start)s, above the rules") % {"start": words}
        found.append(Choice(start.value, words, start.value == edited.work.run))
    return found


def _besides(edited: Edited, desk: Desk) -> list[Choice]:
    """Whether normal runs go on beside the stages before running comes back; nothing to choose where they may not."""
    says = about_runs(edited.plan, desk.means.library)
    if not says or not desk.may_run or RETURN_TO_RUN in _numbers(edited.plan):
        return []
    return [Choice(each, about_runs_words(each), each == says) for each in (NO_RUNS, BESIDE)]


def _outs(edited: Edited, desk: Desk) -> list[Choice]:
    """Every exercise of the plan and those left out of it, each once."""
    library = desk.means.library.exercises
    names = {each.key: each.name for stage in edited.plan.stages for each in (*stage.exercises, *stage.warm_up)}
    left = {key: library[key].words.name if key in library else key for key in edited.work.leave_out}
    return [Choice(key, _(name), key in left) for key, name in {**names, **left}.items()]


def _groups(
    edited: Edited, desk: Desk, kinds: tuple[str, ...], favorites: Collection[str]
) -> list[tuple[str, list[Choice]]]:
    """The exercises that may be chosen: favorites, then each kind; the clinic's own stand in groups of their own."""
    allowed = [each for key, each in desk.means.library.exercises.items() if key not in edited.work.leave_out]
    starred = [each for each in allowed if each.key in favorites and each.kind in kinds]
    groups = [(_("Your favorites"), [Choice(each.key, _(each.words.name)) for each in starred])]
    for kind in kinds:
        named = [Choice(each.key, _(each.words.name)) for each in allowed if each.kind == kind]
        own = [choice for choice in named if choice.value.startswith(OWN)]
        groups.append((_(KINDS[kind]), [choice for choice in named if choice not in own]))
        if own:
            groups.append((_("%(kind)s, the clinic's own") % {"kind": _(KINDS[kind])}, own))
    return [(name, choices) for name, choices in groups if choices]
