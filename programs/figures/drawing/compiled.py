"""Numba, typed, and told where to keep what it compiled.

The kernels call one another across modules, and Numba only looks at the file of the outermost one: so the folder is
named for what stands in all of them, and a change in one compiles them all anew.
"""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, TypeVar, cast

from numba import config, njit

Kernel = TypeVar("Kernel", bound=Callable[..., Any])

HERE: Final = Path(__file__).parent
KERNELS: Final = ("shapes.py", "scene.py", "march.py")
DIGEST: Final = sha256(b"".join((HERE / name).read_bytes() for name in KERNELS)).hexdigest()[:12]

config.CACHE_DIR = str(HERE.parents[2] / "build" / "figures" / "compiled" / DIGEST)


def compiled(kernel: Kernel) -> Kernel:
    """The function as machine code, kept on disk."""
    return cast(Kernel, njit(fastmath=True, cache=True)(kernel))


def inlined(kernel: Kernel) -> Kernel:
    """The function as machine code within each function that calls it."""
    return cast(Kernel, njit(fastmath=True, inline="always")(kernel))


def over_cores(kernel: Kernel) -> Kernel:
    """The function as machine code, its `prange` loops shared out over the cores, kept on disk."""
    return cast(Kernel, njit(parallel=True, fastmath=True, cache=True)(kernel))
