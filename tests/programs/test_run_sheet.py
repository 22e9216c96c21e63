"""The run sheet: every run with its three boxes, in rows that a hand can write in, on pages of their own."""

from dataclasses import replace
from itertools import product

import pytest

from programs.library import load_library
from programs.pdf.run_weeks import LEAST_ROWS
from programs.rules.mileage import RunWeek
from programs.run_chart import tenths
from programs.schedule import week_begins
from programs.sheets.order import Item, Kind, SheetError
from programs.sheets.paper import Paper
from tests.programs.boxes import boxes, faults
from tests.programs.plans import pages_of, placements, sheet, text, texts
from tests.programs.runners import SARAH, plan_for, plan_of

RUN = (Item(Kind.RUN),)
RUN_WALK = plan_for(onset_distance=1.2, usual_week=5)
PLANS = {
    "18 weeks": plan_for(),
    "12 weeks": plan_for(usual_week=10, usual_days=3, onset_distance=2.4),
    "7 weeks": plan_for(usual_week=10, usual_days=3),
    "six runs": plan_of(SARAH | {"usual_week": 60, "usual_days": 6}),
    "kilometers": plan_of(SARAH | {"unit": "km", "usual_week": 96, "usual_days": 6}),
    "one run": plan_for(usual_week=60, usual_days=1, onset_distance=1.6),
    "many weeks": plan_for(usual_week=150, usual_days=3, onset_distance=1.5),
}
CASES = [pytest.param(plan, paper, id=f"{name}, {paper}") for (name, plan), paper in product(PLANS.items(), Paper)]


def run_pages(plan, paper=Paper.LETTER, items=RUN):
    return pages_of(plan, 1, paper, items)


def written(plan, paper=Paper.LETTER):
    return [box for page in run_pages(plan, paper) for box in boxes(page)]


@pytest.mark.parametrize(("plan", "paper"), CASES)
def test_every_run_has_a_box_to_tick_one_for_distance_and_one_for_pain(plan, paper):
    runs = sum(len(week.runs) for week in plan.run.weeks)

    assert len(written(plan, paper)) == 3 * runs


@pytest.mark.parametrize(("plan", "paper"), CASES)
def test_nothing_on_a_run_sheet_is_cut_covered_or_small(plan, paper):
    assert [found for page in run_pages(plan, paper) for found in faults(page)] == []


@pytest.mark.parametrize(("plan", "paper"), CASES)
def test_a_hand_can_write_in_every_box(plan, paper):
    to_write = [box for box in written(plan, paper) if box.width != box.height]

    assert min(box.height for box in to_write) >= 13
    assert min(box.width for box in to_write) >= 20


@pytest.mark.parametrize(("plan", "paper"), CASES)
def test_no_week_run_or_sum_is_lost(plan, paper):
    found = text(sheet(plan, items=RUN, paper=paper))

    for week in plan.run.weeks:
        day = week_begins(plan, week.week).strftime("%b %-d")
        assert f"{week.week} {day} {' '.join(map(tenths, week.runs))} = {tenths(week.total)}" in found


@pytest.mark.parametrize(("plan", "paper"), CASES)
def test_every_part_of_a_table_has_the_whole_head(plan, paper):
    for page in run_pages(plan, paper):
        words = [line.words for line in placements(page)]
        key, sums = "For each run, check the box.", [word for word in words if word.startswith("= ")]

        assert any(line.startswith(key) for line in words) == bool(sums)
        assert ("Run 1" in words) == ("Pain" in words) == ("Ran" in words) == bool(sums)


def test_no_table_goes_on_with_a_lonely_few():
    counts = [sum(line.words.startswith("= ") for line in placements(page)) for page in run_pages(PLANS["many weeks"])]

    assert sum(counts) == len(PLANS["many weeks"].run.weeks)
    assert min(filter(None, counts)) >= LEAST_ROWS


def test_columns_say_which_box_is_which():
    page = run_pages(plan_for())[0]
    labels = {words: [line for line in placements(page) if line.words == words] for words in ("Plan", "Ran", "Pain")}
    first = sorted(boxes(page), key=lambda box: (round(box.top + box.height / 2), box.left))[:3]

    for label, box in zip((labels["Ran"][0], labels["Pain"][0]), first[1:], strict=True):
        assert box.left < (label.left + label.right) / 2 < box.right
    assert first[0].right < labels["Plan"][0].right < first[1].left


