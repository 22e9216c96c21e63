"""Earlier and later checks of one runner, side by side."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from clinic.review.history import MOST_EACH_WAY
from programs.actions import finish
from screening.actions import start_again
from screening.models import Screening
from tests.clinic.reviewing import address, check_of, page_of, rating, stopped, words_in
from tests.conftest import VIGNETTES
from tests.drafts import answers_of
from tests.staff import CLINICIAN, sign_in

pytestmark = pytest.mark.django_db


def repeated(earlier, *, pain_running=2, **left):
    """A later check of the same runner, with another left leg."""
    case = json.loads(json.dumps(VIGNETTES["V01"]["case"]))
    case["left"] |= left
    case["pain_running"] = pain_running
    later, _token = start_again(earlier)
    began = timezone.now() - timedelta(minutes=6)
    Screening.objects.filter(pk=later.pk).update(answers=answers_of(case), created_at=began)
    return finish(later.pk, today=timezone.localdate())


def history(check):
    return words_in(page_of(check), id="history")


def test_a_first_check_has_no_history():
    assert not page_of(check_of("V01")).all("section", id="history")


def test_both_checks_stand_side_by_side_from_either():
    earlier = check_of("V01")
    later = repeated(earlier, hip_drop=1, knee_cave=0)
    for check, other in ((earlier, later), (later, earlier)):
        assert address("review", other) in page_of(check).links


def test_one_step_on_one_sign_is_said_to_be_perhaps_noise():
    later = repeated(check_of("V01"), hip_drop=1)
    words = history(later)
    assert "Left hip: marked → slight less" in words
    assert "may be rating noise" in words


def test_two_signs_that_move_are_a_change():
    words = history(repeated(check_of("V01"), hip_drop=1, knee_cave=0))
    assert "Left knee: slight → none" in words
    assert "noise" not in words


def test_the_clinics_rating_stands_beside_the_runners():
    later = repeated(check_of("V01"), hip_drop=1)
    sign_in(CLINICIAN).post(address("rate", later), rating(later, left=("0", "1")))
    assert "slight clinic: none" in history(later)


def test_a_replaced_check_leads_to_the_one_that_took_its_place():
    earlier = check_of("V01")
    later = repeated(earlier, hip_drop=1)
    earlier.refresh_from_db()
    assert earlier.state == Screening.State.REPLACED
    assert f"A later check took its place: {later.code}" in page_of(earlier).main


def test_a_later_red_flag_holds_the_earlier_plan():
    earlier, flagged = check_of("V01"), stopped("V06")
    Screening.objects.filter(pk=flagged.pk).update(repeat_of=earlier)
    assert "On hold: a later check of this runner met a red flag." in page_of(earlier).main


def test_a_long_line_of_checks_is_cut_to_a_screenful():
    check = first = check_of("V01")
    for number in range(7):
        check = repeated(check, pain_running=number)
    page = page_of(check)
    assert address("review", first) not in page.links
    assert len([item for item in page.all("li") if item.inside(id="history")]) == MOST_EACH_WAY + 1
