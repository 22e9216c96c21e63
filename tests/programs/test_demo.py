"""The demo shows every kind of result, made by the same actions that real ones use."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from programs.demo import PEOPLE, seed
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.staff import CLINICIAN, member

CHECKS = len(PEOPLE) + sum(person.earlier is not None for person in PEOPLE)


@pytest.fixture
def demo(db):
    """The demo's people."""
    seed()


def test_the_demo_shows_many_kinds_of_result(demo):
    rules = set(IssuedPlan.objects.values_list("rule", flat=True))

    assert {"PL-02", "PL-03", "PL-04", "PL-06"} <= rules
    assert Screening.objects.filter(level="urgent").exists()
    assert {"mi", "km"} <= {screening.answers["unit"] for screening in Screening.objects.all()}


def test_every_person_was_sent_in_human_time_and_in_the_past(demo):
    for screening in Screening.objects.all():
        assert screening.suspected == ""
        assert screening.created_at < screening.submitted_at


def test_one_runner_kept_the_name_to_themselves(demo):
    assert sorted(Screening.objects.values_list("name", flat=True))[:2] == ["", "Ana Díaz"]


def test_the_demo_fills_the_queue_with_every_level_and_a_number_to_call(demo):
    waiting = Screening.objects.filter(state="waiting")

    assert set(waiting.values_list("level", flat=True)) == {"urgent", "clinician_first", "caution", "ok"}
    assert waiting.filter(level="urgent").exclude(phone="").exists()
    assert waiting.filter(held=True).exists()


def test_one_runner_of_the_demo_came_before(demo):
    repeat = Screening.objects.get(repeat_of__isnull=False)

    assert repeat.repeat_of.state == "done"
    assert repeat.repeat_of.submitted_at < repeat.submitted_at


def test_where_the_clinic_has_staff_someone_has_begun(db):
    kim = member(CLINICIAN)
    seed(staff=kim)

    assert Screening.objects.filter(claimed_by=kim).count() == 1
    assert set(Decision.objects.values_list("kind", flat=True)) == {"claimed", "called", "referred"}


def test_a_second_make_run_adds_nobody(demo):
    call_command("seed_demo", "--if-empty", stdout=StringIO())

    assert Screening.objects.count() == CHECKS


def test_the_command_fills_an_empty_site(db):
    call_command("seed_demo", "--if-empty", stdout=StringIO())

    assert Screening.objects.count() == CHECKS


def test_a_stranger_sees_nobody_of_the_demo(demo):
    assert Client().get("/plan/").status_code == 404
