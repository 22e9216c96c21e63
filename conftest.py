"""What every test shares: a data folder of its own, and no connection to anywhere but this machine."""

import os
import tempfile

# Before Django reads its settings: tests never touch the demo's data, key or database.
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="itbcare-test-"))
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
os.environ.setdefault("LOG_LEVEL", "WARNING")
