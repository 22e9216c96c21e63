"""What sheets look like, held against pictures that a person looked at and found good.

`GOLDEN=write` in the environment writes them anew; look at each one before it is committed.
"""

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

from programs.sheets.order import Item, Kind, Layout, Look
from programs.sheets.paper import Paper
from tests.programs.press_room import Sheet, data, pictures

pytestmark = pytest.mark.pure

FOLDER = Path(__file__).parents[1] / "golden"
DOTS = 45
FAR = 48
"""Steps of 256, after a blur, from which a pixel counts as another one."""
FEW = 0.002
"""The share of a page that may differ: an edge here and there, never a word or a picture."""
STAGE_2, STAGE_1 = Item(Kind.STAGE, 2), Item(Kind.STAGE, 1)
CASES = [
    *(Sheet(STAGE_2, Look(layout=layout), "left") for layout in Layout),
    Sheet(STAGE_1, Look(), "left"),
    Sheet(STAGE_1, Look(), "right"),
    Sheet(STAGE_1, Look(Paper.A4), "left"),
    Sheet(STAGE_1, Look(large=True), "left"),
    Sheet(STAGE_1, Look(layout=Layout.POCKET), "right"),
    *(
        Sheet(Item(kind), Look(), "right" if kind in (Kind.SEEN, Kind.MIRROR) else "left")
        for kind in Kind
        if kind not in (Kind.STAGE, Kind.PLAN)
    ),
]


@pytest.mark.parametrize("sheet", CASES, ids=str)
def test_the_first_page_looks_as_it_did_when_it_was_found_good(sheet: Sheet):
    file = FOLDER / f"{sheet}.png"
    drawn = pictures(data(sheet), DOTS)[0]
    if os.environ.get("GOLDEN") == "write":
        drawn.quantize(16).save(file, optimize=True)

    assert difference(Image.open(file).convert("L"), drawn) < FEW


def difference(kept: Image.Image, drawn: Image.Image) -> float:
    """The share of pixels that are far apart once both are blurred a little."""
    if kept.size != drawn.size:
        return 1.0
    blurred = (picture.filter(ImageFilter.GaussianBlur(1)) for picture in (kept, drawn))
    far = ImageChops.difference(*blurred).point(lambda step: 255 * (step > FAR))
    return far.histogram()[255] / (far.width * far.height)


def test_another_dose_or_leg_would_be_seen():
    left, right = (Sheet(STAGE_1, Look(), leg) for leg in ("left", "right"))

    assert difference(*(pictures(data(sheet), DOTS)[0] for sheet in (left, right))) > FEW


def test_a_missing_word_would_be_seen():
    page = pictures(data(Sheet(STAGE_1, Look(), "left")), DOTS)[0]
    spoiled = page.copy()
    spoiled.paste(255, (20, 300, 80, 310))

    assert difference(page, spoiled) > FEW / 4
