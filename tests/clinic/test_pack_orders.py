"""What a runner's part of a pack holds, and what they go without, and why."""

from dataclasses import replace

import pytest

from clinic.packs.orders import ALONE, LOCKED, NO_PLAN, NOT_PLANNED, WAITS, Missing, order_for
from programs.sheets.order import Item, Kind, Subject, Who
from tests.programs.runners import plan_for

WHO = Who("Sarah", "ITB-7F3K-Q2")


@pytest.fixture
def plan():
    return plan_for()


def subject(plan=None):
    return Subject(WHO, plan, 1 if plan else 0)


def test_the_stage_is_the_one_to_do_now(plan):
    order, missing = order_for(subject(plan), [Kind.STAGE, Kind.RUN])

    assert (order.items, missing) == ((Item(Kind.STAGE, 1), Item(Kind.RUN)), ())


def test_the_order_given_is_kept(plan):
    order, _missing = order_for(subject(plan), [Kind.RUN, Kind.STAGE])

    assert [item.kind for item in order.items] == [Kind.RUN, Kind.STAGE]


def test_run_weeks_that_are_held_wait(plan):
    held = replace(plan, needs_staff=("stage_3",))
    order, missing = order_for(subject(held), [Kind.STAGE, Kind.RUN])

    assert ([item.kind for item in order.items], missing) == ([Kind.STAGE], (Missing(Kind.RUN, WAITS),))


def test_run_weeks_that_are_not_planned_are_named(plan):
    _order, missing = order_for(subject(replace(plan, run=None)), [Kind.RUN])

    assert missing == (Missing(Kind.RUN, NOT_PLANNED),)


def test_a_stage_that_is_held_waits(plan):
    held = replace(plan, stages=(replace(plan.stages[0], needs_staff=True), *plan.stages[1:]))

    assert order_for(subject(held), [Kind.STAGE])[1] == (Missing(Kind.STAGE, WAITS),)


def test_without_a_plan_there_is_nothing_of_it():
    _order, missing = order_for(subject(), [Kind.STAGE, Kind.PLAN, Kind.RUN])

    assert {each.why for each in missing} == {NO_PLAN}


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.SUMMARY])
def test_after_a_red_flag_only_the_record_is_printed(plan, kind):
    order, missing = order_for(subject(plan), [kind], held=LOCKED)

    assert (order.items, missing) == ((), (Missing(kind, LOCKED),))


def test_a_cover_is_not_printed_alone_in_place_of_what_it_covers(plan):
    order, missing = order_for(subject(replace(plan, run=None)), [Kind.COVER, Kind.RUN])

    assert order.items == ()
    assert missing == (Missing(Kind.COVER, ALONE), Missing(Kind.RUN, NOT_PLANNED))


def test_a_cover_that_was_all_that_was_asked_for_is_printed(plan):
    assert order_for(subject(plan), [Kind.COVER])[0].items == (Item(Kind.COVER),)
