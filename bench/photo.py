"""A phone's photo of 12 megapixels: how fast it is made small and clean, and in how much memory."""

from collections.abc import Iterator

from bench.measure import ROUNDS, Line, at_most, fresh, gathered, pair, times_faster


def lines() -> Iterator[Line]:
    """Both figures, from fresh processes."""
    speed = [fresh("bench.child", "photo_child", "speed") for _ in range(ROUNDS)]
    yield times_faster("photo, 12 MP to 1600 px, against naive Pillow", pair(speed), 3)
    ours = gathered([fresh("bench.child", "photo_child", "memory") for _ in range(3)])
    naive = gathered([fresh("bench.child", "photo_child", "naive-memory") for _ in range(3)])
    yield at_most("photo, 12 MP, growth of memory", ours["mib"], 45, "MiB", naive["mib"])
