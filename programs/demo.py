"""The demo's people: six self-checks that show every kind of result, made by the same actions that real ones use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from programs.actions import finish
from screening.actions import save_page, start
from screening.forms import PageForm
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk

LEVEL_LEG = {"reps": 5, "hip_drop": 0, "knee_cave": 0, "trunk_lean": 0, "balance": 0, "pain": 0}
RUNNER: dict[str, Any] = {
    "unit": "mi", "age": 34, "usual_week": 25, "usual_days": 5, "weeks_off": 2,
    "pain": True, "pain_side": "left", "pain_spot": "outer_knee", "began": "slowly", "same_distance": "yes",
    "onset_distance": 3, "downhill_or_stairs": "yes", "eases": "same_day",
    "pain_running": 5, "pain_stairs": 2, "pain_walking": 0, "pain_rest": 0, "pain_weeks": 6,
    "flags": {}, "left": LEVEL_LEG, "right": LEVEL_LEG,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """One demo runner: a name, what differs from the plain case, and how many hours ago it was sent."""

    name: str
    case: Mapping[str, Any]
    hours_ago: int


def _leg(**signs: int) -> dict[str, int]:
    return LEVEL_LEG | signs


PEOPLE = (
    Person("Sarah Miller", {"left": _leg(hip_drop=2, knee_cave=1)}, 3),
    Person("Łukasz Nowak", {"unit": "km", "usual_week": 40, "onset_distance": 6, "age": 41,
                            "left": _leg(hip_drop=1, knee_cave=1), "right": _leg(hip_drop=1, knee_cave=1)}, 20),
    Person("Grace Okafor", {"pain_spot": "outer_hip", "pain_side": "right", "same_distance": "no",
                            "onset_distance": None, "age": 50, "usual_week": 20, "right": _leg(hip_drop=2)}, 26),
    Person("Tom Reed", {"flags": {"RF-04": "yes"}, "age": 47}, 1),
    Person("Ana Díaz", {"left": _leg(reps=2, pain=5, hip_drop=1), "usual_week": 18, "usual_days": 4}, 50),
    Person("", {"pain": False, "right": _leg(knee_cave=2), "age": 23}, 75),
)  # fmt: skip


def seed() -> int:
    """Make the demo's self-checks. Returns how many there are."""
    for person in PEOPLE:
        _walk(person)
    return len(PEOPLE)


def _walk(person: Person) -> None:
    screening, _token = start()
    typed = typed_answers({**RUNNER, **person.case}) | {"name": person.name, "email": ""}
    while screening.is_draft and (page := Walk(load_questions(), screening.answers).first_open()):
        form = PageForm(Walk(load_questions(), screening.answers), page, typed)
        if not form.is_valid():
            raise ValueError(f"{page.slug}: {form.errors.as_text()}")
        screening = save_page(screening.pk, page.slug, form.answers_of_page)
    if screening.is_draft:
        finish(screening.pk, today=timezone.localdate())
    sent = timezone.now() - timedelta(hours=person.hours_ago)
    began = sent - timedelta(minutes=6)
    Screening.objects.filter(pk=screening.pk).update(
        created_at=began, saved_at=sent, submitted_at=sent, suspected="", name=person.name
    )
