"""What the walk-in page shows: the warning signs, the templates with their pictures, the exercises to tick."""

import secrets
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext

from clinic.packs.forms import KIND_NAMES
from clinic.packs.walk_in_form import KINDS, LEGS, SAFETY, SCRATCH, WalkInForm
from clinic.shelf.models import TemplateVersion
from clinic.shelf.outline import OutlineError
from clinic.shelf.plans import read_outline
from programs.library_content import Exercise, Library
from programs.picture_addresses import picture_address
from programs.printing.options import PAPER_NAMES
from screening.wording import gettext_noop

THUMBS: Final = 4
SIGNS: Final = (
    gettext_noop("Chest pain, trouble breathing, or feeling faint, now or in training; a heart problem"),
    gettext_noop("One calf or lower leg newly swollen, warm, red, or darker"),
    gettext_noop("A hot, red, swollen joint; fever; cancer; weight loss; night sweats"),
    gettext_noop("Numbness or pain down the leg, a floppy foot, new trouble peeing or pooping"),
    gettext_noop("A fall, twist, or hit in the last 6 weeks; surgery, a broken bone, or a joint shot"),
    gettext_noop("A knee that is stuck, buckles, or is swollen; a limp; strong pain at rest"),
    gettext_noop("Pain deep in the groin, pain at night, or one very sore spot on a bone"),
    gettext_noop("Under 18; pregnant or a baby in the last 12 weeks; 3 or more missed periods; weak bones"),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A template as the page offers it: its id, names, and the first pictures of its exercises."""

    value: str
    name: str
    description: str
    exercises: tuple[str, ...]
    pictures: tuple[str, ...]


def page_of(form: WalkInForm, *, may_compose: bool) -> dict[str, Any]:
    """What the template draws. A warning sign takes the place of all other things that are to be said."""
    stopped = form.is_bound and form.stops
    return {
        "room": "walk_in",
        "form": form,
        "problems": [] if stopped else _problems(form),
        "stopped": stopped,
        "key": form["key"].value() or secrets.token_urlsafe(16),
        "signs": [gettext(sign) for sign in SIGNS],
        "safety": [(value, gettext(words)) for value, words in SAFETY.items()],
        "legs": [(value, gettext(words)) for value, words in LEGS.items()],
        "offers": [_offer(version, form.library) for version in form.templates.values()],
        "kinds": [(str(kind), gettext(KIND_NAMES[kind])) for kind in KINDS],
        "papers": [(str(paper), gettext(words)) for paper, words in PAPER_NAMES.items()],
        "may_compose": may_compose,
        "composing": bool(form.ticked) or form["template"].value() == SCRATCH,
        "stages": _stages(form),
    }


def _problems(form: WalkInForm) -> list[dict[str, str]]:
    return [
        {"target": f"id_{name}" if name in form.fields else "main", "message": str(message)}
        for name, messages in form.errors.items()
        for message in messages
    ]


def _stages(form: WalkInForm) -> list[dict[str, Any]]:
    """The exercises to tick, stage by stage."""
    return [
        {
            "number": number,
            "name": gettext(form.library.stages[number].name),
            "choices": [
                {
                    "value": choice.value,
                    "name": gettext(choice.exercise.words_for(str(number)).name),
                    "dose": gettext(choice.exercise.doses[str(number)].start),
                    "picture": first_picture(choice.exercise),
                }
                for choice in choices
            ],
        }
        for number, choices in form.offered.items()
    ]


def _offer(version: TemplateVersion, library: Library) -> Offer:
    """What a template holds, as far as the library still knows it."""
    try:
        rows = list(read_outline(version).rows())
    except OutlineError:
        rows = []
    exercises = [library.exercises[row.key] for row in rows if row.key in library.exercises]
    return Offer(
        value=str(version.template_id),
        name=version.name,
        description=version.description,
        exercises=tuple(gettext(exercise.words.name) for exercise in exercises),
        pictures=tuple(filter(None, map(first_picture, exercises[:THUMBS]))),
    )


def first_picture(exercise: Exercise) -> str:
    """The address of an exercise's first picture; "" where it has none."""
    picture = next(iter(exercise.words.pictures), None)
    return picture_address(picture.slug, "clinic") if picture else ""
