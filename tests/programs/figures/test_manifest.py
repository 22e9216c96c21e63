"""The committed list of pictures, and what it says is stale."""

from dataclasses import replace

import pytest

from programs.figures.catalog import CATALOG
from programs.figures.manifest import (
    FIGURES,
    MANIFEST,
    REGIONS,
    brought_up_to_date,
    entry_of,
    outdated,
    read,
    stale,
    written,
)

FILE = "exercises/hip-hike-start.svg"
HIKE = CATALOG[FILE]
OUTER = "body/outer.svg"


@pytest.fixture
def folder(tmp_path):
    """A folder with an empty file for each picture named here."""
    for file in (FILE, OUTER, REGIONS):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    return tmp_path


def listed(*figures):
    return {figure.file: entry_of(figure) for figure in figures}


def test_no_committed_picture_is_stale():
    assert stale(CATALOG, read()) == {}
    assert outdated(CATALOG, read()) == {}


def test_every_picture_of_the_three_folders_is_in_the_manifest():
    kept = {
        f"{name}/{path.name}" for name in ("exercises", "mirror", "body") for path in (FIGURES / name).glob("*.svg")
    }

    assert kept == set(read())


def test_the_committed_manifest_is_as_it_would_be_written():
    assert written(brought_up_to_date(read(), CATALOG)) == MANIFEST.read_text()


def test_a_manifest_is_read_as_it_was_written(tmp_path):
    manifest = listed(replace(HIKE, alt='Say "level" \\ and tip.'))
    path = tmp_path / "manifest.toml"
    path.write_text(written(manifest))

    assert read(path) == manifest


def test_without_a_manifest_nothing_is_drawn_yet(tmp_path):
    assert read(tmp_path / "manifest.toml") == {}


def test_a_picture_as_drawn_is_not_stale(folder):
    assert stale({FILE: HIKE}, listed(HIKE), folder) == {}


def test_a_changed_number_makes_it_stale(folder):
    moved = replace(HIKE, pose=replace(HIKE.pose, pelvis=(2.6, 105.2, 0)))

    assert stale({FILE: moved}, listed(HIKE), folder) == {FILE: "its numbers or the generator changed"}


def test_a_missing_file_makes_it_stale(folder):
    (folder / FILE).unlink()

    assert stale({FILE: HIKE}, listed(HIKE), folder) == {FILE: f"{FILE} is missing"}


def test_a_picture_that_the_manifest_does_not_know_is_stale(folder):
    assert stale({FILE: HIKE}, {}, folder) == {FILE: "not in the manifest"}


def test_a_body_chart_without_its_places_to_tap_is_stale(folder):
    (folder / REGIONS).unlink()

    assert stale({OUTER: CATALOG[OUTER]}, listed(CATALOG[OUTER]), folder) == {OUTER: f"{REGIONS} is missing"}


def test_changed_words_are_named_but_need_no_drawing(folder):
    said = {FILE: replace(HIKE, alt="Other words.")}

    assert stale(said, listed(HIKE), folder) == {}
    assert outdated(said, listed(HIKE)) == {FILE: "its side or alt text changed"}


def test_a_picture_that_nothing_draws_is_named():
    assert outdated({}, listed(HIKE)) == {FILE: "nothing draws it any more"}


def test_only_the_drawn_picture_gets_a_new_hash():
    old = {file: replace(entry, hash="old") for file, entry in listed(HIKE, CATALOG[OUTER]).items()}
    new = brought_up_to_date(old, CATALOG, drawn=FILE)

    assert {file: entry.hash for file, entry in new.items()} == {FILE: entry_of(HIKE).hash, OUTER: "old"}
