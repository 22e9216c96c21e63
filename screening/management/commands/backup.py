"""`manage.py backup FILE`: a whole, checked copy of a live SQLite database. A plain file copy can lose rows."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """Copy through SQLite's backup, check the copy, then give it its name at once."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        """The file to write."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write `file`, readable by its owner alone; an old file of that name is replaced only by a good copy."""
        database = settings.DATABASES["default"]
        if not database["ENGINE"].endswith("sqlite3"):
            raise CommandError("This is for SQLite. Use PostgreSQL's own tools.")
        target: Path = options["file"]
        partial = target.with_name(target.name + ".partial")
        partial.unlink(missing_ok=True)
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        source = f"file:{database['NAME']}?mode=ro"
        with closing(sqlite3.connect(source, uri=True)) as live, closing(sqlite3.connect(partial)) as copy:
            live.backup(copy)
            (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
        if verdict != "ok":
            raise CommandError(f"The copy is not whole ({verdict}); it was left as {partial.name}.")
        partial.replace(target)
        self.stdout.write(f"{target} is whole.")
