"""What every test shares: a data folder of its own, and no connection to anywhere but this machine."""

import os
import tempfile

from hypothesis import settings

# Before Django reads its settings: tests never touch the demo's data, key or database.
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="itbcare-test-"))
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
os.environ.setdefault("LOG_LEVEL", "WARNING")

# A busy machine is no finding, and a run must find the same twice.
settings.register_profile("itbcare", deadline=None, derandomize=True)
settings.load_profile("itbcare")
