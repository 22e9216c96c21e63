"""Hands, things and faults: how a hand is held, and that every floor exercise shows what not to do."""

import tomllib

import pytest

from programs.figures.catalog import CATALOG
from programs.figures.picture import Box
from programs.figures.pose import Arm, Pose
from programs.figures.stances import LEFT_ON_HIP
from programs.library import CONTENT

FLOOR = ("EX-01", "EX-02", "EX-03", "EX-04", "EX-05", "EX-08", "MB-01", "MB-02")
ON_FLOOR = Arm(hand=(0, 3, 20), palm=((0, 0, 1), (0, -1, 0)))


@pytest.mark.parametrize(
    ("arm", "grip"),
    [
        (ON_FLOOR, "flat"),
        (Arm(shoulder=(36, 6, 10), bend=95), "fist"),
        (Arm(), "rest"),
        (LEFT_ON_HIP, "wrap"),
    ],
)
def test_a_hand_is_held_as_its_arm_needs_it(drawing, arm, grip):
    assert drawing("hands").grip_of(arm) == grip


@pytest.mark.parametrize("turn", [(0, 0, 0), (90, 0, 0), (0, 0, 90)])
def test_a_hand_on_the_hip_turns_with_the_pelvis(drawing, turn):
    bones = drawing("skeleton").Skeleton(Pose(turn=turn, left_arm=LEFT_ON_HIP), 14.6)
    upright = drawing("skeleton").Skeleton(Pose(left_arm=LEFT_ON_HIP), 14.6)

    assert bones.turn[0].T @ bones.turn[16] == pytest.approx(upright.turn[16])


def test_a_palm_on_the_floor_looks_down(drawing):
    bones = drawing("skeleton").Skeleton(Pose(pelvis=(0, 20, 0), right_arm=ON_FLOOR), 14.6)

    assert bones.turn[13] @ (1, 0, 0) == pytest.approx((0, -1, 0))


@pytest.mark.parametrize("exercise", FLOOR)
def test_every_floor_exercise_shows_a_fault(exercise):
    told = tomllib.loads((CONTENT / "exercises.toml").read_text())[exercise]
    wrong = [picture for picture in told["pictures"] if picture.get("mark") == "wrong"]

    assert len(wrong) == 1
    assert told["faults"]


@pytest.mark.parametrize("slug", ["clamshell", "side-lying-abduction-wall", "glute-bridge", "side-plank-knees"])
def test_right_and_wrong_show_the_same_person_from_the_same_place(slug):
    right, wrong = (CATALOG[f"exercises/{slug}-{end}.svg"] for end in ("finish", "wrong"))

    assert (right.person, right.view, right.things) == (wrong.person, wrong.view, wrong.things)
    assert right.pose != wrong.pose


def test_a_box_shows_three_edges_from_a_corner_and_one_from_the_front(drawing):
    turns, near_edges = drawing("turns"), drawing("edges").near_edges
    box = Box("wood", center=(0, 25, 0), half=(19, 25, 19))

    assert len(list(near_edges(box, turns.camera_at(-12, 6)[2]))) == 3
    assert len(list(near_edges(box, turns.camera_at(0, 8)[2]))) == 1
