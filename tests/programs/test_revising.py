"""What a clinician may change: from a plan to the plan that follows, with every sentence still true."""

from dataclasses import replace
from datetime import timedelta

import pytest

from programs.arranging import (
    MOST_EXERCISES,
    Line,
    Refusal,
    RevisionError,
    StageLines,
    arranged,
    first_leg_of,
    lines_of,
)
from programs.plan import Dose
from programs.prescribing import Facts
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
from programs.schedule import stage_begins, week_begins
from tests.cases import VIGNETTES
from tests.programs.revised import LIBRARY, SORE, begin, gate, keys, start
from tests.programs.runners import PAIN_FREE, SARAH

DOSE = Dose("2 x 7", "", "", "", "", "3 days a week")


@pytest.fixture
def sarah():
    return start()


def refused(why, change, *args, **more):
    with pytest.raises(RevisionError) as caught:
        change(*args, **more)
    assert caught.value.why == why


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda each: each["name"][:20])
def test_what_nobody_touched_comes_out_as_it_was(vignette):
    plan, means = begin(vignette["case"])
    again = arranged(plan, lines_of(plan), means)

    assert again == (plan if plan.stages else replace(plan, rule="STAFF"))


def test_an_exercise_is_swapped_in_its_place(sarah):
    plan, means = sarah
    place = keys(plan).index("EX-01")
    changed = swap(plan, 1, place, "EX-03", means)

    assert keys(changed)[place] == "EX-03"
    assert changed.stages[0].exercises[place].dose.start == "2 x 8"


def test_the_gate_no_longer_speaks_of_what_is_gone(sarah):
    plan, means = sarah
    assert "leg raises" in gate(plan, 1)

    assert "leg raises" not in gate(swap(plan, 1, keys(plan).index("EX-01"), "EX-02", means), 1)


def test_the_gate_speaks_again_of_what_came_back(sarah):
    plan, means = sarah
    without = remove(plan, 2, keys(plan, 2).index("EX-05"), means)

    assert "single-leg bridges" not in gate(without, 2)
    assert "single-leg bridges" in gate(add(without, 2, "EX-05", means), 2)


def test_what_is_put_in_lies_where_the_runner_lies_down_once(sarah):
    plan, means = sarah
    positions = [each.position for each in add(plan, 2, "EX-08", means).stages[1].exercises]
    floor = [position in ("side", "back", "front") for position in positions]

    assert floor == sorted(floor)


def test_where_the_clinician_chose_an_order_what_is_put_in_comes_last(sarah):
    plan, means = sarah
    moved = move(plan, 1, len(keys(plan)) - 1, -9, means)

    assert keys(moved)[0] == keys(plan)[-1]
    assert keys(add(moved, 1, "EX-02", means)) == [*keys(moved), "EX-02"]


@pytest.mark.parametrize(("by", "to"), [(1, 1), (2, 2), (99, -1), (-5, 0)])
def test_an_exercise_moves_as_far_as_there_are_places(sarah, by, to):
    plan, means = sarah

    assert keys(move(plan, 1, 0, by, means))[to] == keys(plan)[0]


def test_a_dose_is_set_and_nothing_else_changes(sarah):
    plan, means = sarah
    changed = set_dose(plan, 1, 0, DOSE, means)

    assert changed.stages[0].exercises[0] == replace(plan.stages[0].exercises[0], dose=DOSE)
    assert changed.stages[1:] == plan.stages[1:]


def test_a_drill_is_taken_out_moved_put_in_and_dosed(sarah):
    plan, means = sarah
    without = remove(plan, 3, 0, means, part="warm_up")

    assert "WU-01" not in keys(without, 3, "warm_up")
    assert keys(add(without, 3, "WU-01", means, part="warm_up"), 3, "warm_up")[-1] == "WU-01"
    assert keys(move(plan, 3, 0, 1, means, part="warm_up"), 3, "warm_up")[1] == "WU-01"
    assert set_dose(plan, 3, 0, DOSE, means, part="warm_up").stages[2].warm_up[0].dose == DOSE


def test_an_exercise_before_the_session_is_practice(sarah):
    plan, means = sarah
    practiced = add(plan, 1, "EX-10", means, part="warm_up").stages[0].warm_up[0]

    assert (practiced.kind, practiced.dose.start) == ("warm_up", "2 x 5")


def test_a_dose_for_another_stage_is_that_of_the_nearest(sarah):
    plan, means = sarah

    told = {each.key: each.dose for each in add(plan, 1, "EX-12", means).stages[0].exercises}

    assert told["EX-12"].start == LIBRARY.exercises["EX-12"].doses["2"].start
    assert told["EX-12"].days == LIBRARY.stages[1].days


def test_an_exercise_without_any_dose_can_not_be_put_in(sarah):
    plan, means = sarah
    bare = replace(LIBRARY.exercises["EX-02"], doses={})
    means = replace(means, library=replace(LIBRARY, exercises={**LIBRARY.exercises, "EX-02": bare}))

    refused(Refusal.UNKNOWN, add, plan, 1, "EX-02", means)


