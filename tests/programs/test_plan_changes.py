"""What is different between two plans, what of it needs a reason, and what the runner reads about it."""

from dataclasses import replace

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from programs.arranging import RevisionError, arranged, lines_of
from programs.plan import Dose
from programs.plan_changes import Concern, Guard, What, concerns, differences
from programs.plan_reasons import (
    _BOTH_LEGS,
    _TOLD_NOW,
    _WHY,
    BY_RATING,
    MADE,
    WEIGHT,
    as_own_plan,
    why,
    with_reasons,
)
from programs.restarting import restarted, starts
from programs.revising import (
    add,
    add_stage,
    drop_stage,
    first_leg,
    leave_out,
    move,
    release,
    remove,
    set_dose,
    start_at,
    swap,
)
from tests.programs.revised import LIBRARY, SORE, begin, keys, start
from tests.programs.runners import PAIN_FREE, SARAH

DOSE = Dose("2 x 7", "3 x 9", "", "", "60 seconds", "3 days a week")
STEPS = ("RW1", "RW2")
BOTH_SORE = SORE | {"pain_side": "both", "right": SARAH["left"]}


@pytest.fixture
def sarah():
    return start()


def what(before, after, means):
    return [(each.what, each.stage) for each in differences(before, after, means)]


def asked(before, after, means, begins=None):
    return [(each.guard, each.about) for each in concerns(before, after, means, begins)]


def test_the_same_plan_has_no_difference_and_needs_no_reason(sarah):
    plan, means = sarah

    assert differences(plan, plan, means) == ()
    assert concerns(plan, plan, means, None) == ()
    assert with_reasons(plan, plan, means) == plan


def test_each_change_is_named_with_its_stage(sarah):
    plan, means = sarah

    assert what(plan, remove(plan, 1, 0, means), means) == [(What.OUT, 1)]
    assert what(plan, add(plan, 2, "EX-12", means), means) == [(What.IN, 2)]
    assert what(plan, set_dose(plan, 1, 0, DOSE, means), means) == [(What.DOSE, 1)]
    assert what(plan, move(plan, 1, 0, 1, means), means) == [(What.ORDER, 1)]
    assert what(plan, remove(plan, 3, 0, means, part="warm_up"), means) == [(What.OUT, 3)]
    assert what(plan, drop_stage(plan, 2, means), means) == [(What.STAGE_OUT, 2)]
    assert what(drop_stage(plan, 2, means), plan, means) == [(What.STAGE_IN, 2)]
    assert what(plan, first_leg(plan, "right", means), means) == [(What.LEG, 0)]


def test_a_swap_is_one_out_and_one_in(sarah):
    plan, means = sarah

    assert what(plan, swap(plan, 1, 0, "EX-02", means), means) == [(What.OUT, 1), (What.IN, 1)]


def test_a_dose_stands_as_it_was_and_as_it_is(sarah):
    plan, means = sarah
    (found,) = differences(plan, set_dose(plan, 1, 0, DOSE, means), means)

    assert found.was.startswith("2 x 10 \u2192 3 x 15; 2 seconds")
    assert found.now == "2 x 7 \u2192 3 x 9; 60 seconds; 3 days a week"


def test_of_a_dose_only_what_changed_is_told(sarah):
    plan, means = sarah
    usual = plan.stages[0].exercises[0].dose
    (found,) = differences(plan, set_dose(plan, 1, 0, replace(usual, rest="60 seconds"), means), means)

    assert (found.was, found.now) == (usual.rest, "60 seconds")


def test_leaving_the_named_leg_needs_a_reason_once(sarah):
    plan, means = sarah
    turned = first_leg(plan, "right", means)

    assert asked(plan, turned, means) == [(Guard.LEG, "")]
    assert asked(turned, remove(turned, 1, 0, means), means) == []
    assert asked(turned, plan, means) == []


def test_the_runner_hears_of_the_leg_and_the_runs_before_the_doses(sarah):
    plan, means = sarah
    changed = first_leg(set_dose(remove(plan, 1, 1, means), 1, 0, DOSE, means), "right", means)
    changed = replace(changed, run=restarted(plan.run, "48", plan.run, "mi", STEPS))
    first, second, *_others = (reason.sentence for reason in why(plan, changed, means))

    assert "leg you train first" in first
    assert "where your runs start" in second


def test_what_is_left_out_and_what_comes_back_is_named(sarah):
    plan, means = sarah
    without = leave_out(plan, ["WU-01"], means)

    assert (What.LEFT_OUT, 0) in what(plan, without, means)
    assert (What.BACK_IN, 0) in what(without, plan, means)


def test_where_the_runs_begin_is_a_difference(sarah):
    plan, means = sarah
    other = replace(plan, run=restarted(plan.run, "48", plan.run, "mi", STEPS))

    assert what(plan, other, means) == [(What.RUN, 0)]
    assert (What.RUN, 0) in what(plan, drop_stage(plan, 3, means), means)


