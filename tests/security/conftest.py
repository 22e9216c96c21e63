"""What the tests of threats share: the site's log as it is written, and a database that lies in a file."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.db import connection, connections

from itbcare.request_log import JsonFormatter


class Log:
    """Everything the site has logged since the test began."""

    def __init__(self) -> None:
        self.stream = StringIO()

    @property
    def text(self) -> str:
        """As written."""
        return self.stream.getvalue()

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Line by line; a line that is no JSON fails the test."""
        return [json.loads(line) for line in self.text.splitlines()]


@pytest.fixture
def log() -> Iterator[Log]:
    """The log with everything in it, also what a production server leaves out."""
    kept, root = Log(), logging.getLogger()
    handler, level = logging.StreamHandler(kept.stream), root.level
    handler.setFormatter(JsonFormatter())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    django = logging.getLogger("django")
    django_level = django.level
    django.setLevel(logging.DEBUG)
    yield kept
    root.removeHandler(handler)
    root.setLevel(level)
    django.setLevel(django_level)


@pytest.fixture
def disk(transactional_db: None, tmp_path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A database that more than one connection writes to: on SQLite a file, for memory has no locks of its own."""
    if connection.vendor != "sqlite":
        yield
        return
    options = {**connection.settings_dict["OPTIONS"], "timeout": 5}
    setting = {**connection.settings_dict, "NAME": str(tmp_path / "site.sqlite3"), "OPTIONS": options}
    memory = connections["default"]
    monkeypatch.setitem(connections.settings, "default", setting)
    connections["default"] = connections.create_connection("default")
    connection.ensure_connection()
    memory.ensure_connection()
    memory.connection.backup(connection.connection)
    yield
    connection.close()
    connections["default"] = memory


@pytest.fixture(scope="session")
def base_url(live_server: Any) -> str:
    """The live site by number: the browser looks no name up."""
    return str(live_server.url).replace("localhost", "127.0.0.1")


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], base_url: str) -> dict[str, Any]:
    """Every address in these tests starts at the live site."""
    return {**browser_context_args, "base_url": base_url}
