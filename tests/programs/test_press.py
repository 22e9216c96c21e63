"""What a file says of itself: its title is that of its first sheet, its language that of its words."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from programs.pdf.pack import pack
from programs.sheets.order import Item, Kind, Look, Order
from tests.programs.press_room import press, subject


def file(*items, **changes):
    return PdfReader(BytesIO(pack([Order(subject(), items)], replace(press(Look()), **changes))))


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Kind.MIRROR, "Mirror check"),
        (Kind.SUMMARY, "Summary for the clinic's record"),
        (Kind.WARM_UP, "Your warm-up"),
        (Kind.PLAN, "Your home exercises"),
    ],
)
def test_a_file_is_called_what_its_first_sheet_is_called(kind, title):
    assert file(Item(kind), Item(Kind.RUN)).metadata.title == title


def test_a_file_names_no_runner():
    assert "Sarah" not in str(file(Item(Kind.COVER), Item(Kind.RUN)).metadata.title)


@pytest.mark.parametrize("language", ["en-US", "es"])
def test_a_file_names_its_language(language):
    assert file(Item(Kind.RUN), language=language).root_object["/Lang"] == language