@pytest.mark.parametrize(("unit", "words"), [("mi", "write the miles you ran"), ("km", "write the kilometers you ran")])
def test_the_key_names_the_unit(unit, words):
    assert words in text(sheet(plan_for(unit=unit), items=RUN))


@pytest.mark.parametrize("paper", Paper)
def test_sarah_s_weeks_take_one_page_behind_her_stage(paper):
    assert len(run_pages(plan_for(), paper, (Item(Kind.STAGE, 1), *RUN))) == len(
        run_pages(plan_for(), paper, (Item(Kind.STAGE, 1),))
    ) + 1  # fmt: skip


@pytest.mark.parametrize("paper", Paper)
def test_a_sheet_of_its_own_has_the_weeks_first_and_what_to_read_behind_them(paper):
    front, back = texts(sheet(plan_for(), items=RUN, paper=paper))

    assert "18 Apr 12 5.0 5.0 5.0 5.0 5.0 = 25.0" in front
    assert "Pain while you run" in front
    assert all(words in back for words in ("Miles each week", "chest pain", "Notes and questions"))


def test_few_weeks_stand_alone_on_one_page():
    assert len(texts(sheet(PLANS["7 weeks"], items=RUN))) == 1


def test_the_traffic_light_stands_beside_the_weeks():
    page = texts(sheet(plan_for(), items=RUN))[0]

    assert all(light.sentence in page for light in load_library().running.lights)


def test_the_traffic_light_of_run_walk_steps_speaks_of_steps():
    page, running = text(sheet(RUN_WALK, items=RUN)), load_library().running

    assert all(light.sentence in page for light in running.step_lights)
    assert "week again" not in page
    assert "How to do these steps" in page


@pytest.mark.parametrize("items", [RUN, (Item(Kind.STAGE, 1), *RUN)], ids=["alone", "behind a stage"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("plan", [*PLANS.values(), RUN_WALK], ids=[*PLANS, "run-walk"])
def test_every_form_cue_stands_on_the_first_two_pages(plan, paper, items):
    pages = texts(sheet(plan, items=items, paper=paper))
    first = next(place for place, page in enumerate(pages) if "Pain while you run" in page)
    front = " ".join(pages[first : first + 2])

    assert [cue for cue in load_library().running.cues.sentences if cue not in front] == []


def test_a_plan_that_staff_hold_has_no_run_sheet():
    with pytest.raises(SheetError, match="no run weeks"):
        sheet(replace(plan_for(), needs_staff=("start",)), items=RUN)


@pytest.mark.parametrize("paper", Paper)
def test_run_walk_steps_take_one_page(paper):
    pages = run_pages(RUN_WALK, paper)

    assert len(pages) == 1
    assert faults(pages[0]) == []


@pytest.mark.parametrize("paper", Paper)
def test_a_later_start_of_run_walk_takes_one_page(paper):
    pages = run_pages(plan_for(weeks_off=5), paper)

    assert (len(pages), faults(pages[0])) == (1, [])


def test_every_step_has_three_boxes_for_each_of_its_two_times():
    assert len(written(RUN_WALK)) == 6 * 2 * 3


def test_a_later_start_leaves_out_the_steps_before_it():
    plan = plan_for(weeks_off=5)

    assert plan.run.start == "RW3"
    assert len(written(plan)) == 4 * 2 * 3
    assert "Run 2 minutes, walk 2 minutes." not in text(sheet(plan, items=RUN))


def test_every_step_says_how_many_minutes_it_takes():
    page = text(sheet(RUN_WALK, items=RUN))

    for number, step in enumerate(load_library().running.run_walk, 1):
        minutes = (step.run_minutes + step.walk_minutes) * step.times
        assert f"{number} {step.sentence} {minutes}" in page


def test_the_rules_of_the_steps_stand_above_them():
    page = text(sheet(RUN_WALK, items=RUN))

    assert all(sentence in page for sentence in load_library().running.run_walk_rules.sentences)


def test_weeks_of_few_and_of_many_runs_get_tables_of_their_own():
    few, many = RunWeek(1, 60, (20,) * 3), RunWeek(2, 66, (11,) * 6)
    plan = plan_for()
    page = text(sheet(replace(plan, run=replace(plan.run, weeks=(few, many))), items=RUN))

    assert page.count("For each run, check the box.") == 2
