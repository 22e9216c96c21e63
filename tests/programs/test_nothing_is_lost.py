"""Between a plan and the text of its file no dose, no cue and no week is lost, in any layout."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programs.library import load_library
from programs.pdf.pack import job_of, pack, sheet_of
from programs.run_chart import tenths
from programs.sheets.order import Item, Kind, Layout, Look, Order, choices_for
from programs.sheets.paper import Paper
from tests.programs.on_paper import WeekRow, cards, dose_of, titled
from tests.programs.plans import read_back, squeezed, texts
from tests.programs.press_room import press, subject
from tests.programs.promised import promised
from tests.programs.runners import CLEAN, DROPS, RULES, SARAH, SLIGHT, plan_for, plan_of, stage_of

looks = st.builds(Look, st.sampled_from(Paper), st.sampled_from(Layout), large=st.booleans())
legs = st.sampled_from([CLEAN, SLIGHT, DROPS, DROPS | {"knee_cave": 2}])
plans = st.builds(
    lambda **changes: plan_of(SARAH | changes),
    unit=st.sampled_from(["mi", "km"]),
    age=st.integers(18, 80),
    usual_week=st.integers(30, 900).map(lambda tenths: Decimal(tenths) / 10),
    usual_days=st.integers(2, 7),
    weeks_off=st.integers(0, 8),
    onset_distance=st.none() | st.integers(5, 90).map(lambda tenths: Decimal(tenths) / 10),
    pain_side=st.sampled_from(["left", "right", "both"]),
    pain_spot=st.sampled_from(["outer_knee", "outer_hip"]),
    left=legs,
    right=legs,
)
kinds = st.sampled_from([Kind.STAGE, Kind.PLAN, Kind.RUN, Kind.WARM_UP, Kind.UPKEEP])


ROW = re.compile(r"^(\d+) (?:.*? )?((?:\d+\.\d )+)= (\d+\.\d)$", re.MULTILINE)


def file_text(plan, item, look):
    """The file as another program reads it, line by line; a card that is turned by one that minds no turning."""
    file, turned = pack([Order(subject(plan), (item,))], press(look)), look.layout == Layout.POCKET and not look.large
    return "\n".join(texts(file) if turned and item.kind != Kind.RUN else read_back(file)).replace("\r", "")


def rows_in(file: str) -> list[WeekRow]:
    return [WeekRow(int(week), tuple(runs.split()), total) for week, runs, total in ROW.findall(file)]


def rows_of(plan) -> list[WeekRow]:
    return [WeekRow(week.week, tuple(map(tenths, week.runs)), tenths(week.total)) for week in plan.run.weeks]


def missing(plan, item, look) -> list[str]:
    found = squeezed(file_text(plan, item, look))
    return [words for words in promised(plan, item, look) if squeezed(words) not in found]


def item_of(plan, kind, which):
    items = [item for item in choices_for(subject(plan)) if item.kind == kind]
    return items[which % len(items)] if items else None


@settings(max_examples=20)
@given(plan=plans, kind=kinds, look=looks, which=st.integers(0, 3))
def test_whatever_is_prescribed_can_be_read_on_paper(plan, kind, look, which):
    item = item_of(plan, kind, which)

    assert item is None or not missing(plan, item, look)


@settings(max_examples=25)
@given(plan=plans, paper=st.sampled_from(Paper), layout=st.sampled_from(Layout), which=st.integers(0, 3))
def test_whatever_is_prescribed_stands_under_its_own_name(plan, paper, layout, which):
    item = item_of(plan, Kind.STAGE, which)
    if item is None:
        return
    order, library = Order(subject(plan), (item,)), load_library()
    practice = library.stages[item.stage].practice
    stage = stage_of(plan, item.stage)
    session = [(None, drill) for drill in stage.warm_up if drill.key in practice] + list(enumerate(stage.exercises, 1))
    titles = [titled(*pair, library.sheet.practice_title) for pair in session]
    found = [card for page in sheet_of(job_of(order, press(Look(paper, layout))), item) for card in cards(page, titles)]

    assert sorted(card.titles for card in found) == sorted((title[0],) for title in titles)
    assert {card.titles[0]: card.dose for card in found} == {
        title[0]: dose_of(exercise.dose) for title, (_place, exercise) in zip(titles, session, strict=True)
    }


@settings(max_examples=10)
@given(plan=plans)
def test_every_run_of_every_week_is_in_its_row_of_the_file(plan):
    if plan.run is not None and plan.run_is_released:
        assert rows_in(file_text(plan, Item(Kind.RUN), Look())) == rows_of(plan)


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize(("rule", "paper"), [*((rule, Paper.LETTER) for rule in RULES), ("PL-03", Paper.A4)])
def test_every_worked_rule_s_stages_are_whole_in_every_layout(rule, paper, layout):
    plan, look = plan_of(RULES[rule]), Look(paper, layout)
    stages = [item for item in choices_for(subject(plan)) if item.kind == Kind.STAGE]

    assert not [lost for item in stages if (lost := missing(plan, item, look))]


@pytest.mark.parametrize("layout", [Layout.FIT, Layout.FRIDGE])
def test_the_whole_plan_has_every_week_in_its_row(layout):
    plan = plan_for()

    assert rows_in(file_text(plan, Item(Kind.PLAN), Look(layout=layout))) == rows_of(plan)
