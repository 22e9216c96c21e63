"""Poses as numbers."""

from programs.figures.pose import Leg, Pose, between
from programs.figures.stances import MIRROR_START, mirror_squat


def test_half_way_is_in_the_middle():
    half = between(Pose(pelvis=(0, 90, 0)), Pose(pelvis=(2, 70, 4)), 0.5)

    assert half.pelvis == (1, 80, 2)


def test_a_movement_begins_and_ends_where_it_should():
    assert between(MIRROR_START, mirror_squat(), 0) == MIRROR_START
    assert between(MIRROR_START, mirror_squat(), 1).right_leg.ankle == mirror_squat().right_leg.ankle


def test_what_one_pose_leaves_open_stays_open():
    assert between(Leg(bend=0), Leg(bend=10), 0.5).ankle is None


def test_a_deeper_drop_tips_the_pelvis_and_not_the_knee():
    level, dropped = mirror_squat(), mirror_squat(drop=14)

    assert (level.turn[2], dropped.turn[2]) == (0, -14)
    assert level.right_leg == dropped.right_leg
