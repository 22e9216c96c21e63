"""A red flag is passed by a clinician alone: it holds the plans of every other check of the same runner."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from screening.actions import erase, start_again
from screening.family import holders_of
from screening.models import Screening
from tests.clinic.queued import queued

pytestmark = pytest.mark.django_db


def chain(*ranks, minutes=0):
    """Checks of one runner, each a repeat of the one before."""
    made = []
    for number, rank in enumerate(ranks):
        made.append(queued(rank, minutes=minutes + number, repeat_of=made[-1] if made else None))
    return made


def on_hold(*checks):
    return [Screening.objects.get(pk=check.pk).is_on_hold for check in checks]


def change(check, **columns):
    Screening.objects.filter(pk=check.pk).update(**columns)


@pytest.mark.parametrize("red", [0, 1])
def test_a_red_flag_is_not_passed_by_answering_again(red):
    assert on_hold(*chain(red, 3)) == [False, True]


@pytest.mark.parametrize("level", [2, 3])
def test_what_is_no_red_flag_holds_nothing(level):
    assert on_hold(*chain(level, 3)) == [False, False]


def test_answering_again_and_again_does_not_pass_it_either():
    assert on_hold(*chain(1, 3, 3, 3)) == [False, True, True, True]


def test_once_a_clinician_cleared_it_the_later_checks_are_free():
    red, later, last = chain(0, 3, 3)
    change(red, unlocked_at=timezone.now())

    assert on_hold(later, last) == [False, False]


def test_a_second_red_flag_that_is_not_cleared_holds_on():
    first, second, last = chain(0, 1, 3)
    change(first, unlocked_at=timezone.now())

    assert on_hold(last) == [True]
    assert Screening.objects.get(pk=last.pk).holder.code == second.code


@pytest.mark.parametrize("state", ["waiting", "referred", "done", "aside"])
def test_wherever_it_stands_it_holds_until_it_is_cleared(state):
    red, later = chain(0, 3)
    change(red, state=state)

    assert on_hold(later) == [True]


def test_a_later_red_flag_holds_every_plan_before_it():
    assert on_hold(*chain(3, 3, 0)) == [True, True, False]


@pytest.mark.parametrize(("state", "held"), [("waiting", True), ("referred", True), ("done", False)])
def test_a_later_one_that_was_cleared_holds_until_its_own_plan_is_made(state, held):
    first, red = chain(3, 0)
    change(red, unlocked_at=timezone.now(), state=state)

    assert on_hold(first) == [held]


def test_a_check_begun_from_the_one_before_the_red_flag_is_held_as_well():
    first, _red = chain(3, 0)
    beside = queued(3, minutes=9, repeat_of=first)

    assert on_hold(beside) == [True]


def test_another_runner_is_not_held():
    chain(0, 3)

    assert on_hold(*chain(3, 3)) == [False, False]


def test_a_draft_after_a_red_flag_is_held_and_holds_nothing():
    (red,) = chain(0)
    draft, _token = start_again(red)

    assert on_hold(draft, red) == [True, False]


def test_the_holder_is_the_most_urgent_and_tells_whether_it_came_later():
    first, calm, urgent = chain(3, 1, 0)
    holder = holders_of([first.pk])[first.pk]

    assert (holder.id, holder.code, holder.rank, holder.later) == (urgent.pk, urgent.code, 0, True)
    assert holders_of([urgent.pk])[urgent.pk].code == calm.code
    assert not holders_of([urgent.pk])[urgent.pk].later


def test_checks_in_a_circle_are_read_once():
    first, red = chain(3, 0)
    change(first, repeat_of=red)

    assert on_hold(first, red) == [True, False]


def test_many_checks_are_two_questions_however_often_their_runners_came():
    ids = [check.pk for length in range(1, 7) for check in chain(*[3] * length, 0)]
    with CaptureQueriesContext(connection) as asked:
        found = holders_of(ids)

    assert len(asked) == 2
    assert len(found) == len(ids) - 6


def test_nothing_is_asked_for_nobody(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert holders_of([]) == {}


def test_erasing_the_first_check_keeps_a_red_flag_beside_the_others():
    first, _red = chain(3, 0)
    beside, more = (queued(3, minutes=number, repeat_of=first) for number in (8, 9))

    assert erase(Screening.objects.get(pk=first.pk))
    assert on_hold(beside, more) == [True, True]


def test_erasing_one_between_keeps_a_red_flag_before_it():
    _red, between, last = chain(0, 3, 3)

    assert erase(Screening.objects.get(pk=between.pk))
    assert on_hold(last) == [True]
