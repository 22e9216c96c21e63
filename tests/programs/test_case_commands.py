"""`assess` and `ladder` from outside: what they print, and how they refuse."""

import io
import json
import sys
import time

import pytest
from django.core.management import call_command

from programs import command_line
from tests.cases import raw_leg, sarah

LADDER = {"unit": "mi", "usual_week": 25, "usual_days": 5, "first_week": 6.0}
CLIMB = [{"done": done, "worst_pain": 1} for done in (6.0, 6.6, 7.2, 7.8, 8.4, 9.0, 9.9)]


def run(capsys, command, *args):
    """The exit code and both streams of one call."""
    try:
        call_command(command, *args)
        code = 0
    except SystemExit as stopped:
        code = stopped.code
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.fixture
def file(tmp_path):
    def write(content):
        path = tmp_path / "case.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content))
        return str(path)

    return write


@pytest.fixture
def refused(capsys, file):
    def refuse(content, command="assess"):
        code, out, err = run(capsys, command, file(content))
        assert (code, out) == (2, "")
        return err.splitlines()

    return refuse


def test_a_case_is_judged_from_a_file(capsys, file):
    code, out, err = run(capsys, "assess", file(sarah()))

    assert (code, err, json.loads(out)["pattern"]) == (0, "", "hip_control")


def test_a_case_is_judged_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(sarah()).encode())))

    assert json.loads(run(capsys, "assess", "-")[1])["side"] == "left"


def test_distances_print_with_one_decimal(capsys, file):
    out = run(capsys, "assess", file(sarah()))[1]

    assert '{"week": 1, "total": 6.0, "runs": [2.0, 2.0, 2.0]}' in out


def test_the_result_is_one_line_unless_pretty(capsys, file):
    plain, pretty = (run(capsys, "assess", file(sarah()), *flags)[1] for flags in ([], ["--pretty"]))

    assert (plain.count("\n"), '\n  "triage": {\n' in pretty) == (1, True)
    assert json.loads(plain) == json.loads(pretty)


def test_an_empty_list_gives_an_empty_list(capsys, file):
    assert run(capsys, "assess", file([]))[:2] == (0, "[]\n")


def test_a_problem_names_the_field_and_what_it_may_be(refused):
    assert refused(sarah(left=raw_leg(hip_drop=3))) == ["left.hip_drop: must be 0, 1, 2 or null"]


def test_a_problem_in_a_list_names_the_place_of_its_case(refused):
    assert refused([sarah(), sarah(), sarah(age=0, shoe=1)]) == [
        "case 3: age: must be a whole number from 1 to 110",
        "case 3: shoe: unknown field",
    ]


def test_a_list_is_refused_whole_and_names_every_bad_case(refused):
    assert refused([7, sarah(), sarah(unit="m")]) == [
        "case 1: case: must be an object",
        "case 3: unit: must be mi or km",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is not valid JSON"),
        ("", "is not valid JSON"),
        ('{"age": NaN}', "NaN is not a JSON number"),
        ('{"age": -Infinity}', "-Infinity is not a JSON number"),
        ('{"age": 30, "age": 31}', '"age" is given twice'),
        ('{"age": ' + "9" * 5000 + "}", "is not valid JSON"),
        ('{"usual_week": 1e99999999999999999999}', "1e99999999999999999999 is out of range"),
        ('{"usual_week": 1e-99999999999999999999}', "1e-99999999999999999999 is out of range"),
        ('{"log": [{"done": 1e99999999999999999999}]}', "1e99999999999999999999 is out of range"),
        ("[" * 100_000, "is nested too deeply"),
    ],
)
def test_what_is_not_json_is_one_clear_line(refused, content, told):
    lines = refused(content)

    assert len(lines) == 1
    assert told in lines[0]


def test_one_doubled_name_among_very_many_is_found_at_once(refused):
    names = ",".join(f'"n{number}":1' for number in range(200_000))

    began = time.monotonic()

    assert '"n199999" is given twice' in refused(f'{{{names},"n199999":1}}')[0]
    assert time.monotonic() - began < 10


def test_the_ladder_refuses_a_number_beyond_all_range_as_assess_does(refused):
    log = json.dumps({**LADDER, "log": [{"done": 0, "worst_pain": 0}]}).replace('"done": 0', '"done": 1e' + "9" * 20)

    assert "is out of range" in refused(log, "ladder")[0]


@pytest.mark.parametrize("number", ["1e999999999", "9" * 4000, "1e-999999999", "0.5" + "0" * 4000 + "1"])
def test_a_huge_number_is_out_of_range(refused, file, number):
    raw = json.dumps(sarah(usual_week=0)).replace('"usual_week": 0', f'"usual_week": {number}')

    assert refused(raw) == ["usual_week: must be a number from 0.5 to 150 with at most one decimal"]


