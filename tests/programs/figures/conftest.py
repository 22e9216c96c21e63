"""The drawing room needs NumPy, Numba and more, which the test suite does not install."""

from importlib import import_module

import pytest


@pytest.fixture
def drawing():
    """Gives a module of `programs.figures.drawing`; skips where the extra `figures` is not installed."""
    for needed in ("numpy", "numba", "scipy", "skimage", "cairosvg"):
        pytest.importorskip(needed)
    return lambda module: import_module(f"programs.figures.drawing.{module}")
