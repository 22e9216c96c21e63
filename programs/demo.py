"""The demo's people: self-checks that show every kind of result, made by the same actions that real ones use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal

from django.utils import timezone

from programs.actions import finish
from programs.deciding import decide
from programs.models import Decision
from screening.actions import save_page, start, start_again
from screening.contact import leave_contact
from screening.forms import PageForm
from screening.models import Screening
from screening.questions import load_questions
from screening.typed_answers import typed_answers
from screening.wizard import Walk

WALK_TAKES = timedelta(minutes=6)
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
    """One demo runner: what differs from the plain case, and how many minutes ago it was sent.

    `earlier` is a check of the same runner that many days before, with its own differences. `phone` is what they left
    when their walk ended. `staff` is what the clinic has done about it so far.
    """

    name: str
    case: Mapping[str, Any]
    minutes_ago: int
    phone: str = ""
    earlier: Mapping[str, Any] | None = None
    staff: Literal["", "claimed", "referred", "called"] = ""


def _leg(**signs: int | None) -> dict[str, int | None]:
    return LEVEL_LEG | signs


HOUR, DAY = 60, 24 * 60
PEOPLE = (
    Person("Sarah Miller", {"left": _leg(hip_drop=2, knee_cave=1)}, 3 * HOUR),
    Person("Łukasz Nowak", {"unit": "km", "usual_week": 40, "onset_distance": 6, "age": 41,
                            "left": _leg(hip_drop=1, knee_cave=1), "right": _leg(hip_drop=1, knee_cave=1)}, 20 * HOUR),
    Person("Grace Okafor", {"pain_spot": "outer_hip", "pain_side": "right", "same_distance": "no", "pain_running": 4,
                            "onset_distance": None, "age": 50, "usual_week": 20, "right": _leg(hip_drop=2)}, 26 * HOUR,
           earlier={"pain_spot": "outer_hip", "pain_side": "right", "same_distance": "no", "pain_running": 6,
                    "onset_distance": None, "age": 50, "usual_week": 20, "right": _leg(hip_drop=2, knee_cave=2)}),
    Person("Tom Reed", {"flags": {"RF-04": "yes"}, "age": 47}, 65, phone="(973) 555-0142"),
    Person("Ana Díaz", {"left": _leg(reps=2, pain=5, hip_drop=1), "usual_week": 18, "usual_days": 4}, 50 * HOUR),
    Person("", {"pain": False, "right": _leg(knee_cave=2), "age": 23}, 75 * HOUR),
    Person("Maya Brooks", {"flags": {"RF-20": "yes"}, "age": 29, "pain_side": "right"}, 145, phone="973 555 0117",
           staff="called"),
    Person("Walter Hayes", {"flags": {"RF-05": "not_sure", "RF-10": "yes"}, "age": 61}, 19 * HOUR),
    Person("Jon Vega", {"age": 24, "pain_side": "right", "pain_running": 7, "flags": {"RF-22": "yes"},
                        "right": _leg(hip_drop=1, knee_cave=2)}, 8),
    Person("Priya Nair", {"age": 39, "pain_running": 3, "left": _leg(hip_drop=None, knee_cave=None),
                          "right": _leg(knee_cave=None)}, 31),
    Person("Lena Fuchs", {"unit": "km", "usual_week": 30, "onset_distance": 5, "age": 28, "pain_side": "both",
                          "left": _leg(hip_drop=2), "right": _leg(knee_cave=2, hip_drop=1)}, 82),
    Person("Sam Ito", {"age": 42, "pain_weeks": 20, "pain_running": 4, "left": _leg(hip_drop=2, knee_cave=1)}, 55,
           staff="claimed"),
    Person("Noor Haddad", {"age": 36, "flags": {"RF-13": "yes"}, "left": _leg(hip_drop=2)}, 4 * HOUR),
    Person("Ben Castillo", {"age": 45, "pain_spot": "front_knee", "same_distance": "no", "onset_distance": None,
                            "downhill_or_stairs": "no", "eases": "does_not", "pain_running": 6}, 2 * DAY,
           staff="referred"),
    Person("Ida Lindqvist", {"age": 31, "pain_running": 2}, 28 * HOUR),
)  # fmt: skip


def seed(staff: Any = None) -> int:
    """Make the demo's self-checks. Returns how many runners there are.

    `staff` is the member of the clinic who has begun to work through them; without one nobody has.
    """
    for person in PEOPLE:
        if person.earlier is not None:
            before = _walk(start()[0], person.name, person.earlier, person.minutes_ago + 12 * DAY)
            Screening.objects.filter(pk=before.pk).update(state=Screening.State.DONE)
            draft, _token = start_again(before)
        else:
            draft, _token = start()
        screening = _walk(draft, person.name, person.case, person.minutes_ago)
        if person.phone:
            leave_contact(screening, name=person.name, phone=person.phone)
        if staff:
            _worked_on(screening, person, staff)
    return len(PEOPLE)


def _walk(screening: Screening, name: str, case: Mapping[str, Any], minutes_ago: int) -> Screening:
    """The whole walk, begun and sent in the past; the one whose walk ended early left the name with the number."""
    sent = timezone.now() - timedelta(minutes=minutes_ago)
    Screening.objects.filter(pk=screening.pk).update(created_at=sent - WALK_TAKES)
    typed = typed_answers({**RUNNER, **case}) | {"name": name, "email": ""}
    while screening.is_draft and (page := Walk(load_questions(), screening.answers).first_open()):
        form = PageForm(Walk(load_questions(), screening.answers), page, typed)
        if not form.is_valid():
            raise ValueError(f"{page.slug}: {form.errors.as_text()}")
        screening = save_page(screening.pk, page.slug, form.answers_of_page)
    if screening.is_draft:
        finish(screening.pk, today=timezone.localdate())
    sent_one = Screening.objects.get(pk=screening.pk)
    sent_one.name, sent_one.saved_at, sent_one.submitted_at = name, sent, sent
    sent_one.save()
    return sent_one


def _worked_on(screening: Screening, person: Person, staff: Any) -> None:
    """What the clinic has done so far, as decisions."""
    now = timezone.now()
    if person.staff == "claimed":
        decide(screening.pk, Decision.Kind.CLAIMED, by=staff, version=None, claimed_by=staff, claimed_at=now)
    if person.staff == "called":
        decide(screening.pk, Decision.Kind.CALLED, by=staff, version=None, detail={"outcome": "no_answer"})
    if person.staff == "referred":
        referred: dict[str, Any] = {"state": Screening.State.REFERRED, "reviewed_at": now}
        reason = "Pain at the front of the knee: to be looked at here."
        decide(screening.pk, Decision.Kind.REFERRED, by=staff, version=None, reason=reason, **referred)