def test_a_fifth_strength_exercise_needs_a_reason_once(sarah):
    plan, means = sarah
    four = add(plan, 1, "EX-02", means)
    five = add(four, 1, "EX-03", means)

    assert asked(plan, four, means) == []
    assert asked(plan, five, means) == [(Guard.MANY, "1")]
    assert asked(five, set_dose(five, 1, 0, DOSE, means), means) == []


def test_what_was_left_out_comes_back_with_a_reason():
    plan, means = start(**SORE)

    assert asked(plan, leave_out(plan, [], means), means) == [(Guard.BACK_IN, "MB-03")]


def test_lying_on_a_sore_hip_needs_a_reason():
    plan, means = start(**BOTH_SORE)

    assert asked(plan, add(plan, 1, "EX-01", means), means) == [(Guard.SORE_HIP, "EX-01")]


def test_a_later_start_needs_a_reason_and_an_earlier_one_none(sarah):
    plan, means = sarah
    later = start_at(plan, 2, means)

    assert asked(plan, later, means) == [(Guard.LATER, "2")]
    assert asked(later, plan, means) == []


def test_a_release_needs_a_reason_and_a_stage_that_is_out_is_none():
    plan, means = start(**SORE)

    assert asked(plan, release(plan, ["stage_3"]), means) == [(Guard.RELEASED, "stage_3")]
    assert asked(plan, drop_stage(plan, 3, means), means) == []
    assert (What.RELEASED, 0) in what(plan, release(plan, ["stage_3"]), means)


def test_a_plan_that_no_rule_made_needs_a_reason():
    plan, means = start(pain_spot="front_knee")

    assert asked(plan, add_stage(plan, 1, means), means) == [(Guard.OWN_PLAN, "")]


def test_a_high_start_needs_a_reason_where_it_is_new(sarah):
    plan, means = sarah
    high = next(each for each in starts(plan.run, plan.run, "mi", STEPS) if each.value == "66")
    other = replace(plan, run=restarted(plan.run, "66", plan.run, "mi", STEPS))

    assert concerns(plan, other, means, high) == (Concern(Guard.HIGH_START, "66"),)
    assert concerns(other, other, means, high) == ()


def sentences(plan):
    return [reason.sentence for reason in plan.reasons]


def told(before, after, means):
    return with_reasons(before, after, means)


def test_the_runner_reads_that_the_clinician_decided(sarah):
    plan, means = sarah
    changed = told(plan, swap(plan, 1, 0, "EX-02", means), means)

    assert changed.reasons[-1].rule == "STAFF"
    assert sentences(changed)[-1] == "Your clinician chose some of the exercises for you."


def test_each_sentence_stands_once(sarah):
    plan, means = sarah
    once = told(plan, remove(plan, 1, 0, means), means)
    twice = told(once, remove(once, 1, 0, means), means)

    assert sentences(twice) == sentences(once)


def test_what_waited_is_told_as_it_is_now():
    plan, means = start(**SORE, flags={"RF-13": "yes"})
    opened = told(plan, release(plan, ["stage_3"]), means)

    assert not any("will look" in sentence for sentence in sentences(opened))
    assert "One of your answers needed a look, and the clinic has looked." in sentences(opened)


def test_what_still_waits_is_told_as_before():
    plan, means = start(**SORE)

    assert sentences(told(plan, remove(plan, 1, 0, means), means))[: len(plan.reasons)] == sentences(plan)


def test_a_released_start_says_go():
    plan, means = start(left=SARAH["right"])
    opened = told(plan, release(plan, ["start"]), means)

    assert "The clinic looked at your answers. You can start." in sentences(opened)
    assert "The clinic looked at your answers before you start Stage 1." in sentences(opened)


def test_nothing_is_left_out_any_more_so_the_plan_does_not_say_so():
    plan, means = start(flags={"RF-22": "yes"})
    back = told(plan, leave_out(plan, [], means), means)

    assert any("roller" in sentence for sentence in sentences(plan))
    assert not any("roller" in sentence for sentence in sentences(back))


def test_who_begins_with_runs_is_not_told_that_they_wait(sarah):
    plan, means = sarah

    assert any("runs wait" in sentence for sentence in sentences(plan))
    assert not any("runs wait" in sentence for sentence in sentences(told(plan, start_at(plan, 3, means), means)))
    assert not any("runs wait" in sentence for sentence in sentences(told(plan, drop_stage(plan, 3, means), means)))


def test_who_starts_later_is_not_told_to_start_at_stage_1(sarah):
    plan, means = sarah

    assert not any("Stage 1" in sentence for sentence in sentences(told(plan, start_at(plan, 2, means), means)))


def test_who_trains_the_other_leg_first_is_not_told_of_the_named_one(sarah):
    plan, means = sarah
    turned = told(plan, first_leg(plan, "right", means), means)
    back = told(turned, first_leg(turned, "left", means), means)

    assert "You start at Stage 1 and train both legs, the named leg first." in sentences(plan)
    assert not any("named leg" in sentence for sentence in sentences(turned))
    assert "You start at Stage 1 and train both legs." in sentences(turned)
    assert "You start at Stage 1 and train both legs, the named leg first." in sentences(back)


