"""The pictures as data: left is left, and every exercise finds the picture it names."""

import re
import tomllib
from collections import Counter

import pytest

from programs.figures.catalog import ALBUM, CATALOG
from programs.figures.manifest import FIGURES
from programs.figures.picture import Box, ChartView, Picture, Sprite
from programs.library import CONTENT

PEOPLE = [figure for figure in CATALOG.values() if not isinstance(figure, ChartView)]
ANKLE_HEIGHT = 7.5
ONE_LEG = ("single-leg-", "step-up-finish", "clamshell-finish")


def named(content):
    """Every picture that the exercises' content names."""
    if isinstance(content, dict):
        if "drawn_side" in content:
            yield content
        content = list(content.values())
    for part in content if isinstance(content, list) else ():
        yield from named(part)


NAMED = [picture for path in sorted(CONTENT.glob("*.toml")) for picture in named(tomllib.loads(path.read_text()))]


def pose_of(figure):
    return figure.end if isinstance(figure, Sprite) else figure.pose


def seen_from_the_front(figure):
    turn = pose_of(figure).turn
    return max(abs(figure.view[0]), abs(turn[0]), abs(turn[2])) <= 30


def stance_leg(figure):
    """The leg that alone stands on the floor or on a step, and its ankle; else nothing."""
    pose, things = pose_of(figure), getattr(figure, "things", ())
    heights = [
        0,
        *(thing.center[1] + thing.half[1] for thing in things if isinstance(thing, Box) and thing.color == "wood"),
    ]
    feet = {"right": pose.right_leg.ankle, "left": pose.left_leg.ankle}
    standing = [
        (side, ankle)
        for side, ankle in feet.items()
        if ankle and any(abs(ankle[1] - ANKLE_HEIGHT - height) < 0.3 for height in heights)
    ]
    return standing[0] if len(standing) == 1 else (None, None)


MIRRORED = [
    figure
    for figure in PEOPLE
    if figure.side != "none" and seen_from_the_front(figure) and not figure.slug.startswith("tfl-stretch")
]


def test_every_file_is_drawn_once():
    files = Counter(figure.file for page in ALBUM for figure in page.PICTURES)

    assert max(files.values()) == 1
    assert len(CATALOG) == len(files)


@pytest.mark.parametrize("figure", MIRRORED, ids=lambda figure: figure.slug)
def test_in_a_mirror_the_stance_leg_at_the_viewers_left_is_left(figure):
    _side, ankle = stance_leg(figure)

    assert figure.side == ("left" if ankle[0] < 0 else "right")


def test_the_mirror_rule_is_tried_on_many_pictures():
    assert len(MIRRORED) >= 15


@pytest.mark.parametrize(
    "figure",
    [figure for figure in PEOPLE if not seen_from_the_front(figure) and figure.slug.startswith(ONE_LEG)],
    ids=lambda figure: figure.slug,
)
def test_seen_otherwise_the_leg_that_works_is_the_persons_own(figure):
    legs = {"right": figure.pose.right_leg, "left": figure.pose.left_leg}
    free = next((side for side, leg in legs.items() if leg.ankle is None), None)

    assert figure.side != free
    assert figure.side == (stance_leg(figure)[0] or figure.side)


@pytest.mark.parametrize("picture", NAMED, ids=lambda picture: picture["slug"])
def test_a_picture_is_of_the_side_that_the_content_says(picture):
    assert CATALOG[f"exercises/{picture['slug']}.svg"].side == picture["drawn_side"]


def test_the_content_names_many_pictures():
    assert len({picture["slug"] for picture in NAMED}) > 40


@pytest.mark.parametrize("figure", CATALOG.values(), ids=lambda figure: figure.file)
def test_a_picture_has_words_for_who_cannot_see_it(figure):
    assert re.fullmatch(r"[A-Z].{7,150}\.", figure.alt)


def test_what_is_wrong_says_so():
    wrong = [figure for figure in CATALOG.values() if figure.slug.endswith("-wrong")]

    assert len(wrong) >= 5
    assert [figure.slug for figure in wrong if not figure.alt.startswith("Not like this:")] == []


def test_the_catalog_and_the_folders_hold_the_same_files():
    kept = {
        f"{name}/{path.name}" for name in ("exercises", "mirror", "body") for path in (FIGURES / name).glob("*.svg")
    }

    assert kept == set(CATALOG)


def test_no_answer_card_is_colored_right_or_wrong():
    cards = [
        figure for figure in CATALOG.values() if figure.slug.startswith(("hip-", "knee-")) and "mirror" in figure.file
    ]

    assert len(cards) == 6
    assert not any(isinstance(card, Picture) for card in cards)
    assert len({(card.person, card.view, card.crop) for card in cards}) == 1
