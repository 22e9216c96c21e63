"""Left is left in the queue too: each leg's own signs, as they are drawn for the left, turned for the right."""

import pytest

from clinic.legs import small_legs
from tests.clinic.queued import listed, walk_in
from tests.clinic.reviewing import check_of, stopped

pytestmark = pytest.mark.django_db


def figures(leg):
    return [sign.figure for sign in leg.signs]


def test_each_leg_shows_its_own_signs():
    left, right = small_legs(check_of("V20"))  # the left hip drops a little, the right knee comes in a little

    assert figures(left) == ["hip-slight", "knee-none"]
    assert figures(right) == ["hip-none", "knee-slight"]


def test_only_the_right_leg_is_turned():
    left, right = small_legs(check_of("V01"))

    assert (left.leg, left.flip) == ("left", False)
    assert (right.leg, right.flip) == ("right", True)


def test_the_pictures_on_the_page_are_turned_the_same():
    check_of("V20")
    shown = [(img.attrs["src"].split("/")[-1], "flip" in img.classes) for img in listed().all("img")]

    assert [(name, turned) for name, turned in shown if name.startswith(("hip", "knee"))] == [
        ("hip-slight.svg", False),
        ("knee-none.svg", False),
        ("hip-none.svg", True),
        ("knee-slight.svg", True),
    ]


def test_what_is_seen_is_said_in_words_too():
    left, _right = small_legs(check_of("V01"))

    assert left.alt == "Left leg: Hip marked, Knee slight. Clear."


def test_what_could_not_be_told_is_a_question_mark():
    unsure = check_of("V01")
    unsure.answers = unsure.answers | {"left_hip_drop": "cant_tell", "left_hip_drop_again": "cant_tell"}
    left, _right = small_legs(unsure)

    assert figures(left)[0] == ""
    assert "Hip can’t tell" in left.alt


@pytest.mark.parametrize("make", [lambda: stopped("V06"), walk_in])
def test_without_a_mirror_check_there_are_no_legs(make):
    assert small_legs(make()) == ()
