"""A pack as a file: the order given, fresh odd pages when it is printed on both sides, the same bytes twice."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from programs.pdf.pack import Press, pack, packing
from programs.sheets.order import Item, Kind, Look, Order, SheetError, Subject, Who
from tests.programs.plans import CLINIC, TODAY, texts
from tests.programs.runners import plan_for

NAMES = [f"Runner {letter}" for letter in "CADB"]
RUN, STAGE_1, STAGE_2 = Item(Kind.RUN), Item(Kind.STAGE, 1), Item(Kind.STAGE, 2)


def orders(*items, names=NAMES):
    plan = plan_for()
    return [Order(Subject(Who(name, f"ITB-7F3K-Q{place}"), plan, 1), items) for place, name in enumerate(names)]


def press(**look):
    return Press(Look(**look), CLINIC, TODAY)


def first_pages(data):
    """The number, from 1, of each page that says it is the first of its sheet, and all pages' texts."""
    found = texts(data)
    return [place for place, text in enumerate(found, 1) if "Page 1 of" in text], found


def test_runners_come_in_the_order_given():
    firsts, found = first_pages(pack(orders(RUN), press()))

    assert [next(name for name in NAMES if name in found[place - 1]) for place in firsts] == NAMES


def test_the_sheets_of_a_runner_come_in_the_order_given():
    firsts, found = first_pages(pack(orders(STAGE_2, RUN, STAGE_1, names=NAMES[:1]), press()))
    said = [[word for word in ("Stage 2 of 4", "Stage 1 of 4") if word in found[place - 1]] for place in firsts]

    assert said == [["Stage 2 of 4"], [], ["Stage 1 of 4"]]


def test_on_both_sides_each_sheet_begins_on_an_odd_page():
    firsts, _found = first_pages(pack(orders(STAGE_1, RUN), press(duplex=True)))

    assert len(firsts) == 8
    assert [place for place in firsts if place % 2 == 0] == []


def test_the_backs_in_between_are_empty_and_nothing_else_is():
    data = pack(orders(STAGE_1, RUN), press(duplex=True))
    firsts, found = first_pages(data)
    empty = [place for place, text in enumerate(found, 1) if not text]
    ends = {place - 1 for place in firsts[1:]} | {len(found)}

    assert empty
    assert set(empty) <= ends
    assert [place for place in empty if place % 2] == []
    assert len(PdfReader(BytesIO(data)).pages) % 2 == 0


def test_on_one_side_no_page_is_empty():
    assert [text for text in texts(pack(orders(STAGE_1, RUN), press())) if not text] == []


def test_two_sided_or_not_the_same_is_said():
    one, two = (texts(pack(orders(STAGE_1), press(duplex=duplex))) for duplex in (False, True))

    assert [text for text in two if text] == one


def test_each_sheet_counts_its_own_pages():
    alone, in_pack = pack(orders(RUN, names=["Runner C"]), press()), pack(orders(RUN), press())

    assert texts(in_pack)[: len(texts(alone))] == texts(alone)


def test_the_same_pack_is_the_same_bytes():
    assert pack(orders(STAGE_1, RUN), press(duplex=True)) == pack(orders(STAGE_1, RUN), press(duplex=True))


def test_it_says_after_each_sheet_how_far_it_is_and_ends_with_the_file():
    def kept(making):
        """What a generator returns, after all that it yields."""
        ends.append((yield from making))

    ends = []

    assert list(kept(packing(orders(STAGE_1, RUN), press()))) == list(range(1, 9))
    assert ends == [pack(orders(STAGE_1, RUN), press())]


def test_a_pack_that_is_stopped_half_way_is_dropped():
    making = packing(orders(STAGE_1), press())
    next(making)
    making.close()

    assert list(making) == []


def test_nothing_to_print_is_said():
    with pytest.raises(SheetError):
        pack([replace(order, items=()) for order in orders()], press())
