"""New databases for every measurement: migrated once, copied for each use, with the site's own settings."""

import os
import shutil
import subprocess
import sys
from functools import cache
from itertools import count
from pathlib import Path

from django.db import connection

from bench.measure import ROOT

NUMBERS = count(1)
SYNCHRONOUS = ("OFF", "NORMAL", "FULL", "EXTRA")


@cache
def empty() -> Path:
    """A migrated SQLite file without a row."""
    folder = Path(os.environ["DATA_DIR"])
    subprocess.run([sys.executable, "manage.py", "migrate", "--no-input", "-v0"], cwd=ROOT, check=True)
    return folder / "itbcare.sqlite3"


def address_of_copy() -> str:
    """A copy of the empty file, as DATABASE_URL."""
    path = empty().with_name(f"copy-{next(NUMBERS)}.sqlite3")
    shutil.copyfile(empty(), path)
    return f"sqlite:///{path}"


def mode() -> str:
    """How the database that Django is connected to keeps its promises, read back from itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW fsync")
            return f"fsync {cursor.fetchone()[0]}"
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
        cursor.execute("PRAGMA synchronous")
        return f"{journal}, {SYNCHRONOUS[cursor.fetchone()[0]]}"
