"""Every worked case, typed into the site's own pages, leads to the result that the command gives."""

import pytest

from programs.models import IssuedPlan
from tests.conftest import VIGNETTES


def result_of(screening):
    """What the pages led to, in the shape of the worked cases."""
    found = screening.read_assessment()
    issued = IssuedPlan.objects.filter(screening=screening).first()
    plan = issued.read() if issued else None
    return {
        "triage": {
            "level": found.triage.level,
            "raised": {flag.id: flag.level for flag in found.triage.raised},
        },
        "legs": {"left": found.left.state, "right": found.right.state} if found.left else None,
        "fit": found.fit,
        "pattern": found.pattern,
        "side": found.side,
        "strength": found.strength,
        "notes": list(found.notes),
        "plan": {
            "rule": plan.rule if plan else "PL-00",
            "stages": [stage.number for stage in plan.stages] if plan else [],
            "needs_staff": list(plan.needs_staff) if plan else [],
            "leave_out": list(plan.leave_out) if plan else [],
        },
        "run": run_of(plan.run) if plan and plan.run else None,
    }


def run_of(run):
    if run.mode == "run_walk":
        return {"mode": "run_walk", "start": run.start}
    weeks = [{"week": w.week, "total": w.total / 10, "runs": [r / 10 for r in w.runs]} for w in run.weeks]
    return {"mode": "distance", "weeks": weeks}


@pytest.mark.parametrize("short", sorted(VIGNETTES))
def test_the_pages_lead_to_the_expected_result(runner, short):
    runner.whole_walk(VIGNETTES[short]["case"])

    assert result_of(runner.screening) == VIGNETTES[short]["expect"]
