"""What a developer waits for: the checks from a cold start. The tests' own speed is shown by the tests."""

import os
import subprocess
import sys
from collections.abc import Iterator
from statistics import median

from bench.measure import ROOT, ROUNDS, Line, duration, seconds_of

GOAL = 0.8 * 0.67
"""0.8 of what `check` takes in healthchecks, a site of like size, on the machine of the first measurements."""


def lines() -> Iterator[Line]:
    """`manage.py check` in a process of its own, as often as there are rounds."""
    taken = median(seconds_of(check) for _ in range(ROUNDS))
    yield Line("manage.py check, cold", duration(taken), "0.67 s, measured once", goal="<= 0.8 x", met=taken <= GOAL)
    yield Line("tests without a browser, a second", "run `make test-fast`", goal=">= 150")


def check() -> None:
    """Run the checks, quietly."""
    command = [sys.executable, "manage.py", "check"]
    subprocess.run(command, cwd=ROOT, env=os.environ, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
