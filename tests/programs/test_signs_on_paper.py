"""A tick stands by what is right and a cross by what is wrong: told by shape, at every picture and every sentence."""

from collections import Counter

import pytest
from django.test import RequestFactory

from programs.library import load_library
from programs.pdf import marks
from programs.pdf.picture_row import picture_row
from programs.pdf.sketch import Sketch
from programs.printing.sheet_page import render_sheet
from programs.sheets import wording
from programs.sheets.order import Item, Kind, Layout, Look
from programs.sheets.paper import Paper
from tests.page import Page
from tests.programs.on_paper import SIGN_OF, signed_lines, signed_pictures, signs
from tests.programs.plans import CLINIC, TODAY, job_for, squeezed
from tests.programs.press_room import Sheet, every_sheet, pages, subject
from tests.programs.runners import all_exercises, stage_of

EXERCISES = [exercise for leg in ("left", "right") for exercise in all_exercises(subject(leg=leg).plan)]
MARKS = {picture.slug: picture.mark for exercise in EXERCISES for picture in exercise.pictures}
STAGE_3 = Item(Kind.STAGE, 3)
SHEETS = [
    sheet for sheet in every_sheet(papers=(Paper.LETTER,), legs=("left", "right")) if sheet.item.kind != Kind.PLAN
]
LIGHTS = dict(zip(("tick", "bar", "cross"), load_library().sheet.pain_rule, strict=True))
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=str)


@pytest.mark.parametrize(("draw", "sign"), [(marks.tick, "tick"), (marks.cross, "cross"), (marks.caution, "bar")])
def test_each_sign_has_a_shape_of_its_own(draw, sign):
    sketch = Sketch(20, 20)
    draw(sketch, 10, 10, 6)

    assert [drawn.sign for drawn in signs(sketch)] == [sign]


BOTH = next(e for e in EXERCISES if {"right", "wrong"} <= {picture.mark for picture in e.pictures})


@pytest.mark.parametrize("leg", ["left", "right"])
@pytest.mark.parametrize("room", [(140.0, 110.0), (300.0, 90.0), (90.0, 400.0)], ids=str)
def test_a_row_of_pictures_has_its_signs_in_any_room(room, leg):
    row = picture_row(BOTH.pictures, leg, room, job_for(subject().plan))

    assert [[drawn.sign for drawn in signed.signs] for signed in signed_pictures(row)] == [
        [SIGN_OF[picture.mark]] if picture.mark else [] for picture in BOTH.pictures
    ]


@each_sheet
def test_each_picture_has_the_sign_that_it_must_have_and_no_other(sheet: Sheet):
    for signed in (signed for page in pages(sheet) for signed in signed_pictures(page)):
        wanted = SIGN_OF[MARKS.get(signed.art.slug, "")]
        alone = wanted == "tick" and not signed.signs  # shown by itself a good picture needs no sign

        assert alone or [drawn.sign for drawn in signed.signs] == [wanted] * bool(wanted), signed.art.slug


@each_sheet
def test_no_sign_of_a_picture_is_nearest_to_one_that_needs_the_other(sheet: Sheet):
    for signed in (signed for page in pages(sheet) for signed in signed_pictures(page)):
        for drawn, nearest in zip(signed.signs, signed.nearest, strict=True):
            assert SIGN_OF[MARKS[nearest.slug]] in (None, drawn.sign)


def meant() -> dict[str, set[str]]:
    """How a line that stands by a sign may begin, and the signs it may stand by."""
    found: dict[str, set[str]] = {}
    for exercise in EXERCISES:
        for text, sign in (*((cue, "tick") for cue in exercise.cues), *((fault, "cross") for fault in exercise.faults)):
            found.setdefault(squeezed(text), set()).add(sign)
    found[squeezed(wording.FAULTS_LEAD)] = {"cross"}
    return found | {squeezed(light.pain): {sign} for sign, light in LIGHTS.items()}


MEANT = meant()


def wanted_for(line: str) -> set[str]:
    """The signs that a line may stand by; none for a label or a word that is not an exercise's."""
    words = squeezed(line)
    beginnings = [signs for text, signs in MEANT.items() if text.startswith(words) or words.startswith(text)]
    return set().union(*beginnings)


@each_sheet
def test_each_sentence_stands_by_the_sign_that_it_must_have(sheet: Sheet):
    lines = [pair for page in pages(sheet) for pair in signed_lines(page)]

    assert not [(sign, line) for sign, line in lines if wanted_for(line) and sign not in wanted_for(line)]


@pytest.mark.parametrize("sheet", [sheet for sheet in SHEETS if sheet.item.kind == Kind.STAGE], ids=str)
def test_a_stage_has_a_tick_for_the_cues_of_each_exercise(sheet: Sheet):
    fridge = sheet.look.layout == Layout.FRIDGE and not sheet.look.large
    stage = stage_of(subject(leg=sheet.leg).plan, sheet.item.stage)
    counted = Counter(sign for page in pages(sheet) for sign, line in signed_lines(page) if wanted_for(line))

    assert counted["tick"] >= (0 if fridge else len(stage.exercises))


def test_wrong_pictures_are_among_those_drawn():
    drawn = {art.art.slug for sheet in SHEETS for page in pages(sheet) for art in signed_pictures(page)}

    assert {MARKS.get(slug, "") for slug in drawn} == {"", "right", "wrong"}


@pytest.mark.django_db
def test_a_picture_on_the_page_has_its_sign_in_its_caption():
    sheet = render_sheet(RequestFactory().get("/plan/sheet/"), subject(), STAGE_3, Look(), CLINIC, TODAY)
    page = Page(sheet)
    icons = {"is-right": "icon-check", "is-wrong": "icon-cross"}
    captions = [each for each in page.all("figcaption") if each.classes & set(icons)]

    assert {next(iter(each.classes)) for each in captions} == set(icons)
    for caption in captions:
        drawn = {name for each in page.all("span") if caption in each.around for name in each.classes} - {"icon"}
        assert drawn == {icons[name] for name in caption.classes}
