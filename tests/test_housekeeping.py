"""What cleans up: `make clean` and `make clean-demo` spare a clinic's data, and the daily timer erases old drafts."""

import configparser
import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"


def made(target, folder, **environment):
    """The exit code of one target of the Makefile, run in another folder."""
    return subprocess.run(
        ["make", "-f", str(ROOT / "Makefile"), target],
        cwd=folder,
        env={"PATH": os.environ["PATH"]} | environment,
        capture_output=True,
    ).returncode


@pytest.fixture
def folder(tmp_path):
    """A checkout's data folder after a demo, with a database in it."""
    (tmp_path / "data").mkdir()
    for name in ("secret-key", "itbcare.sqlite3"):
        (tmp_path / "data" / name).touch()
    return tmp_path


def unit(name):
    found = configparser.ConfigParser(interpolation=None, strict=False)
    found.optionxform = str
    found.read(DEPLOY / name)
    return found


def test_clean_leaves_the_data(folder):
    assert made("clean", folder) == 0
    assert (folder / "data" / "itbcare.sqlite3").exists()


def test_clean_demo_takes_the_demo_s_data(folder):
    assert made("clean-demo", folder) == 0
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    "environment", [{"ENVIRONMENT": "production"}, {"ENVIRONMENT_FILE": "/etc/itbcare-environment"}]
)
def test_clean_demo_refuses_in_production(folder, environment):
    assert made("clean-demo", folder, **environment) != 0
    assert (folder / "data" / "itbcare.sqlite3").exists()


def test_clean_demo_refuses_data_that_no_demo_made(folder):
    (folder / "data" / "secret-key").unlink()

    assert made("clean-demo", folder) != 0
    assert (folder / "data" / "itbcare.sqlite3").exists()


@pytest.mark.parametrize("target", ["run", "serve"])
def test_links_are_made_for_the_port_that_is_served(target):
    recipe = (ROOT / "Makefile").read_text().partition(f"\n{target}:")[2].partition("\n\n")[0]

    assert "SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)}" in recipe


def test_the_timer_runs_commands_that_exist_every_day():
    lines = (DEPLOY / "itbcare-daily.service").read_text().splitlines()
    commands = {line.split()[-1] for line in lines if line.startswith("ExecStart=")}

    assert commands == {"erase_old_drafts", "clearsessions", "verify_audit"}
    assert commands <= set(get_commands())
    assert unit("itbcare-daily.timer")["Timer"]["OnCalendar"] == "daily"


@pytest.mark.parametrize("name", ["itbcare.service", "itbcare-daily.service"])
def test_what_the_service_writes_is_its_own(name):
    service = unit(name)["Service"]

    assert (service["UMask"], service["User"], service["ReadWritePaths"]) == ("0077", "itbcare", "/srv/itbcare/data")