def test_what_waits_again_is_told_as_at_first():
    plan, means = start(**SORE)
    opened = told(plan, release(plan, ["stage_3"]), means)
    again = told(opened, replace(opened, needs_staff=("stage_3",)), means)

    assert "so the clinic will look before you run again." in " ".join(sentences(again))


def beside(plan, means, *, runs):
    return arranged(plan, lines_of(plan), means, beside=runs)


def test_normal_runs_are_a_difference_that_needs_a_reason_and_is_told(sarah):
    plan, means = sarah
    none = drop_stage(plan, 3, means)
    runs = beside(none, means, runs=True)

    assert what(none, runs, means) == [(What.BESIDE, 0)]
    assert asked(none, runs, means) == [(Guard.BESIDE, "")]
    assert asked(runs, none, means) == []
    assert sentences(told(none, runs, means))[-1] == "Your clinician says that you can keep your normal runs."
    assert sentences(told(runs, none, means))[-1] == "Your clinician wants you to leave out runs for now."


def test_who_leaves_out_runs_is_not_told_to_train_beside_them():
    plan, means = begin(PAIN_FREE)
    none = told(plan, beside(plan, means, runs=False), means)

    assert any("beside your normal runs" in sentence for sentence in sentences(plan))
    assert not any("beside your normal runs" in sentence for sentence in sentences(none))


def test_a_plan_of_the_clinician_s_own_says_only_that():
    plan, means = start(pain_spot="front_knee")
    made = told(plan, add_stage(plan, 1, means), means)

    assert made.reasons[-1] == MADE
    assert not any("not made for your kind of pain" in sentence for sentence in sentences(made))


def test_another_plan_still_says_what_it_leaves_out_and_what_waits():
    plan, means = start(**SORE, flags={"RF-22": "yes"})
    other = as_own_plan(plan, replace(plan, reasons=()), means)

    assert {reason.rule for reason in other.reasons} == {"PL-04", "RF-22", "STAFF"}
    assert any("will look" in sentence for sentence in sentences(other))


def test_another_plan_says_nothing_of_what_no_longer_waits():
    plan, means = start(**SORE)
    other = as_own_plan(plan, replace(plan, needs_staff=(), leave_out=(), reasons=()), means)

    assert not any("will look" in sentence or "leaves out" in sentence for sentence in sentences(other))


def test_without_running_nothing_is_said_of_where_runs_start(sarah):
    plan, means = sarah
    found = why(plan, drop_stage(plan, 3, means), means)

    assert [reason.sentence for reason in found] == ["Your clinician chose the stages for you."]


@pytest.mark.parametrize(
    "sentence",
    sorted(
        {
            *_TOLD_NOW.values(),
            *(each.sentence for each in (*_WHY.values(), *WEIGHT)),
            *(sentence % {"day": "November 22, 2026"} for sentence in BY_RATING.values()),
            _BOTH_LEGS,
        }
    ),
)
def test_every_sentence_is_easy_to_read(sentence):
    assert textstat.flesch_kincaid_grade(sentence) <= 8


EDITS = {
    "add": lambda plan, means, number, place, key: add(plan, number, key, means),
    "remove": lambda plan, means, number, place, key: remove(plan, number, place, means),
    "swap": lambda plan, means, number, place, key: swap(plan, number, place, key, means),
    "move": lambda plan, means, number, place, key: move(plan, number, place, 1, means),
    "drop": lambda plan, means, number, place, key: drop_stage(plan, number, means),
    "put in": lambda plan, means, number, place, key: add_stage(plan, number, means),
    "leave out": lambda plan, means, number, place, key: leave_out(plan, [*plan.leave_out, key], means),
    "start": lambda plan, means, number, place, key: start_at(plan, number, means),
}
edits = st.tuples(
    st.sampled_from(sorted(EDITS)), st.integers(1, 4), st.integers(0, 6), st.sampled_from(sorted(LIBRARY.exercises))
)


@given(st.lists(edits, max_size=8), st.sampled_from([{}, SORE, BOTH_SORE, {"flags": {"RF-22": "yes"}}]))
def test_whatever_is_changed_the_plan_holds_together(steps, changes):
    plan, means = start(**changes)
    before = plan
    for name, number, place, key in steps:
        try:
            plan = EDITS[name](plan, means, number, place, key)
        except RevisionError:
            continue
    plan = with_reasons(before, plan, means)

    for stage in plan.stages:
        listed = keys(plan, stage.number)
        assert listed
        assert len(set(listed)) == len(listed)
        assert not set(plan.leave_out) & {*listed, *keys(plan, stage.number, "warm_up")}
        named = {item.sentence: item.exercise for item in LIBRARY.stages[stage.number].gate if item.exercise}
        assert all(named[sentence] in listed for sentence in stage.gate if sentence in named)
    assert (plan.run is None) == (3 not in [stage.number for stage in plan.stages])
