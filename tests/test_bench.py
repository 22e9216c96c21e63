"""The bench's own arithmetic: it prints figures that people act on. No test here measures time."""

import importlib
import pkgutil

import pytest

import bench
from bench.measure import HEAD, Line, at_most, duration, gathered, in_turn, pair, times_as_long, times_faster

MODULES = [module.name for module in pkgutil.iter_modules(bench.__path__) if module.name != "__main__"]


def pair_of(ours, yardstick):
    return pair([{"ours": ours, "yardstick": yardstick}])


def test_faster_by_the_goal_is_met():
    line = times_faster("a sheet", pair_of(0.02, 0.5), 25)

    assert (line.ours, line.yardstick, line.ratio, line.met) == ("20.00 ms", "500.00 ms", "25.00", True)


def test_slower_than_the_goal_is_not_met():
    assert times_faster("a sheet", pair_of(0.03, 0.5), 25).met is False


def test_a_ratio_may_reach_its_goal_but_not_pass_it():
    assert [times_as_long("a sheet", pair_of(ours, 1.0), 1.25).met for ours in (1.25, 1.26)] == [True, False]


def test_an_amount_is_judged_by_its_own_goal_not_by_the_yardstick():
    line = at_most("memory", 53.0, 64, "MiB", 20.0)

    assert (line.ours, line.ratio, line.met) == ("53.0 MiB", "2.65", True)


@pytest.mark.parametrize(("seconds", "shown"), [(0.0123, "12.30 ms"), (1.5, "1.50 s")])
def test_a_duration_reads_in_its_own_unit(seconds, shown):
    assert duration(seconds) == shown


@pytest.mark.parametrize(("met", "word"), [(True, "met"), (False, "NOT MET"), (None, "-")])
def test_a_line_ends_with_its_verdict(met, word):
    assert str(Line("what", "1", met=met)).split("  ")[-1].strip() == word


def test_every_line_stands_in_the_same_columns():
    assert str(Line("a", "b", goal="g")).index("g") == HEAD.index("goal")


def test_one_slow_round_does_not_move_a_figure():
    assert gathered([{"ours": 1.0}, {"ours": 2.0}, {"ours": 90.0}]) == {"ours": 2.0}


def test_a_machine_slow_in_one_round_does_not_move_a_ratio():
    rows = [{"ours": 1.0, "yardstick": 2.0}, {"ours": 10.0, "yardstick": 20.0}, {"ours": 3.0, "yardstick": 6.0}]

    assert pair(rows).ratio == 0.5


def test_works_take_turns():
    calls = []
    in_turn({"ours": lambda: calls.append("ours"), "theirs": lambda: calls.append("theirs")}, 2)

    assert calls == ["ours", "theirs", "ours", "theirs"]


@pytest.mark.parametrize("name", MODULES)
def test_no_module_needs_a_yardstick_to_be_read(name):
    assert importlib.import_module(f"bench.{name}")
