"""The clinician rates a leg: beside the runner's own, never over it, and what follows from it."""

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from audit.models import AuditEvent, Kind
from clinic.review.rating import rated_plan
from programs.models import Decision, IssuedPlan
from screening.models import Screening
from tests.clinic.reviewing import address, check_of, page_of, rating, stopped, words_in
from tests.staff import CLINICIAN, sign_in

pytestmark = pytest.mark.django_db


def rate(check, client=None, **legs):
    return (client or sign_in(CLINICIAN)).post(address("rate", check), rating(check, **legs))


def today():
    return timezone.localdate()


def test_a_rating_is_kept_beside_the_runners_answers():
    check = check_of("V01")
    assert rate(check, left=("0", "1")).status_code == 302
    kept = {"hip_drop": 0, "knee_cave": 1, "trunk_lean": 0, "balance": 0, "reps": 5, "pain": 0}
    assert Decision.objects.get().detail == {"left": kept}
    assert Screening.objects.get(pk=check.pk).answers == check.answers


def test_a_rating_changes_neither_the_result_nor_the_plan():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    after = Screening.objects.get(pk=check.pk)
    assert (after.answers, after.pattern) == (check.answers, check.pattern)
    assert IssuedPlan.objects.count() == 1


def test_a_rating_is_in_the_trail_without_what_was_seen():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    assert AuditEvent.objects.get(kind=Kind.CHANGED).detail == {"what": "rerated"}


def test_two_apart_is_flagged_on_the_page():
    check = check_of("V01")
    rate(check, left=("0", "1"))
    left = words_in(page_of(check), aria_labelledby="leg-left")
    assert "Hip: runner marked, clinic none." in left
    assert "SC-08" in left


def test_one_apart_is_told_as_what_raters_do():
    check = check_of("V01")
    rate(check, left=("1", "1"))
    left = words_in(page_of(check), aria_labelledby="leg-left")
    assert "Two raters of the same squat often differ by this much." in left


def test_both_ratings_are_shown_with_their_pictures():
    check = check_of("V01")
    rate(check, right=("2", "2"))
    page = page_of(check)
    pictures = [img for img in page.all("img") if img.inside(aria_labelledby="leg-right")]
    names = [img.attrs["src"].rpartition("/")[2].split(".")[0] for img in pictures]
    assert names == ["hip-none", "knee-none", "hip-marked", "knee-marked"]
    assert all("flip" in img.classes for img in pictures)


def test_the_page_says_what_follows_from_the_rating():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    assert "With the clinic’s ratings: Pain without the pattern, pain fits, PL-05 (PL-03 stands)" in page_of(check).main


def test_the_latest_rating_of_a_leg_counts():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    check.refresh_from_db()
    rate(check, left=("2", "0"))
    assert rated_plan(check, today()).rule == "PL-03"


def test_each_leg_keeps_its_own_latest_rating():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    check.refresh_from_db()
    rate(check, right=("2", "0"))
    assert rated_plan(check, today()).leg == "right"


def test_without_a_rating_no_plan_follows():
    assert rated_plan(check_of("V01"), today()) is None


def test_a_sign_that_the_clinician_could_not_tell_is_kept_as_that():
    check = check_of("V01")
    rate(check, left=("cant_tell", "0"))
    assert Decision.objects.get().detail["left"]["hip_drop"] is None
    assert rated_plan(check, today()).rule == "PL-02"


def test_nobody_rates_a_squat_that_a_red_flag_stopped():
    check = stopped("V06")
    assert rate(check, left=("2", "2")).status_code == 302
    assert not Decision.objects.exists()
    assert "Rate a leg yourself" not in page_of(check).main


def test_a_cleared_red_flag_gives_no_plan_by_the_rules_either():
    check = stopped("V06")
    Screening.objects.filter(pk=check.pk).update(unlocked_at=timezone.now())
    rate(check, left=("2", "2"), right=("0", "0"))
    check.refresh_from_db()
    assert Decision.objects.get().kind == Decision.Kind.RERATED
    assert rated_plan(check, today()) is None


def test_the_plan_that_follows_says_that_a_clinician_looked_and_when():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    told = rated_plan(check, today()).reasons[0]
    assert told.rule == "STAFF"
    assert f"the left leg on {date_format(today(), 'F j, Y')}" in told.sentence


def test_half_a_rating_is_not_kept_and_nothing_typed_is_lost():
    check = check_of("V01")
    answer = sign_in(CLINICIAN).post(address("rate", check), {**rating(check, left=("2", "")), "left_reps": "3"})
    assert answer.status_code == 422
    words = answer.content.decode()
    assert "Left leg: Rate the hip and the knee, or leave both open." in words
    assert '<option value="3" selected>' in words
    assert not Decision.objects.exists()


def test_a_rating_of_no_leg_is_not_kept():
    check = check_of("V01")
    assert rate(check).status_code == 422
    assert not Decision.objects.exists()


@pytest.mark.parametrize("hip", ["3", "-1", "x" * 5000])
def test_only_the_offered_answers_are_taken(hip):
    check = check_of("V01")
    assert rate(check, left=(hip, "0")).status_code == 422


def test_a_rating_from_an_old_page_is_a_conflict():
    check = check_of("V01")
    rate(check, left=("0", "0"))
    assert rate(check, left=("2", "2")).status_code == 409
    assert Decision.objects.count() == 1


def test_the_chart_text_holds_both_ratings():
    check = check_of("V01")
    rate(check, left=("0", "1"))
    text = " ".join(sign_in(CLINICIAN).get(address("notes", check)).content.decode().split())
    assert "Left leg, runner: hip marked" in text
    assert "Left leg, Kim Sato on" in text
    assert "By the clinic's ratings" in text
