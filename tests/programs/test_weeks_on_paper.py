"""The run weeks on paper are the weeks of the plan: row by row, run by run, sum by sum."""

import re
from itertools import chain

import pytest
from django.test import RequestFactory

from programs.pdf.large_styles import STRONG
from programs.pdf.pack import sheet_of
from programs.pdf.sketch import Words
from programs.plan import Plan
from programs.printing.sheet_page import render_sheet
from programs.run_chart import tenths
from programs.sheets import wording
from programs.sheets.order import Item, Kind, Layout, Look
from programs.sheets.paper import Paper
from tests.page import Element, Page
from tests.programs.on_paper import TENTHS, WeekRow, grounds, lines_of, week_rows
from tests.programs.plans import CLINIC, TODAY, job_for
from tests.programs.press_room import subject
from tests.programs.runners import plan_for

RUN = Item(Kind.RUN)
PLANS = {
    "miles": plan_for(),
    "kilometers": plan_for(unit="km", usual_week=60, usual_days=4),
    "a few": plan_for(usual_week=8, usual_days=3, weeks_off=0),
    "seven days": plan_for(usual_week=80, usual_days=7),
}
each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)


def planned(plan: Plan) -> list[WeekRow]:
    return [WeekRow(week.week, tuple(map(tenths, week.runs)), tenths(week.total)) for week in plan.run.weeks]


@pytest.mark.parametrize("paper", Paper)
@each_plan
def test_every_week_is_a_row_with_its_runs_and_its_sum(plan, paper):
    assert week_rows(sheet_of(job_for(plan, paper=paper, items=(RUN,)), RUN)) == planned(plan)


@pytest.mark.parametrize("layout", [Layout.FIT, Layout.FRIDGE, Layout.POCKET])
def test_the_whole_plan_has_the_same_rows(layout):
    item = Item(Kind.PLAN)

    assert week_rows(sheet_of(job_for(plan_for(), look={"layout": layout}, items=(item,)), item)) == planned(plan_for())


@each_plan
def test_large_print_has_the_same_weeks(plan):
    pages = sheet_of(job_for(plan, look={"large": True}, items=(RUN,)), RUN)
    rows = [lines_of(ground) for page in pages for ground in grounds(page) if named_week(ground)]
    read = [(row[0], [words for words in row if TENTHS.fullmatch(words)], row[1]) for row in rows]

    assert read == [
        (f"Week {week.week}", list(week.runs), f"{wording.COLUMN_TOTAL}: {week.total}") for week in planned(plan)
    ]


def inside(page: Page, row: Element, tag: str, **attrs: str) -> list[str]:
    return [element.text for element in page.all(tag, **attrs) if row in element.around]


def named_week(ground) -> bool:
    first = next((mark for mark in ground.marks if isinstance(mark, Words)), None)
    return first is not None and first.style == STRONG and re.fullmatch(r"Week \d+", lines_of(ground)[0]) is not None


@each_plan
@pytest.mark.django_db
def test_the_page_has_the_same_weeks(plan):
    page = Page(render_sheet(RequestFactory().get("/plan/sheet/"), subject(plan), RUN, Look(), CLINIC, TODAY))
    rows = [row for row in page.all("tr") if row.text.startswith("Week ") and TENTHS.search(row.text)]
    read = [
        (inside(page, row, "th"), inside(page, row, "span", class_="sheet-cell"), inside(page, row, "b"))
        for row in rows
    ]

    assert read == [([f"Week {week.week}"], list(week.runs), [week.total]) for week in planned(plan)]


def test_a_sum_is_what_its_runs_come_to():
    rows = chain.from_iterable(week_rows(sheet_of(job_for(plan, items=(RUN,)), RUN)) for plan in PLANS.values())

    assert not [row for row in rows if round(sum(map(float, row.runs)), 1) != float(row.total)]
