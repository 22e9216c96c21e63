"""The hash that says whether a picture is stale."""

from dataclasses import replace

import pytest

from programs.figures import fingerprint as module
from programs.figures.catalog import CATALOG
from programs.figures.fingerprint import fingerprint, plain
from programs.figures.picture import Arrow, At, Ground
from programs.figures.pose import Leg

HIKE = CATALOG["exercises/hip-hike-start.svg"]


def test_the_same_numbers_have_the_same_hash():
    assert fingerprint(HIKE) == fingerprint(replace(HIKE))


def test_whole_numbers_and_decimals_are_the_same():
    assert plain(Leg(ankle=(1, 2, 0))) == plain(Leg(ankle=(1.0, 2.0000000001, -0.0)))


def test_the_order_of_fields_does_not_matter(monkeypatch):
    def turned_round(value):
        told = plain(value)
        return dict(reversed(told.items())) if isinstance(told, dict) else told

    before = fingerprint(HIKE)
    monkeypatch.setattr(module, "plain", turned_round)

    assert fingerprint(HIKE) == before


@pytest.mark.parametrize(
    "change",
    [
        {"view": (0, 9)},
        {"person": "man"},
        {"things": ()},
        {"marks": (Ground(0, 1),)},
        {"feel": (("pelvis", (0, 0, 0)),)},
        {"pose": replace(HIKE.pose, right_leg=replace(HIKE.pose.right_leg, bend=1))},
    ],
)
def test_a_changed_number_changes_the_hash(change):
    assert fingerprint(replace(HIKE, **change)) != fingerprint(HIKE)


def test_words_change_nothing():
    assert fingerprint(replace(HIKE, slug="other", side="none", alt="Other.", shows="")) == fingerprint(HIKE)


def test_a_new_generator_changes_every_hash(monkeypatch):
    before = {fingerprint(figure) for figure in CATALOG.values()}
    monkeypatch.setattr(module, "GENERATOR", module.GENERATOR + 1)

    assert before.isdisjoint(fingerprint(figure) for figure in CATALOG.values())


def test_what_is_as_always_is_left_out():
    assert plain(Leg(bend=2)) == {"is": "Leg", "bend": 2.0}


def test_marks_of_another_kind_are_told_apart():
    point = At("head")

    assert plain(Arrow((point,)))["points"] == [plain(point)]
    assert plain(Arrow(()))["is"] != plain(Ground(0, 0))["is"]
