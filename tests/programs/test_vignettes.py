"""Every worked case of the rule set, through the command."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.cases import VIGNETTES


def assess(tmp_path, case):
    path, out = tmp_path / "case.json", StringIO()
    path.write_text(json.dumps(case))
    call_command("assess", str(path), stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette["name"][:3])
def test_a_worked_case_gives_its_worked_result(tmp_path, vignette):
    result = assess(tmp_path, vignette["case"])

    assert {key: result[key] for key in vignette["expect"]} == vignette["expect"]


def test_all_worked_cases_at_once_give_a_list(tmp_path):
    results = assess(tmp_path, [vignette["case"] for vignette in VIGNETTES])

    assert [result["plan"] for result in results] == [vignette["expect"]["plan"] for vignette in VIGNETTES]


def test_the_result_names_every_rule_that_fired_and_the_rule_set(tmp_path):
    result = assess(tmp_path, VIGNETTES[0]["case"])

    assert result["rule_set"] == "2026-11"
    assert [why["rule"] for why in result["reasons"]] == [
        *("SC-02", "SC-06", "CL-03", "PL-03", "PL-08"),
        *("RR-01", "RR-06", "RR-07", "RR-08", "RR-10"),
    ]
    assert all(why["sentence"] and why["source"] for why in result["reasons"])


def test_there_are_twenty_worked_cases():
    assert [vignette["name"][:3] for vignette in VIGNETTES] == [f"V{number:02}" for number in range(1, 21)]