def test_what_can_not_be_is_refused(sarah):
    plan, means = sarah

    refused(Refusal.TWICE, add, plan, 1, "EX-01", means)
    refused(Refusal.UNKNOWN, add, plan, 1, "EX-99", means)
    refused(Refusal.UNKNOWN, swap, plan, 1, 0, "", means)
    refused(Refusal.WRONG_PART, add, plan, 1, "WU-01", means)
    refused(Refusal.NO_PLACE, add, plan, 7, "EX-02", means)
    refused(Refusal.NO_PLACE, swap, plan, 7, 0, "EX-02", means)
    refused(Refusal.NO_PLACE, remove, plan, 1, 99, means)
    refused(Refusal.NO_PLACE, move, plan, 1, -1, 1, means)
    refused(Refusal.NO_PLACE, set_dose, plan, 1, 99, DOSE, means)
    refused(Refusal.NO_PLACE, arranged, plan, lines_of(plan)[:1] * 2, means)
    refused(Refusal.NO_PLACE, arranged, plan, [StageLines(9, (Line("EX-01", DOSE),))], means)


def test_a_stage_is_never_left_empty(sarah):
    plan, means = sarah
    one = arranged(plan, [StageLines(1, lines_of(plan)[0].exercises[:1])], means)

    refused(Refusal.EMPTY, remove, one, 1, 0, means)
    refused(Refusal.EMPTY, drop_stage, one, 1, means)
    refused(Refusal.EMPTY, leave_out, one, keys(one), means)


def test_a_sheet_holds_only_so_much(sarah):
    plan, means = sarah
    more = [key for key in LIBRARY.exercises if key.startswith(("EX", "MB")) and key not in keys(plan)]
    full = plan
    for key in more[: MOST_EXERCISES - len(keys(plan))]:
        full = add(full, 1, key, means)

    refused(Refusal.FULL, add, full, 1, more[-1], means)


def test_leaving_out_takes_it_from_every_stage_and_the_warm_up(sarah):
    plan, means = sarah
    without = leave_out(plan, ["EX-01", "EX-10", "WU-05"], means)
    left = [each.key for stage in without.stages for each in (*stage.exercises, *stage.warm_up)]

    assert not {"EX-01", "EX-10", "WU-05"} & set(left)
    refused(Refusal.LEFT_OUT, add, without, 1, "EX-01", means)


def test_what_was_left_out_may_come_back(sarah):
    plan, means = sarah
    back = leave_out(leave_out(plan, ["EX-01"], means), [], means)

    assert back.leave_out == ()
    assert "EX-01" in keys(add(back, 1, "EX-01", means))


def test_what_is_left_out_already_stays_out_beside_another(sarah):
    plan, means = sarah
    first = leave_out(plan, ["EX-01"], means)

    assert leave_out(first, ["EX-01", "EX-10"], means).leave_out == ("EX-01", "EX-10")


def test_only_what_there_is_can_be_left_out(sarah):
    refused(Refusal.UNKNOWN, leave_out, sarah[0], ["EX-99"], sarah[1])


def test_without_stage_3_there_is_no_running_and_nothing_is_held_there():
    plan, means = start(**SORE)
    without = drop_stage(plan, 3, means)

    assert (plan.needs_staff, without.needs_staff, without.run) == (("stage_3",), (), None)
    assert "walk fast" not in gate(without, 2)


@pytest.mark.parametrize("case", [SARAH, SARAH | SORE, PAIN_FREE])
@pytest.mark.parametrize("beside", [True, False])
def test_normal_runs_go_on_only_where_somebody_said_so(case, beside):
    plan, means = begin(case)
    stages = [lines for lines in lines_of(plan) if lines.number != 3]
    told = arranged(plan, stages, means, beside=beside)

    assert ("normal runs" in told.stages[0].aim, "No runs" in told.stages[0].aim) == (beside, not beside)


def test_without_stage_3_nobody_is_told_to_run(sarah):
    plan, means = sarah

    assert "No runs in this stage" in drop_stage(plan, 3, means).stages[0].aim


def test_the_rules_normal_runs_stay_whatever_else_is_changed():
    plan, means = begin(PAIN_FREE)

    assert "normal runs" in remove(plan, 1, 0, means).stages[0].aim
    assert "normal runs" in remove(replace(plan, content_version="2020-01.1"), 1, 0, means).stages[0].aim


def test_a_stage_comes_back_as_the_library_writes_it(sarah):
    plan, means = sarah

    assert add_stage(drop_stage(plan, 2, means), 2, means) == plan
    refused(Refusal.NO_PLACE, add_stage, plan, 2, means)
    refused(Refusal.NO_PLACE, add_stage, plan, 9, means)
    refused(Refusal.NO_PLACE, drop_stage, drop_stage(plan, 2, means), 2, means)


def test_a_stage_that_comes_in_spares_what_is_left_out_and_a_sore_hip():
    plan, means = start(**SORE, pain_side="both", left=SARAH["left"], right=SARAH["left"])
    again = add_stage(drop_stage(plan, 1, means), 1, means)

    assert "MB-03" not in keys(again)
    assert not {"EX-01", "EX-08"} & set(keys(again))


