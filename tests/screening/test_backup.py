"""A backup is whole, private, and never replaces a good one by a bad one."""

import sqlite3
import stat

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command


@pytest.fixture
def live(tmp_path, monkeypatch):
    path = tmp_path / "live.sqlite3"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE answers (word TEXT)")
    connection.execute("INSERT INTO answers VALUES ('kept')")
    connection.commit()
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": path}
    monkeypatch.setattr(settings, "DATABASES", {"default": database})
    yield path
    connection.close()


def test_the_copy_holds_what_is_still_in_the_write_ahead_log(live, tmp_path):
    call_command("backup", str(tmp_path / "copy.sqlite3"))

    with sqlite3.connect(tmp_path / "copy.sqlite3") as copy:
        assert copy.execute("SELECT word FROM answers").fetchall() == [("kept",)]


def test_only_the_owner_may_read_the_copy(live, tmp_path):
    call_command("backup", str(tmp_path / "copy.sqlite3"))

    assert stat.S_IMODE((tmp_path / "copy.sqlite3").stat().st_mode) == 0o600


def test_postgresql_is_left_to_its_own_tools(live, tmp_path, monkeypatch):
    monkeypatch.setitem(settings.DATABASES, "default", {"ENGINE": "django.db.backends.postgresql", "NAME": "x"})

    with pytest.raises(CommandError, match="PostgreSQL"):
        call_command("backup", str(tmp_path / "copy.sqlite3"))
