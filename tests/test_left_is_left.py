"""Left is left: wherever a mirror, a picture or a word could swap sides, it does not.

A front picture drawn for the stance leg at the viewer's left is what a runner sees in a mirror standing on the left
leg: used as it is for the left, turned for the right. A runner who is someone's mirror image gets the mirrored page.
"""

import copy
import re
from collections import Counter
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from programs.pdf import pen
from programs.pdf.figures import draw_figure
from programs.plan import Picture
from screening.body_chart import body_views
from screening.questions import load_questions
from screening.rules.single_leg_squat import LegState
from tests.conftest import VIGNETTES
from tests.drafts import device, draft, rendered
from tests.page import Page
from tests.programs.plans import sheet
from tests.programs.runners import CLEAN, DROPS, MIRRORED, SARAH, plan_for

OTHER = {"left": "right", "right": "left"}
OTHER_WORD = {case(one): case(other) for one, other in OTHER.items() for case in (str.lower, str.title, str.upper)}
# "left out" and "all right" name no side.
A_SIDE = re.compile(r"(?<!all )\b(?:left|right|Left|Right|LEFT|RIGHT)\b(?! out| away)")
BLIND = {"reps": 5, "hip_drop": None, "knee_cave": None, "trunk_lean": 0, "balance": 0, "pain": 0}
MIRROR_WORTHY = ["V01", "V12", "V13", "V14", "V18", "V19", "V20", "V04"]


def mirrored(case):
    """The same runner in a mirror."""
    swapped = copy.deepcopy(case)
    swapped["left"], swapped["right"] = case["right"], case["left"]
    if case["pain"]:
        swapped["pain_side"] = OTHER.get(case["pain_side"], "both")
    return swapped


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker):
    """Every page of the walk, second looks too, for pain on the left and on the right."""
    with django_db_blocker.unblock():
        found = {}
        for side in ("left", "right", "both"):
            screening, token = draft({**SARAH, "pain_side": side, "left": BLIND, "right": BLIND})
            client = device(token)
            slugs = [page.slug for page in load_questions().pages] if side == "left" else ["where"]
            found |= {(side, slug): Page(client.get(f"/check/{slug}/")) for slug in slugs}
            screening.delete()
    return found


@pytest.fixture(scope="module")
def result(django_db_setup, django_db_blocker):
    """A function: a case to its result page."""

    def page(case):
        with django_db_blocker.unblock():
            return rendered(case)

    return page


@pytest.mark.parametrize("sign", ["hip", "hip-again", "knee", "knee-again"])
@pytest.mark.parametrize(("leg", "turned"), [("left", False), ("right", True)])
def test_the_answer_cards_are_turned_for_the_right_leg_only(walk, sign, leg, turned):
    cards = [i for i in walk["left", f"{leg}-{sign}"].all("img") if "figures/mirror/" in i.attrs["src"]]

    assert len(cards) == 3
    assert ["flip" in card.classes for card in cards] == [turned] * 3


@pytest.mark.parametrize(("leg", "turned"), [("left", False), ("right", True)])
def test_the_moving_figure_is_turned_for_the_right_leg_only(walk, leg, turned):
    sprite = walk["left", f"{leg}-practice"].one("div", id="how")

    assert ("flip" in sprite.classes) == turned


@pytest.mark.parametrize("leg", ["left", "right"])
@pytest.mark.parametrize("step", ["practice", "hip", "knee", "how-it-went"])
def test_a_page_of_a_leg_names_that_leg_first(walk, leg, step):
    words = walk["left", f"{leg}-{step}"].main.lower()

    assert f"{leg} leg" in words
    assert f"on your {OTHER[leg]} leg" not in words


@pytest.mark.parametrize("leg", ["left", "right"])
def test_the_lifted_foot_is_the_other_one(walk, leg):
    words = walk["left", f"{leg}-practice"].main

    assert f"Stand on your {leg.upper()} leg. In a mirror, your {leg} leg is on the {leg}." in words
    assert f"Lift your {OTHER[leg]} foot just off the floor, beside your {leg} ankle." in words


def test_no_page_asks_which_hip_dropped(walk):
    assert not [slug for slug, page in walk.items() if "which hip" in page.main.lower()]


@pytest.mark.parametrize(("side", "turned"), [("left", True), ("right", False), ("both", False)])
def test_the_body_chart_drawn_for_the_right_leg_is_turned_for_the_left(walk, side, turned):
    views = [e for e in walk[side, "where"].all("div") if "chart-view" in e.classes]

    assert ["flip" in view.classes for view in views] == [turned] * 3


def test_a_place_of_the_chart_turns_with_its_picture(walk):
    outlines = [e for e in walk["left", "where"].all("path") if "data-place" in e.attrs]

    assert len(outlines) == sum(len(view.regions) for view in body_views())
    assert all(any("flip" in around.classes for around in e.around) for e in outlines)


@pytest.mark.parametrize("short", MIRROR_WORTHY)
def test_the_result_turns_the_pictures_of_the_right_leg_only(result, short):
    page = result(VIGNETTES[short]["case"])
    legs = [[i for i in page.all("img") if article in i.around] for article in page.all("article")]

    assert [{"flip" in i.classes for i in pictures} for pictures in legs] == [{False}, {True}]
    assert all(i.attrs["alt"].startswith("Left leg.") for i in legs[0])
    assert all(i.attrs["alt"].startswith("Right leg.") for i in legs[1])


