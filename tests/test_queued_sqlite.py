"""Writers on SQLite stand in line: each gets through, one that waits too long is told, nobody is left in line."""

import fcntl
import os
from contextlib import closing

import pytest
from django.db import connections, transaction
from django.db.utils import OperationalError

from itbcare.queued_sqlite3.base import DatabaseWrapper


def wrapper(path, timeout=5.0):
    """A connection of its own to a database file."""
    settings = {
        "NAME": str(path), "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": timeout}, "CONN_MAX_AGE": 0,
        "AUTOCOMMIT": True, "ATOMIC_REQUESTS": False, "CONN_HEALTH_CHECKS": False, "TIME_ZONE": None,
        "TEST": {"NAME": None}, "USER": "", "PASSWORD": "", "HOST": "", "PORT": "",
    }  # fmt: skip
    return DatabaseWrapper(settings, alias="other")


@pytest.fixture
def other(tmp_path, django_db_blocker):
    made = wrapper(tmp_path / "line.sqlite3", timeout=0.05)
    connections["other"] = made
    with django_db_blocker.unblock(), closing(made):
        yield made
    del connections["other"]


def in_line(path):
    """Whether somebody holds the place at the head of the line."""
    handle = os.open(f"{path}-queue", os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    else:
        return False
    finally:
        os.close(handle)


def test_a_writer_holds_its_place_until_it_commits(other):
    with transaction.atomic(using="other"):
        during = in_line(other.settings_dict["NAME"])

    assert during
    assert not in_line(other.settings_dict["NAME"])


def test_a_writer_that_fails_leaves_the_line(other):
    with pytest.raises(ZeroDivisionError), transaction.atomic(using="other"):
        raise ZeroDivisionError

    assert not in_line(other.settings_dict["NAME"])


def test_a_writer_that_waits_too_long_is_told_so(other):
    handle = os.open(f"{other.settings_dict['NAME']}-queue", os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)

    with pytest.raises(OperationalError, match="locked"), transaction.atomic(using="other"):
        pass

    os.close(handle)
    with transaction.atomic(using="other"):
        assert in_line(other.settings_dict["NAME"])


def test_reading_needs_no_place_in_line(other):
    handle = os.open(f"{other.settings_dict['NAME']}-queue", os.O_RDWR | os.O_CREAT)
    fcntl.flock(handle, fcntl.LOCK_EX)

    with other.cursor() as cursor:
        assert cursor.execute("SELECT 1").fetchone() == (1,)
    os.close(handle)
