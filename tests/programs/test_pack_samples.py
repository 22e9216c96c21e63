"""The samples: every kind once in every look, and none of them twice."""

from programs.printing.samples import samples
from programs.sheets.order import Kind
from programs.sheets.paper import Paper
from tests.programs.press_room import every_sheet, subject


def test_no_sample_is_made_twice():
    paths = [sample.path for sample in samples(subject(), ())]

    assert len(paths) == len(set(paths))


def test_every_sheet_in_every_look_is_a_sample():
    alone = {(sample.orders[0].items[0], sample.look) for sample in samples(subject(), ()) if len(sample.orders) == 1}

    assert {(sheet.item, sheet.look) for sheet in every_sheet()} <= alone
    assert {(Kind.COVER, paper) for paper in Paper} <= {(item.kind, look.paper) for item, look in alone}
