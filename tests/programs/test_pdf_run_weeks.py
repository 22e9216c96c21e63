"""The run page: the facts of the result page, and a chart whose dashed line nothing touches."""

from dataclasses import replace
from itertools import pairwise

import pytest

from programs.library import load_library
from programs.pdf.run_chart import chart
from programs.pdf.sketch import Box, Sketch, Stroke
from programs.pdf.styles import ORANGE, WHITE
from programs.plan import Plan
from programs.schedule import schedule_of
from programs.sheets.order import Item, Kind
from programs.sheets.paper import Paper
from tests.programs.plans import job_for, placements, sheet, text
from tests.programs.runners import SARAH, plan_for, plan_of

RUN_WALK = {"onset_distance": 1.2, "usual_week": 5}
LONG_WAY = plan_of(SARAH | {"usual_week": 60, "usual_days": 6})


def run_page(plan: Plan) -> str:
    return text(sheet(plan, items=(Item(Kind.RUN),)))


def chart_of(plan: Plan) -> Sketch:
    return chart(plan.run.weeks, plan, job_for(plan, paper=Paper.A4))


def test_the_page_tells_the_earliest_first_run():
    assert "Your first run is on Dec 14, 2026 at the earliest." in run_page(plan_for())


def test_the_page_tells_when_the_last_week_begins():
    page = run_page(plan_for())

    assert "If every week goes well, week 18 is your usual 25.0 miles." in page
    assert "That week begins on Apr 12, 2027 at the earliest." in page


def test_a_repeated_week_moves_the_dates():
    assert "A week that you repeat moves all later dates." in run_page(plan_for())


def test_kilometers_are_named_in_the_dates_too():
    assert "is your usual 40.0 kilometers." in run_page(plan_of(SARAH | {"unit": "km", "usual_week": 40}))


def test_run_walk_steps_tell_how_long_they_take():
    plan = plan_for(**RUN_WALK)
    steps = 6 - int(plan.run.start.removeprefix("RW")) + 1
    page = run_page(plan)

    assert f"These steps take at least {schedule_of(plan, steps).step_days} days." in page
    assert "A step that you repeat moves all later dates." in page
    assert "If every week goes well" not in page


def test_run_walk_steps_promise_no_week_that_the_plan_has_not():
    page = run_page(plan_for(**RUN_WALK))

    assert "The clinic sets your weeks by distance, from Jan 7, 2027 at the earliest." in page
    assert "first week by distance begins" not in page


def test_many_runs_a_week_are_told_that_some_fall_on_days_in_a_row():
    assert "With 5 or 6 runs a week, some fall on days in a row." in run_page(plan_for())


def test_the_usual_week_is_named_away_from_the_corner_of_the_code():
    drawn = chart_of(plan_for())
    usual = next(line for line in placements(drawn) if line.words.startswith("Your usual week"))

    assert usual.right < drawn.width / 2


def test_rest_lines_are_for_the_run_counts_of_the_plan():
    plan = plan_for()
    weeks = tuple(week for week in plan.run.weeks if len(week.runs) == 3)
    page = run_page(replace(plan, run=replace(plan.run, weeks=weeks)))

    assert "With 3 runs a week" in page
    assert "With 4 runs a week" not in page


def test_run_walk_steps_carry_no_line_for_a_run_count():
    page = run_page(plan_for(**RUN_WALK))

    assert "runs a week" not in page
    assert "Keep at least one full rest day each week." in page


def test_the_page_says_when_hills_may_come_back():
    page = run_page(plan_for())

    assert all(sentence in page for sentence in load_library().running.avoid.sentences)


@pytest.mark.parametrize("plan", [plan_for(), LONG_WAY], ids=["18 weeks", "a long way"])
def test_no_label_sits_on_the_line_of_the_usual_week(plan):
    drawn = chart_of(plan)
    dashed = [mark.points for mark in drawn.marks if isinstance(mark, Stroke) and mark.color == ORANGE]
    usual = next(start[1] for start, end in dashed if (start[0], end[0]) == (0, drawn.width))

    assert not [line.words for line in placements(drawn) if line.top - 1 < usual < line.bottom + 1]


def test_nothing_white_cuts_the_line_of_the_usual_week():
    marks = chart_of(plan_for()).marks

    assert not [mark for mark in marks if getattr(mark, "fill", None) == WHITE]


def test_the_first_and_the_last_week_carry_their_totals():
    words = [line.words for line in placements(chart_of(plan_for()))]

    assert "6.0" in words
    assert "25.0" in words


def test_the_totals_between_are_every_third():
    words = [line.words for line in placements(chart_of(plan_for()))]

    assert {"7.8", "9.9"} <= set(words)
    assert not {"6.6", "7.2"} & set(words)


@pytest.mark.parametrize("usual_days", [3, 6])
def test_no_total_runs_into_the_higher_bar_after_it(usual_days):
    drawn = chart_of(plan_for(usual_week=150, usual_days=usual_days, onset_distance=1.5))
    bars = [mark for mark in drawn.marks if isinstance(mark, Box)]
    totals = [line for line in placements(drawn) if "." in line.words and ":" not in line.words]

    assert len(totals) > 5
    assert not [
        (line.words, bar)
        for line in totals
        for bar in bars
        if line.left < bar.x + bar.width and bar.x < line.right and line.bottom > bar.y + 1
    ]


def test_weeks_that_stand_close_share_their_numbers():
    drawn = chart_of(plan_for(usual_week=150, usual_days=3, onset_distance=1.5))
    numbers = [int(line.words) for line in placements(drawn) if line.words.isdigit()]

    assert numbers[-1] == 47
    assert {after - before for before, after in pairwise(numbers)} == {2}
