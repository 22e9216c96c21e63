"""Between a plan and the text of its file no dose, no cue and no week is lost, in any layout."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programs.pdf.pack import pack
from programs.run_chart import tenths
from programs.sheets.order import Item, Kind, Layout, Look, Order, choices_for
from programs.sheets.paper import Paper
from tests.programs.plans import squeezed, text
from tests.programs.press_room import press, subject
from tests.programs.promised import promised
from tests.programs.runners import CLEAN, DROPS, RULES, SARAH, SLIGHT, plan_for, plan_of

pytestmark = pytest.mark.pure

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


def file_text(plan, item, look):
    return squeezed(text(pack([Order(subject(plan), (item,))], press(look))))


@settings(max_examples=60)
@given(plan=plans, kind=kinds, look=looks, which=st.integers(0, 3))
def test_whatever_is_prescribed_can_be_read_on_paper(plan, kind, look, which):
    items = [item for item in choices_for(subject(plan)) if item.kind == kind]
    if not items:
        return
    item = items[which % len(items)]
    found = file_text(plan, item, look)

    assert not [words for words in promised(plan, item, look) if squeezed(words) not in found]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("rule", RULES)
def test_every_worked_rule_s_stages_are_whole_in_every_layout(rule, paper, layout):
    plan, look = plan_of(RULES[rule]), Look(paper, layout)
    for item in choices_for(subject(plan)):
        if item.kind == Kind.STAGE:
            found = file_text(plan, item, look)
            assert not [words for words in promised(plan, item, look) if squeezed(words) not in found]


@pytest.mark.parametrize("large", [False, True])
def test_every_run_of_every_week_is_counted_once(large):
    plan = plan_for()
    words = text(pack([Order(subject(plan), (Item(Kind.RUN),))], press(Look(large=large)))).split()
    runs = Counter(tenths(run) for week in plan.run.weeks for run in week.runs)

    assert not [length for length, times in runs.items() if words.count(length) < times]