def exchange(words):
    """Left for right and right for left; "left out" names no side."""
    return A_SIDE.sub(lambda side: OTHER_WORD[side.group()], words)


def sentences(page):
    """Every sentence of the main part with how often it stands there, but the code, which is drawn by lot."""
    nodes = [data for data, around in page.nodes if any(e.tag == "main" for e in around)]
    texts = [" ".join(data.split()) for data in nodes if not data.startswith("ITB-")]
    return Counter(sentence for text in texts for sentence in re.split(r"(?<=[.?!]) ", text))


@pytest.mark.parametrize("short", MIRROR_WORTHY)
def test_a_mirror_image_gets_the_mirrored_page(result, short):
    case = VIGNETTES[short]["case"]

    ours, theirs = sentences(result(case)), sentences(result(mirrored(case)))

    assert {exchange(words): times for words, times in ours.items()} == theirs


@pytest.mark.parametrize("short", MIRROR_WORTHY)
def test_a_mirror_image_s_legs_are_swapped_whole(result, short):
    case = VIGNETTES[short]["case"]
    ours, theirs = (
        [(a.text, [i.attrs["src"] for i in page.all("img") if a in i.around]) for a in page.all("article")]
        for page in (result(case), result(mirrored(case)))
    )

    swap = [(exchange(words), pictures) for words, pictures in reversed(theirs)]

    assert swap == ours


@pytest.mark.parametrize("short", ["V01", "V04", "V12"])
def test_the_exercise_pictures_of_a_mirror_image_are_turned_the_other_way(result, short):
    case = VIGNETTES[short]["case"]
    ours, theirs = (
        [(i.attrs["src"], "flip" in i.classes) for i in page.all("img") if "figures/exercises/" in i.attrs["src"]]
        for page in (result(case), result(mirrored(case)))
    )

    assert [src for src, _flip in ours] == [src for src, _flip in theirs]
    assert any(one != other for one, other in zip(ours, theirs, strict=True))


@pytest.mark.parametrize("leg", ["left", "right"])
def test_each_exercise_picture_on_the_page_shows_the_leg_that_works(result, leg):
    raw = SARAH if leg == "left" else SARAH | MIRRORED
    stage = plan_for(**({} if leg == "left" else MIRRORED)).stages[0]
    wanted = {
        picture.slug: picture.drawn_side not in ("none", exercise.leg) and exercise.leg != "both"
        for exercise in stage.exercises
        for picture in exercise.pictures
    }

    shown = {
        i.attrs["src"].split("/")[-1][:-4]: "flip" in i.classes
        for i in result(raw).all("img")
        if "figures/exercises/" in i.attrs["src"]
    }

    assert shown == wanted


@pytest.mark.parametrize(("drawn", "leg", "flipped"), [
    ("left", "left", False), ("left", "right", True), ("right", "left", True), ("right", "right", False),
    ("none", "left", False), ("none", "right", False), ("left", "both", False), ("right", "both", False),
])  # fmt: skip
def test_a_picture_is_turned_only_when_it_shows_the_other_leg(drawn, leg, flipped):
    assert Picture("slug", "Start", "Alt", drawn).flipped_for(leg) == flipped


@pytest.fixture
def drawn(monkeypatch):
    """What the sheet draws: each picture with whether it was turned."""
    found = []

    def watch(canvas, slug, corner, width, *, flipped):
        found.append((slug, flipped))
        draw_figure(canvas, slug, corner, width, flipped=flipped)

    monkeypatch.setattr(pen, "draw_figure", watch)
    return found


@pytest.mark.parametrize("stage", [1, 2, 3, 4])
@pytest.mark.parametrize("changes", [{}, MIRRORED], ids=["left", "right"])
def test_each_picture_on_the_sheet_shows_the_leg_that_works(drawn, stage, changes):
    plan = plan_for(**changes)
    wanted = {
        (picture.slug, picture.flipped_for(exercise.leg))
        for exercise in (*plan.stages[stage - 1].exercises, *plan.stages[stage - 1].warm_up)
        for picture in exercise.pictures
    }

    sheet(plan, stage=stage)

    assert drawn
    assert set(drawn) <= wanted


def words_of_sheet(plan, stage):
    """The words of a sheet with how often each stands there; lines may break elsewhere in a mirrored one."""
    pages = PdfReader(BytesIO(sheet(plan, stage=stage))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("stage", [1, 2])
def test_a_mirror_image_gets_the_mirrored_sheet(stage):
    ours, theirs = words_of_sheet(plan_for(), stage), words_of_sheet(plan_for(**MIRRORED), stage)

    assert Counter(exchange(ours).split()) == Counter(theirs.split())


def test_the_weaker_leg_of_a_mirror_image_is_the_other():
    ours, theirs = plan_for(), plan_for(**MIRRORED)

    assert (ours.leg, theirs.leg) == ("left", "right")
    assert {e.leg for s in ours.stages for e in s.exercises} == {"left", "both"}
    assert {e.leg for s in theirs.stages for e in s.exercises} == {"right", "both"}


def test_no_text_of_a_plan_leaves_its_side_open():
    plan = replace(plan_for(left=CLEAN, right=DROPS, pain_side="right"), run=None)

    assert "{leg}" not in repr(plan)
    assert "{other}" not in repr(plan)
    assert LegState.CLEAR not in repr(plan.stages)
