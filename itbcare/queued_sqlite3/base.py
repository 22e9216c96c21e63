"""SQLite whose writers queue for the lock instead of polling for it.

SQLite tries again after ever longer sleeps, so under load the unlucky wait for seconds. Here a writer waits for a file
lock before it begins, which the system hands on in turn, and gives up after the timeout that SQLite has. The lock file
lies beside the database; a process that ends lets go of it.
"""

import fcntl
import os
from threading import Thread
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's own SQLite backend with a queue in front of every transaction."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._queue: int | None = None

    def _start_transaction_under_autocommit(self) -> None:
        try:
            self._wait_in_line()
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._leave_line()
            raise

    def _commit(self) -> None:
        # A commit that fails is followed by a rollback, which leaves the line.
        super()._commit()  # type: ignore[misc]
        self._leave_line()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc]
        finally:
            self._leave_line()

    def _close(self) -> None:
        try:
            super()._close()  # type: ignore[misc]
        finally:
            self._leave_line()

    def _wait_in_line(self) -> None:
        if self.is_in_memory_db() or self._queue is not None:
            return
        # Opened anew each time: a process that was forked shares no lock with its parent.
        self._queue = os.open(f"{self.settings_dict['NAME']}-queue", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not self._is_first_in_line():
            # A thread of its own does the waiting, so that the waiting can end: closing the file ends its claim.
            waiting = Thread(target=fcntl.flock, args=(self._queue, fcntl.LOCK_EX), daemon=True)
            waiting.start()
            waiting.join(float(self.settings_dict["OPTIONS"].get("timeout", 5)))
            if waiting.is_alive():
                raise OperationalError("database is locked")

    def _is_first_in_line(self) -> bool:
        try:
            fcntl.flock(self._queue or 0, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _leave_line(self) -> None:
        if self._queue is not None:
            os.close(self._queue)
            self._queue = None