def test_a_file_that_is_not_text_is_one_clear_line(capsys, tmp_path):
    (tmp_path / "case.json").write_bytes(b"\xff\xfe{}")
    code, out, err = run(capsys, "assess", str(tmp_path / "case.json"))

    assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_missing_file_is_one_clear_line(capsys, tmp_path):
    missing = str(tmp_path / "none.json")

    assert run(capsys, "assess", missing) == (
        2,
        "",
        f"{missing}: cannot be read (No such file or directory)\n",
    )


def test_a_file_beyond_the_cap_is_refused(refused, monkeypatch):
    monkeypatch.setattr(command_line, "MOST_BYTES", 10)

    assert "more than 10 bytes" in refused(sarah())[0]


@pytest.mark.parametrize(
    ("log", "action", "total", "runs", "warnings"),
    [
        ([], "start", 6.0, [2.0, 2.0, 2.0], []),
        ([*CLIMB, {"done": 10.8, "worst_pain": 0}], "advance", 11.7, [3.9, 3.9, 3.9], []),
        ([*CLIMB, {"done": 10.8, "worst_pain": 4}], "hold", 10.8, [3.6, 3.6, 3.6], []),
        ([*CLIMB, *[{"done": 10.8, "worst_pain": 4}] * 2], "back_one", 9.9, [3.3, 3.3, 3.3], []),
        ([*CLIMB, {"done": 10.8, "worst_pain": 6}], "stop_then_restart", 8.6, [2.8, 2.9, 2.9], []),
        ([*CLIMB, {"done": 10.8, "worst_pain": 0, "missed_weeks": 2}], "step_back", 8.6, [2.8, 2.9, 2.9], []),
        ([*CLIMB, {"done": 14, "worst_pain": 0}], "hold", 10.8, [3.6, 3.6, 3.6], ["did_more_than_planned"]),
        ([*CLIMB, {"done": 4.0, "worst_pain": 0}], "resume", 9.9, [3.3, 3.3, 3.3], []),
        ([{"done": 6, "worst_pain": 0, "settled": False}], "stop_then_restart", 4.8, [1.6, 1.6, 1.6], []),
        ([{"done": 6, "worst_pain": 0, "limp": True}], "stop_then_restart", 4.8, [1.6, 1.6, 1.6], []),
    ],
)
def test_the_ladder_gives_the_worked_weeks(capsys, file, log, action, total, runs, warnings):
    code, out, _ = run(capsys, "ladder", file({**LADDER, "log": log}))
    result = json.loads(out)

    assert (code, result["action"], result["total"], result["runs"]) == (0, action, total, runs)
    assert (result["warnings"], result["rule_set"]) == (warnings, "2026-11")
    assert result["reasons"][0]["sentence"]


def test_a_ladder_without_its_fields_is_told_all_of_them(refused):
    assert [line.split(":")[0] for line in refused({}, "ladder")] == [
        *("unit", "usual_week", "usual_days", "first_week", "log"),
    ]


@pytest.mark.parametrize(
    ("week", "told"),
    [
        ({"worst_pain": 1}, "log.1.done: must be a number from 0 to 300"),
        ({"done": -1, "worst_pain": 1}, "log.1.done: must be a number from 0 to 300"),
        ({"done": 1, "worst_pain": 11}, "log.1.worst_pain: must be a whole number from 0 to 10"),
        ({"done": 1, "worst_pain": 1, "settled": 1}, "log.1.settled: must be true or false"),
        ({"done": 1, "worst_pain": 1, "limp": None}, "log.1.limp: must be true or false"),
        (
            {"done": 1, "worst_pain": 1, "missed_weeks": 1.5},
            "log.1.missed_weeks: must be a whole number from 0 to 520",
        ),
        ({"done": 1, "worst_pain": 1, "mood": "ok"}, "log.1.mood: unknown field"),
    ],
)
def test_a_bad_week_is_named_by_its_place(refused, week, told):
    assert refused({**LADDER, "log": [week]}, "ladder") == [told]


@pytest.mark.parametrize("log", [None, {}, "x", [1], [{"done": 1, "worst_pain": 0}] * 521])
def test_a_log_is_a_bounded_list_of_weeks(refused, log):
    assert refused({**LADDER, "log": log}, "ladder") == ["log: must be a list of at most 520 objects"]


def test_the_first_week_is_never_above_the_usual_one(refused):
    assert refused({**LADDER, "first_week": 25.1, "log": []}, "ladder") == [
        "first_week: must be a number from 0.5 to 25 with at most one decimal"
    ]


@pytest.mark.parametrize("raw", ["3", '"x"', "null"])
def test_a_ladder_must_be_an_object(refused, raw):
    assert refused(raw, "ladder") == ["case: must be an object"]


def test_an_unknown_field_of_a_ladder_is_refused(refused):
    assert refused({**LADDER, "log": [], "goal": 1}, "ladder") == ["goal: unknown field"]
