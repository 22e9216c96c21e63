"""`python -m programs.figures`."""

from dataclasses import replace

import pytest

from programs.figures import __main__ as command
from programs.figures.catalog import CATALOG
from programs.figures.manifest import entry_of, read

FILE = "exercises/hip-hike-start.svg"


class Workshop:
    """A workshop that writes empty files, and remembers which."""

    def __init__(self):
        self.drawn, self.sheets = [], []

    def draw_all(self, figures, folder):
        for file in figures:
            self.drawn.append(file)
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).touch()
            yield file

    def contact_sheet(self, paths, sheet):
        self.sheets.append((len(paths), sheet))


@pytest.fixture
def workshop(monkeypatch, tmp_path):
    """A workshop of our own, with a copy of the manifest."""
    workshop, manifest = Workshop(), tmp_path / "manifest.toml"
    manifest.write_text(command.MANIFEST.read_text())
    monkeypatch.setattr(command, "MANIFEST", manifest)
    monkeypatch.setattr(command, "FIGURES", tmp_path)
    monkeypatch.setattr(command, "read", lambda: read(manifest))
    monkeypatch.setattr(command, "import_module", lambda name: workshop)
    return workshop


def test_a_check_of_what_is_committed_finds_nothing(capsys):
    assert command.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_check_names_what_is_stale(monkeypatch, capsys):
    manifest = {file: entry for file, entry in read().items() if file != FILE}
    monkeypatch.setattr(command, "read", lambda: manifest)

    assert command.main(["--check"]) == 1
    assert capsys.readouterr().out == f"{FILE}: not in the manifest\n"


def test_nothing_is_drawn_where_nothing_changed(workshop):
    assert command.main([]) == 0
    assert workshop.drawn == []
    assert len(workshop.sheets) == 1


def test_only_what_changed_is_drawn_and_noted(workshop, monkeypatch):
    changed = {**CATALOG, FILE: replace(CATALOG[FILE], view=(0, 9))}
    monkeypatch.setattr(command, "CATALOG", changed)
    command.main([])

    assert workshop.drawn == [FILE]


def test_all_draws_everything(workshop):
    command.main(["--all"])

    assert workshop.drawn == list(CATALOG)


def test_only_draws_what_begins_so(workshop):
    command.main(["--all", "--only", "hip-hike"])

    assert workshop.drawn == ["exercises/hip-hike-start.svg", "exercises/hip-hike-finish.svg"]


def test_drawing_elsewhere_leaves_the_manifest_alone(workshop, tmp_path):
    before = command.MANIFEST.read_text()
    command.main(["--into", str(tmp_path / "look"), "--only", "run"])

    assert workshop.drawn == ["body/run.svg"]
    assert command.MANIFEST.read_text() == before


def test_a_drawn_picture_is_noted_with_its_hash(workshop):
    command.MANIFEST.write_text("")
    command.main(["--only", "hip-hike-start"])

    assert read(command.MANIFEST) == {FILE: entry_of(CATALOG[FILE])}


def test_without_the_extra_it_says_what_is_missing(monkeypatch, capsys):
    def missing(name):
        raise ModuleNotFoundError("No module named 'numpy'", name="numpy")

    monkeypatch.setattr(command, "import_module", missing)

    assert command.main([]) == 2
    assert "numpy is not installed" in capsys.readouterr().err
