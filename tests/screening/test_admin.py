"""The clinic's plain window: reads what was sent, edits nothing, and remembers that it looked."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from programs.models import IssuedPlan
from screening.admin import LEVEL_WORDS, PATTERN_WORDS
from screening.models import Screening
from screening.rules.pattern import Pattern
from screening.rules.red_flags import Level
from tests.conftest import VIGNETTES
from tests.drafts import sent


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


def test_opening_a_plan_is_remembered_and_ends_the_right_to_erase(sarah, staff):
    sarah.finish()
    plan = IssuedPlan.objects.get(screening=sarah.screening)

    staff.get(f"/admin/programs/issuedplan/{plan.pk}/change/")
    sarah.client.post("/my/erase/")

    assert sarah.screening.opened_at is not None


def test_who_may_not_see_a_plan_does_not_open_it(sarah, client):
    sarah.finish()
    plan = IssuedPlan.objects.get(screening=sarah.screening)
    stranger = type(client)()
    stranger.force_login(User.objects.create_user("temp", is_staff=True))

    assert stranger.get(f"/admin/programs/issuedplan/{plan.pk}/change/").status_code == 403
    assert sarah.screening.opened_at is None


def test_staff_read_the_answers_in_words(sarah, staff):
    sarah.finish()

    page = staff.get(f"/admin/screening/screening/{sarah.screening.pk}/change/").content.decode()

    assert "<li>Usual week: <b>25 miles</b></li>" in page
    assert "Hip control pattern" in page
    assert "No warning sign" in page
    assert "usual_week" not in page


def test_what_a_red_flag_left_unasked_is_not_listed(db, staff):
    screening = of_level("urgent", minutes=1)

    page = staff.get(f"/admin/screening/screening/{screening.pk}/change/").content.decode()

    assert "Usual week" not in page
    assert "Urgent: sent to care at once" in page


def of_level(level, minutes, **changes):
    """A self-check of that level, sent so many minutes ago."""
    when = timezone.now() - timedelta(minutes=minutes)
    made = sent(VIGNETTES["V01"]["case"])[0]
    answers = {"age": "34", "unit": "mi", "RF-01": "yes"} if level == "urgent" else made.answers
    Screening.objects.filter(pk=made.pk).update(level=level, submitted_at=when, answers=answers, **changes)
    return made


def test_the_most_urgent_come_first_and_then_who_waits_longest(staff):
    waiting = [("ok", 9), ("urgent", 1), ("caution", 5), ("urgent", 2), ("clinician_first", 3)]
    codes = {(level, minutes): of_level(level, minutes).code for level, minutes in waiting}
    codes["set aside"] = of_level("urgent", 99, suspected="faster than a person").code
    codes["opened"] = of_level("urgent", 50, opened_at=timezone.now()).code

    page = staff.get("/admin/screening/screening/").content.decode()

    expected = [("urgent", 2), ("urgent", 1), "opened", ("clinician_first", 3), ("caution", 5), ("ok", 9), "set aside"]
    assert sorted(codes, key=lambda who: page.index(codes[who])) == expected


@pytest.mark.parametrize(
    ("query", "found"), [("level=urgent", 1), ("level=ok", 1), ("pattern=hip_control", 2), ("", 2)]
)
def test_staff_can_filter_by_words(staff, query, found):
    codes = [of_level(level, 1).code for level in ("urgent", "ok")]

    page = staff.get(f"/admin/screening/screening/?{query}").content.decode()

    assert sum(code in page for code in codes) == found


def test_every_level_and_pattern_has_its_words():
    assert (set(LEVEL_WORDS), set(PATTERN_WORDS)) == (set(Level), set(Pattern))


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
