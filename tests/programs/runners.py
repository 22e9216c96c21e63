"""The cast for plans: whole self-checks as raw cases, and the plan that the rules build for each."""

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from programs.building import build_plan
from programs.library import load_library
from programs.plan import Plan, PrescribedExercise, Stage
from programs.rules.assignment import assign
from programs.rules.mileage import run_plan
from screening.assessment import assess
from screening.case import parse_case

TODAY = date(2026, 11, 23)
CLEAN = {"reps": 5, "hip_drop": 0, "knee_cave": 0, "trunk_lean": 0, "balance": 0, "pain": 0}
DROPS = CLEAN | {"hip_drop": 2, "knee_cave": 1}
SLIGHT = CLEAN | {"hip_drop": 1}

SARAH: dict[str, Any] = {
    "unit": "mi",
    "age": 34,
    "usual_week": 25,
    "usual_days": 5,
    "weeks_off": 2,
    "pain": True,
    "pain_side": "left",
    "pain_spot": "outer_knee",
    "began": "slowly",
    "same_distance": "yes",
    "onset_distance": 3,
    "downhill_or_stairs": "yes",
    "eases": "same_day",
    "pain_running": 5,
    "pain_stairs": 2,
    "pain_walking": 0,
    "pain_rest": 0,
    "pain_weeks": 6,
    "flags": {},
    "left": DROPS,
    "right": CLEAN,
}
MIRRORED = {"pain_side": "right", "left": CLEAN, "right": DROPS}
PAIN_FREE = {key: value for key, value in SARAH.items() if "pain" not in key} | {"pain": False}


def plan_for(**changes: Any) -> Plan:
    """The plan of Sarah, with some answers changed."""
    return plan_of(SARAH | changes)


def plan_of(raw: dict[str, Any]) -> Plan:
    """The plan the rules build for a raw case."""
    case = parse_case(raw)
    assessment = assess(case)
    assignment = assign(case, assessment)
    run = run_plan(case) if 3 in assignment.stages else None
    return build_plan(case, assessment, assignment, run, load_library(), today=TODAY)


def released(plan: Plan) -> Plan:
    """The plan once staff have said yes to all of it."""
    stages = tuple(replace(stage, needs_staff=False) for stage in plan.stages)
    return replace(plan, stages=stages, needs_staff=())


def stage_of(plan: Plan, number: int) -> Stage:
    """The stage of that number."""
    return next(stage for stage in plan.stages if stage.number == number)


def keys_of(plan: Plan, number: int) -> list[str]:
    """The ids of a stage's exercises, in order."""
    return [exercise.key for exercise in stage_of(plan, number).exercises]


def exercise_of(plan: Plan, number: int, key: str) -> PrescribedExercise:
    """One exercise of a stage, or of its warm-up."""
    stage = stage_of(plan, number)
    return next(exercise for exercise in (*stage.exercises, *stage.warm_up) if exercise.key == key)


def all_exercises(plan: Plan) -> list[PrescribedExercise]:
    """Every exercise of every stage and its warm-up."""
    return [exercise for stage in plan.stages for exercise in (*stage.exercises, *stage.warm_up)]


RULES: dict[str, dict[str, Any]] = {
    "PL-03": SARAH,
    "PL-04": SARAH | {"pain_spot": "outer_hip"},
    "PL-05": SARAH | {"left": CLEAN, "right": CLEAN},
    "PL-06": PAIN_FREE,
    "PL-07": PAIN_FREE | {"left": CLEAN, "right": CLEAN},
}
EVERY_PLAN = [
    plan_of(raw | {"left": left, "right": right, "pain_side": side, "flags": {"RF-22": blood_thinner}})
    for raw in (SARAH, SARAH | {"pain_spot": "outer_hip"}, PAIN_FREE)
    for left, right in product([DROPS, SLIGHT, CLEAN], repeat=2)
    for side in ("left", "right", "both")
    for blood_thinner in ("yes", "no")
]
