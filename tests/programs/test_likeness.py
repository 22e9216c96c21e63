"""The limit of the golden pictures bites: one digit, one word, one leg, one mirrored picture is over; grain is not."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest
from PIL import Image, ImageChops

from programs.pdf.pack import pack
from programs.plan import Plan
from programs.sheets.order import Item, Kind, Layout, Look, Order
from tests.programs.likeness import DOTS, LIMIT, difference
from tests.programs.plans import placements
from tests.programs.press_room import Sheet, pages, pictures, press, subject
from tests.programs.runners import plan_for, stage_of

STAGE_2, RUN = Item(Kind.STAGE, 2), Item(Kind.RUN)
FIT = Look()
DOSES = [
    (layout, change)
    for layout, change in zip(
        Layout,
        [{"goal": "3 x 13"}, {"start": "2 x 8"}, {"start": "3 x 6"}, {"hold": "7 second"}, {"goal": "3 x 15"},
         {"start": "3 x 9"}, {"goal": "8 x 12"}],
        strict=True,
    )
]  # fmt: skip


@cache
def drawn(item: Item, look: Look) -> list[Image.Image]:
    """Sarah's sheet as a printer shows it."""
    return redrawn(plan_for(), item, look)


def redrawn(plan: Plan, item: Item, look: Look) -> list[Image.Image]:
    return pictures(pack([Order(subject(plan), (item,))], press(look)), DOTS)


def apart(plan: Plan, item: Item, look: Look) -> list[int]:
    """How far each page of the sheet of this plan is from that of Sarah's."""
    return [difference(*both) for both in zip(drawn(item, look), redrawn(plan, item, look), strict=True)]


def with_exercise(place: int = 0, stage: int = 2, **changes) -> Plan:
    """Sarah's plan with one exercise of one stage changed."""
    plan, found = plan_for(), list(stage_of(plan_for(), stage).exercises)
    found[place] = replace(found[place], **changes)
    stages = tuple(replace(each, exercises=tuple(found)) if each.number == stage else each for each in plan.stages)
    return replace(plan, stages=stages)


FIRST = stage_of(plan_for(), 2).exercises[0]


@pytest.mark.parametrize(("layout", "change"), DOSES, ids=str)
def test_one_other_digit_of_a_dose_is_seen_in_every_layout(layout, change):
    plan = with_exercise(dose=replace(FIRST.dose, **change))

    assert max(apart(plan, STAGE_2, Look(layout=layout))) > LIMIT


@pytest.mark.parametrize("place", range(len(stage_of(plan_for(), 2).exercises)))
def test_one_other_digit_is_seen_for_any_exercise(place):
    dose = stage_of(plan_for(), 2).exercises[place].dose
    digit = next(letter for letter in reversed(dose.start) if letter.isdigit())
    other = {"0": "8", "8": "6", "6": "8"}.get(digit, "7")
    start = dose.start[::-1].replace(digit, other, 1)[::-1]

    assert max(apart(with_exercise(place, dose=replace(dose, start=start)), STAGE_2, FIT)) > LIMIT


def test_the_words_for_the_leg_alone_are_seen_on_every_page():
    plan = plan_for()
    other = replace(plan, leg="right", both_legs=plan.both_legs.replace("left", "right"))

    assert min(apart(other, STAGE_2, FIT)) > LIMIT


@pytest.mark.parametrize(("place", "more"), [(0, 1), (3, 1), (-1, 5)])
def test_one_run_a_tenth_longer_is_seen(place, more):
    plan = plan_for()
    weeks = list(plan.run.weeks)
    first, *others = weeks[place].runs
    weeks[place] = replace(weeks[place], runs=(first + more, *others))

    assert max(apart(replace(plan, run=replace(plan.run, weeks=tuple(weeks))), RUN, FIT)) > LIMIT


@pytest.mark.parametrize("layout", [Layout.FIT, Layout.SIX])
def test_one_picture_the_other_way_round_is_seen(layout):
    start, *others = FIRST.pictures
    turned = replace(start, drawn_side={"left": "right", "right": "left"}[start.drawn_side])

    assert max(apart(with_exercise(pictures=(turned, *others)), STAGE_2, Look(layout=layout))) > LIMIT


def test_a_cross_in_the_place_of_one_tick_is_seen():
    marks = {"": "", "right": "wrong", "wrong": "wrong"}
    swapped = tuple(replace(picture, mark=marks[picture.mark]) for picture in FIRST.pictures)

    assert swapped != FIRST.pictures
    assert max(apart(with_exercise(pictures=swapped), STAGE_2, FIT)) > LIMIT


@pytest.mark.parametrize("place", [0.05, 0.2, 0.4, 0.6, 0.8, 0.95])
def test_one_missing_word_is_seen_in_the_smallest_print(place):
    (page, *_), (picture, *_) = pages(Sheet(STAGE_2, FIT, "left")), drawn(STAGE_2, FIT)
    lines = [line for line in placements(page) if line.size < 9 and " " in line.words]
    line = lines[int(place * len(lines))]
    word = (line.right - line.left) * len(line.words.split()[0]) / len(line.words)
    spoiled = picture.copy()
    corners = (line.left - 0.5, line.top - 1, line.left + word, line.bottom + 1)
    spoiled.paste(255, tuple(round(corner * DOTS / 72) for corner in corners))

    assert difference(picture, spoiled) > LIMIT


def grainy(picture: Image.Image, aside: float) -> Image.Image:
    """The page a part of a dot aside, every dot up to twelve steps lighter or darker."""
    moved = picture.transform(
        picture.size, Image.Transform.AFFINE, (1, 0, aside, 0, 1, aside), Image.Resampling.BILINEAR, fillcolor=255
    )
    grain = Image.frombytes("L", picture.size, Random(7).randbytes(picture.width * picture.height))
    return ImageChops.add(moved, grain.point(lambda step: round(128 + (step - 128) * 12 / 128)), 1, -128)


@pytest.mark.parametrize("aside", [0.0, 0.125, 0.3, 0.5])
@pytest.mark.parametrize("look", [FIT, Look(layout=Layout.POCKET)], ids=["fit", "pocket"])
def test_letters_set_a_part_of_a_dot_aside_and_grain_are_no_difference(look, aside):
    page = drawn(STAGE_2, look)[0]

    assert difference(page, grainy(page, aside)) < LIMIT


def test_a_page_of_another_size_is_another_page():
    assert difference(Image.new("L", (10, 10)), Image.new("L", (10, 11))) == 255
