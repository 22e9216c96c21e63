"""Every word of ours on a sheet's page is marked for translation."""

import pytest

from tests.conftest import VIGNETTES
from tests.drafts import device, sent
from tests.page import Page
from tests.test_translation_marks import pseudo, unmarked

__all__ = ["pseudo"]
SHEETS = ["stage-1", "stage-3", "plan", "run", "warm_up", "upkeep", "seen", "mirror"]


@pytest.mark.parametrize("what", SHEETS)
def test_a_sheet_is_marked(pseudo, db, what):
    _screening, token = sent(VIGNETTES["V01"]["case"], name="Sarah Miller")
    answer = device(token).get(f"/plan/sheet/?what={what}")

    assert answer.status_code == 200
    assert unmarked(Page(answer)) == []
