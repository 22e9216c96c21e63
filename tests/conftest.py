"""The cast and the stage: cases by name, a client that walks like a runner, and one browser for all journeys."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, TransactionTestCase

from audit import triggers
from tests.runner import Runner

VIGNETTES = {item["name"][:3]: item for item in json.loads((Path(__file__).parent / "vignettes.json").read_text())}


@pytest.fixture
def vignettes() -> dict[str, Any]:
    """Every worked case by its short name, such as V01: {"name", "case", "expect"}."""
    return VIGNETTES


@pytest.fixture
def runner(client: Client, db: None) -> Runner:
    """A runner on a phone with nothing started yet."""
    return Runner(client)


@pytest.fixture
def sarah(runner: Runner) -> Runner:
    """Sarah (V01) with every question answered, at "Check your answers"."""
    runner.start()
    runner.answer(VIGNETTES["V01"]["case"], name="Sarah Miller")
    return runner


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The machine's own Chromium, without a sandbox for root, and deaf to every other host."""
    return {
        "executable_path": shutil.which("chromium"),
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
        ],
    }


# What pages and sheets say, and who is let in: decided in Python. Every query behind them is asked by a test that runs
# on both databases.
SAYS_THE_SAME = {
    "programs": "result_page sheet_download sheet_html gathering_seen seen_page summary_page gathering_record "
    "print_options",
    "screening": "walk_pages care_page",
    "security": "permission_matrix t19_forms_frames_scripts t22_forged_host t24_error_pages headers",
    "clinic": "fhir staff_sheet",
    "tests": "translation_marks left_is_left content_promises",
}


def says_the_same(item: pytest.Item) -> bool:
    """Whether a second database could not change what it finds."""
    return item.path.stem.removeprefix("test_") in SAYS_THE_SAME.get(item.path.parent.name, "").split()


def touches_database(item: pytest.Item) -> bool:
    """Whether it asks for one: any other test that touched it would fail, for pytest-django keeps it shut."""
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "django_db_setup"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what no database can change; without a Chromium journeys are skipped, where CI is set they fail instead."""
    for item in items:
        if not touches_database(item) or says_the_same(item):
            item.add_marker(pytest.mark.pure)
    if shutil.which("chromium") or os.environ.get("CI"):
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@pytest.fixture(autouse=True)
def _human_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The start form's clock is tested in its own place; everywhere else a test may be as fast as it likes."""
    monkeypatch.setattr("screening.start.QUICKEST", -1)


@pytest.fixture(scope="session", autouse=True)
def _files_are_looked_up_when_asked() -> None:
    """Each test client builds the middleware anew; to read all static files each time was most of the suite's time."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One database a worker. SQLite's lies in the worker's own memory, but for journeys in a file, as in real life.

    A browser sends two requests at once, and in memory these would share one connection and its locks.
    """
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    in_browser = any(item.get_closest_marker("browser") for item in request.session.items)
    if connection.vendor != "sqlite":
        connection.settings_dict["TEST"]["NAME"] = f"test_itbcare_{worker}"
    elif in_browser:
        connection.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def _a_test_may_empty_the_trail() -> Iterator[None]:
    """After a test with real transactions all tables are emptied, and the guard on the trail would refuse."""
    emptied = TransactionTestCase._fixture_teardown

    def unguarded(case: TransactionTestCase) -> None:
        triggers.switch_off(connection)
        emptied(case)
        triggers.switch_on(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", unguarded)
        yield