def test_a_plan_starts_at_a_later_stage(sarah):
    plan, means = sarah

    assert [stage.number for stage in start_at(plan, 2, means).stages] == [2, 3, 4]


def test_a_plan_starts_at_a_stage_that_was_not_in_it(sarah):
    plan, means = sarah
    without = drop_stage(plan, 2, means)

    assert [stage.number for stage in start_at(without, 2, means).stages] == [2, 3, 4]


def test_a_held_start_holds_whatever_stage_comes_first():
    plan, means = start(left=SARAH["right"])
    later = start_at(plan, 2, means)

    assert plan.needs_staff == ("start",)
    assert [stage.needs_staff for stage in later.stages] == [True, False, False]


def test_what_is_released_waits_no_longer():
    plan, _means = start(**SORE)
    opened = release(plan, ["stage_3"])

    assert opened.needs_staff == ()
    assert not opened.stages[2].needs_staff
    refused(Refusal.NO_PLACE, release, opened, ["stage_3"])


def test_the_other_leg_starts_and_the_named_leg_stays(sarah):
    plan, means = sarah
    turned = first_leg(plan, "right", means)

    assert {each.leg for stage in turned.stages for each in stage.exercises} == {"right", "both"}
    assert (turned.leg, first_leg_of(turned, means)) == ("left", "right")
    assert "right" in turned.both_legs
    assert first_leg(plan, "left", means) == plan


def test_with_one_sore_hip_the_sentence_on_legs_says_so():
    plan, means = start(**SORE)

    assert LIBRARY.sheet.one_side in first_leg(plan, "right", means).both_legs


def test_an_exercise_on_a_sore_hip_is_told_without_the_sore_hip_words():
    plan, means = start(**SORE, pain_side="both", left=SARAH["left"], right=SARAH["left"])
    told = next(each for each in add(plan, 1, "EX-01", means).stages[0].exercises if each.key == "EX-01")

    assert told.side_rule == ""


def test_an_exercise_that_the_library_has_no_longer_stays_as_it_stood(sarah):
    plan, means = sarah
    fewer = {key: each for key, each in LIBRARY.exercises.items() if key not in ("EX-01", "EX-10")}
    means = replace(means, library=replace(LIBRARY, exercises=fewer))
    changed = set_dose(plan, 1, 0, DOSE, means)

    assert changed.stages[0].exercises[0] == replace(plan.stages[0].exercises[0], dose=DOSE)
    assert changed.stages[1].warm_up == plan.stages[1].warm_up
    assert keys(add(plan, 1, "EX-02", means)) == [*keys(plan), "EX-02"]
    refused(Refusal.UNKNOWN, arranged, plan, [StageLines(3, (Line("EX-01", DOSE),))], means)


def test_gone_from_the_library_it_may_still_be_left_out(sarah):
    plan, means = sarah
    fewer = {key: each for key, each in LIBRARY.exercises.items() if key != "EX-01"}
    means = replace(means, library=replace(LIBRARY, exercises=fewer))

    assert "EX-01" not in keys(leave_out(plan, ["EX-01"], means))


def test_a_plan_of_older_words_is_written_in_the_words_of_now(sarah):
    plan, means = sarah
    stage = replace(plan.stages[0], name="An old name", gate=("An old sentence.",))
    old = replace(plan, content_version="2020-01.1", stages=(stage, *plan.stages[1:]))

    assert arranged(old, lines_of(old), means) == plan


def test_a_sentence_that_no_library_gave_stays(sarah):
    plan, means = sarah
    stage = replace(plan.stages[0], gate=(*plan.stages[0].gate, "Our own sentence."))
    own = replace(plan, stages=(stage, *plan.stages[1:]))

    assert arranged(own, lines_of(own), means) == own


def test_what_no_rule_planned_is_the_clinician_s_own_plan():
    plan, means = start(pain_spot="front_knee")
    made = add_stage(plan, 1, means)

    assert (plan.rule, plan.stages, made.rule) == ("PL-01", (), "STAFF")
    assert "left" in made.both_legs


def test_the_leg_that_starts_is_the_means_where_no_exercise_tells(sarah):
    plan, means = sarah

    assert first_leg_of(replace(plan, stages=()), replace(means, facts=Facts("right"))) == "right"


def test_the_leg_that_starts_may_show_in_a_later_stage(sarah):
    plan, means = sarah
    floor = arranged(plan, [StageLines(1, (Line("EX-01", DOSE),)), lines_of(plan)[1]], means)

    assert first_leg_of(first_leg(floor, "right", means), means) == "right"


@pytest.mark.parametrize(("number", "days"), [(1, 21), (2, 14), (3, 0)])
def test_who_starts_later_runs_as_much_sooner(sarah, number, days):
    plan, means = sarah
    later = start_at(plan, number, means)

    assert week_begins(later, 1) == stage_begins(later)[3] == plan.issued_on + timedelta(days=days)
