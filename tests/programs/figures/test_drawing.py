"""The drawing room, where the extra `figures` is installed: bones, curves, files."""

import re

import pytest

from programs.figures.catalog import CATALOG
from programs.figures.picture import ChartView, Picture
from programs.figures.pose import Anchor, Leg, Pose

PARTS = "d|fill|stroke|stroke-width|fill-opacity|stroke-dasharray|stroke-linecap|fill-rule"


def length(gap):
    return sum(v * v for v in gap) ** 0.5


def test_two_bones_reach_their_target(drawing):
    skeleton, turns = drawing("skeleton"), drawing("turns")
    start, target = turns.vector((0, 90, 0)), turns.vector((8, 40, 20))
    knee, ankle = skeleton.reach(start, target, 41.5, 40.5, (0, 0, 1))

    assert length(ankle - target) < 1e-9
    assert length(knee - start) == pytest.approx(41.5)
    assert length(ankle - knee) == pytest.approx(40.5)


def test_two_bones_bend_toward_the_pole(drawing):
    skeleton, turns = drawing("skeleton"), drawing("turns")
    knee, _ = skeleton.reach(turns.vector((0, 90, 0)), turns.vector((0, 30, 0)), 41.5, 40.5, (0, 0, 1))

    assert knee[2] > 20


def test_bones_too_short_reach_as_far_as_they_can(drawing):
    skeleton, turns = drawing("skeleton"), drawing("turns")
    _, ankle = skeleton.reach(turns.vector((0, 0, 0)), turns.vector((0, -200, 0)), 41.5, 40.5, (0, 0, 1))

    assert ankle[1] == pytest.approx(-82 * 0.9995)


def test_an_ankle_is_where_the_pose_says(drawing):
    leg = Leg(ankle=(-4, 7.5, 0), knee=(0, 0, 1))
    bones = drawing("skeleton").Skeleton(Pose(pelvis=(1, 75, -10), right_leg=leg), 14.6)

    assert bones.spot("right foot", (0, 0, 0)) == pytest.approx((-4, 7.5, 0))


def test_right_is_at_the_viewers_left(drawing):
    bones = drawing("skeleton").Skeleton(Pose(), 14.6)

    assert bones.spot("right foot", (0, 0, 0))[0] < 0 < bones.spot("left foot", (0, 0, 0))[0]


def test_an_anchor_stays_where_it_lies(drawing):
    anchor = Anchor("chest", (0, 25, -6.5), (-44, 1.6, None))
    bones = drawing("skeleton").Skeleton(Pose(turn=(90, -120, 0), anchor=anchor), 14.6)

    assert bones.spot("chest", (0, 25, -6.5))[:2] == pytest.approx((-44, 1.6))


def test_frames_are_turns_and_nothing_else(drawing):
    bones = drawing("skeleton").Skeleton(CATALOG["exercises/clamshell-finish.svg"].pose, 17.0)

    for turn in bones.turn:
        assert turn @ turn.T == pytest.approx(drawing("turns").turned((0, 0, 0)), abs=1e-9)


@pytest.mark.parametrize("error", [0.05, 0.2])
def test_curves_stay_within_the_error(drawing, error):
    numpy, bezier = pytest.importorskip("numpy"), drawing("bezier")
    t = numpy.linspace(0, 6, 200)
    points = numpy.stack([10 * numpy.cos(t), 4 * numpy.sin(2 * t)], 1)
    curves = bezier.fit(points, error)
    drawn = numpy.concatenate([bezier.on_curve(c, numpy.linspace(0, 1, 200)[:, None]) for c in curves])
    off = numpy.linalg.norm(points[:, None] - drawn[None], axis=2).min(1)

    assert len(curves) < 20
    assert off.max() < error


def test_a_straight_line_is_one_curve(drawing):
    assert len(drawing("bezier").fit([(0, 0), (1, 1), (2, 2), (5, 5)])) == 1


def test_one_point_is_no_curve(drawing):
    assert drawing("bezier").fit([(1, 1), (1, 1)]) == []


def test_path_numbers_are_relative_and_short(drawing):
    path = [("M", 1, 1), ("L", 2, 0.5), ("C", 2, 1, 3, 1, 3, 2), ("Z",)]

    assert drawing("svg").path_data(path) == "M20 20l20-10c0 10 20 10 20 30z"


def test_a_fill_may_be_seen_through_and_a_line_dashed(drawing):
    paint = drawing("paint").Paint([("M", 0, 0)], "skin", "line", 1, 0.5, (2.2, 1.8), "butt")

    assert drawing("svg").element(paint, {"skin": "#f2d6c1", "line": "#1b2733"}) == (
        '<path d="M0 0" fill="#f2d6c1" fill-opacity="0.5" stroke="#1b2733" stroke-width="20"'
        ' stroke-linecap="butt" stroke-dasharray="44 36"/>'
    )


def test_a_group_never_ends_outside_its_ball(drawing):
    bodies, skeleton = drawing("bodies"), drawing("skeleton")
    scene = bodies.body("man").scene(skeleton.Skeleton(Pose(), 17.0))

    assert (scene.ball[scene.last > scene.first, 3] > 1).all()
    assert (scene.last - scene.first).sum() == len(scene.kind)


def test_every_color_of_a_thing_is_in_the_palette(drawing):
    palette = drawing("palette").PALETTE
    pictures = [figure for figure in CATALOG.values() if isinstance(figure, Picture)]

    assert {thing.color for picture in pictures for thing in picture.things} <= set(palette)


def test_a_picture_is_drawn_with_what_the_sheets_can_read(drawing):
    text = drawing("draw").drawn(CATALOG["exercises/walking-lunge-start.svg"]).svg

    assert re.match(r'<svg xmlns="\S+" width="\d+" height="\d+" viewBox="[-\d ]+" ', text)
    assert set(re.findall(r"<(\w+)", text)) == {"svg", "path"}
    assert set(re.findall(r' ([\w-]+)="', text.partition(">")[2])) <= set(PARTS.split("|"))
    assert not re.search(r' d="[^"]*[^Mlcz\d\s"-]', text)


def test_a_view_of_the_body_chart_has_a_path_for_each_place(drawing):
    view = next(figure for figure in CATALOG.values() if isinstance(figure, ChartView))
    regions = drawing("draw").drawn(view).regions["regions"]

    assert [region["id"] for region in regions] == [f"outer-{region.name}" for region in view.regions]
    assert all(region["d"].startswith("M") for region in regions)
