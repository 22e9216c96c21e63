"""The clinic's plain window: reads what was sent, edits nothing, and remembers that it looked."""

import pytest
from django.contrib.auth.models import User

from programs.models import IssuedPlan


@pytest.fixture
def staff(db, client):
    user = User.objects.create_superuser("dana", password="x")
    other = type(client)()
    other.force_login(user)
    return other


def test_staff_see_the_rules_with_their_sources(sarah, staff):
    sarah.finish()

    page = staff.get(f"/admin/screening/screening/{sarah.screening.pk}/change/").content.decode()

    assert "SC-02" in page
    assert "Ressman" in page


def test_opening_a_check_is_remembered_and_ends_the_right_to_erase(sarah, staff):
    sarah.finish()
    staff.get(f"/admin/screening/screening/{sarah.screening.pk}/change/")

    sarah.client.post("/my/erase/")

    assert sarah.screening.opened_at is not None


def test_drafts_are_not_shown_to_staff(sarah, staff):
    assert sarah.screening.code not in staff.get("/admin/screening/screening/").content.decode()


def test_a_sent_check_can_not_be_edited(sarah, staff):
    sarah.finish()

    answer = staff.post(f"/admin/screening/screening/{sarah.screening.pk}/change/", {"name": "Other"})

    assert answer.status_code == 403


def test_staff_see_why_a_plan_was_given(sarah, staff):
    sarah.finish()
    plan = IssuedPlan.objects.get(screening=sarah.screening)

    page = staff.get(f"/admin/programs/issuedplan/{plan.pk}/change/").content.decode()

    assert "PL-03" in page
    assert "RR-06" in page
