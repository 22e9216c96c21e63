"""One raw case -> the JSON-like result that `manage.py assess` and `manage.py ladder` print."""

from collections.abc import Iterable
from typing import Any

from programs.ladder_file import parse_ladder
from programs.rules.assignment import Assignment, assign
from programs.rules.mileage import RunPlan, run_plan
from programs.rules.progression import next_week
from screening.assessment import RULE_SET, Assessment, assess
from screening.case import parse_case
from screening.rules.reason import Reason


def assess_result(raw: object) -> dict[str, Any]:
    """Return everything the rules say about one self-check; raise CaseError if it cannot be judged."""
    case = parse_case(raw)
    found = assess(case)
    plan = assign(case, found)
    run = run_plan(case) if plan.has_run else None
    reasons = (*found.reasons, *plan.reasons, *(run.reasons if run else ()))
    return {**_finding(found), "plan": _plan(plan), "run": _run(run), **_rules(reasons)}


def ladder_result(raw: object) -> dict[str, Any]:
    """Return the coming week after a log of finished ones; raise CaseError if it cannot be judged."""
    coming = next_week(parse_ladder(raw))
    return {
        "action": coming.action,
        "total": _units(coming.total),
        "runs": [_units(run) for run in coming.runs],
        "warnings": list(coming.warnings),
        **_rules(coming.reasons),
    }


def _finding(found: Assessment) -> dict[str, Any]:
    legs = {"left": found.left.state, "right": found.right.state} if found.left and found.right else None
    return {
        "triage": {
            "level": found.triage.level,
            "raised": {flag.id: flag.level for flag in found.triage.raised},
        },
        "legs": legs,
        "fit": found.fit,
        "pattern": found.pattern,
        "side": found.side,
        "strength": found.strength,
        "notes": list(found.notes),
    }


def _plan(plan: Assignment) -> dict[str, Any]:
    return {
        "rule": plan.rule,
        "stages": list(plan.stages),
        "needs_staff": list(plan.needs_staff),
        "leave_out": list(plan.leave_out),
    }


def _run(run: RunPlan | None) -> dict[str, Any] | None:
    if run is None:
        return None
    if run.mode == "run_walk":
        return {"mode": run.mode, "start": run.start}
    weeks = [
        {"week": week.week, "total": _units(week.total), "runs": [_units(each) for each in week.runs]}
        for week in run.weeks
    ]
    return {"mode": run.mode, "weeks": weeks}


def _rules(reasons: Iterable[Reason]) -> dict[str, Any]:
    told = [{"rule": why.rule, "sentence": why.sentence, "source": why.source} for why in reasons]
    return {"rule_set": RULE_SET, "reasons": told}


def _units(tenths: int) -> float:
    # Only here, on the way out: a tenth as a float prints with exactly one decimal.
    return tenths / 10
