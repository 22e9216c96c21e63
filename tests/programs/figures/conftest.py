"""The drawing room needs NumPy, Numba and more, which the test suite does not install."""

import os
from importlib import import_module

import pytest


@pytest.fixture
def drawing():
    """Gives a module of `programs.figures.drawing`; skips where the extra `figures` is not installed.

    With DRAWING=required in the environment it fails instead.
    """
    for needed in ("numpy", "numba", "scipy", "skimage", "cairosvg"):
        if os.environ.get("DRAWING") == "required":
            import_module(needed)
        pytest.importorskip(needed)
    return lambda module: import_module(f"programs.figures.drawing.{module}")
