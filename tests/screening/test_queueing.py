"""What joins the clinic's queue, in which place, and what never reaches it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from programs.actions import finish
from screening.actions import save_page, start, start_again
from screening.models import Screening
from screening.queueing import rank_of
from tests.clinic.reviewing import check_of, stopped
from tests.conftest import VIGNETTES
from tests.drafts import answers_of, sent

pytestmark = pytest.mark.django_db


def states():
    return list(Screening.objects.order_by("id").values_list("state", flat=True))


def again(earlier, short="V01", **typed):
    """A later check by the same runner."""
    draft, _token = start_again(earlier)
    began = timezone.now() - timedelta(minutes=6)
    Screening.objects.filter(pk=draft.pk).update(
        answers=answers_of(VIGNETTES[short]["case"], **typed), created_at=began
    )
    return finish(draft.pk, today=timezone.localdate())


def quick(short):
    """A check sent within seconds."""
    draft, _token = start()
    Screening.objects.filter(pk=draft.pk).update(answers=answers_of(VIGNETTES[short]["case"]))
    return finish(draft.pk, today=timezone.localdate())


@pytest.mark.parametrize(("level", "rank"), [("urgent", 0), ("clinician_first", 1), ("caution", 2), ("ok", 3)])
def test_the_most_urgent_level_has_the_first_rank(level, rank):
    assert rank_of(level) == rank


def test_a_sent_check_waits_with_what_lists_sort_by():
    check = check_of("V01")

    assert (check.state, check.rank, check.side, check.pain) == ("waiting", 3, "left", 5)


def test_a_draft_is_in_no_list():
    draft, _token = start()

    assert (draft.state, draft.search_text) == ("", "")


def test_a_check_faster_than_a_person_is_set_aside():
    assert quick("V01").state == "aside"


def test_a_red_flag_is_never_set_aside_however_fast_it_came():
    draft, _token = start()
    save_page(draft.pk, "about-you", {"age": "47", "unit": "mi"})
    answers = {"RF-01": "yes", "RF-03": "no", "RF-04": "no", "RF-07": "no", "RF-08": "no"}
    stopped_at_once = save_page(draft.pk, "right-now", answers)

    assert (stopped_at_once.suspected, stopped_at_once.state) == ("faster than a person", "waiting")


def test_the_same_answers_sent_twice_wait_once_and_the_later_one_stands():
    for _ in range(2):
        check_of("V01", name="Sarah Miller")

    assert states() == ["replaced", "waiting"]


def test_the_same_answers_without_a_name_may_be_two_people():
    check_of("V01"), check_of("V01")

    assert states() == ["waiting", "waiting"]


def test_the_same_answers_after_a_day_are_a_check_of_their_own():
    first = check_of("V01", name="Sarah Miller")
    Screening.objects.filter(pk=first.pk).update(submitted_at=timezone.now() - timedelta(hours=25))
    check_of("V01", name="Sarah Miller")

    assert states() == ["waiting", "waiting"]


def test_a_later_check_takes_the_place_of_one_that_nobody_began_to_review():
    again(check_of("V01"))

    assert states() == ["replaced", "waiting"]


@pytest.mark.parametrize("begun", ["claimed", "decided"])
def test_what_someone_began_to_review_stays(begun):
    first = check_of("V01", name="Sarah Miller")
    kim = User.objects.create(username="kim")
    changed = {"claimed_by": kim, "claimed_at": timezone.now()} if begun == "claimed" else {"version": 1}
    Screening.objects.filter(pk=first.pk).update(**changed)
    again(first, name="Sarah Miller")

    assert states() == ["waiting", "waiting"]


def test_a_red_flag_is_never_replaced_by_a_calmer_later_check():
    first = stopped("V06")
    again(first, "V01")

    assert states() == ["waiting", "waiting"]


def test_after_a_red_flag_a_calmer_check_waits_where_the_red_flag_waits():
    first = stopped("V06")
    later = again(first, "V01")

    assert (later.level, later.rank, first.rank) == ("ok", 0, 0)


def test_after_a_red_flag_that_was_cleared_a_check_has_a_rank_of_its_own():
    first = stopped("V06")
    Screening.objects.filter(pk=first.pk).update(unlocked_at=timezone.now())

    assert again(first, "V01").rank == 3


def test_a_done_check_stays_done_when_its_runner_comes_again():
    first = check_of("V01", name="Sarah Miller")
    Screening.objects.filter(pk=first.pk).update(state="done")
    again(first, name="Sarah Miller")

    assert states() == ["done", "waiting"]


def test_two_people_with_different_answers_both_wait():
    sent(VIGNETTES["V01"]["case"], name="Sarah Miller"), sent(VIGNETTES["V02"]["case"], name="Sarah Miller")

    assert states() == ["waiting", "waiting"]
