"""What a clinician may put on one sheet fits every layout, with the longest doses that can be typed."""

import pytest

from programs.arranging import MOST_EXERCISES
from programs.dosing import known_texts, read_dose
from programs.plan import Dose
from programs.revising import add, set_dose
from programs.sheets.order import Layout
from tests.programs.plans import sheet, text
from tests.programs.revised import LIBRARY, keys, start

TYPED = {
    "start": "6 x 10-50 sec each side",
    "goal": "6 x 10-50 sec each side",
    "hold": "10-50",
    "rest": "100-300",
}
LONG = read_dose(
    TYPED | {"tempo": "10-20 up, 10-20 hold, 10-20 down", "days": "3-5"},
    Dose("", "", "", "", "", ""),
    known_texts(LIBRARY),
)


@pytest.fixture(scope="module")
def full():
    """Sarah's plan with as many exercises in Stage 1 as there may be, each with the longest dose."""
    plan, means = start()
    more = [key for key in LIBRARY.exercises if key.startswith(("EX", "MB")) and key not in keys(plan)]
    for key in more[: MOST_EXERCISES - len(keys(plan))]:
        plan = add(plan, 1, key, means)
    for place in range(MOST_EXERCISES):
        plan = set_dose(plan, 1, place, LONG, means)
    return plan


LOOKS = [{"large": True}, *({"layout": layout} for layout in Layout)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_fullest_stage_is_printed_whole(full, look):
    said = text(sheet(full, look=look))

    assert all(each.name.split()[0] in said for each in full.stages[0].exercises)
