"""The clinic's details: what would not fit on a sheet is refused when the server starts, so that no sheet fails."""

import pytest
from django.conf import settings

from programs.letterhead import MOST_LETTERS, MOST_LINES, LetterheadError, clinic_letterhead
from programs.pdf.pack import Press, job_of, sheet_of
from programs.sheets.order import Look, Order, choices_for
from tests.programs.plans import TODAY
from tests.programs.press_room import subject

LINE = "Long Street " * 4
WIDEST = {
    "name": "W" * 60,
    "address": "|".join([LINE[: MOST_LETTERS["address"]]] * MOST_LINES),
    "phone": "(973) 689-7123 ext. 12345",
    "email": "a" * 80,
    "web": "w" * 80,
    "hours": "Monday to Friday, 8 am to 6 pm, and Saturday, 9 am to noon, but not on holidays",
}


@pytest.mark.parametrize("name", MOST_LETTERS)
def test_a_detail_that_is_too_long_is_refused_by_name(name):
    long = {name: "x" * (MOST_LETTERS[name] + 1)}

    with pytest.raises(LetterheadError, match=f"CLINIC_{name.upper()}"):
        clinic_letterhead(settings.CLINIC | long)


def test_an_address_of_too_many_lines_is_refused():
    with pytest.raises(LetterheadError, match="CLINIC_ADDRESS has 12 lines"):
        clinic_letterhead(settings.CLINIC | {"address": "|".join(["Suite 1"] * 12)})


@pytest.mark.parametrize("large", [False, True])
def test_the_longest_details_that_are_taken_fit_every_sheet(large):
    press = Press(Look(large=large), clinic_letterhead(settings.CLINIC | WIDEST), TODAY)
    whose = subject()

    assert all(sheet_of(job_of(Order(whose, (item,)), press), item) for item in choices_for(whose))
