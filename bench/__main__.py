"""Run every group of figures and print one line a figure; name groups to run only those."""

import importlib
import os
import sys
import tempfile
from time import perf_counter

from bench.measure import HEAD

GROUPS = ("sheets", "submission", "crowd", "step", "weight", "queue", "photo", "commands")


def main(names: list[str]) -> None:
    """Print the figures of the named groups, or of all; data goes into a folder that is thrown away."""
    begin = perf_counter()
    print(HEAD, flush=True)
    with tempfile.TemporaryDirectory(prefix="itbcare-bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "LOG_LEVEL": "CRITICAL", "DJANGO_SETTINGS_MODULE": "itbcare.settings"}
        os.environ.pop("DATABASE_URL", None)
        for name in names or GROUPS:
            for line in importlib.import_module(f"bench.{name}").lines():
                print(line, flush=True)
    print(f"{perf_counter() - begin:.0f} s in all, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


main(sys.argv[1:])
